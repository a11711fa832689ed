"""The Java driver: how it finds what the interface names, and what it says of each end."""

from __future__ import annotations

import select
from typing import Any

import pytest

from judge.languages.java import Java, classes, file_name
from judge.languages.javatext import type_text
from judge.languages.stdio import STDIO
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, function, method
from tests.judge.languages.driven import Driven, answered
from tests.judge.languages.scripted import java_command, java_files

ADD = function("add_up", "int", xs="list[int]")
BAG = a_class("Bag", method("put_in", "None", x="int"), method("all_of", "list[int]"), size="int")
NUMBERS = ([1, 2, 3],)
# Many submissions in one file, so that the compiler starts once. Their line numbers are looked up by their marks.
SOURCE = """
import java.util.*;
class Static { static long add_up(long[] xs) { return Arrays.stream(xs).sum(); } }
class Camel { private static int addUp(int[] xs) { return Arrays.stream(xs).sum(); } }
class Instance {
    int start = 0;
    public Long addUp(List<Integer> xs) { for (int x : xs) start += x; return (long) start; }
}
class Overloaded {
    static long addUp(long a, long b) { return a + b; }
    static long addUp(long[] xs) { return addUp(addUp(xs[0], xs[1]), xs[2]); }
}
class Child extends Overloaded { }
class Bag {
    private final List<Long> xs = new ArrayList<>();
    Bag(int first) { xs.add((long) first); }
    Object putIn(long x) { xs.add(x); return this; }
    List<Long> all_of() { return xs; }
}
class Early {
    static { System.out.println("here"); }
    static long addUp(long[] xs) { return 6; }
}
class Null {
    static long addUp(long[] xs) { String s = null; return deeper(s); }
    static long deeper(String s) { return s.length(); } // NULL
}
class Initialiser {
    static final int X = Integer.parseInt("x"); // INITIALISER
    static long addUp(long[] xs) { return X; }
}
class Caused {
    static long addUp(long[] xs) {
        try { return xs[9]; } catch (RuntimeException e) { throw new IllegalStateException("wrapped", e); } // CAUSED
    }
}
class Endless { static long addUp(long[] xs) { return addUp(xs) + 1; } } // ENDLESS
class Library { static long addUp(long[] xs) { return List.of(1).get(7); } } // LIBRARY
class Strange extends RuntimeException {
    public String toString() { throw new Strange(); }
    static long addUp(long[] xs) { throw new Strange(); }
}
class Narrow { static long addUp(byte[] xs) { return xs.length; } }
class Other { static long addUp(Map<String, Integer> xs) { return 0; } }
class Fewer { static long addUp() { return 0; } }
class Nameless { static long add(long[] xs) { return 0; } }
class Hungry {
    static long addUp(long[] xs) { List<long[]> all = new ArrayList<>(); for (;;) all.add(new long[1 << 16]); }
}
class HungryThread {
    static long addUp(long[] xs) throws Exception {
        Thread other = new Thread(() -> Hungry.addUp(xs));
        other.start();
        for (;;) other.join();
    }
}
class Leaves { static long addUp(long[] xs) { System.exit(3); return 6; } }
class Deep {
    static int deep(int n, int a) { return n == 0 ? a : deep(n - 1, a + 1) + 0; }
    static long addUp(long[] xs) { return deep(150_000, 0); }
}
class Text { static String addUp(long[] xs) { return "6"; } }
class Big { static java.math.BigInteger addUp(long[] xs) { return java.math.BigInteger.TWO.pow(70); } }
class Quiet {
    static long addUp(long[] xs) { new Thread(() -> { throw new RuntimeException("aside"); }).start(); return 6; }
}
class Shout {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) System.out.println(in.nextLine().toUpperCase());
        System.out.print("END");
    }
}
class Failing {
    public static void main(String[] args) { System.out.println(1); throw new RuntimeException("boom"); } // FAILING
}
class Threaded {
    public static void main(String[] args) { new Thread(() -> System.out.println("later " + args.length)).start(); }
}
"""


def line_of(mark: str) -> int:
    return next(number for number, line in enumerate(SOURCE.splitlines(), 1) if line.endswith(f"// {mark}"))


def ended(name: str, interface: Any = ADD, value: Any = NUMBERS) -> tuple[bytes, str, bytes, bytes]:
    kind, payload, out, error = answered(java_files(SOURCE, interface, [name]), java_command, value)
    return kind, repr(wire.decode(payload)) if kind == b"A" else payload.decode(), out, error


def program(name: str, stdin: str) -> tuple[bytes, bytes, int]:
    run = Driven.start(java_files(SOURCE, STDIO, [name]), java_command, b"", stdin.encode())
    assert run.ready == (b"R", b"")
    run.go()
    out, error = run.end()
    return out, error, run.process.returncode


@pytest.mark.parametrize("name", ["Static", "Camel", "Instance", "Overloaded", "Child"])
def test_a_function_is_found_however_it_is_given(name: str) -> None:
    assert ended(name)[:2] == (b"A", "6")


def test_an_object_is_made_and_called_in_order_and_answers_are_taken_at_once() -> None:
    steps = [("Bag", (7,)), ("all_of", ()), ("put_in", (8,)), ("all_of", ())]
    assert ended("Bag", BAG, steps)[:2] == (b"A", "[None, [7], None, [7, 8]]")


def test_nothing_of_the_submission_runs_before_go() -> None:
    run = Driven.start(java_files(SOURCE, ADD, ["Early"]), java_command, wire.encode(NUMBERS))
    assert run.ready == (b"R", b"")
    assert select.select([run.process.stdout], [], [], 0)[0] == []
    assert run.go() == (b"A", wire.encode(6))
    assert run.end() == (b"here\n", b"")


def test_without_go_it_ends() -> None:
    run = Driven.start(java_files(SOURCE, ADD, ["Early"]), java_command, wire.encode(NUMBERS))
    run.control.sendall(b"X")
    assert run.end() == (b"", b"")
    assert run.process.returncode == 1


@pytest.mark.parametrize(
    ("name", "words", "frame"),
    [
        ("Null", "java.lang.NullPointerException", "at Null.deeper(Solution.java:{NULL})"),
        ("Initialiser", "NumberFormatException: For", "at Initialiser.<clinit>(Solution.java:{INITIALISER})"),
        ("Caused", "Caused by: java.lang.ArrayIndexOutOfBounds", "at Caused.addUp(Solution.java:{CAUSED})"),
        ("Endless", "java.lang.StackOverflowError", "at Endless.addUp(Solution.java:{ENDLESS})"),
        ("Library", "IndexOutOfBounds", "at Library.addUp(Solution.java:{LIBRARY})"),
        ("Strange", "Strange (its text cannot be made)", "at Strange.addUp"),
        ("Narrow", "the number 300 cannot be given as byte", ""),
        ("Other", "a list or a tuple cannot be given as java.util.Map", ""),
        ("Fewer", "Fewer.addUp takes 0 parameters, not 1", ""),
        ("Nameless", "no class has a method addUp (or add_up)", ""),
    ],
)  # fmt: skip
def test_what_is_thrown_is_told_with_the_submissions_own_lines(name: str, words: str, frame: str) -> None:
    marks = {word: line_of(word) for word in ("NULL", "INITIALISER", "CAUSED", "ENDLESS", "LIBRARY")}
    kind, text, _, _ = ended(name, value=([1, 300],))
    assert (kind, words in text, frame.format(**marks) in text) == (b"E", True, True), text
    assert "landau" not in text and "reflect" not in text, text


def test_an_answer_of_another_type_is_told_so() -> None:
    assert ended("Text")[:2] == (b"N", "int is declared, but java.lang.String was returned")


def test_an_answer_may_be_larger_than_a_long() -> None:
    assert ended("Big")[:2] == (b"A", str(2**70))


def test_an_input_of_another_type_is_the_judges_fault() -> None:
    kind, text, _, _ = ended("Static", ADD, (["a", "b"],))
    assert (kind, "tag s where int is declared" in text) == (b"F", True), text


@pytest.mark.parametrize("name", ["Hungry", "HungryThread"])
def test_a_full_heap_is_told_as_that(name: str) -> None:
    kind, text, _, _ = ended(name)
    assert (kind, text.splitlines()[0]) == (b"M", "java.lang.OutOfMemoryError: Java heap space")


def test_recursion_may_be_deep() -> None:
    assert ended("Deep")[:2] == (b"A", "150000")


def test_leaving_ends_without_an_answer() -> None:
    assert ended("Leaves")[0] == b""


def test_what_another_thread_throws_ends_nothing() -> None:
    assert ended("Quiet")[:2] == (b"A", "6")


def test_a_program_has_its_streams_and_may_have_threads() -> None:
    assert program("Shout", "one\nzwölf\n") == ("ONE\nZWÖLF\nEND".encode(), b"", 0)
    assert program("Threaded", "") == (b"later 0\n", b"", 0)
    out, error, code = program("Failing", "")
    assert (out, code) == (b"1\n", 1)
    assert f"RuntimeException: boom\n    at Failing.main(Solution.java:{line_of('FAILING')})" in error.decode()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("class A {}\npublic final class B<T> {}", "B.java"),
        ("/* public class A {} */ // public class B {}\nclass C { String s = \"public class D {\"; char c = '{'; }",
         "Solution.java"),
        ("class A { public static class B {} }\npublic interface C {}", "C.java"),
        ("public abstract class Main {}", "Main.java"),
        ("public record Pair(int a) {}", "Pair.java"),
    ],
)  # fmt: skip
def test_the_file_is_called_by_its_public_class(source: str, name: str) -> None:
    assert file_name(source) == name


def test_the_likeliest_class_comes_first() -> None:
    names = [
        "classes/A.class",
        "classes/x/B.class",
        "classes/Solution.class",
        "classes/Solution$1.class",
        "driver/D.class",
    ]
    assert classes(dict.fromkeys(names, b"")) == ["Solution", "A", "x.B"]


@pytest.mark.parametrize(
    ("text", "java"),
    [
        ("list[list[int]]", "long[][]"),
        ("list[tuple[int, str]]", "Object[][]"),
        ("tuple[float, float]", "double[]"),
        ("dict[int, list[str]]", "Map<Long, List<String>>"),
        ("list[dict[str, int]]", "Map[]"),
        ("int | None", "Long"),
        ("list[int | None]", "Long[]"),
        ("set[tuple[int, int]]", "Set<List<Long>>"),
    ],
)
def test_types_as_java_writes_them(text: str, java: str) -> None:
    assert type_text(text) == java


def test_a_starter_has_the_names_the_types_and_fails() -> None:
    text = Java().starter(ADD, "Adds.\nAll */ of it.")
    assert text.splitlines() == [
        "import java.util.*;",
        "",
        "/**",
        " * Adds.",
        " * All * / of it.",
        " */",
        "class Solution {",
        "    public static long addUp(long[] xs) {",
        '        throw new UnsupportedOperationException("not written yet");',
        "    }",
        "}",
    ]
    bag = Java().starter(BAG, "").replace("import java.util.*;", "")
    both = text + bag
    kind, payload, *_ = answered(java_files(both, ADD, ["Solution"]), java_command, NUMBERS)
    assert (kind, b"not written yet" in payload) == (b"E", True)
    kind, payload, *_ = answered(java_files(both, BAG, ["Bag"]), java_command, [("Bag", (1,)), ("all_of", ())])
    assert (kind, b"not written yet" in payload) == (b"E", True)
