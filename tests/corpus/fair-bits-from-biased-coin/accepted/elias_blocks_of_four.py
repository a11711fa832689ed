# four throws at a time: all orders of the same number of heads are equally likely (Elias)
from collections.abc import Callable
from itertools import product


def make_table() -> dict[tuple[int, ...], list[int]]:
    by_heads = {}
    for word in product((0, 1), repeat=4):
        by_heads.setdefault(sum(word), []).append(word)
    table = {}
    for words in by_heads.values():
        rest = words
        while rest:
            width = len(rest).bit_length() - 1
            for i in range(2**width):
                table[rest[i]] = [(i >> j) & 1 for j in range(width)]
            rest = rest[2**width :]
    return table


TABLE = make_table()


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    bits = []
    while len(bits) < n:
        bits.extend(TABLE[coin(), coin(), coin(), coin()])
    return bits[:n]
