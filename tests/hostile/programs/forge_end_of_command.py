# idea: say what only the first process of a command's cell may say: that it ended well
# entry: main
# expect: bad-answer
import os
import struct

os.write(3, b"X" + struct.pack("<Qi", 4, 0))
print("right", flush=True)
os._exit(3)
