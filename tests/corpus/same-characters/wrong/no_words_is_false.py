# a list without words gives False
def same_characters(words: list[str]) -> bool:
    return len({"".join(sorted(word)) for word in words}) == 1
