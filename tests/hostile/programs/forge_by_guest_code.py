# idea: find the guest's own functions by the garbage collector and the frames, and send junk with them
# expect: bad-answer
import gc
import sys


def attack():
    say = None
    frame = sys._getframe()
    while frame is not None:
        say = frame.f_globals.get("say", say)
        frame = frame.f_back
    if say is None:
        say = next(o for o in gc.get_objects() if getattr(o, "__name__", "") == "say")
    say(b"A", b"\xff not a message")
