import pytest

from judge.gist import gist

PYTHON = """\
Traceback (most recent call last):
  File "solution.py", line 2, in f
    raise KeyError("an error in a line before")
KeyError: 'boom'
"""
GCC = """\
solution.cpp: In function 'int f()':
solution.cpp:4:12: error: 'nonsense' was not declared in this scope
    4 |     return nonsense;
      |            ^~~~~~~~
"""
JAVA = "java.lang.IllegalStateException: boom\n\tat Solution.f(Solution.java:10)\n"
RUST = "warning: unused\n\nerror[E0425]: cannot find value `x`\n --> main.rs:2:20\n"
GO = "# command-line-arguments\n./main.go:4:2: undefined: nonsense\n"
SYNTAX = "  File \"solution.py\", line 2\n    y = (\n        ^\nSyntaxError: '(' was never closed\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (PYTHON, "KeyError: 'boom'"),
        (SYNTAX, "SyntaxError: '(' was never closed"),
        (GCC, "solution.cpp:4:12: error: 'nonsense' was not declared in this scope"),
        (JAVA, "java.lang.IllegalStateException: boom"),
        (RUST, "error[E0425]: cannot find value `x`"),
        (GO, "./main.go:4:2: undefined: nonsense"),
        (
            "building was stopped after 10 s of CPU time\nnote: deep in a template",
            "building was stopped after 10 s of CPU time",
        ),
        ("std::logic_error: not written yet", "std::logic_error: not written yet"),
        ("one line", "one line"),
        (" \n", ""),
        ("", ""),
        ("# only this", "# only this"),
    ],
)
def test_the_line_that_says_it(text: str, line: str) -> None:
    assert gist(text) == line
