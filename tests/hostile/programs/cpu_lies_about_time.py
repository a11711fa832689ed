# idea: replace every clock and limit that Python has
# limits: cpu_ms=300
# expect: cpu-limit
import builtins
import os
import resource
import time


def attack():
    for name in ("time", "perf_counter", "process_time", "monotonic", "perf_counter_ns", "process_time_ns"):
        setattr(time, name, lambda *a: 0)
    resource.getrusage = os.times = lambda *a: None
    builtins.len = builtins.print = builtins.open = None
    while True:
        pass
