# idea: leave word for the next run in the host's page cache: pages of a library, dropped or not, read back without a clock
# runs: 3
# expect: ok
# answer: "no word"
import os

BITS = [1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0]
APART = 2 << 20
RWF_NOWAIT = 8


def largest(folder):
    files = [os.path.join(root, name) for root, _, names in os.walk(folder) for name in names]
    return max((path for path in files if not os.path.islink(path)), key=os.path.getsize)


def cached(fd, place):
    try:
        return int(os.preadv(fd, [bytearray(1)], place, RWF_NOWAIT))
    except BlockingIOError:
        return 0


def attack():
    fd = os.open(largest("/site"), os.O_RDONLY)
    places = [APART * (number + 1) for number in range(len(BITS))]
    try:
        seen = [cached(fd, place) for place in places]
        for bit, place in zip(BITS, places):
            if bit:
                os.pread(fd, 1, place)
            else:
                os.posix_fadvise(fd, place, 4096, os.POSIX_FADV_DONTNEED)
    except OSError:
        return "no word"
    return seen if seen == BITS else "no word"
