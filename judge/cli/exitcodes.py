"""What the exit code of a command says. One place, so that scripts, help and README agree."""

from __future__ import annotations

from enum import IntEnum

from judge.report import Report, Verdict


class ExitCode(IntEnum):
    ACCEPTED = 0
    WRONG = 1
    USAGE = 2
    TIME_LIMIT = 3
    MEMORY_LIMIT = 4
    RUNTIME_ERROR = 5
    GROWTH = 6
    JUDGE_FAULT = 7
    TIME_UP = 8
    INTERRUPTED = 130


MEANING = {
    ExitCode.ACCEPTED: "accepted (other commands: done)",
    ExitCode.WRONG: "wrong answer, or too much output; `problem check`: a difference",
    ExitCode.USAGE: "the command was not understood, or names something that is not there",
    ExitCode.TIME_LIMIT: "time limit exceeded",
    ExitCode.MEMORY_LIMIT: "memory limit exceeded",
    ExitCode.RUNTIME_ERROR: "runtime error, or the text is not a program",
    ExitCode.GROWTH: "right, but its cost grows faster than required",
    ExitCode.JUDGE_FAULT: "the judge's own fault: nothing is held against the submission",
    ExitCode.TIME_UP: "the clock had run out",
    ExitCode.INTERRUPTED: "interrupted by Ctrl-C",
}

OF_VERDICT = {
    Verdict.AC: ExitCode.ACCEPTED,
    Verdict.WA: ExitCode.WRONG,
    Verdict.OLE: ExitCode.WRONG,
    Verdict.TLE: ExitCode.TIME_LIMIT,
    Verdict.MLE: ExitCode.MEMORY_LIMIT,
    Verdict.RTE: ExitCode.RUNTIME_ERROR,
    Verdict.CE: ExitCode.RUNTIME_ERROR,
    Verdict.JE: ExitCode.JUDGE_FAULT,
}


def for_report(report: Report, late: bool = False) -> ExitCode:
    """The code of a judged submission; a late one is judged too, but its code says that time was up."""
    if late:
        return ExitCode.TIME_UP
    if report.verdict is Verdict.AC and not report.accepted:
        return ExitCode.GROWTH
    return OF_VERDICT[report.verdict]


def help_text() -> str:
    """The table as it stands in --help. \\b keeps click from re-wrapping it."""
    rows = "\n".join(f"  {int(code):>3}  {text}" for code, text in MEANING.items())
    return f"\b\nExit codes:\n{rows}"
