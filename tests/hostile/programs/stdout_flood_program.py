# idea: a program whose output never ends
# entry: main
# limits: output_kib=256
# expect: output-limit
while True:
    print("x" * 1000)
