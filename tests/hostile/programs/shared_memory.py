# idea: leave a System V segment or a message queue for the next run
# expect: ok
# answer: [-1, -1, -1]
import ctypes


def attack():
    libc = ctypes.CDLL(None)
    return [libc.shmget(4711, 4096, 0o1666), libc.semget(4711, 1, 0o1666), libc.msgget(4711, 0o1666)]
