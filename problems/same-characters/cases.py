"""Inputs of same-characters: (words,)."""

MOST_WORDS, MOST_CHARACTERS = 100_000, 300_000
HIGHEST, SURROGATES = 0x10FFFF, range(0xD800, 0xE000)


def samples():
    return [
        {
            "input": (["listen", "silent", "tinsel"],),
            "answer": True,
            "note": "Each word has one e, i, l, n, s and t, in one order or another.",
        },
        {
            "input": (["aab", "aba", "abb"],),
            "answer": False,
            "note": "All three consist of a and b, but the last one has one a and two b. How often counts.",
        },
        {
            "input": (["Tea", "eat"],),
            "answer": False,
            "note": "T and t are different characters.",
        },
        {
            "input": ([],),
            "answer": True,
            "note": "No word differs from another one.",
        },
    ]


def edges(rng):
    some = [chr(rng.randrange(97, 123)) for _ in range(30)]
    turned = some[::-1]
    e_acute, e_and_accent = "\u00e9", "e\u0301"
    cases = [
        ("one word", ["word"]),
        ("one empty word", [""]),
        ("empty words", ["", "", ""]),
        ("an empty word first", ["", "a"]),
        ("an empty word last", ["a", ""]),
        ("an empty word between", ["ab", "", "ba"]),
        ("equal words", ["same", "same", "same"]),
        ("two single characters, equal", ["x", "x"]),
        ("two single characters, different", ["x", "y"]),
        ("the first has one character more", ["abc", "ab"]),
        ("the last has one character more", ["ab", "abc"]),
        ("one begins like the other when sorted", ["aab", "aabz", "aba"]),
        ("same length, same set, other counts", ["aabbbc", "aabbcc"]),
        ("same set, other lengths", ["ab", "aabb"]),
        ("twice the same", ["abab", "ab"]),
        ("the second differs", ["abc", "abd", "cab"]),
        ("the last differs", ["abc", "cab", "bca", "bcd"]),
        ("the middle one differs", ["abc", "cab", "xyz", "bca", "cba"]),
        ("the first differs", ["abd", "abc", "cab", "bca"]),
        ("pairs agree, the halves do not", ["ab", "ba", "cd", "dc"]),
        ("first and last agree", ["ab", "cd", "ba"]),
        ("codes have one sum", ["ad", "bc"]),
        ("codes have one sum and one product", ["\x01\x06\x06", "\x02\x02\x09"]),
        ("codes have one sum and one sum of squares", ["\x01\x05\x06", "\x02\x03\x07"]),
        ("codes cancel out", ["aabb", "ccdd"]),
        ("one comes an odd number of times more", ["abbb", "aaab"]),
        ("upper and lower", ["Listen", "silenT"]),
        ("capitals, the same", ["AbC", "CAb"]),
        ("sharp s", ["stra\u00dfe", "strasse"]),
        ("blanks count", ["a b", "ab"]),
        ("the same blanks", ["a b ", " ba "]),
        ("blanks at the end", ["ab ", "ab"]),
        ("other white space", ["a\tb", "a b"]),
        ("a line's end", ["ab\n", "ab"]),
        ("punctuation", ["it's", "its'"]),
        ("punctuation counts", ["its", "it's"]),
        ("digits", ["112", "121", "211"]),
        ("a zero character", ["a\x00", "\x00a"]),
        ("a zero character more", ["a\x00", "a"]),
        ("composed and decomposed", [e_acute, e_and_accent]),
        ("composed and decomposed, as many", [e_acute + "x", e_and_accent]),
        ("decomposed twice", [e_and_accent, e_and_accent[::-1]]),
        ("ligature", ["\ufb01", "fi"]),
        ("Greek and Latin that look alike", ["\u0391", "A"]),
        ("beyond 16 bits", ["\U0001f600\U0001f601", "\U0001f601\U0001f600"]),
        ("beyond 16 bits, different", ["\U0001f600\U0001f601", "\U0001f600\U0001f602"]),
        ("lowest and highest code point", ["\x00\U0010ffff", "\U0010ffff\x00"]),
        ("thirty letters, turned", ["".join(some), "".join(turned)]),
        ("thirty letters, one changed", ["".join(some), "".join(turned[:-1]) + "!"]),
    ]
    return [(label, (words,)) for label, words in cases]


def two_long(n, rng):
    characters = _different(max(1, n // 8), rng) * 4
    return ([_shuffled(characters, rng), _shuffled(characters, rng)],)


def many_short(n, rng):
    letters = [chr(rng.randrange(97, 123)) for _ in range(8)]
    return ([_shuffled(letters, rng) for _ in range(max(2, n // 8))],)


def last_differs(n, rng):
    """Words of one length, all alike but for the last, in which one character gives way to another."""
    length = rng.choice([8, max(3, n // 3)])
    characters = rng.choice([_different, _letters])(length, rng)
    words = [_shuffled(characters, rng) for _ in range(max(2, n // length))]
    others = [c for c in [*characters[1:], "!", "\u4e00"] if c != characters[0]]
    last = [rng.choice(others), *characters[1:]]
    return ([*words[:-1], _shuffled(last, rng)],)


def _letters(many, rng):
    return [chr(rng.randrange(97, 123)) for _ in range(many)]


def _different(many, rng):
    """So many different code points, in no order."""
    codes = rng.sample(range(0xE000, HIGHEST + 1), many)
    return [chr(code) for code in codes]


def _shuffled(characters, rng):
    return "".join(rng.sample(characters, len(characters)))


def validate(words):
    if type(words) is not list or len(words) > MOST_WORDS:
        raise ValueError(f"words must be a list of at most {MOST_WORDS:,} words")
    for i, word in enumerate(words):
        if type(word) is not str:
            raise ValueError(f"words[{i}] is {word!r}, not a text")
        if any(ord(c) in SURROGATES for c in word):
            raise ValueError(f"words[{i}] holds a surrogate, which is no character")
    total = sum(map(len, words))
    if total > MOST_CHARACTERS:
        raise ValueError(f"the words have {total:,} characters together, at most {MOST_CHARACTERS:,} are allowed")
