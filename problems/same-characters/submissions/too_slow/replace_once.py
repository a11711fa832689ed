# Takes each character out of the text by replacing it once with nothing: a new text for each, O(n^2).


def same_characters(words):
    for word in words[1:]:
        left = words[0]
        for c in word:
            shorter = left.replace(c, "", 1)
            if len(shorter) == len(left):
                return False
            left = shorter
        if left:
            return False
    return True
