# idea: crash: a host whose core_pattern is a pipe hands our memory, the hidden input in it, to a root process, whatever RLIMIT_CORE, unless that is 1
# expect: ok
# answer: [1, 1]
import resource


def attack():
    return list(resource.getrlimit(resource.RLIMIT_CORE))
