# idea: an object that claims to be a list
# expect: bad-answer
class Liar:
    __class__ = list

    def __len__(self):
        return 1

    def __getitem__(self, index):
        return 1


def attack():
    return Liar()
