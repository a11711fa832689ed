"""Load submitted code and call it in one of four ways, or put a query. All that is said to the parent from here on is
only data: the submission could say the same, so the parent believes none of it beyond its schema."""

from __future__ import annotations

import atexit
import contextlib
import gc
import linecache
import os
import sys
import threading
import traceback
import types
from collections.abc import Callable
from pathlib import Path
from struct import Struct
from typing import Any

from landau_guest import wire

Job = Callable[[], int]

ANSWER, EXCEPTION, OUT_OF_MEMORY, BUILD_ERROR, CANNOT_ENCODE, COMPILED = b"A", b"E", b"M", b"B", b"N", b"C"
MESSAGE_BYTES = 16_384
LIST_HEADER = Struct("<cQ")
_GUEST_FILES = "/guest/"


class Refused(Exception):
    """What is asked cannot be done; the message is for people, and is all that they are told."""


class _Unbuildable(Exception):
    """The text is not a program."""


def prepare(task: dict[str, Any], source: bytes, value: Any) -> Job:
    """Everything that can be done before the submission's clock starts. Returns what to do then."""
    kind, main = task["entry"], task["main"]
    sys.argv[:] = [main]
    sys.path.insert(0, "/program")
    sys.modules["__main__"] = types.ModuleType("__main__")
    _reseed_numpy()
    calls = _calls(task, value) if kind == "function" else []
    if kind == "script" and not (isinstance(value, list) and value):
        raise ValueError("the input of a class is a list of (method, arguments)")
    many, watch = task.get("many_calls", False), _watch(task, calls)
    ask = _asking(task, source, value) if kind == "query" else None
    steps: dict[str, Callable[[], None]] = {
        "function": lambda: _function(source, main, task["name"], calls, many, watch),
        "script": lambda: _script(source, main, task["name"], value),
        "main": lambda: _main(source, main),
        "compile": lambda: _compile_only(source, main),
        "query": lambda: _query(ask),
    }
    step = steps[kind]
    gc.enable()
    return lambda: _guard(kind, step, source, main)


def _calls(task: dict[str, Any], value: Any) -> list[tuple[Any, ...]]:
    """The tuples of arguments that a function is to be called with."""
    if not task.get("many_calls", False):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(arguments, tuple) for arguments in value):
        raise ValueError("the input of a function is a tuple of its arguments, of many calls a list of such")
    return value


def _watch(task: dict[str, Any], calls: list[tuple[Any, ...]]) -> Any:
    if not task.get("watched", False):
        return None
    from landau_guest import effects

    return effects.Watch(calls)


def rehearse() -> None:
    """A run with a program of our own. What Python and the guest write to for the first time, if only to count a
    reference, is then copied from the zygote before the clock starts."""
    value = wire.decode(wire.encode(([1, 2, 3, 4], "x", {1.5: None})))
    scope = types.ModuleType("rehearsal").__dict__
    exec(compile(b"def f(*a):\n    return a\n", "rehearsal", "exec", dont_inherit=True), scope)
    wire.encode(scope["f"](*value))


def _reseed_numpy() -> None:
    """Python's own generator is seeded anew by fork; numpy's would be the same in every cell."""
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(int.from_bytes(os.urandom(4), "little"))  # without a number it takes half a millisecond


def _guard(kind: str, step: Callable[[], None], source: bytes, main: str) -> int:
    from landau_guest.cell import say

    try:
        step()
    except SystemExit as request:
        return _exit_code(request)
    except Refused as error:
        say(EXCEPTION, _cut(str(error)))
    except _Unbuildable as error:
        say(BUILD_ERROR, _cut(str(error)))
    except wire.WireError as error:
        say(CANNOT_ENCODE, _cut(str(error)))
    except MemoryError as error:
        say(OUT_OF_MEMORY, _cut(_explain(error, source, main)))
    except BaseException as error:
        text = _explain(error, source, main)
        if kind == "main":
            _write_error(text)
        say(EXCEPTION, _cut(text))
    else:
        return 0
    _flush()
    return 1


def _exit_code(request: SystemExit) -> int:
    code = request.code
    _finish()
    if code is None:
        return 0
    if isinstance(code, int):
        return int(code) & 0xFF
    _write_error(f"{code}\n")
    return 1


def _write_error(text: str) -> None:
    with contextlib.suppress(BaseException):
        sys.stderr.write(text)
        sys.stderr.flush()


def _cut(text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if len(data) <= MESSAGE_BYTES:
        return data
    half = MESSAGE_BYTES // 2 - 16
    return data[:half] + b"\n   ...\n" + data[-half:]


def _explain(error: BaseException, source: bytes, main: str) -> str:
    """The traceback of the submission's own frames."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(_GUEST_FILES):
        trace = trace.tb_next
    try:
        text = source.decode("utf-8", "replace")
        linecache.cache[main] = (len(text), None, text.splitlines(keepends=True), main)
        return "".join(traceback.format_exception(type(error), error, trace))
    except BaseException:
        return f"{type.__dict__['__name__'].__get__(type(error))} (its text cannot be made)"


def _compile(source: bytes, main: str) -> types.CodeType:
    try:
        return compile(source, main, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise _Unbuildable("".join(traceback.format_exception_only(type(error), error))) from None


def _load(source: bytes, main: str, name: str) -> dict[str, Any]:
    module = types.ModuleType(name)
    module.__file__ = main
    sys.modules[name] = module
    code = _compile(source, main)
    exec(code, module.__dict__)
    return module.__dict__


def _answer(payload: bytes) -> None:
    from landau_guest.cell import say

    _flush()
    say(ANSWER, payload)


def _encode(value: Any) -> bytes:
    try:
        return wire.encode(value)
    except (wire.WireError, MemoryError):
        raise
    except RecursionError:
        raise wire.WireError("the answer is nested too deeply") from None
    except BaseException as error:
        raise wire.WireError(f"the answer cannot be read: {type(error).__name__}") from None


def _function(source: bytes, main: str, name: str, calls: list[tuple[Any, ...]], many_calls: bool, watch: Any) -> None:
    function = _load(source, main, Path(main).stem).get(name)
    if function is None:
        raise NameError(f"{main} defines no function {name!r}")
    # Each value is encoded when it is returned: what is changed later does not count.
    pieces = [_encode(function(*arguments)) for arguments in calls]
    answer = _listed(pieces) if many_calls else pieces[0]
    _answer(answer if watch is None else watch.said(answer))


def _script(source: bytes, main: str, name: str, steps: list[Any]) -> None:
    made = _load(source, main, Path(main).stem).get(name)
    if made is None:
        raise NameError(f"{main} defines no class {name!r}")
    (_, arguments), *calls = steps
    instance = made(*arguments)
    pieces = [_encode(None)]
    for method, arguments in calls:
        pieces.append(_encode(getattr(instance, method)(*arguments)))
    _answer(_listed(pieces))


def _listed(pieces: list[bytes]) -> bytes:
    """The message of a list, of those of its values."""
    return LIST_HEADER.pack(b"l", len(pieces)) + b"".join(pieces)


def _main(source: bytes, main: str) -> None:
    _load(source, main, "__main__")
    _finish()


def _compile_only(source: bytes, main: str) -> None:
    from landau_guest.cell import say

    _compile(source, main)
    say(COMPILED, b"")


def _asking(task: dict[str, Any], source: bytes, tables: Any) -> Callable[[], bytes]:
    from landau_guest import query

    return query.prepare(task, source, tables)


def _query(ask: Any) -> None:
    from landau_guest.cell import say_too_large
    from landau_guest.query import TooLarge

    try:
        _answer(ask())
    except TooLarge as error:
        say_too_large(error.size)


def _finish() -> None:
    """What the interpreter does at a program's end, as far as a program can tell."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    _flush()


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):
            stream.flush()
