# idea: recurse without end
# expect: exception
def attack(depth=0):
    return attack(depth + 1)
