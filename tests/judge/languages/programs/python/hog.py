kept = []
while True:
    kept.append(bytearray(1 << 20))
    kept[-1][::4096] = b"x" * 256
