# removes each character from a list of those of the first word
def same_characters(words: list[str]) -> bool:
    for word in words[1:]:
        if len(word) != len(words[0]):
            return False
        left = list(words[0])
        for c in word:
            if c not in left:
                return False
            left.remove(c)
    return True
