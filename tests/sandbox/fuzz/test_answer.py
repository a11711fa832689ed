"""What comes where an answer should: it is a value or an error, at a price in proportion to its bytes."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given, settings

from sandbox.guest import wire
from sandbox.guest.carried import WireError
from tests.sandbox.fuzz.messages import messages

BYTES_A_BYTE = 100  # an empty set takes 9 bytes of a message and 216 of memory; a row of one None 1 and 72
FLAT_BYTES = 200_000  # the reader itself, and the interpreter's stack


@settings(max_examples=500)
@given(messages)
def test_an_answer_is_a_value_whose_bytes_are_settled_or_an_error(message: bytes) -> None:
    try:
        value = wire.decode_answer(message)
    except WireError as error:
        str(error).encode()  # it is said to people
        return
    settled = wire.encode(value)
    assert wire.encode(wire.decode_answer(settled)) == settled


@settings(max_examples=200)
@given(messages)
def test_its_memory_is_in_proportion(message: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wire, "SPARE_ROWS", 0)
        tracemalloc.start()
        try:
            wire.decode_answer(message)
        except WireError:
            pass
        finally:
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
    assert peak < BYTES_A_BYTE * len(message) + FLAT_BYTES
