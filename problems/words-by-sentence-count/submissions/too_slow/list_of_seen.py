# Remembers a sentence's words in a list: quadratic in the length of one sentence.
import re


def words_by_count(sentences):
    counts = {}
    for sentence in sentences:
        seen = []
        for word in re.findall("[a-z0-9]+", sentence.lower()):
            if word not in seen:
                seen.append(word)
                counts[word] = counts.get(word, 0) + 1
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    return groups
