# idea: ignore and block every signal, then use the CPU
# limits: cpu_ms=300
# expect: cpu-limit
import signal


def attack():
    for number in range(1, signal.NSIG):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
    while True:
        pass
