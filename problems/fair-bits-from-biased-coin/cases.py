"""Inputs of fair-bits-from-biased-coin: a list of calls (coin, n), each coin a tape of exactly the throws that its call may make.

The probability of heads is a number of 256ths, so that tapes are made of random bytes. A tape on which the plain way of the
editorial would run out is made anew; that happens with a probability below 1e-10 (see checker.py).
"""

from landau_cases import Tape

MOST_BITS = 100_000
BLOCK = 1024  # throws handed out at once
EVEN, LEANING, RARE, MOSTLY, NEARLY = 128, 77, 13, 230, 253  # of 256
CALLS = 100


def budget(n, heads):
    """How often a call may throw a coin that shows heads in `heads` of 256 throws: (1.3 n + 60) / (p (1 - p))."""
    return (13 * n + 600) * 256 * 256 // (10 * heads * (256 - heads))


def call(n, heads, rng):
    shows = bytes(byte < heads for byte in range(256))
    while True:
        throws = rng.randbytes(budget(n, heads)).translate(shows)
        if unequal_pairs(throws) >= n:
            return (Tape(throws, BLOCK), n)


def unequal_pairs(throws):
    first, second = throws[: len(throws) // 2 * 2 : 2], throws[1::2]
    return (int.from_bytes(first, "big") ^ int.from_bytes(second, "big")).bit_count()


def written(text):
    return Tape(bytes(map(int, text)), BLOCK)


def samples():
    return [
        {
            "input": [(written(FIRST), 4)],
            "answer": [[0, 0, 1, 1]],
            "note": "Any four bits are accepted here, if a second run gives the same: so few cannot be told from fair ones. The "
            "coin of this sample shows heads about half the time, and can be thrown 260 times.",
        },
        {
            "input": [(written(SECOND), 1), (written(""), 0)],
            "answer": [[1], []],
            "note": "Two calls in one program. The first coin shows heads in about three of four throws. The second call wants no "
            "bits, and its coin cannot be thrown even once.",
        },
    ]


# Each as long as its call may throw: 65.2 * 4 and 61.3 * 16 / 3.
FIRST = (
    "0011110100110001111010110001110010100110101100001011010001110101100101110100011010"
    "1100101001011101000101101110001010011101001011000110101101001110010110100010111001"
    "0110100111010010100101100011101011010001100101110100101100111000101101"
    "01001101011001"
    "001011010010"
)
SECOND = (
    "1111101110111011011111101110101111011101111110110111101111101011101111011101101111"
    "1011110110111111011101111010111101110111101111011011101111110111011110101111011011"
    "1110111011110111101011111011011110111011110110111111010111101110111101101111101110"
    "11110111011111011011110111010111101111011011111011101111011110101111011101101111"
)


def edges(rng):
    return [
        ("no bits, no throws", [(Tape(b"", BLOCK), 0)]),
        ("no bits", [call(0, RARE, rng)]),
        ("one bit, even", [call(1, EVEN, rng)]),
        ("one bit, rare heads", [call(1, RARE, rng)]),
        ("one bit, nearly always heads", [call(1, NEARLY, rng)]),
        ("two bits", [call(2, LEANING, rng)]),
        ("none and some in turn", [call(n, MOSTLY, rng) for n in (0, 3, 0, 1)]),
        ("a thousand bits, even", [call(1000, EVEN, rng)]),
        ("a thousand bits, rare heads", [call(1000, RARE, rng)]),
        ("a thousand bits, mostly heads", [call(1000, MOSTLY, rng)]),
        ("every coin in turn", [call(500, heads, rng) for heads in (EVEN, LEANING, RARE, MOSTLY, NEARLY)]),
    ]


def even(n, rng):
    return [call(n, EVEN, rng)]


def leaning(n, rng):
    return [call(n, LEANING, rng)]


def rare_heads(n, rng):
    return [call(n, RARE, rng)]


def mostly_heads(n, rng):
    return [call(n, MOSTLY, rng)]


def nearly_always(n, rng):
    return [call(n, NEARLY, rng)]


def short_calls(n, rng):
    """`n` bits in all, shared among the calls."""
    calls = min(CALLS, n)
    return [call((n + at) // calls, rng.choice((EVEN, LEANING, RARE, MOSTLY)), rng) for at in range(calls)]


def validate(coin, n):
    if not isinstance(coin, Tape) or set(coin.values) - {0, 1}:
        raise ValueError("coin must be written as the list of its throws, each 0 or 1")
    if type(n) is not int or not 0 <= n <= MOST_BITS:
        raise ValueError(f"n is {n!r}, not an int from 0 to {MOST_BITS}")
    if unequal_pairs(coin.values) < n:
        raise ValueError(f"so few throws ({len(coin)}) may not be enough for {n} bits: write more of them")
