# idea: a program that raises after printing; what it printed is kept, and it is an exception, not an exit
# entry: main
# expect: exception
print("so far")
raise ValueError("no")
