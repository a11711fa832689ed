# No sets: each word remembers the last sentence that counted it. Separators become blanks by translate(), then split().
SEPARATE = {code: " " for code in range(128) if not chr(code).isalnum()}


def words_by_count(sentences):
    last, counts = {}, {}
    for number, sentence in enumerate(sentences):
        for word in sentence.lower().translate(SEPARATE).split():
            if last.get(word) != number:
                last[word] = number
                counts[word] = counts.get(word, 0) + 1
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    return groups
