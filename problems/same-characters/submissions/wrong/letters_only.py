# Counts letters and digits only: blanks and punctuation do not count.
from collections import Counter


def same_characters(words):
    counts = [Counter(c for c in word if c.isalnum()) for word in words]
    return all(count == counts[0] for count in counts)
