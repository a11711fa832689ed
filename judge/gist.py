"""The one line of a traceback, or of a compiler's words, that says what is wrong. Pure."""

from __future__ import annotations

PYTHON = "Traceback (most recent call last)"


def gist(text: str) -> str:
    """Python says it last; compilers and other languages on the first line with an error, or at once. Empty of none."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return text.strip()
    if lines[0].startswith(PYTHON):
        return lines[-1].strip()
    return next((line for line in lines if "error" in line.lower()), lines[0]).strip()
