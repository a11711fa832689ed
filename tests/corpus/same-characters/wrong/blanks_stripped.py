# strips blanks first
def same_characters(words: list[str]) -> bool:
    return len({tuple(sorted(word.replace(" ", ""))) for word in words}) <= 1
