import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from judge.checkers import find_difference
from judge.problem.checkerspec import Checker
from sandbox.guest.carried import Array, Frame, ProbeSequence
from tests.judge.problem.test_text import values

CHECKER: TypeAdapter[Any] = TypeAdapter(Checker)
EXACT: dict[str, Any] = {"kind": "exact"}
NUMBERS = {"kind": "exact", "numbers": True}
FLOAT = {"kind": "float", "relative": 1e-9, "absolute": 1e-12}
LOOSE = {"kind": "float", "relative": 0, "absolute": 0.1}
UNORDERED = {"kind": "unordered"}
MAPPING = {"kind": "mapping", "values": UNORDERED}
PAIR = {"kind": "tuple", "parts": [FLOAT, EXACT]}
TOKENS = {"kind": "tokens"}
ROUGH = {"kind": "tokens", "relative": 1e-6}
HUGE = 1 << 3_400_000  # a million digits
nan, inf = math.nan, math.inf


def said(spec: dict[str, Any], expected: Any, answer: Any) -> str | None:
    found = find_difference(CHECKER.validate_python(spec), expected, answer)
    return None if found is None else found.line()


@pytest.mark.parametrize(
    ("spec", "expected", "answer"),
    [
        (EXACT, [1, "a", None, (True, 2.5)], [1, "a", None, (True, 2.5)]),
        (EXACT, nan, nan),
        (EXACT, 0.0, -0.0),
        (EXACT, {"a": 1, "b": [2]}, {"b": [2], "a": 1}),
        (EXACT, {1, 2}, {2, 1}),
        (EXACT, Decimal("sNaN"), Decimal("sNaN")),
        (EXACT, Decimal("1.0"), Decimal("1.00")),
        (EXACT, HUGE, 1 << 3_400_000),
        (NUMBERS, [1, 2.0], [1.0, 2]),
        (NUMBERS, [inf, nan], [inf, nan]),
        (FLOAT, [1.0, 2.0], [1.0 + 1e-10, 2]),
        (FLOAT, 0.0, 1e-13),
        (FLOAT, 3, 3.0),
        (FLOAT, {"a": [(1.0, "x")]}, {"a": [(1.0000000001, "x")]}),
        (FLOAT, [nan, inf, -inf, None, "x", True], [nan, inf, -inf, None, "x", True]),
        (FLOAT, HUGE, HUGE),
        (LOOSE, 10**25, 10.0**25),
        (FLOAT, Array("<f8", (2,), bytes(16)), Array("<f8", (2,), bytes(16))),
        (UNORDERED, [3, 1, 1], [1, 3, 1]),
        (UNORDERED, [[1], {"a": 1, "b": nan}], [{"b": nan, "a": 1}, [1]]),
        (UNORDERED, [], []),
        (MAPPING, {1: ["a", "b"], 2: []}, {2: [], 1: ["b", "a"]}),
        (PAIR, (0.1 + 0.2, "x"), (0.3, "x")),
        (TOKENS, "1 2\n3\n", " 1\t2 3"),
        (ROUGH, "mean 0.333333333 nan", "mean 0.33333333 NaN"),
        (ROUGH, "a 1e400", "a inf"),
    ],
    ids=lambda value: value if type(value) is str else "",
)
def test_right_answers(spec: dict[str, Any], expected: Any, answer: Any) -> None:
    assert said(spec, expected, answer) is None


@pytest.mark.parametrize(
    ("spec", "expected", "answer", "words"),
    [
        (EXACT, 1, True, "True is a bool, expected the int 1"),
        (EXACT, True, 1, "1 is an int, expected the bool True"),
        (EXACT, 1, 1.0, "1.0 is a float, expected the int 1"),
        (EXACT, 5, 6, "6, expected 5"),
        (EXACT, [1], None, "None, expected the list [1]"),
        (EXACT, None, [1], "[1] is a list, expected None"),
        (EXACT, [1, 2], (1, 2), "(1, 2) is a tuple, expected the list [1, 2]"),
        (EXACT, [1, 2, 3, 4, 5], [1, 2, 3, 4], "4 values, expected 5"),
        (EXACT, [1, 2], [1], "1 value, expected 2"),
        (EXACT, [[1, 2], [3, "x"]], [[1, 2], [3, "y"]], "element 2 of element 2: 'y', expected 'x'"),
        (EXACT, {"a": [1]}, {"a": [2]}, "element 1 of the value at 'a': 2, expected 1"),
        (EXACT, {"a": 1}, {}, "the key 'a' is missing (0 found, 1 expected)"),
        (EXACT, {1: "x"}, {1: "x", 2: "y"}, "the key 2 is not expected (2 found, 1 expected)"),
        (EXACT, {1: "x"}, {True: "x"}, "the key 1 is missing (1 found, 1 expected)"),
        (EXACT, {1, 2}, {1, 3}, "2 is missing (2 found, 2 expected)"),
        (EXACT, {1, 2}, [1, 2], "[1, 2] is a list, expected the set {1, 2}"),
        (EXACT, "a" * 90 + "b", "a" * 90 + "c", "from character 86: 'aaaaac', expected 'aaaaab'"),
        (EXACT, "ab" * 40, "ab" * 39, "from character 74: the end (78 characters), expected 'bababab'"),
        (EXACT, "x\ny", "x\x1b[2Jy", "'x\\x1b[2Jy', expected 'x\\ny'"),
        (EXACT, Decimal("1"), Decimal("sNaN"), "Decimal('sNaN'), expected Decimal('1')"),
        (EXACT, 1, 10**99 + 1, "100000000000…000000000001 (100 digits), expected 1"),
        (EXACT, 7, HUGE, "0x1000000000…0000000000 (about 1,023,502 digits), expected 7"),
        (EXACT, HUGE, 7, "7, expected 0x1000000000…0000000000 (about 1,023,502 digits)"),
        (EXACT, 1, ProbeSequence.of([1]), "[1] is a ProbeSequence, expected the int 1"),
        (NUMBERS, 1, True, "True is a bool, expected the int 1"),
        (NUMBERS, 1, 1.5, "1.5, expected 1"),
        (NUMBERS, 1, "1", "'1' is a str, expected the int 1"),
        (FLOAT, [1.0, 2.0, 1.08], [1.0, 2.0, 1.07], "element 3: 1.07, expected 1.08"),
        (FLOAT, 1.0, True, "True is a bool, expected the float 1.0"),
        (FLOAT, True, 1.0, "1.0 is a float, expected the bool True"),
        (FLOAT, 1.0, nan, "nan, expected 1.0"),
        (FLOAT, nan, 1.0, "1.0, expected nan"),
        (FLOAT, inf, -inf, "-inf, expected inf"),
        (FLOAT, 1e308, inf, "inf, expected 1e+308"),
        (FLOAT, 1.0, HUGE, "0x1000000000…0000000000 (about 1,023,502 digits), expected 1.0"),
        (FLOAT, [1.0], 1.0, "1.0 is a float, expected the list [1.0]"),
        (FLOAT, [1.0], Array("<f8", (1,), bytes(8)), " is a numpy array, expected the list [1.0]"),
        (LOOSE, 10**25, 10**25 + 10**12, "10000000000001000000000000, expected 10000000000000000000000000"),
        (UNORDERED, [1, 2, 3], [1, 2], "2 values, expected 3: 3 is missing"),
        (UNORDERED, [1, 1, 1, 2], [2, 2, 2, 1], "other values: 1 is missing (2 times too few)"),
        (UNORDERED, [1], [1, 1], "2 values, expected 1: 1 is not expected"),
        (UNORDERED, [1], [True], "other values: 1 is missing"),
        (UNORDERED, [1], {1}, "{1} is a set, expected the list [1]"),
        (MAPPING, {1: ["a"]}, {1: ["b"]}, "the value at 1: other values: 'a' is missing"),
        (MAPPING, {1: ["a"]}, {1: "a"}, "the value at 1: 'a' is a str, expected the list ['a']"),
        (MAPPING, {1: []}, [], "[] is a list, expected the dict {1: []}"),
        (MAPPING, {1: []}, {1.0: []}, "the key 1 is missing (1 found, 1 expected)"),
        (PAIR, (1.0, "x"), (2.0, "x"), "part 1: 2.0, expected 1.0"),
        (PAIR, (1.0, "x"), (1.0, "x", 3), "3 parts, expected 2"),
        (PAIR, (1.0, "x", 3), (1.0, "x", 3), "the checker has 2 parts, the expected answer 3"),
        (PAIR, (1.0, "x"), [1.0, "x"], "[1.0, 'x'] is a list, expected the tuple (1.0, 'x')"),
        (TOKENS, "1 2 3", "1 2", "2 words, expected 3"),
        (TOKENS, "1 2", "1 2.0", "word 2: '2.0', expected '2'"),
        (TOKENS, "1", 1, "1 is an int, expected the str '1'"),
        (ROUGH, "0.5", "0.51", "word 1: '0.51', expected '0.5'"),
        (ROUGH, "10", "1_0", "word 1: '1_0', expected '10'"),
        (ROUGH, "abc", "nan", "word 1: 'nan', expected 'abc'"),
    ],
    ids=lambda value: value if type(value) is str else "",  # of a million digits pytest makes no name
)  # fmt: skip
def test_wrong_answers_are_explained(spec: dict[str, Any], expected: Any, answer: Any, words: str) -> None:
    found = said(spec, expected, answer)
    assert found is not None
    assert found == words or (words.startswith(" ") and found.endswith(words))


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


HOSTILE: list[Any] = [
    None, True, HUGE, -HUGE, nan, -0.0, "x" * 10**6, "\ud800", b"\xff" * 10**6, nested(95), [nested(95)], {}, set(),
    (), {"a": nested(95)}, [[]] * 10**5, {HUGE: 1}, {(1, (2,)): {}}, frozenset({(HUGE,)}), Decimal("sNaN"),
    Decimal("1e999999"), complex(nan, inf), ProbeSequence(2**62, ((0, 0, 2**62, 1),)), Array("<f8", (2**40,), b""),
    Array("<f8", (), b"123"),
    Frame((None, "", [[]]), ((nested(50), "x" * 10**6, [nested(95)]),)),
    Frame((None, "range", (0, 2**62, 1)), ()), Frame(("x", "range", (0, 1, 1)), ((1, "", [HUGE]),), series=True),
]  # fmt: skip
EXPECTED: list[Any] = [
    [1.0, [2.0]], {"a": [1]}, (1.0, "x"), "1 2", 3, 2.5, {1, 2}, None, True, Decimal(1), 1j,
    Array("<f8", (), bytes(8)), Frame((None, "int64", [0]), (("a", "int64", [1]),)),
]  # fmt: skip


@pytest.mark.parametrize("spec", [EXACT, NUMBERS, FLOAT, UNORDERED, MAPPING, PAIR, TOKENS, ROUGH], ids=str)
def test_hostile_answers_are_wrong_and_nothing_worse(spec: dict[str, Any]) -> None:
    for expected in EXPECTED:
        for answer in HOSTILE:
            line = said(spec, expected, answer)
            if not (type(expected) in (bool, type(None)) and answer is expected):
                assert line is not None
                assert len(line) <= 400
                assert line.isprintable()


@given(values, values)
def test_equal_is_right_and_what_is_right_is_right_both_ways(one: Any, other: Any) -> None:
    assert said(EXACT, one, one) is None
    assert said(FLOAT, one, one) is None
    assert (said(EXACT, one, other) is None) == (said(EXACT, other, one) is None)


@given(st.lists(values, max_size=8), st.randoms())
def test_any_order_will_do_where_order_is_nothing(items: list[Any], random: Any) -> None:
    shuffled = items[:]
    random.shuffle(shuffled)
    assert said(UNORDERED, items, shuffled) is None
    assert said(UNORDERED, items, [*shuffled, "one more"]) is not None


def test_arrays_and_frames_are_compared_value_by_value() -> None:
    one = Array("<f8", (2,), bytes(8) + b"\x00\x00\x00\x00\x00\x00\xf0\x3f")
    near = Array("<f8", (2,), bytes(8) + b"\x01\x00\x00\x00\x00\x00\xf0\x3f")
    far = Array("<f8", (2,), bytes(16))
    assert said(FLOAT, one, near) is None
    assert said(EXACT, one, near) == "element 2: 1.0000000000000002, expected 1.0"
    assert said(FLOAT, one, far) == "element 2: 0.0, expected 1.0"
    assert said(FLOAT, one, Array("<f4", (4,), bytes(16))) == "an array of shape (4,), expected (2,)"
    frame = Frame((None, "int64", [0, 1]), (("id", "int64", [3, 4]), ("mean", "float64", one)))
    assert said(FLOAT, frame, Frame(frame.index, (frame.columns[0], ("mean", "float64", near)))) is None
    other = Frame(frame.index, (frame.columns[0], ("mean", "float64", far)))
    assert said(FLOAT, frame, other) == "element 2 of column 'mean': 0.0, expected 1.0"
    renamed = Frame(frame.index, (frame.columns[0], ("avg", "float64", one)))
    assert said(FLOAT, frame, renamed) == "element 2 of the column names: 'avg' is a str, expected the str 'mean'"
    retyped = Frame(frame.index, (("id", "object", ["3", "4"]), frame.columns[1]))
    assert said(FLOAT, frame, retyped) == "column 'id': dtype object, expected int64"
