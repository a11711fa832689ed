# idea: a value that runs code when it is encoded
# expect: bad-answer
class Evil:
    def __getattribute__(self, name):
        raise KeyboardInterrupt

    def __reduce__(self):
        raise KeyboardInterrupt


def attack():
    return [Evil()]
