# idea: let threads that hold no lock use the CPU, while the main one sleeps
# limits: cpu_ms=300 wall_ms=5000
# expect: cpu-limit
import hashlib
import threading
import time


def burn():
    while True:
        hashlib.sha256(b"x" * 5_000_000).digest()


def attack():
    for _ in range(3):
        threading.Thread(target=burn, daemon=True).start()
    time.sleep(1000)
