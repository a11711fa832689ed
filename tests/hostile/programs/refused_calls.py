# idea: system calls that are refused, so that Python can say where: new namespaces by clone, memory files to execute
# expect: ok
# answer: ["EPERM", "ENOSYS", "EPERM", "EPERM"]
import ctypes
import errno
import platform

CLONE, CLONE3, MEMFD, PERSONALITY = (56, 435, 319, 135) if platform.machine() == "x86_64" else (220, 435, 279, 92)
NEW_USER = 0x10000000


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    said = []
    for number, first in ((CLONE, NEW_USER | 17), (CLONE3, 0), (MEMFD, 0), (PERSONALITY, 0x0040000)):
        result = libc.syscall(ctypes.c_long(number), ctypes.c_long(first), 0, 0, 0, 0)
        said.append(errno.errorcode[ctypes.get_errno()] if result == -1 else "done")
    return said
