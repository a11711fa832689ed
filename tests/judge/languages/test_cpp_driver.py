"""How the C++ driver treats a submission: what it refuses, and how it ends."""

from __future__ import annotations

import pytest

from sandbox.guest import wire
from tests.judge.languages.compiled import Files, a_class, answer, built, function, method, refused, run, start

STD = "#include <bits/stdc++.h>\nusing namespace std;\n"
TRAPPED = function("trapped", "int", heights="list[int]", k="int")


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
