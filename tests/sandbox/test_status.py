"""Every status that a run can end with, and what comes with it."""

from __future__ import annotations

import math
from datetime import date

import pytest

from sandbox.api import Compile, Limits, Main, Program, Sandbox, Script, Status, Task
from sandbox.guest import wire
from tests.sandbox.kit import answer, run, task


def test_ok_a_function_gets_its_arguments_and_its_prints_are_kept(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f(a, b):\n    print('seen', a)\n    return [a, b]", (1, "x"))
    assert seen.status is Status.OK
    assert answer(seen) == [1, "x"]
    assert seen.stdout == b"seen 1\n"
    assert seen.cpu_ns > 0
    assert seen.wall_ns > 0


@pytest.mark.parametrize("value", [2**200, math.inf, (1, (2.5, None)), b"\0\xff", {1: {"a"}}, date(2024, 2, 29), "é\0"])
def test_ok_values_come_back_as_they_went(sandbox: Sandbox, value: object) -> None:
    assert answer(run(sandbox, "def f(a):\n    return a", (value,))) == value


def test_ok_a_class_is_driven_by_its_script(sandbox: Sandbox) -> None:
    source = (
        "class Box:\n    def __init__(self, n):\n        self.n = n\n"
        "    def add(self, m):\n        self.n += m\n        return self.n"
    )
    seen = run(sandbox, source, [("Box", (1,)), ("add", (2,)), ("add", (3,))], Script("Box"))
    assert answer(seen) == [None, 3, 6]


def test_ok_a_program_reads_and_writes(sandbox: Sandbox) -> None:
    source = "import sys\nfor line in sys.stdin:\n    print(line.strip() * 2)\nassert __name__ == '__main__'"
    seen = run(sandbox, source, "a\nb\n", Main())
    assert answer(seen) == "aa\nbb\n"
    assert seen.exit_code == 0


def test_ok_a_program_ends_its_threads_and_exit_handlers_first(sandbox: Sandbox) -> None:
    source = (
        "import atexit, threading\n"
        "atexit.register(print, 'last')\n"
        "ready = threading.Event()\n"
        "threading.Thread(target=lambda: (ready.wait(), print('thread'))).start()\n"
        "print('main')\nready.set()"
    )
    assert answer(run(sandbox, source, "", Main())) == "main\nthread\nlast\n"


def test_ok_files_of_a_program_can_be_imported(sandbox: Sandbox) -> None:
    files = {
        "solution.py": b"import helper, parts.deep\ndef f():\n    return [helper.X, parts.deep.Y]",
        "helper.py": b"X = 1",
        "parts/__init__.py": b"",
        "parts/deep.py": b"Y = 2",
    }
    assert answer(run(sandbox, files)) == [1, 2]


def test_ok_dataclasses_and_pickles_work_in_the_submission(sandbox: Sandbox) -> None:
    source = (
        "import pickle\nfrom dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n"
        "def f():\n    return pickle.loads(pickle.dumps(P(3))).x"
    )
    assert answer(run(sandbox, source)) == 3


def test_ok_asyncio_runs(sandbox: Sandbox) -> None:
    source = (
        "import asyncio\nasync def g():\n    await asyncio.sleep(0)\n    return 5\n"
        "def f():\n    return asyncio.run(g())"
    )
    assert answer(run(sandbox, source)) == 5


def test_ok_numpy_pandas_and_duckdb(sandbox: Sandbox) -> None:
    source = (
        "import duckdb, numpy, pandas\n"
        "def f(values):\n    frame = pandas.DataFrame({'a': values})\n"
        "    ((total,),) = duckdb.sql('select sum(a) from frame').fetchall()\n"
        "    return [int(numpy.sum(values)), int(frame.a.max()), total]"
    )
    assert answer(run(sandbox, source, ([1, 2, 3],), runtime="python-data")) == [6, 3, 6]


def test_numpy_draws_other_numbers_in_each_cell(sandbox: Sandbox) -> None:
    source = "import numpy, random\ndef f():\n    return [float(numpy.random.random()), random.random()]"
    first, second = (answer(run(sandbox, source, runtime="python-data")) for _ in range(2))
    assert first[0] != second[0]
    assert first[1] != second[1]


def test_strings_hash_alike_in_all_cells_of_one_sandbox(sandbox: Sandbox) -> None:
    first, second = (
        answer(run(sandbox, "def f():\n    return hash('x')", runtime=name)) for name in ("python", "python-data")
    )
    assert first == second


def test_exception_shows_the_submissions_own_frames_only(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f():\n    return g()\n\ndef g():\n    return 1 // 0\n")
    assert seen.status is Status.EXCEPTION
    assert 'File "solution.py", line 5, in g' in seen.message
    assert "return 1 // 0" in seen.message
    assert "ZeroDivisionError" in seen.message
    assert "guest" not in seen.message


def test_exception_while_loading(sandbox: Sandbox) -> None:
    seen = run(sandbox, "import no_such_module")
    assert seen.status is Status.EXCEPTION
    assert "No module named 'no_such_module'" in seen.message


def test_exception_without_the_function_or_the_class(sandbox: Sandbox) -> None:
    assert "defines no function 'f'" in run(sandbox, "x = 1").message
    assert "defines no class 'Box'" in run(sandbox, "x = 1", [("Box", ())], Script("Box")).message


def test_exception_in_a_program_keeps_what_it_printed(sandbox: Sandbox) -> None:
    seen = run(sandbox, "print('so far')\nraise ValueError('no')", "", Main())
    assert seen.status is Status.EXCEPTION
    assert seen.stdout == b"so far\n"
    assert b"ValueError: no" in seen.stderr


def test_exit_has_its_code(sandbox: Sandbox) -> None:
    seen = run(sandbox, "import sys\nsys.exit(3)", "", Main())
    assert (seen.status, seen.exit_code) == (Status.EXIT, 3)
    seen = run(sandbox, "import sys\nsys.exit('a word')", "", Main())
    assert (seen.status, seen.exit_code, seen.stderr) == (Status.EXIT, 1, b"a word\n")


def test_ok_a_program_that_exits_with_zero(sandbox: Sandbox) -> None:
    assert run(sandbox, "import sys\nprint(1)\nsys.exit(0)", "", Main()).status is Status.OK


def test_signal_has_its_number(sandbox: Sandbox) -> None:
    seen = run(sandbox, "import ctypes\ndef f():\n    ctypes.string_at(8)")
    assert (seen.status, seen.signal) == (Status.SIGNAL, 11)


def test_build_error_says_where(sandbox: Sandbox) -> None:
    for entry in (Compile(), None):
        seen = run(sandbox, "def f():\n    return (\n", (), entry)
        assert seen.status is Status.BUILD_ERROR
        assert 'File "solution.py", line 2' in seen.message


def test_compile_runs_nothing(sandbox: Sandbox) -> None:
    assert run(sandbox, "raise SystemExit(1)", (), Compile()).status is Status.OK
    task_without_input = Task(Program.single("x = 1"), Compile(), b"")
    assert sandbox.run(task_without_input).status is Status.OK


def test_a_syntax_error_while_running_is_an_exception(sandbox: Sandbox) -> None:
    assert run(sandbox, "def f():\n    eval('(')").status is Status.EXCEPTION


def test_bad_answer_says_why(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f():\n    return (i for i in ())")
    assert seen.status is Status.BAD_ANSWER
    assert "generator" in seen.message


def test_memory_error_is_a_memory_limit(sandbox: Sandbox) -> None:
    assert run(sandbox, "def f():\n    return bytearray(10**14)").status is Status.MEMORY_LIMIT


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"program": Program({"../x.py": b""}, "../x.py")}, "not a plain relative file name"),
        ({"program": Program({"a.py": b""}, "b.py")}, "no file 'b.py'"),
        ({"program": Program.single("x", runtime="cobol")}, "no runtime 'cobol'"),
        ({"input": wire.encode([1])}, "tuple of its arguments"),
        ({"input": b"\xff"}, "unknown tag"),
    ],
)
def test_fault_is_for_what_the_judge_did_wrong(sandbox: Sandbox, changed: dict[str, object], word: str) -> None:
    good = task("def f():\n    return 1")
    fields = {"program": good.program, "entry": good.entry, "input": good.input, **changed}
    seen = sandbox.run(Task(**fields))  # type: ignore[arg-type]
    assert seen.status is Status.FAULT
    assert word in seen.message
    assert sandbox.run(good).status is Status.OK


def test_a_traceback_is_cut_in_its_middle(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f():\n    raise ValueError('start' + 'x' * 100_000 + 'end')")
    assert seen.message.startswith("Traceback")
    assert seen.message.rstrip().endswith("end")
    assert len(seen.message) < 20_000


def test_what_a_function_prints_is_cut_and_not_fatal(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f():\n    print('x' * 100_000)\n    return 1", stdout_bytes=1000)
    assert answer(seen) == 1
    assert seen.stdout == b"x" * 1000


def test_an_answer_at_the_limit_passes_and_one_over_it_does_not(sandbox: Sandbox) -> None:
    size = 100_000
    exact = Limits(output_bytes=len(wire.encode("x" * size)))
    for extra, status in ((0, Status.OK), (1, Status.OUTPUT_LIMIT)):
        data = wire.encode((size + extra,))
        seen = sandbox.run(Task(Program.single("def f(n):\n    return 'x' * n"), task("").entry, data, exact))
        assert seen.status is status
