"""How the C++ driver treats a submission, and how a submission may be written."""

from __future__ import annotations

import math
from typing import Any

import pytest

from sandbox.guest import wire
from tests.judge.languages.compiled import Files, a_class, built, function, method, refused, run, start

STD = "#include <bits/stdc++.h>\nusing namespace std;\n"
TRAPPED = function("trapped", "int", heights="list[int]", k="int")


def answer(files: Files, value: Any) -> Any:
    kind, payload, _, error = run(files, value)
    assert kind == b"A", (kind, payload, error)
    return wire.decode(payload)


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


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "long long trapped(vector<int>& heights, int k) { return 0; }",
            ["solution.cpp must define: long long trapped(vector<long long> heights, long long k)", "solution.cpp:3:"],
        ),
        ("vector<int> trapped(vector<long long>& heights, int k) { return {}; }", ["solution.cpp must define: "]),
        ("double trapped(vector<long long>& heights, int k) { return 0; }", ["solution.cpp must define: "]),
        ("void trapped(vector<long long>& heights, int k) {}", ["solution.cpp must define: "]),
        ("int trapped(vector<long long>& heights) { return 0; }", ["solution.cpp must define: ", "solution.cpp:3:"]),
        ("int trap(vector<long long>& heights, int k) { return 0; }", ["solution.cpp must define: "]),
        ("class Solution { int trapped(vector<long long>& heights, int k); };", ["solution.cpp must define: "]),
        ("int trapped(vector<long long>& heights, int k) { return x; }", ["solution.cpp:3:57: error: 'x' was not"]),
        ("int trapped(vector<long long>& heights, int k) { if (k) { return 1; }", ["lacks a brace"]),
        ("struct X { int a; }", ["solution.cpp:3:20: error: expected ';'"]),
        ("int trapped(vector<long long>& h, int k) { return 1; } /*", ["solution.cpp:3:56: error: unterminated"]),
    ],
)
def test_a_compile_error_says_what_is_wanted_and_where(source: str, words: list[str]) -> None:
    said = refused(STD + source, TRAPPED)
    assert [word for word in words if word not in said] == [], said


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("class Other {};", ["solution.cpp defines no class Counter"]),
        ("class Counter { public: Counter(int) {} void add(int) {} };", ["public constructor: Counter()"]),
        (
            "class Counter { void add(int x) {} };",
            ["public method: void add(long long x)", "private within this context"],
        ),
        ("struct Counter { void more(int x) {} };", ["public method: void add(long long x)", "no member named 'add'"]),
        ("struct Counter { void add(string x) {} };", ["public method: void add(long long x)", "solution.cpp:3:"]),
    ],
)
def test_a_class_that_lacks_something_is_told_what(source: str, words: list[str]) -> None:
    said = refused(STD + source, a_class("Counter", method("add", "None", x="int")))
    assert [word for word in words if word not in said] == [], said


# ---------------------------------------------------------------- manners

ENDINGS = function("end", "int", how="str")
ENDINGS_SOURCE = (
    STD
    + r"""
struct Mine : runtime_error { using runtime_error::runtime_error; };
namespace deep { struct Odd {}; }
int depth(int n) { volatile char room[1000]; room[n % 1000] = 1; return n == 0 ? 0 : depth(n - 1) + room[n % 1000]; }
int end(const string& how) {
    if (how == "at") return vector<int>(3).at(5);
    if (how == "mine") throw Mine("oh\n\xff no");
    if (how == "odd") throw deep::Odd();
    if (how == "text") throw "text";
    if (how == "string") throw string("string");
    if (how == "number") throw 42;
    if (how == "memory") throw bad_alloc();
    if (how == "huge") return *new char[1ull << 60];
    if (how == "length") { volatile int n = -1; return *new int[n]; }
    if (how == "long") throw runtime_error(string(1 << 20, 'x'));
    if (how == "noexcept") [&]() noexcept { throw Mine("inside"); }();
    if (how == "thread") { thread([] { throw Mine("elsewhere"); }).join(); }
    if (how == "null") return *(volatile int*)nullptr;
    if (how == "abort") abort();
    if (how == "exit") exit(3);
    if (how == "deep") return depth(150'000);
    if (how == "print") { printf("printf\n"); cout << "cout\n"; cerr << "cerr\n"; clog << "clog\n"; }
    return 0;
}
"""
)


@pytest.fixture(scope="module")
def endings() -> Files:
    return built(ENDINGS_SOURCE, ENDINGS)


@pytest.mark.parametrize(
    ("how", "kind", "text"),
    [
        ("at", b"E", b"std::out_of_range: vector::_M_range_check: __n (which is 5) >= this->size() (which is 3)"),
        ("mine", b"E", b"Mine: oh\n\xff no"),
        ("odd", b"E", b"deep::Odd"),
        ("text", b"E", b"const char*: text"),
        ("string", b"E", b"std::string: string"),
        ("number", b"E", b"int: 42"),
        ("memory", b"M", b"std::bad_alloc"),
        ("huge", b"M", b"std::bad_alloc"),
        ("length", b"E", b"std::bad_array_new_length: std::bad_array_new_length"),
        ("noexcept", b"E", b"Mine: inside (uncaught: std::terminate was called)"),
        ("thread", b"E", b"Mine: elsewhere (uncaught: std::terminate was called)"),
        ("deep", b"A", wire.encode(150_000)),
        ("no such way", b"A", wire.encode(0)),
    ],
)
def test_what_is_thrown_is_told_with_its_type(endings: Files, how: str, kind: bytes, text: bytes) -> None:
    assert run(endings, (how,))[:2] == (kind, text)


@pytest.mark.parametrize(("how", "code"), [("null", -11), ("abort", -6), ("exit", 3)])
def test_what_ends_the_process_ends_it_without_a_word(endings: Files, how: str, code: int) -> None:
    started = start(endings, (how,))
    assert started.go() == (b"", b"")
    started.end()
    assert started.process.returncode == code


def test_a_long_message_is_cut(endings: Files) -> None:
    kind, text, *_ = run(endings, ("long",))
    assert kind == b"E"
    assert len(text) == 16384


def test_what_is_printed_is_there_before_the_answer(endings: Files) -> None:
    kind, _, out, error = run(endings, ("print",))
    assert kind == b"A"
    assert sorted(out.split()) == [b"cout", b"printf"]
    assert error == b"cerr\nclog\n"


def test_a_text_that_is_not_utf8_cannot_be_answered() -> None:
    files = built("std::string same(std::string s) { return s + char(0xC3); }", function("same", "str", s="str"))
    assert run(files, ("é",))[:2] == (b"N", b"a string of the answer is not UTF-8")


def test_a_text_may_be_taken_and_given_as_code_points() -> None:
    interface = function("turned", "str", s="str")
    files = built(
        STD + 'u32string turned(u32string s) { if (s == U"!") return {0x110000}; return {s.rbegin(), s.rend()}; }',
        interface,
    )
    for text in ("", "abc", "x\x7f\x80\u07ff\u0800\uffff\U00010000\U0010ffff", "\ud800\udfffé"):
        assert answer(files, (text,)) == text[::-1]
    assert run(files, ("!",))[0] == b"N"


EARLY = (
    STD
    + r"""
#include <unistd.h>
#include <sys/mman.h>
static string found;
struct Early {
    Early() {
        fputs("initialised\n", stderr);
        // The input: any descriptor above the protocol's, and anything mapped from a memory file.
        for (int d = 4; d < 64; ++d) if (lseek(d, 0, SEEK_CUR) >= 0) found += "descriptor " + to_string(d) + "; ";
        ifstream maps("/proc/self/maps");
        for (string line; getline(maps, line);) if (line.find("memfd") != string::npos) found += line;
    }
} early;
__attribute__((constructor)) static void earlier() { fputs("constructed\n", stderr); }
string what() { return found; }
"""
)


def test_nothing_of_a_submission_runs_before_go_and_the_encoded_input_is_gone_by_then() -> None:
    files = built(EARLY, function("what", "str"))
    assert run(files, ())[1:] == (wire.encode(""), b"", b"constructed\ninitialised\n")
    started = start(files, ())
    assert started.ready == (b"R", b"")
    started.control.sendall(b"X")  # anything but go
    _, error = started.end()
    assert error == b""
    assert started.process.returncode == 1


def test_what_a_static_initialiser_throws_is_told() -> None:
    files = built(STD + 'int x = stoi("y"); int zero() { return x; }', function("zero", "int"))
    kind, text, *_ = run(files, ())
    assert kind == b"E"
    assert text.startswith(b"std::invalid_argument: stoi")


def test_a_function_that_is_only_declared_does_not_link() -> None:
    with pytest.raises(AssertionError, match="undefined reference to `zero"):
        built("int zero();", function("zero", "int"))


def test_an_allocator_of_ones_own_does_not_reach_the_driver() -> None:
    source = (
        STD
        + "static char pool[1 << 20]; static size_t used;\n"
        + "void* operator new(size_t n) { void* p = pool + used; used += (n + 15) / 16 * 16; return p; }\n"
        + "void operator delete(void*) noexcept {}\nvoid operator delete(void*, size_t) noexcept {}\n"
        + "vector<string> same(vector<string> s) { s.push_back(string(100, 'x')); return s; }"
    )
    files = built(source, function("same", "list[str]", s="list[str]"))
    assert answer(files, (["a" * 50] * 9,)) == ["a" * 50] * 9 + ["x" * 100]
