# For each word ask each sentence whether it has it.
import re


def words_by_count(sentences: list[str]) -> dict[int, list[str]]:
    sets = [set(re.findall("[a-z0-9]+", s.lower())) for s in sentences]
    groups = {}
    for word in set().union(*sets):
        k = sum(word in found for found in sets)
        groups.setdefault(k, []).append(word)
    return groups
