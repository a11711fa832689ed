# idea: an exception whose text raises, exits, and is endless
# expect: exception
class Evil(BaseException):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


def attack():
    raise Evil("x" * 10_000_000) from Evil()
