"""Values of every type that the wire carries."""

import struct
from collections.abc import Callable
from datetime import UTC
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from sandbox.guest.carried import Array, Frame, ProbeSequence, Stream, Tape

streams = st.builds(Stream, st.binary(), st.binary(), st.integers(0, 2**70), st.binary())

tapes = st.builds(Tape, st.binary(), st.integers(1, 65_536))


@st.composite
def sequences(draw: Callable[..., Any]) -> ProbeSequence:
    starts = [0, *sorted(draw(st.sets(st.integers(1, 2**64), max_size=5)))]
    segments = [(at, draw(st.integers()), draw(st.integers()), draw(st.integers(1, 2**64))) for at in starts]
    return ProbeSequence(draw(st.integers(0, 2**64)), tuple(segments))


arrays = st.builds(
    lambda kind, count: Array(kind, (count,), bytes(count * int(kind[2]))),
    st.sampled_from(["<f8", "<i4", "|b1", "<u2"]),
    st.integers(0, 9),
)


@st.composite
def frames(draw: Callable[..., Any]) -> Frame:
    rows = draw(st.integers(0, 9))
    values = (
        st.lists(st.floats() | st.none() | st.text(), min_size=rows, max_size=rows)
        | st.just(Array("<f8", (rows,), bytes(8 * rows)))
        | st.just(Array("<M8[ns]", (rows,), bytes(8 * rows)))
    )
    columns = st.tuples(st.none() | st.text(), st.just("float64") | st.text(), values)
    counted = st.tuples(st.none() | st.text(), st.just("range"), st.just((3, 3 + 2 * rows, 2)))
    levels = st.tuples(st.none(), st.just("multi"), st.lists(columns, min_size=1, max_size=3).map(tuple))
    index = draw(columns.filter(lambda column: column[1] not in ("range", "multi")) | counted | levels)
    series = draw(st.booleans())
    return Frame(index, tuple(draw(st.lists(columns, min_size=int(series), max_size=1 if series else 4))), series)


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**4000), 2**4000)
    | st.sampled_from([2**63 - 1, 2**63, -(2**63), -(2**63) - 1])
    | st.floats()
    | st.complex_numbers()
    | st.text(st.characters(codec=None))
    | st.binary()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(UTC)).map(lambda moment: moment.replace(fold=0))
    | st.timedeltas()
    | st.decimals()
)
keys = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3),
    max_leaves=5,
)
values = st.recursive(
    scalars | streams | tapes | sequences() | arrays | frames(),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.lists(st.tuples(st.integers(), inner), min_size=4)
        | st.dictionaries(keys, inner)
        | st.sets(keys)
        | st.frozensets(keys)
    ),
    max_leaves=12,
)


def same(one: Any, other: Any) -> bool:
    """Equal in type and value, at every depth; floats bit by bit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return struct.pack("<d", one) == struct.pack("<d", other)
    if isinstance(one, complex):
        return same([one.real, one.imag], [other.real, other.imag])
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, Frame):
        return same((one.index, one.columns, one.series), (other.index, other.columns, other.series))
    if isinstance(one, Decimal):
        return str(one) == str(other)
    return bool(one == other)
