# idea: write to shared memory and drop it from our page tables: it is kept, yet in no process's resident size
# limits: memory_mib=64
# expect: memory-limit or exception
import mmap
import os

SIZE = 200 << 20
STEP = 1 << 20


def attack():
    shared = mmap.mmap(-1, SIZE)
    for at in range(0, SIZE, STEP):
        shared[at : at + STEP] = b"x" * STEP
        shared.madvise(mmap.MADV_DONTNEED, at, STEP)
    return os.path.exists("/dev/zero")
