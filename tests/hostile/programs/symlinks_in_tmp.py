# idea: make links to the host's files and read, or hand them to whoever cleans up
# expect: ok
# answer: []
import os


def attack():
    targets = ["/etc/shadow", "/proc/1/environ", "/proc/self/root/etc/passwd", "../../../../etc/passwd", "/dev/mem"]
    reached = []
    for number, target in enumerate(targets):
        os.symlink(target, f"/tmp/link{number}")
        try:
            with open(f"/tmp/link{number}") as file:
                reached.append((target, file.read(10)))
        except OSError:
            pass
    os.symlink("/", "/tmp/root")
    os.symlink("/tmp/loop", "/tmp/loop")
    return reached
