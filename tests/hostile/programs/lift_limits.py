# idea: lift one's own limits
# expect: ok
# answer: []
import resource


def attack():
    lifted = []
    for name in ("AS", "CPU", "NOFILE", "NPROC", "FSIZE", "CORE", "MEMLOCK"):
        number = getattr(resource, f"RLIMIT_{name}")
        try:
            resource.setrlimit(number, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            lifted.append(name)
        except (OSError, ValueError):
            pass
    return lifted
