# Compares every word with every other one, though the first alone would do: n^2 / 64 pairs of short words.


def same_characters(words):
    keys = ["".join(sorted(word)) for word in words]
    for a in keys:
        for b in keys:
            if a != b:
                return False
    return True
