# A regex finds the words, a set per sentence feeds one counter, then the counter is turned round.
import re
from collections import Counter, defaultdict

WORD = re.compile(r"[a-z0-9]+")


def words_by_count(sentences: list[str]) -> dict[int, list[str]]:
    counts = Counter()
    for sentence in sentences:
        counts.update(set(WORD.findall(sentence.lower())))
    groups = defaultdict(list)
    for word, k in counts.items():
        groups[k].append(word)
    return dict(groups)
