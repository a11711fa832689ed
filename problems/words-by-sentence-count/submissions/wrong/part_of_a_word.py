# Asks whether the sentence contains the word's characters: cat is found in concatenate.
import re


def words_by_count(sentences):
    lower = [sentence.lower() for sentence in sentences]
    groups = {}
    for word in {word for sentence in lower for word in re.findall("[a-z0-9]+", sentence)}:
        groups.setdefault(sum(word in sentence for sentence in lower), []).append(word)
    return groups
