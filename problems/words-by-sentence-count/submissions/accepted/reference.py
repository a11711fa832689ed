# landau: reference
# A set a sentence, a counter over all, then the counter turned round: O(n).
import re
from collections import Counter, defaultdict

find_words = re.compile("[a-z0-9]+").findall


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        counts.update(set(find_words(sentence.lower())))
    groups = defaultdict(list)
    for word, count in counts.items():
        groups[count].append(word)
    return groups
