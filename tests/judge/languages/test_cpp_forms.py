"""How a submission in C++ may be written."""

from __future__ import annotations

import math
from typing import Any

import pytest

from tests.judge.languages.compiled import a_class, answer, built, function, method, run, start

STD = "#include <bits/stdc++.h>\nusing namespace std;\n"
TRAPPED = function("trapped", "int", heights="list[int]", k="int")


# ---------------------------------------------------------------- ways to write it

FORMS = {
    "by value": "long long trapped(vector<long long> heights, long long k) { return heights.size() + k; }",
    "by reference": "long long trapped(vector<long long>& heights, long long& k) { return heights.size() + k; }",
    "by const reference": "long long trapped(const vector<long long>& h, const long long& k) { return h.size() + k; }",
    "to be moved from": "long long trapped(vector<long long>&& heights, long long&& k) { return heights.size() + k; }",
    "int": "int trapped(vector<long long>& heights, int k) { return heights.size() + k; }",
    "unsigned, double": "unsigned trapped(const vector<long long> heights, double k) { return heights.size() + k; }",
    "what it converts to": "size_t trapped(span<const long long> heights, short& k) { return heights.size() + k; }",
    "auto": "auto trapped(auto heights, auto k) { return heights.size() + k; }",
    "template": "template <class T> T trapped(vector<T>& heights, T k) { return heights.size() + k; }",
    "lambda": "auto trapped = [](vector<long long>& heights, long long k) { return heights.size() + k; };",
    "overloads": "int trapped(int a, int b) { return a + b; }\n"
    "int trapped(vector<long long>& heights, long long k) { return trapped(heights.size(), k); }",
    "noexcept": "long long trapped(vector<long long> heights, long long k) noexcept { return heights.size() + k; }",
    "one more": "int trapped(vector<long long>& heights, int k, int more = 0) { return heights.size() + k + more; }",
    "Solution": "class Solution { public: int trapped(vector<long long>& h, int k) { return h.size() + k; } };",
    "static": "struct Solution { static int trapped(const vector<long long>& h, int k) { return h.size() + k; } };",
    "template in Solution": "struct Solution { auto trapped(auto h, auto& k) const { return h.size() + k; } };",
    "redefined words": "#define int long long\n#define double float\n#define all(x) x.begin()\n#define S second\n"
    "int trapped(vector<int> heights, int k) { return heights.size() + k; }\nsigned main() { return 0; }",
    "names of the library": "int data[10], count, size, distance, name, result, arguments, landau_;\n"
    "namespace wire { int x; }\nstruct Reader {}; struct Function {}; void say() {}\n"
    "int trapped(vector<long long>& heights, int k) { ::data[0] = k; return heights.size() + ::data[0]; }",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_function_may_be_written_in_many_ways(form: str) -> None:
    assert answer(built(STD + FORMS[form], TRAPPED), ([7, 8, 9], 4)) == 7


def test_nothing_of_the_standard_library_needs_to_be_included_or_opened() -> None:
    assert (
        answer(built("std::string same(std::string s) { return s; }", function("same", "str", s="str")), ("é",)) == "é"
    )


RESULTS = a_class(
    "Results",
    method("ints", "list[int]", n="int"),
    method("ordered", "dict[int, list[str]]"),
    method("members", "set[str]"),
    method("pair_", "tuple[int, float]"),
    method("rows", "list[tuple[int, int]]"),
    method("maybe", "int | None", there="bool"),
    method("text", "str"),
    method("whole", "float"),
    method("truth", "bool"),
    method("large", "int"),
    method("nothing", "None", x="float"),
    method("reference", "list[float]"),
    method("flags", "list[bool]"),
    size="int",
    called="str",
)
RESULTS_SOURCE = (
    STD
    + """
class Base {
public:
    vector<int> ints(int n) const { vector<int> v(n); iota(v.begin(), v.end(), size); return v; }
protected:
    int size;
};
class Results : public Base {
    vector<double> kept = {0.5, 1.5};
    string name;
public:
    Results(int s, string_view n) : name(n) { size = s; }
    map<int, deque<const char*>> ordered() { return {{2, {"a", "b"}}, {1, {}}}; }
    set<string> members() { return {"x", name}; }
    pair<short, float> pair_() { return {1, 0.5f}; }
    deque<array<int, 2>> rows() { return {{1, 2}, {3, 4}}; }
    optional<int> maybe(bool there) { if (there) return 3; return {}; }
    const char* text() { return "text"; }
    int whole() { return 3; }
    int truth() { return 1; }
    unsigned long long large() { return 1ull << 63; }
    bool nothing(float) { return true; }
    const vector<double>& reference() { return kept; }
    auto flags() { return array{true, false}; }
};
"""
)


def test_results_may_be_what_the_declared_type_can_be_made_of() -> None:
    files = built(RESULTS_SOURCE, RESULTS)
    calls: list[tuple[str, tuple[Any, ...], Any]] = [
        ("ints", (3,), [5, 6, 7]),
        ("ordered", (), {1: [], 2: ["a", "b"]}),
        ("members", (), {"x", "me"}),
        ("pair_", (), (1, 0.5)),
        ("rows", (), [(1, 2), (3, 4)]),
        ("maybe", (True,), 3),
        ("maybe", (False,), None),
        ("text", (), "text"),
        ("whole", (), 3.0),
        ("truth", (), True),
        ("nothing", (1.5,), None),
        ("reference", (), [0.5, 1.5]),
        ("flags", (), [True, False]),
    ]
    answers = answer(files, [("Results", (5, "me")), *((name, given) for name, given, _ in calls)])
    assert answers == [None, *(expected for *_, expected in calls)]
    assert list(map(type, answers)) == [type(None), *(type(expected) for *_, expected in calls)]
    for call, said in [
        (("large", ()), "9223372036854775808 does not fit"),
        (("ints", (2**31,)), "2147483648 does not"),
    ]:
        kind, text, *_ = run(files, [("Results", (5, "me")), ("text", ()), call])
        assert kind == b"E"
        assert said in text.decode()
        assert f"in call 2, {call[0]}" in text.decode()
    assert b"4294967296 does not fit" in run(files, [("Results", (2**32, "me"))])[1]


def test_an_object_keeps_its_state_from_call_to_call() -> None:
    median = a_class("RunningMedian", method("add", "None", x="float"), method("median", "float"))
    files = built(
        STD
        + """
class RunningMedian {
    multiset<double> all;
public:
    void add(double x) { all.insert(x); }
    double median() { return all.empty() ? NAN : *next(all.begin(), all.size() / 2); }
};""",
        median,
    )
    assert math.isnan(answer(files, [("RunningMedian", ()), ("median", ())])[1])
    steps: list[Any] = [("RunningMedian", ())]
    for x in range(200):
        steps += [("add", (float(-x),)), ("median", ())]
    assert answer(files, steps)[-1] == -99.0
    for wrong in ([("Other", ())], [("RunningMedian", ()), ("remove", ())], [("RunningMedian", (1,))]):
        started = start(files, wrong)
        assert started.ready[0] == b"F"
        started.end()
