"""Data frames between a cell, where pandas is, and the judge, where it is not."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.api import Function, Limits, Program, Sandbox, Status, Task
from sandbox.guest import wire
from sandbox.guest.carried import Array, Frame

FRAMES = """
import numpy as np
import pandas as pd

T = pd.to_datetime(["2026-01-01 00:00", None, "2026-03-01 12:30"])
FRAMES = {
    "plain": pd.DataFrame({"a": [1, 2, 3], "b": [1.5, np.nan, 3], "c": ["x", None, "z"], "d": [True] * 3, "t": T}),
    "nan among text": pd.DataFrame({"c": ["x", np.nan, "z", "w", "v"]}),
    "several types": pd.DataFrame({"c": ["x", 1, None, 2.5, [1, {"a": 2}]]}),
    "nullable": pd.DataFrame({"a": pd.array([1, None], dtype="Int64"), "b": pd.array([True, None], dtype="boolean")}),
    "string": pd.DataFrame({"a": pd.array(["x", None], dtype="string")}),
    "category": pd.DataFrame({"a": pd.Categorical(["y", None, "x"]), "b": pd.Categorical([3, 1, 3])}),
    "zones": pd.DataFrame({"a": T.tz_localize("Europe/Berlin"), "b": T.tz_localize("UTC")}),
    "spans": pd.DataFrame({"a": T - T[0]}),
    "levels": pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "v": [1, 2]}).set_index(["a", "b"]),
    "no rows": pd.DataFrame({"a": pd.Series([], dtype="int64"), "b": pd.Series([], dtype=object)}),
    "nothing": pd.DataFrame(),
    "names twice": pd.DataFrame([[1, 2]], columns=["a", "a"]),
    "names of tuples": pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")])),
    "every other row": pd.DataFrame({"a": [1, 2, 3]}).iloc[::2],
    "labels": pd.DataFrame({"a": [1, 2]}, index=pd.Index(["p", "p"], name="k")),
    "labels of time": pd.DataFrame({"a": [1, 2, 3]}, index=T),
    "narrow": pd.DataFrame({"a": np.array([1, 2], dtype="int32"), "b": np.array([1, 2], dtype="float32")}),
    "series": pd.Series([1.0, 2.0], name="s", index=pd.Index([3, 4], name="k")),
    "means": pd.DataFrame({"a": [1, 2, 1], "v": [1, 2, 3]}).groupby("a")["v"].mean(),
}
"""
BACK = f"""{FRAMES}
from landau_guest import wire

def f(_):
    def twice(frame):
        return wire.encode(wire.decode(wire.encode(frame)))

    return {{name: (frame, twice(frame) == wire.encode(frame)) for name, frame in FRAMES.items()}}

def alike(_):
    out = {{}}
    for name, frame in FRAMES.items():
        again = wire.decode(wire.encode(frame))
        same = pd.testing.assert_series_equal if frame.ndim == 1 else pd.testing.assert_frame_equal
        try:
            same(again, frame, check_freq=False, **({{}} if frame.ndim == 1 else {{"check_column_type": False}}))
        except AssertionError as error:
            out[name] = str(error)
    return out
"""
REFUSED = """
import pandas as pd

def f(which):
    return {
        "period": pd.DataFrame({"a": pd.period_range("2026", periods=2, freq="M")}),
        "interval": pd.DataFrame({"a": pd.cut([1, 2], 2)}),
        "sparse": pd.DataFrame({"a": pd.arrays.SparseArray([1, 2])}),
        "index": pd.Index([1]),
        "groups": pd.DataFrame({"a": [1]}).groupby("a"),
    }[which]
"""


def answered(sandbox: Sandbox, source: str, name: str, *arguments: Any) -> Any:
    task = Task(Program.single(source, runtime="python-data"), Function(name), wire.encode(arguments), Limits())
    return sandbox.run(task)


def test_frames_come_out_as_they_are_and_go_in_again(sandbox: Sandbox) -> None:
    done = answered(sandbox, BACK, "f", None)
    assert done.status is Status.OK, done.message
    found = wire.decode_answer(done.answer)
    assert [name for name, (_, same) in found.items() if not same] == []
    frames = {name: frame for name, (frame, _) in found.items()}
    assert set(map(type, frames.values())) == {Frame}
    assert wire.decode(wire.encode(frames)) == frames
    plain = {name: (dtype, values) for name, dtype, values in frames["plain"].columns}
    assert plain["c"] == ("object", ["x", None, "z"])
    assert plain["t"][1].dtype == "<M8[ns]"
    assert frames["plain"].index == (None, "range", (0, 3, 1))
    assert frames["every other row"].index == (None, "range", (0, 3, 2))
    assert frames["nan among text"].columns[0][2] == ["x", None, "z", "w", "v"]
    assert frames["nullable"].columns[0] == ("a", "Int64", [1, None])
    assert frames["zones"].columns[0][1] == "datetime64[ns, Europe/Berlin]"
    ones = Array("<i8", (2,), b"\x01" + bytes(7) + b"\x02" + bytes(7))
    assert frames["levels"].index == (None, "multi", (("a", "int64", ones), ("b", "object", ["x", "y"])))
    assert frames["series"].series and frames["means"].series and not frames["plain"].series
    assert frames["names of tuples"].columns[1][0] == ("a", "y")


def test_a_frame_is_the_same_frame_to_pandas(sandbox: Sandbox) -> None:
    done = answered(sandbox, BACK, "alike", None)
    assert done.status is Status.OK, done.message
    assert wire.decode_answer(done.answer) == {}


@pytest.mark.parametrize(
    ("which", "words"),
    [
        ("period", "a column of dtype period[M] cannot be carried; numbers, booleans, text and dates can"),
        ("interval", "an Interval cannot be returned"),
        ("sparse", "a column of dtype Sparse[int64, 0] cannot be carried"),
        ("index", "an Index cannot be returned"),
        ("groups", "a DataFrameGroupBy cannot be returned"),
    ],
)
def test_what_is_not_carried_is_refused_in_words(sandbox: Sandbox, which: str, words: str) -> None:
    done = answered(sandbox, REFUSED, "f", which)
    assert done.answer is None
    assert words in done.message


def test_the_decoding_of_a_frame_is_not_charged_and_its_encoding_is_cheap(sandbox: Sandbox) -> None:
    """Beside one sort of the same rows: a value at a time it would cost many of them."""
    source = (
        "import numpy as np, pandas as pd\n"
        "def make(n):\n    k = np.arange(n)\n"
        "    return pd.DataFrame({'k': k % 97, 'x': k / 3, 'c': ['EUR', 'USD'] * (n // 2)})\n"
        "def nothing(frame):\n    return len(frame)\n"
        "def again(frame):\n    return frame\n"
        "def sort(frame):\n    return len(frame.sort_values(['c', 'k', 'x']))\n"
    )
    frame = wire.decode_answer(answered(sandbox, source, "make", 100_000).answer)
    names = ("nothing", "again", "sort")
    cost = {name: min(answered(sandbox, source, name, frame).cpu_ns for _ in range(3)) for name in names}
    assert cost["nothing"] * 5 < cost["again"] < 3 * cost["sort"]


@pytest.mark.parametrize(
    "frame",
    [
        Frame((None, "range", (0, 2, 1)), (("a", "int64", [1]),)),
        Frame((None, "range", (0, 2, 0)), ()),
        Frame((None, "range", (0, 2**64, 1)), ()),
        Frame((None, "range", (0, 2)), ()),  # type: ignore[arg-type]
        Frame((None, "multi", ()), ()),
        Frame((None, "multi", ((None, "int64", [1]), (None, "int64", [1, 2]))), ()),
        Frame((None, "range", (0, 1, 1)), (("a", "float64", Array("<f8", (1,), bytes(7))),)),
        Frame((None, "range", (0, 1, 1)), (("a", "float64", Array(">f8", (1,), bytes(8))),)),
        Frame((None, "range", (0, 1, 1)), (("a", "float64", Array("<f8", (1, 1), bytes(8))),)),
        Frame((None, "range", (0, 1, 1)), (("a", "int64", "x"),)),
        Frame((None, "range", (0, 1, 1)), (("a", 64, [1]),)),  # type: ignore[arg-type]
        Frame((None, "range", (0, 1, 1)), (), series=True),
    ],
    ids=lambda frame: repr(frame)[:60],
)
def test_a_malformed_frame_is_refused(frame: Frame) -> None:
    """By its reader: what comes out of a cell need not come from our writer."""
    with pytest.raises(wire.WireError):
        wire.decode(wire.encode(frame))
