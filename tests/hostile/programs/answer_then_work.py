# idea: answer at once, and let a thread go on with what was asked
# runs: 2
# expect: ok
# answer: 1
import threading


def work():
    while True:
        pass


def attack():
    threading.Thread(target=work).start()
    return 1
