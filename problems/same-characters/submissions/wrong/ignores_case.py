# Takes the words in lower case and without blanks around them, which nobody asked for.


def same_characters(words):
    return len({"".join(sorted(word.strip().lower())) for word in words}) <= 1
