# idea: start threads until refused
# limits: processes=8
# needs: process-limit
# expect: ok
# answer: "refused before 8"
import threading


def attack():
    forever = threading.Event()
    for number in range(100):
        try:
            threading.Thread(target=forever.wait, daemon=True).start()
        except RuntimeError:
            return "refused before 8" if number < 8 else f"refused after {number}"
    return "never refused"
