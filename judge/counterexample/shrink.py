"""From an input that fails to one from which nothing more can be taken. Pure.

`shrinking` is a dialogue: it yields an input to try and is sent whether that one fails too. It knows nothing of what
is tried how, or of whether an input is a legal one: what is not does not fail.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from judge.counterexample.fewer import Shrinking, Whole, fewer
from judge.counterexample.parts import alike, reduced, renamed, text_of
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface
from sandbox.guest import wire
from sandbox.guest.carried import Frame, ProbeSequence, Stream, Tape

SIZED = list | tuple | dict | set | frozenset | str | bytes | ProbeSequence | Stream | Tape | Frame


def shrinking(interface: Interface, value: Any) -> Generator[Any, bool, Any]:
    """Yields inputs, ever smaller as long as they fail; returns the smallest. `value`: an input of `interface` that
    fails. Each part is made smaller in turn, again and again until a whole round changes nothing."""
    if not isinstance(interface, FunctionInterface | ClassInterface) and isinstance(value, Stream):
        value = text_of(value) or value
    while True:
        before = wire.encode(value)
        value = yield from _round(interface, value)
        if wire.encode(value) == before:
            return value


def _round(interface: Interface, value: Any) -> Shrinking:
    if isinstance(interface, ClassInterface):
        return (yield from _script(value, lambda script: script))
    value = yield from reduced(value, lambda whole: whole)
    return (yield from alike(value, lambda whole: whole))


def _script(script: list[Any], whole: Whole) -> Shrinking:
    """The constructor stays, and the names of the methods: fewer calls, then simpler arguments."""
    made, *calls = script
    calls = yield from fewer(calls, lambda calls: whole([made, *calls]))
    names = [name for name, _ in (made, *calls)]

    def called(arguments: Any) -> Any:
        return whole(list(zip(names, arguments, strict=True)))

    arguments = yield from renamed([args for _, args in (made, *calls)], called)
    for at in range(len(arguments)):

        def around(args: Any, at: int = at, arguments: list[Any] = arguments) -> Any:
            return called([*arguments[:at], args, *arguments[at + 1 :]])

        args = yield from reduced(arguments[at], around)
        arguments = [*arguments[:at], args, *arguments[at + 1 :]]
    arguments = yield from alike(arguments, called)
    return list(zip(names, arguments, strict=True))


def size_of(interface: Interface, value: Any) -> int | None:
    """How large an input is, for people: the calls of a script, the lines of a text, the rows of all tables, the
    items of all arguments that have any. None where only the numbers themselves are large or small."""
    if isinstance(interface, ClassInterface):
        return len(value) - 1
    if isinstance(interface, SqlInterface):
        return sum(map(len, value))
    if isinstance(interface, FunctionInterface):
        arguments = [item for call in value for item in call] if interface.many_calls else value
        sized = [item for item in arguments if isinstance(item, SIZED)]
        # Beside a list, a text is mostly the name of a choice.
        held = [item for item in sized if not isinstance(item, str)] or sized
        return sum(item.rows if isinstance(item, Frame) else len(item) for item in held) if held else None
    return len(value.splitlines()) if isinstance(value, str) else None
