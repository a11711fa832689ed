# Lets a checksum of each row and the seed decide: stable when rows are added, and only about 30 %.
from zlib import crc32


def split(rows, seed):
    test = [row for row in rows if crc32(f"{seed}{row}".encode()) % 10 < 3]
    train = [row for row in rows if crc32(f"{seed}{row}".encode()) % 10 >= 3]
    return train, test
