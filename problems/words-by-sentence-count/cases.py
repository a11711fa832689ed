"""Inputs of words-by-sentence-count: a list of sentences. The size of a family is the number of words in all."""

import re

MOST_SENTENCES, MOST_CHARACTERS, LONGEST_WORD = 200_000, 4_000_000, 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def samples():
    return [
        {
            "input": (["The cat sat.", "The dog sat down.", "A bird flew."],),
            "answer": {2: ["the", "sat"], 1: ["cat", "dog", "down", "a", "bird", "flew"]},
            "note": "the and sat are in the first two sentences, all others in one.",
        },
        {
            "input": (["No, no, no!", "Yes; no?"],),
            "answer": {2: ["no"], 1: ["yes"]},
            "note": "no occurs four times, but in two sentences; a word counts once a sentence, and case does not matter.",
        },
        {
            "input": (["file_2 isn't file-3", ""],),
            "answer": {1: ["file", "2", "isn", "t", "3"]},
            "note": "Everything but letters and digits separates; an empty sentence has no words.",
        },
    ]


def edges(rng):
    pool = _words(12, rng)
    return [
        ("no sentences", ([],)),
        ("one empty sentence", ([""],)),
        ("only blanks and marks", (["  ", "...", "?!\n", "-_-", "\t"],)),
        ("one word", (["word"],)),
        ("one word, repeated in its sentence", (["again Again AGAIN"],)),
        ("one word in every sentence", (["go"] * 7,)),
        ("the same sentence three times", (["we agree"] * 3,)),
        ("capitals at both ends", (["ABC def", "abc DEF"],)),
        ("full stops inside", (["One. Two. One.", "Three."],)),
        ("underscores", (["snake_case_name", "case"],)),
        ("apostrophes", (["it's its", "it s", "'quoted'"],)),
        ("hyphens and slashes", (["state-of-the-art and/or", "art"],)),
        ("digits", (["3 apples 3.14 1e9", "3,000 1e9", "007 7"],)),
        ("part of another word", (["cat", "concatenate cats", "the cat"],)),
        ("no blanks after marks", (["one,two;three:four", "two.two"],)),
        ("line ends and tabs", (["a\tb\nc", "b\r\nc", "\x00c\x7f"],)),
        ("every second word repeats", ([" ".join(rng.choices(pool, k=9)) for _ in range(20)],)),
        ("every count from one up", ([" ".join(pool[: i + 1]) for i in range(12)],)),
        ("longest words", (["a" * 20 + " " + "b" * 20, "A" * 20],)),
        ("brackets and quotes", (['(he) said: "He [HE] did"', "<he>", "said&done"],)),
    ]


def new_words(n, rng):
    pool = _words(n, rng)
    seldom = max(1, n // 50)
    words = [rng.choice(pool[:seldom]) if rng.random() < 0.1 else word for word in pool]
    return ([_sentence(words[i : i + 8], rng) for i in range(0, n, 8)],)


def one_sentence(n, rng):
    return ([_sentence(_words(n, rng), rng)],)


def stopwords(n, rng):
    """Sentences of 16 words: 4 rare ones, the others of a dozen that are everywhere."""
    pool = _words(n // 4 + 12, rng)
    common, rare = pool[:12], iter(pool[12:])
    sentences, left = [], n
    while left:
        size = min(left, 16)
        words = [next(rare) for _ in range(size // 4)]
        words += rng.choices(common, k=size - len(words))
        rng.shuffle(words)
        sentences.append(_sentence(words, rng))
        left -= size
    return (sentences,)


def validate(sentences):
    if type(sentences) is not list:
        raise ValueError("sentences must be a list")
    for i, sentence in enumerate(sentences):
        if type(sentence) is not str or not sentence.isascii():
            raise ValueError(f"sentence {i} is not text in ASCII")
    if len(sentences) > MOST_SENTENCES:
        raise ValueError(f"{len(sentences)} sentences, at most {MOST_SENTENCES} are allowed")
    if sum(map(len, sentences)) > MOST_CHARACTERS:
        raise ValueError(f"more than {MOST_CHARACTERS} characters")
    too_long = re.compile(r"[a-zA-Z0-9]{%d}" % (LONGEST_WORD + 1))
    for i, sentence in enumerate(sentences):
        if too_long.search(sentence):
            raise ValueError(f"sentence {i} has a word of more than {LONGEST_WORD} characters")


def _words(n, rng):
    """n different words in random order."""
    width, count = 2, 26**2
    while count < 2 * n:
        width, count = width + 1, count * 26
    words = []
    for number in rng.sample(range(count), n):
        letters = []
        for _ in range(width):
            number, letter = divmod(number, 26)
            letters.append(LETTERS[letter])
        words.append("".join(letters))
    return words


def _sentence(words, rng):
    """The words as a sentence: a capital now and then, some commas, a mark at the end."""
    shown = [word.capitalize() if i % 11 == 0 else word for i, word in enumerate(words)]
    comma = rng.randrange(3, 9)
    pieces = [", ".join(shown[i : i + 1] + [" ".join(shown[i + 1 : i + comma])]) for i in range(0, len(shown), comma)]
    return " ".join(pieces).replace(",  ", ", ") + rng.choice(".?!")
