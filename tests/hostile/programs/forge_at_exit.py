# idea: answer wrongly, then send another answer when the interpreter ends
# expect: ok
# answer: "wrong"
import atexit
import os
import struct
import threading


def forge():
    body = b"s" + struct.pack("<Q", 5) + b"right"
    for fd in range(3, 20):
        try:
            os.write(fd, b"A" + struct.pack("<Q", len(body)) + body)
        except OSError:
            pass


def attack():
    atexit.register(forge)
    threading.Thread(target=lambda: (threading.main_thread().join(), forge())).start()
    return "wrong"
