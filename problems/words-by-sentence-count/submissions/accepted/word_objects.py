# Reads one character after the other and makes an object of each word, hashed and compared in Python: about ten times slower,
# a constant.
import re


class Word:
    def __init__(self, characters):
        self.text = "".join(character.lower() for character in characters)

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return isinstance(other, Word) and self.text == other.text


def words_of(sentence):
    characters = []
    for character in sentence + " ":
        if re.fullmatch("[A-Za-z0-9]", character):
            characters.append(character)
        elif characters:
            yield Word(characters)
            characters = []


def words_by_count(sentences):
    found = {}
    for number, sentence in enumerate(sentences):
        for word in words_of(sentence):
            found.setdefault(word, set()).add(number)
    groups = {}
    for word, where in found.items():
        groups.setdefault(len(where), []).append(word.text)
    return groups
