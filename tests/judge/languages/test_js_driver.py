"""The JavaScript driver: how it finds what the interface names, and what it says of each end."""

from __future__ import annotations

import select
from typing import Any

import pytest

from judge.languages.javascript import JavaScript, is_module
from judge.languages.stdio import STDIO
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, function, method
from tests.judge.languages.driven import Driven, answered
from tests.judge.languages.scripted import js_files, node_command

ADD = function("add_up", "int", xs="list[int]")
BAG = a_class("Bag", method("put_in", "None", x="int"), method("all_of", "list[int]"), size="int")
NUMBERS = ([1, 2, 3],)


def ended(source: str, interface: Any = ADD, value: Any = NUMBERS) -> tuple[bytes, str, bytes, bytes]:
    kind, payload, out, error = answered(js_files(source, interface), node_command, value)
    return kind, repr(wire.decode(payload)) if kind == b"A" else payload.decode(), out, error


def program(source: str, stdin: str) -> tuple[bytes, bytes]:
    """(stdout, stderr) of a whole program."""
    run = Driven.start(js_files(source, STDIO), node_command, b"", stdin.encode())
    assert run.ready == (b"R", b"")
    run.go()
    return run.end()


@pytest.mark.parametrize(
    "source",
    [
        "function add_up(xs) { return xs.reduce((a, b) => a + b); }",
        "const addUp = (xs) => xs.reduce((a, b) => a + b); // the name as JavaScript has it",
        "'use strict';\nlet add_up; add_up = async (xs) => xs.reduce((a, b) => a + b)",
        "#!/usr/bin/env node\nexports.addUp = (xs) => xs.reduce((a, b) => a + b)",
        "module.exports = { add_up: (xs) => xs.reduce((a, b) => a + b) }",
        "module.exports = (xs) => xs.reduce((a, b) => a + b)",
        "import assert from 'assert';\nfunction add_up(xs) { assert(true); return xs.reduce((a, b) => a + b); }",
        "export const addUp = (xs) => xs.reduce((a, b) => a + b);",
        "export default (xs) => 0;\nexport function add_up(xs) { return xs.reduce((a, b) => a + b); }",
        "const { sum } = { sum: 6 };\nfunction add_up(xs) { return BigInt(sum); }",
    ],
)
def test_a_function_is_found_however_it_is_given(source: str) -> None:
    assert ended(source)[:2] == (b"A", "6")


def test_an_object_is_made_and_called_in_order_and_answers_are_taken_at_once() -> None:
    source = (
        "class Bag { constructor(n) { this.xs = [n]; } putIn(x) { this.xs.push(x); } all_of() { return this.xs; } }"
    )
    steps = [("Bag", (7,)), ("all_of", ()), ("put_in", (8,)), ("all_of", ())]
    assert ended(source, BAG, steps)[:2] == (b"A", "[None, [7], None, [7, 8]]")


def test_nothing_of_the_submission_runs_before_go() -> None:
    source = "console.log('here');\nfunction add_up(xs) { return 6; }"
    run = Driven.start(js_files(source, ADD), node_command, wire.encode(NUMBERS))
    assert run.ready == (b"R", b"")
    assert select.select([run.process.stdout], [], [], 0)[0] == []
    assert run.go() == (b"A", wire.encode(6))
    assert run.end() == (b"here\n", b"")


def test_without_go_it_ends() -> None:
    run = Driven.start(js_files("console.log('here')", ADD), node_command, wire.encode(NUMBERS))
    run.control.sendall(b"X")
    assert run.end() == (b"", b"")
    assert run.process.returncode == 1


@pytest.mark.parametrize(
    ("source", "words", "line"),
    [
        ("\nfunction add_up(xs) {\n  return xs.a.b;\n}", "TypeError: Cannot read properties", "add_up (solution.js:3:"),
        ("\n\nthrow new RangeError('early')", "RangeError: early", "solution.js:3:"),
        ("function add_up(xs) {\n  return add_up(xs) + 1;\n}", "RangeError: Maximum call stack", "solution.js:2:"),
        ("const add_up = async () => {\n  throw new Error('late')\n}", "Error: late", "solution.js:2:"),
        ("function add_up() {\n setTimeout(() => {\n    throw new Error('later') });\n  return new Promise(() => 0) }",
         "Error: later", "solution.js:3:"),
        ("function add_up() {\n  return new Promise(() => {})\n}", "never settled", ""),
        ("export function add_up() {\n\n  throw new Error('module') }", "Error: module", "solution.js:3:"),
        ("function add() {}", "solution.js defines no function add_up", ""),
        ("function add_up() { throw 'a word' }", "Uncaught a word", ""),
        ("function add_up() { throw { get stack() { throw 1 } } }", "cannot be made", ""),
    ],
)  # fmt: skip
def test_what_is_thrown_is_told_with_the_submissions_own_lines(source: str, words: str, line: str) -> None:
    kind, text, _, _ = ended(source)
    assert (kind, words in text, line in text, "driver" in text) == (b"E", True, True, False), text


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        ("2.5", "int is declared, but the number 2.5 was returned"),
        ("'6'", "int is declared, but a string was returned"),
        ("true", "int is declared, but the boolean true was returned"),
        ("undefined", "int is declared, but undefined was returned"),
        ("[6]", "int is declared, but an array was returned"),
        ("new Map()", "int is declared, but an object (Map) was returned"),
    ],
)
def test_an_answer_of_another_type_is_told_so(returned: str, words: str) -> None:
    assert ended(f"function add_up() {{ return {returned}; }}")[:2] == (b"N", words)


def test_an_input_of_another_type_is_the_judges_fault() -> None:
    kind, text, _, _ = ended("function add_up() {}", ADD, (["a", "b"],))
    assert (kind, text) == (b"F", "tag s where int is declared")


def test_recursion_may_be_deep() -> None:
    source = "function deep(n, a, b) { return n === 0 ? a : deep(n - 1, b + 0, a + 1) + 0; }\n"
    assert ended(source + "function add_up() { return deep(200000, 0, 1) }")[0] == b"A"


def test_leaving_ends_without_an_answer() -> None:
    assert ended("function add_up() { process.exit(3) }")[0] == b""


def test_a_plain_object_does_for_a_dict() -> None:
    counted = function("count", "dict[int, list[str]]", xs="list[int]")
    assert ended("function count() { return {3: ['x']} }", counted)[:2] == (b"A", "{3: ['x']}")


READERS = [
    "console.log(require('fs').readFileSync(0, 'utf8').trim().toUpperCase())",
    "console.log(require('fs').readFileSync('/dev/stdin', 'utf8').trim().toUpperCase())",
    "let s = ''; process.stdin.on('data', (d) => s += d).on('end', () => console.log(s.trim().toUpperCase()))",
    "const rl = require('readline').createInterface({ input: process.stdin }); const l = [];\n"
    "rl.on('line', (x) => l.push(x)).on('close', () => console.log(l.join('\\n').toUpperCase()))",
    "import { readFileSync } from 'fs';\nconsole.log(readFileSync('/dev/stdin', 'utf8').trim().toUpperCase())",
    "(async () => { let s = ''; for await (const d of process.stdin) s += d; console.log(s.trim().toUpperCase()) })()",
    "require('fs').createReadStream('/dev/stdin').on('data', (d) => process.stdout.write(String(d).toUpperCase()))",
]


@pytest.mark.parametrize("source", READERS)
def test_a_program_reads_its_input_in_every_usual_way(source: str) -> None:
    assert program(source, "one\nzwölf\n") == ("ONE\nZWÖLF\n".encode(), b"")


def test_a_program_may_leave_early_and_what_it_throws_is_on_stderr() -> None:
    assert program("console.log(1);\nprocess.exit(0)", "") == (b"1\n", b"")
    out, error = program("console.log(1);\n\nnull.x", "")
    assert (out, b"TypeError" in error, b"solution.js:3:" in error) == (b"1\n", True, True)


def test_only_a_text_that_imports_or_exports_is_a_module() -> None:
    assert is_module("// one\nimport x from 'x'") and is_module("const a = 1\n  export { a }")
    assert not is_module("/*\nimport x from 'x'\n*/\nconst exporter = 1; import('fs')\n")


def test_a_starter_has_the_name_the_types_and_fails() -> None:
    text = JavaScript().starter(ADD, "Adds.\nAll */ of it.")
    assert text.splitlines() == [
        "/**",
        " * Adds.",
        " * All * / of it.",
        " * @param {number[]} xs",
        " * @returns {number}",
        " */",
        "function addUp(xs) {",
        '  throw new Error("not written yet");',
        "}",
    ]
    assert ended(text)[0] == b"E"
    assert ended(JavaScript().starter(BAG, ""), BAG, [("Bag", (1,)), ("all_of", ())])[1].startswith(
        "Error: not written"
    )
