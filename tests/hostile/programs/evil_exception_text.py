# idea: an exception whose text never ends
# limits: cpu_ms=300
# expect: cpu-limit
class Evil(Exception):
    def __str__(self):
        while True:
            pass


def attack():
    raise Evil
