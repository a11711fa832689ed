# Takes each character out of a list of the others': the search and the move are in C, and O(n^2) all the same.


def same_characters(words):
    for word in words[1:]:
        left = list(words[0])
        for c in word:
            if c not in left:
                return False
            left.remove(c)
        if left:
            return False
    return True
