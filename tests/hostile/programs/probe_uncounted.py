# idea: read more elements than allowed, by slices, in a child
# input: (ProbeSequence(10**12, ((0, 0, 1, 1),)),)
# limits: probes=100
# expect: probe-limit
import os


def attack(numbers):
    child = os.fork()
    if child == 0:
        os._exit(sum(numbers[:1000]) & 1)
    os.waitpid(child, 0)
    return "not counted"
