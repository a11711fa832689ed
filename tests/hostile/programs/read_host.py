# idea: read what the host has: processes, users, homes, the project, other people's answers
# input: ({project},)
# expect: ok
# answer: []
import os


def attack(project):
    names = [
        "/proc/self/environ",
        "/proc/1/cmdline",
        "/sys/fs/cgroup",
        "/etc/passwd",
        "/etc/hostname",
        "/home",
        "/var",
        "/run",
    ]
    names += ["/old", "/boot", "/opt", "/srv", "/usr/bin/env", "/bin/sh", "/dev/shm", "/dev/tty", "/dev/vda", "/dev/kmsg"]
    names += [
        f"{project}/{name}" for name in ("problems", "judge", "sandbox", "tests", ".git", ".venv", "pyproject.toml")
    ]
    return [name for name in names if os.path.exists(name)]
