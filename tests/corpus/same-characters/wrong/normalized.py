# normalizes first, so both ways to write an accent are equal
import unicodedata


def same_characters(words: list[str]) -> bool:
    return len({tuple(sorted(unicodedata.normalize("NFC", word))) for word in words}) <= 1
