# idea: leave word for the next run in the open file behind stdin: its flags, its signal, its locks
# runs: 3
# expect: ok
# answer: [0, 0, 0]
import fcntl
import os
import struct

SET_SIGNAL, GET_SIGNAL, SET_LOCK_OF_FILE, GET_LOCK = 10, 11, 37, 5
FLOCK = "hhqqi"
PLACE = 4711


def lock(command, kind):
    return struct.unpack(FLOCK, fcntl.fcntl(0, command, struct.pack(FLOCK, kind, os.SEEK_SET, PLACE, 1, 0)))


def unless_refused(call, *arguments):
    try:
        return call(*arguments)
    except OSError:
        return 0


def locked():
    kind, _, start, *_ = lock(GET_LOCK, fcntl.F_WRLCK)
    return int(kind != fcntl.F_UNLCK and start == PLACE)


def attack():
    seen = [fcntl.fcntl(0, fcntl.F_GETFL) & os.O_NONBLOCK]
    seen.append(unless_refused(fcntl.fcntl, 0, GET_SIGNAL))
    seen.append(unless_refused(locked))
    unless_refused(lock, SET_LOCK_OF_FILE, fcntl.F_RDLCK)
    unless_refused(fcntl.fcntl, 0, SET_SIGNAL, 37)
    fcntl.fcntl(0, fcntl.F_SETFL, os.O_NONBLOCK)
    return seen
