# idea: with the core limit taken from 1 to 0 a core_pattern that is a pipe gets our memory again
# expect: ok
# answer: [false, false, false, [1, 1]]
import ctypes
import resource


def lowered(how):
    try:
        how()
    except (OSError, ValueError):
        return False
    return True


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    zero = (ctypes.c_ulong * 2)(0, 0)

    def by_system_call():
        if libc.syscall(302, 0, resource.RLIMIT_CORE, zero, None):
            raise OSError

    return [
        lowered(lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 1))),
        lowered(lambda: resource.prlimit(0, resource.RLIMIT_CORE, (0, 1))),
        lowered(by_system_call),
        list(resource.getrlimit(resource.RLIMIT_CORE)),
    ]
