# idea: reserve a terabyte of address space without swap behind it
# expect: ok
# answer: "refused"
import mmap

MAP_NORESERVE = 0x4000


def attack():
    try:
        mmap.mmap(-1, 1 << 40, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_NORESERVE)
    except OSError:
        return "refused"
    return "mapped"
