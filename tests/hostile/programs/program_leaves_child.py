# idea: a program that ends while its child holds standard output open
# entry: main
# input: "text"
# limits: wall_ms=5000
# expect: ok
# answer: "done\n"
import os
import time

if os.fork() == 0:
    time.sleep(1000)
print("done")
