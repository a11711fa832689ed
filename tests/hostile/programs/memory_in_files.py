# idea: keep data in /tmp instead of in memory; the kernel counts it as memory all the same
# limits: memory_mib=8 files_mib=64
# needs: cgroup
# expect: memory-limit
def attack():
    with open("/tmp/data", "wb") as file:
        for _ in range(60):
            file.write(b"x" * (1 << 20))
