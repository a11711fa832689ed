"""Simpler numbers and letters: a shorter text first, then nearer to zero. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any

from judge.counterexample.fewer import Shrinking, Whole, fewer
from sandbox.guest.carried import ProbeSequence

FAR = 2**60  # beyond it all floats are equally far from zero
FRACTION_BITS = 20  # of a float that count
DIGITS = (0, 1, 2, 3, 6)  # that a float is rounded to
EXACT_INT_BITS = 13_000  # a longer one has no short decimal text
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789")
PLAIN = ("a", "A", "é", "中", "😀")  # of one, two, three and four bytes
LONGEST_SPELLED = 200  # characters of a text that are looked at one by one
LARGEST_LISTED = 1000  # elements of a sequence whose reads are counted

Cost = tuple[int, int]


def cost(leaf: Any) -> Cost:
    """What makes one leaf simpler than another: the length of its text, then how far it is from zero or from "a"."""
    kind = type(leaf)
    if kind is bool or leaf is None:
        return 1, int(bool(leaf))
    if kind is int:
        text = leaf.bit_length() if leaf.bit_length() > EXACT_INT_BITS else len(str(leaf))
        return text, 2 * abs(leaf) + (leaf < 0) << FRACTION_BITS
    if kind is float:
        far = min(2 * abs(leaf) + (leaf < 0), FAR) if math.isfinite(leaf) else FAR
        return len(repr(leaf).removesuffix(".0")), int(far * 2**FRACTION_BITS)
    if kind is str:
        return len(leaf), sum(map(_oddness, leaf))
    return 1, 0


def total(leaves: Iterable[Any]) -> Cost:
    costs = [cost(leaf) for leaf in leaves]
    return sum(length for length, _ in costs), sum(far for _, far in costs)


def simplified(leaf: Any, whole: Whole) -> Shrinking:
    """The simplest leaf that still fails, as far as steps toward it lead."""
    if type(leaf) is str:
        return (yield from _text(leaf, whole))
    if type(leaf) is bytes:
        return (yield from fewer(leaf, whole))
    moved = True
    while moved:
        moved = False
        for candidate in simpler(leaf):
            if cost(candidate) < cost(leaf) and (yield whole(candidate)):
                leaf, moved = candidate, True
                break
    return leaf


def simpler(leaf: Any) -> Iterator[Any]:
    """Values of the leaf's type to try in its place, boldest first."""
    kind = type(leaf)
    if kind is bool:
        yield False
    elif kind is int:
        yield from _toward_zero(leaf)
    elif kind is float:
        yield from (0.0, 1.0)
        if math.isfinite(leaf):
            yield from (float(round(leaf, digits)) for digits in DIGITS)
            yield abs(leaf)
            if leaf.is_integer() and abs(leaf) < FAR:
                yield from map(float, _toward_zero(int(leaf)))
    elif kind is Decimal:
        yield from (Decimal(0), Decimal(1)) if leaf not in (0, 1) else ()


def _toward_zero(number: int) -> Iterator[int]:
    """0, then by half of the way, a quarter of it ...; a step at last."""
    yield 0
    if number < 0:
        yield -number
    step = abs(number) >> 1
    while step:
        yield number - step if number > 0 else number + step
        step >>= 1


def _text(text: str, whole: Whole) -> Shrinking:
    if "\n" in text:
        lines = yield from fewer(text.splitlines(keepends=True), lambda lines: whole("".join(lines)))
        text = "".join(lines)
    text = yield from fewer(text, whole)
    for at in range(min(len(text), LONGEST_SPELLED)):
        for plainer in _plainer(text[at]):
            candidate = text[:at] + plainer + text[at + 1 :]
            if (yield whole(candidate)):
                text = candidate
                break
    return text


def _plainer(letter: str) -> Iterator[str]:
    if letter.isdigit() and letter.isascii():
        yield from (plain for plain in ("0", "1") if plain < letter)
    elif letter.isalpha() or not letter.isprintable() or not letter.isascii():
        yield from (plain for plain in PLAIN if _oddness(plain) < _oddness(letter))


def _oddness(letter: str) -> int:
    for row, alphabet in enumerate(ALPHABETS):
        at = alphabet.find(letter)
        if at >= 0:
            return 30 * row + at
    return 100 if letter in " \n" else 200 + ord(letter)


# ---------------------------------------------------------------- all leaves of a part at once


def ranked(part: Any) -> Iterator[Any]:
    """The part with its numbers replaced by their ranks. Order and equality stay (and, the second time, signs), so a
    failure often does."""
    leaves = list(each_leaf(part))
    return (mapped(part, renaming) for renaming in _ranks(leaves) if total(map(renaming, leaves)) < total(leaves))


def relettered(part: Any) -> Iterator[Any]:
    """The part with its letters replaced by the first ones of an alphabet: equal ones stay equal."""
    leaves = list(each_leaf(part))
    for renaming in _letters(leaves):
        if total(map(renaming, leaves)) < total(leaves):
            yield mapped(part, renaming)


def each_leaf(part: Any) -> Iterator[Any]:
    kind = type(part)
    if kind in (list, tuple, set, frozenset) or (kind is ProbeSequence and len(part) <= LARGEST_LISTED):
        for item in part:
            yield from each_leaf(item)
    elif kind is dict:
        for item in chain.from_iterable(part.items()):
            yield from each_leaf(item)
    else:
        yield part


def mapped(part: Any, change: Callable[[Any], Any]) -> Any:
    kind = type(part)
    if kind in (list, tuple, set, frozenset):
        return kind(mapped(item, change) for item in part)
    if kind is ProbeSequence and len(part) <= LARGEST_LISTED:
        return ProbeSequence.of([change(item) for item in part])
    if kind is dict:
        return {mapped(key, change): mapped(item, change) for key, item in part.items()}
    return change(part)


def is_number(leaf: Any) -> bool:
    return type(leaf) is int or (type(leaf) is float and math.isfinite(leaf))


def _ranks(leaves: list[Any]) -> Iterator[Callable[[Any], Any]]:
    """From 0 on; and so that negative ones, 0 and positive ones stay what they are."""
    numbers = sorted({leaf for leaf in leaves if is_number(leaf)})
    negative = sum(number < 0 for number in numbers)
    beyond = 0 not in numbers
    for rank in (
        {number: at for at, number in enumerate(numbers)},
        {number: at - negative + (beyond and number > 0) for at, number in enumerate(numbers)},
    ):
        yield partial(_by_rank, rank)


def _by_rank(rank: dict[Any, int], leaf: Any) -> Any:
    return type(leaf)(rank[leaf]) if is_number(leaf) else leaf


def _letters(leaves: list[Any]) -> Iterator[Callable[[Any], Any]]:
    """All as a, b, c ...; and each kind of letter by its own alphabet, the rest as it is."""
    letters = list(dict.fromkeys(chain.from_iterable(leaf for leaf in leaves if type(leaf) is str)))
    if len(letters) <= len(ALPHABETS[0]):
        yield partial(_relettered, _table(letters, ALPHABETS[0]))
    apart: dict[int, str] = {}
    for alphabet in ALPHABETS:
        apart |= _table([letter for letter in letters if letter in alphabet], alphabet)
    yield partial(_relettered, apart)


def _table(letters: list[str], alphabet: str) -> dict[int, str]:
    return {ord(letter): plain for letter, plain in zip(letters, alphabet, strict=False)}


def _relettered(table: dict[int, str], leaf: Any) -> Any:
    return leaf.translate(table) if type(leaf) is str else leaf
