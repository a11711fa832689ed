# For each word, looks into every sentence's set: vocabulary x sentences.
import re


def words_by_count(sentences):
    sets = [set(re.findall("[a-z0-9]+", sentence.lower())) for sentence in sentences]
    groups = {}
    for word in set().union(*sets):
        count = sum(word in words for words in sets)
        groups.setdefault(count, []).append(word)
    return groups
