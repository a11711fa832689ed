"""Text that strangers' programs wrote, as it may be shown on a terminal and kept as JSON."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

# Controls (a lone carriage return too: it writes over a line), what turns the direction of writing, and halves of
# characters, which no encoding carries. Left alone: new lines and tabs.
_STEERING = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)


def harmless(text: str) -> str:
    """`text`, in which what would steer a terminal is written as Python writes it: ``\\x1b[2J``."""
    return _STEERING.sub(lambda match: repr(match[0])[1:-1], text)


Words = Annotated[str, AfterValidator(harmless)]
