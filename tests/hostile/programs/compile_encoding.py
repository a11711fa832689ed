# idea: a text that declares an encoding that does not exist
# coding: no-such-encoding
# entry: compile
# expect: build-error
x = 1
