# idea: text nested deeper than the parser can go
# entry: compile
# expect: build-error
x = 1
