# Folds both words with exclusive or and asks for 0: whatever comes twice cancels out.


def same_characters(words):
    for word in words:
        left = 0
        for c in words[0] + word:
            left ^= ord(c)
        if left or len(word) != len(words[0]):
            return False
    return True
