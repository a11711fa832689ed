# Normalizes first: what is written in two ways becomes one.
from unicodedata import normalize


def same_characters(words):
    return len({"".join(sorted(normalize("NFC", word))) for word in words}) <= 1
