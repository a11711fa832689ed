# idea: change the program, the guest, a library for the next run
# expect: ok
# answer: []
import os


def attack():
    written = []
    places = [
        "/",
        "/program",
        "/guest",
        "/site",
        "/usr",
        "/dev",
        "/etc",
        os.path.dirname(os.__file__),
        "/program/solution.py",
    ]
    for place in places:
        try:
            target = place if place.endswith(".py") else f"{place}/mine"
            with open(target, "w") as file:
                file.write("1")
            written.append(place)
        except OSError:
            pass
    return written
