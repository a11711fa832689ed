"""Small complete problem folders for tests."""

from __future__ import annotations

from pathlib import Path

YAML = """\
title: Largest gap
difficulty: easy
tags: [arrays]
interface:
  kind: function
  name: largest_gap
  parameters:
    - {name: xs, type: "list[int]"}
  returns: int
checker: {kind: exact}
growth:
  time: n log n
  variable: len(xs)
  families:
    - {name: scattered, smallest: 64, largest: 100000, about: random order}
    - {name: descending, smallest: 64, largest: 100000}
draws:
  adversarial: [{family: scattered, size: 50, count: 2}]
  scale: [{family: descending, size: 2000}]
"""

CASES = '''\
"""Inputs of largest-gap."""


def samples():
    return [
        {"input": ([1, 9, 4],), "answer": 5, "note": "between 4 and 9"},
        {"input": ([2, 2],), "answer": 0, "note": "equal numbers"},
    ]


def edges(rng):
    return [("one number", ([7],)), ("negative", ([-5, -9, rng.randint(0, 9)],))]


def scattered(n, rng):
    return ([rng.randint(-(10**9), 10**9) for _ in range(n)],)


def descending(n, rng):
    start = rng.randint(0, 1000)
    return ([start + 3 * (n - i) for i in range(n)],)


def validate(xs):
    if not xs:
        raise ValueError("xs is empty")
'''

REFERENCE = """\
# landau: reference
# Sort, then look at neighbours.
def largest_gap(xs):
    xs = sorted(xs)
    return max((b - a for a, b in zip(xs, xs[1:])), default=0)
"""

FILES = {
    "problem.yaml": YAML,
    "statement.md": "Return the largest difference between neighbours in sorted order.\n",
    "hints.md": "What becomes easy in sorted order?\n\n---\n\nSort.\n",
    "editorial.md": "Sorting costs O(n log n).\n",
    "starter.py": "def largest_gap(xs: list[int]) -> int:\n    raise NotImplementedError\n",
    "cases.py": CASES,
    "submissions/accepted/by_sorting.py": REFERENCE,
    "submissions/accepted/a_slower_sort.py": (
        "# Sorts six times: a constant factor only.\n"
        "def largest_gap(xs):\n"
        "    for _ in range(6):\n"
        "        ordered = sorted(list(xs))\n"
        "    return max((b - a for a, b in zip(ordered, ordered[1:])), default=0)\n"
    ),
    "submissions/too_slow/successor_scan.py": (
        "# Finds each successor by a scan of all: O(n^2).\n"
        "def largest_gap(xs):\n"
        "    best = 0\n"
        "    for a in set(xs):\n"
        "        above = min((b for b in xs if b > a), default=a)\n"
        "        best = max(best, above - a)\n"
        "    return best\n"
    ),
    "submissions/wrong/unsorted.py": (
        "# Looks at neighbours as given.\n"
        "def largest_gap(xs):\n"
        "    return max((abs(b - a) for a, b in zip(xs, xs[1:])), default=0)\n"
    ),
    "submissions/runtime_error/no_default.py": (
        "# max() of nothing for one number.\n"
        "def largest_gap(xs):\n"
        "    xs = sorted(xs)\n"
        "    return max(b - a for a, b in zip(xs, xs[1:]))\n"
    ),
}


def write_folder(root: Path, slug: str = "largest-gap", **changed: str | None) -> Path:
    """Write the folder; `changed` maps a file's path (/ as __, the suffix as _py, _md, _yaml) to its text, or None for
    none."""
    files: dict[str, str | None] = dict(FILES)
    for name, text in changed.items():
        stem, _, suffix = name.replace("__", "/").rpartition("_")
        files[f"{stem}.{suffix}"] = text
    folder = root / slug
    for path, text in files.items():
        if text is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
    return folder
