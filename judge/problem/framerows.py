"""Some rows of a frame or an array, without pandas or numpy. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sandbox.guest.carried import MULTI, RANGE, Array, Column, Frame


def frame_rows(value: Frame, places: Sequence[int]) -> Frame:
    """Those at `places` (from 0), in that order."""
    columns = tuple(_column_rows(column, places) for column in value.columns)
    return Frame(_index_rows(value.index, places), columns, value.series)


def _column_rows(column: Column, places: Sequence[int]) -> Column:
    name, dtype, values = column
    rows = array_rows(values, places) if isinstance(values, Array) else [values[place] for place in places]
    return name, dtype, rows


def _index_rows(index: Column, places: Sequence[int]) -> Column:
    """One that only counts goes on doing so."""
    name, dtype, values = index
    if dtype == RANGE:
        start, _, step = values
        return name, dtype, (start, start + step * len(places), step)
    if dtype == MULTI:
        return name, dtype, tuple(_column_rows(level, places) for level in values)
    return _column_rows(index, places)


def array_rows(value: Array, places: Sequence[int]) -> Array:
    width = len(value.data) // value.shape[0] if value.shape[0] else 0
    data = b"".join(value.data[place * width : (place + 1) * width] for place in places)
    return Array(value.dtype, (len(places), *value.shape[1:]), data)
