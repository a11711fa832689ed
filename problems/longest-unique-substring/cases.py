"""Cases for longest-unique-substring. An input is (s,)."""

FIRST = 0x10000  # above the surrogates
LAST = 0x10FFFF


def samples():
    return [
        {
            "input": ("banana-split",),
            "answer": 8,
            "note": '"na-split" has eight characters, all different; one more to the left would be a second "a".',
        },
        {
            "input": ("abba",),
            "answer": 2,
            "note": '"ab" or "ba". At the last "a" the window has long passed the first one.',
        },
        {
            "input": ("dddd",),
            "answer": 1,
            "note": "A single character is a substring without repeats.",
        },
    ]


def edges(rng):
    letters = "abcdefghijklmnopqrstuvwxyz"
    texts = [
        ("empty", ""),
        ("one character", "q"),
        ("two equal", "zz"),
        ("two different", "zy"),
        ("best at the end", "aab" + letters[2:12]),
        ("best at the start", letters[:12] + "aab"),
        ("best in the middle", "aaa" + letters[:15] + "ooo"),
        ("whole alphabet, no repeat", letters),
        ("repeat at both ends", "x" + letters[:20] + "x"),
        ("window must not step back", "abcdba" + "xyzw" + "a"),
        ("palindrome", letters + letters[::-1]),
        ("odd palindrome", letters + letters[-2::-1]),
        ("short period", "abc" * 40),
        ("two characters in turn", "ab" * 50),
        ("a hundred equal", "a" * 100),
        ("pairs", "".join(c + c for c in letters)),
        ("upper and lower case differ", "aAbBcC" + "aAbBcC"),
        ("white space", " \t\n \r\n\t \x0b\x0c"),
        ("zero bytes", "\x00a\x00b\x00"),
        ("accents as code points of their own", "e\u0301\u00e9e\u0301a\u0301"),
        ("one code point beyond 16 bits, twice", "\U0001f600\U0001f600"),
        ("code points beyond 16 bits", "\U0001f600\U0001f601\U0001f602\U0001f600\U0001f603"),
        ("same low byte", "\u0061\u0161\u0261\u0361\u0061"),
        ("last code point", "\U0010ffff\U0010fffe\U0010ffff"),
        ("neighbours of the surrogates", "\ud7ff\ue000\ud7ff\ue000"),
    ]
    for number in range(6):
        text = "".join(rng.choices(letters[: 2 + 4 * number], k=rng.randrange(20, 80)))
        texts.append((f"random letters {number + 1}", text))
    return [(label, (text,)) for label, text in texts]


def alphabet(size, rng):
    """That many different characters, in no particular order."""
    first = rng.randrange(FIRST, LAST - size)
    points = list(range(first, first + size))
    rng.shuffle(points)
    return "".join(map(chr, points))


def all_distinct(n, rng):
    return (alphabet(n, rng),)


def long_period(n, rng):
    period = alphabet((n + 1) // 2, rng)
    return ((period + period)[:n],)


def validate(s):
    if len(s) > 400_000:
        raise ValueError("s has more than 400 000 characters")
    if any("\ud800" <= c <= "\udfff" for c in s):
        raise ValueError("s has a lone surrogate")
