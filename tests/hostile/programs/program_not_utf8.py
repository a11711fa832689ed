# idea: output that is not text
# entry: main
# expect: bad-answer
import os

os.write(1, b"\xff\xfe")
