# Counts each different character in both words: cheap with 26 letters, O(n^2) where n / 8 characters differ.


def same_characters(words):
    for word in words:
        if len(word) != len(words[0]):
            return False
        for c in set(words[0]):
            if word.count(c) != words[0].count(c):
                return False
    return True
