"""Each known cause, from a program's text and what its names stood for; and silence where that is not known."""

from __future__ import annotations

import pytest

from judge.growth.blame.carrier import Carrier
from judge.growth.blame.causes import find_cause
from judge.growth.blame.outline import nodes_at, outline
from judge.growth.blame.tracing import Things
from judge.report import Resource


def cause(source: str, line: int, kinds: dict[str, str], what: Resource = Resource.TIME, runs: int = 0) -> str | None:
    program = outline(source)
    assert program is not None
    things: Things = {(line, name): (kind, 1000) for name, kind in kinds.items()}
    before: Things = {key: (kind, 100) for key, (kind, _) in things.items()}
    loop = program.loop_at(line)
    found = Carrier(line, 2.0, 0.9, runs, loop, loop.outer.line if loop and loop.outer else None)
    said = find_cause(program, found, things, before, what)
    if said is not None:
        assert ": " in said.sentence  # why, then what to do instead
        assert "\n" not in said.sentence
    return said.key if said else None


@pytest.mark.parametrize(
    ("line", "kinds", "key"),
    [
        ("q.pop(0)", {"q": "list"}, "pop-front"),
        ("del q[0]", {"q": "list"}, "pop-front"),
        ("q.insert(0, x)", {"q": "list"}, "insert-front"),
        ("q.insert(i, x)", {"q": "list"}, "insert-sorted"),
        ("insort(q, x)", {"q": "list"}, "insert-sorted"),
        ("del q[i]", {"q": "list"}, "delete-middle"),
        ("q.remove(x)", {"q": "list"}, "delete-middle"),
        ("y = q[i]", {"q": "deque"}, "deque-index"),
        ("if x in q: pass", {"q": "list"}, "membership"),
        ("if x not in self.q: pass", {"self.q": "list"}, "membership"),
        ("if x in d.values(): pass", {"d": "dict"}, "membership"),
        ("if x in s: pass", {"s": "str"}, "scan"),
        ("y = q.index(x)", {"q": "list"}, "index"),
        ("y = q.count(x)", {"q": "list"}, "count"),
        ("y = sorted(q)", {"q": "list"}, "sort"),
        ("q.sort()", {"q": "list"}, "sort"),
        ("y = sum(q)", {"q": "deque"}, "aggregate"),
        ("y = max(q[:i])", {"q": "list"}, "aggregate"),
        ("y = len(set(q))", {"q": "list"}, "aggregate"),
        ("q = q[1:]", {"q": "list"}, "slice"),
        ("s = s + x", {"s": "str", "x": "str"}, "text-concat"),
        ("s += x", {"s": "str", "x": "str"}, "text-concat"),
        ("q = q + [x]", {"q": "list"}, "list-concat"),
        ("q += (x,)", {"q": "tuple"}, "list-concat"),
        ("d[x] = d.get(x, []) + [x]", {"d": "dict"}, "list-concat"),
        ("t = t | {x}", {"t": "set"}, "set-copy"),
        ("y = q.copy()", {"q": "list"}, "copy"),
        ("y = list(q)", {"q": "list"}, "copy"),
        ("a = np.append(a, x)", {"a": "ndarray"}, "array-append"),
        ("t = pd.concat([t, x])", {"t": "DataFrame"}, "frame-concat"),
        ("y = a[k == x]", {"a": "ndarray", "k": "ndarray"}, "mask"),
        ("y = s.find(x)", {"s": "str"}, "scan"),
        ("y = open('f').read()", {}, "reread"),
        ("t.add(x)", {"t": "set", "t#": "crowded"}, "collision"),
        ("d[x] = 1", {"d": "dict", "d#": "crowded"}, "collision"),
        ("a = a * x", {"a": "int"}, "long-numbers"),
    ],
)
def test_a_line_whose_every_run_costs_more(line: str, kinds: dict[str, str], key: str) -> None:
    assert cause(f"def f(xs):\n    for x in xs:\n        {line}\n", 3, kinds) == key


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("q.pop(0)", {"q": "Queue"}),  # a class of its own
        ("if x in q: pass", {}),  # not known what it is
        ("q.append(x)", {"q": "list"}),
        ("y = max(x, 1)", {}),
        ("q += [x]", {"q": "list"}),  # in place
        ("t.add(x)", {"t": "set"}),  # nobody saw keys collide
        ("d[x] = 1", {"d": "dict"}),
    ],
)
def test_silence_where_it_is_not_sure(line: str, kinds: dict[str, str]) -> None:
    assert cause(f"def f(xs):\n    for x in xs:\n        {line}\n", 3, kinds) is None


def test_collisions_are_nearly_a_square() -> None:
    program = outline("for x in xs:\n    t.add(x)\n")
    assert program is not None
    seen: Things = {(2, "t"): ("set", 1000), (2, "t#"): ("crowded", 1000)}
    for exponent, key in ((1.9, "collision"), (1.3, None)):
        said = find_cause(program, Carrier(2, exponent, 0.9, 0, None), seen, seen)
        assert (said.key if said else None) == key


def test_what_does_not_grow_is_not_searched_for_long() -> None:
    program = outline("for x in xs:\n    y = x in vowels\n")
    assert program is not None
    same: Things = {(2, "vowels"): ("list", 5)}
    assert find_cause(program, Carrier(2, 2.0, 0.9, 0, None), same, same) is None


def test_a_slice_for_a_call_of_itself() -> None:
    assert cause("def f(xs):\n    return f(xs[1:]) if xs else 0\n", 2, {"xs": "list"}) == "slice-recursion"


NESTED = "def f(xs):\n    for i in xs:\n        for j in xs:\n            {}\n    return 0\n"


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("if i == j: return 1", "nested"),
        ("if i < j: break", "search"),
        ("total += j", "recompute"),
        ("best = max(best, j)", "nested"),
    ],
)
def test_a_loop_that_starts_anew(body: str, key: str) -> None:
    source = NESTED.format(body)
    program = outline(source)
    assert program is not None
    said = find_cause(program, Carrier(3, 2.0, 0.9, 10**6, program.loop_at(4), 2), {}, {})
    assert said is not None
    assert said.key == key
    assert "line 2" in said.sentence


def test_other_ways_to_run_too_often() -> None:
    twice = "def f(i):\n    return i if i < 2 else f(i - 1) + f(i - 2)\n"
    assert cause(twice, 2, {}, runs=1000) == "recursion"
    assert cause("def f(xs):\n    return [sum(1 for y in xs if y <= x) for x in xs]\n", 2, {}, runs=1000) == "filter"
    equal = "class A:\n    def __eq__(self, o):\n        return self.x == o.x\n"
    assert cause(equal, 3, {}, runs=1000) == "collision"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("lines = stream.readlines()", "reads-all"),
        ("ys = [x for x in xs]", "keeps-all"),
        ("ys = xs[:]", "copy"),
        ("ys = list(xs)", "copy"),
        ("ys.append(x)", "keeps-all"),
        ("d[x] = 1", "keeps-all"),
    ],
)
def test_memory(line: str, key: str) -> None:
    assert cause(f"def f(xs):\n    {line}\n", 2, {}, Resource.MEMORY) == key


def test_reads() -> None:
    assert cause("def f(xs, x):\n    return x in xs\n", 2, {}, Resource.PROBES) == "membership"
    assert cause("def f(xs, x):\n    return list(xs)\n", 2, {}, Resource.PROBES) == "copy"
    walk = "def f(xs, x):\n    for y in xs:\n        if y == x:\n            return y\n"
    assert cause(walk, 2, {}, Resource.PROBES, runs=1000) == "walk"
    assert cause("def f(xs, x):\n    return xs[0]\n", 2, {}, Resource.PROBES) is None


def test_of_what_is_nested_the_inner_is_told() -> None:
    source = "def f(s, k):\n    return any(len(set(s[i : i + k])) == k for i in range(len(s)))\n"
    program = outline(source)
    assert program is not None
    said = find_cause(program, Carrier(2, 2.0, 0.9, 0, program.loop_at(2)), {}, {})
    assert said is not None
    assert "len(set(s[i:i + k]))" in said.sentence


def test_a_compound_statement_is_its_head_alone() -> None:
    program = outline("while a:\n    b\n")
    assert program is not None
    assert [type(node).__name__ for node in nodes_at(program.tree, 1)] == ["Name"]


def test_a_text_that_is_no_program() -> None:
    assert outline("def f(:\n") is None


@pytest.mark.parametrize(("exponent", "key"), [(1.0, "one-pass"), (2.0, "search")])
def test_of_a_single_pass_nobody_says_that_it_begins_again(exponent: float, key: str) -> None:
    program = outline("def f(x):\n    n = 1\n    while n * n < x:\n        n += 1\n    return n\n")
    assert program is not None
    found = find_cause(program, Carrier(3, exponent, 0.9, 1000, program.loop_at(3), None), {}, {})
    assert found is not None and found.key == key
