# Sets and lengths: "aabbbc" and "aabbcc" have both in common.


def same_characters(words):
    return len({(frozenset(word), len(word)) for word in words}) <= 1
