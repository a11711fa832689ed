"""Complexity classes as people write them: "O(n log n)", "n²", "V + E", "2^n".

Growth is judged along one dimension at a time, so every letter counts as n: a sum grows as its largest part, a
product as all of its factors together.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NoReturn

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Blanks, and what LaTeX writes for the eye alone.
_NOTHING = r"(?:\s|\$|\\[,;:! ]|\\(?:left|right)(?![A-Za-z]))*"
_TOKEN = re.compile(
    rf"{_NOTHING}(?:(?P<number>\d+(?:\.\d+)?)|\\?(?P<word>[A-Za-zΑ-Ωα-ω]+)|(?P<power>\*\*|\^)"
    rf"|(?P<raised>[{_SUPERSCRIPT}]+|ⁿ)|(?P<base>_|[₀-₉]+)|(?P<mark>[-−+*·×⋅∙•/(){{}},!√|]))"
)
_ALL_BLANK = re.compile(_NOTHING + r"\Z")
_STYLED = re.compile(r"\\(?:mathcal|mathrm|mathit|operatorname|text)\s*\{([A-Za-zΑ-Ωα-ω]+)\}")
# As LaTeX, and other hands, write them.
_SAME = {"{": "(", "}": ")", "−": "-", "cdot": "·", "times": "×", "Theta": "Θ", "Omega": "Ω"}
_BIG = ("O", "o", "Θ", "Ω", "θ")
_LOGS = ("log", "ln", "lg")
_NAMED = {*_LOGS, "sqrt", "min", "max", "α", "alpha"}
_SPOKEN = {
    "constant": "1", "logarithmic": "log n", "linear": "n", "linearithmic": "n log n", "loglinear": "n log n",
    "quasilinear": "n log n", "quadratic": "n^2", "cubic": "n^3", "exponential": "2^n", "factorial": "n!",
}  # fmt: skip
_RAISED_BY = {"squared": "²", "cubed": "³"}
LONGEST = 200
SETTLED = 8  # readings after which a name stays as it is
_END = ("end", "", -1)
_EXPECTED = 'something like "n log n", "n^2" or "V + E"'


class ComplexityError(ValueError):
    """A class that cannot be read; `position` is where, counted from 0 in the text that was given."""

    def __init__(self, text: str, position: int, message: str) -> None:
        super().__init__(f"{message} at character {position + 1} of {text!r}; write {_EXPECTED}")
        self.text = text
        self.position = position
        self.message = message


@dataclass(frozen=True, slots=True)
class Complexity:
    """A class n^exponent · (log n)^log_power. For exponential ones `exponent` is infinite."""

    name: str  # canonical: "n log n"
    exponent: float
    log_power: float = 0.0
    exponential: bool = False

    def local_exponent(self, size: float) -> float:
        """What a log-log plot shows near `size`: d log T / d log n."""
        return self.exponent + self.log_power / math.log(max(size, 3.0))


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a person says a submission costs."""

    time: Complexity | None
    space: Complexity | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    exponent: float
    log_power: float
    name: str
    binding: int = 3  # 1 sum, 2 product, 3 atom: whether a name needs brackets
    number: float | None = None  # of a plain number

    @property
    def order(self) -> tuple[float, float]:
        return self.exponent, self.log_power

    def inside(self, binding: int) -> str:
        return self.name if self.binding >= binding else f"({self.name})"


def parse_class(text: str, along: str | None = None) -> Complexity:
    """The class that `text` says. Raises ComplexityError with the position of what cannot be read.

    along: the one letter that grows; the others stand still, as in a family where only one dimension moves."""
    found = _Parser(text, along).whole()
    # A sum in a sum, or a product in a product, loses what is there twice only when it is read again.
    for _ in range(SETTLED if along is None else 0):
        name = _Parser(found.name).whole().name
        if name == found.name:
            break
        found = replace(found, name=name)
    return found


def letters(text: str) -> list[str]:
    """The variables in `text`, in the order in which they first come: "V", "E"."""
    parser = _Parser(text)
    parser.whole()
    return list(dict.fromkeys(parser.letters))


_ASIDE = re.compile(
    r"(?i)\b(time|runtime|space|memory|complexity|auxiliary|aux|extra|additional|amorti[sz]ed|average|expected|worst"
    r"|best|case|overall|total|running|and|in|it|is|of|the|with|uses|takes)\b(?!\()|[=:]|[.]\s*$"
)


def parse_claim(text: str) -> Claimed:
    """Time, space or both: "O(n log n) time, O(n) space", "O(n log n), O(n)", "n log n", "constant extra space".

    Raises ComplexityError."""
    found: dict[str, Complexity] = {}
    order = ["time", "space"]
    for at, piece in _split(text):
        words = re.findall(r"[a-z]+", piece.lower())
        kind = "space" if {"space", "memory"} & set(words) else "time" if {"time", "runtime"} & set(words) else None
        # Blanks keep positions right.
        bare = _ASIDE.sub(lambda found: " " * len(found[0]), piece)
        kind = kind or next((name for name in order if name not in found), None)
        if kind is None or kind in found:
            raise ComplexityError(text, at, "a claim names one time and one space; there is more")
        try:
            found[kind] = parse_class(bare)
        except ComplexityError as error:
            raise ComplexityError(text, at + error.position, error.message) from None
    return Claimed(found.get("time"), found.get("space"))


def _split(text: str) -> list[tuple[int, str]]:
    """What lies between commas, semicolons and "and" outside brackets, and after or before the words "time" and
    "space"; each piece with where it starts."""
    labels_first = re.match(r"(?i)\s*(time|runtime|space|memory)\b", text) is not None
    # "O(n) time / O(1) space": no division.
    text = re.sub(r"(?i)\b(time|space|memory)(\s*)/", r"\1\2,", text)
    cuts, depth = [0], 0
    for match in re.finditer(r"(?i)[(){},;]|\b(?:and|time|runtime|space|memory)\b", text):
        mark = match[0].lower()
        depth += (mark in "({") - (mark in ")}")
        if depth == 0 and mark in (",", ";", "and"):
            cuts += [match.start(), match.end()]
        elif depth == 0 and mark in ("time", "runtime", "space", "memory"):
            cuts.append(match.start() if labels_first else match.end())
    pieces = [(a, text[a:b]) for a, b in pairwise([*cuts, len(text)])]
    return [(at, piece) for at, piece in pieces if piece.strip(" ,;") not in ("", "and")] or [(0, text)]


class _Parser:
    """sum := product (+ product)*; product := power ([* ] power)*; power := atom (^ atom)? !?"""

    def __init__(self, text: str, along: str | None = None) -> None:
        self.text = text
        self.along = along
        self.letters: list[str] = []
        self.tokens: list[tuple[str, str, int]] = []
        self.at = 0
        self._tokenize()

    def whole(self) -> Complexity:
        part = self.big_o() if self._starts_big_o() else self.sum()
        if self.peek() is not _END:
            self.fail("did not expect this")
        name = part.name if part.number is None else "1"
        if len(name) > LONGEST:
            raise ComplexityError(self.text, LONGEST, "longer than a class can be")
        return Complexity(name, part.exponent, part.log_power, math.isinf(part.exponent))

    def _starts_big_o(self) -> bool:
        head = [token[1] for token in self.tokens[:2]]
        return len(head) == 2 and head[0] in _BIG and head[1] == "("

    def big_o(self) -> _Part:
        self.at += 2
        part = self.sum()
        self.expect(")")
        return part

    def sum(self) -> _Part:
        parts = [self.product()]
        while self.peek()[1] in ("+", "-"):
            minus = self.take("-") or not self.take("+")
            position = self.peek()[2]
            parts.append(self.product())
            if minus and parts[-1].number is None:
                raise ComplexityError(self.text, position, "a class takes nothing away but a number")
        real = [part for part in parts if part.number is None]
        if not real:
            return parts[0]
        top = max(real, key=lambda part: part.order)
        names = list(dict.fromkeys(part.name for part in real))
        return top if len(names) == 1 else _Part(*top.order, " + ".join(names), 1)

    def product(self) -> _Part:
        part = self.power()
        while True:
            if self.take("/"):
                part = self.divided(part)
                continue
            explicit = any(self.take(mark) for mark in "*·×⋅")
            kind, value, _ = self.peek()
            if not explicit and kind not in ("number", "word") and value not in ("(", "√"):
                return part
            part = _times(part, self.power())

    def divided(self, part: _Part) -> _Part:
        position = self.peek()[2]
        below = self.power()
        if below.number is not None:
            if not below.number:
                raise ComplexityError(self.text, position, "a division by zero")
            return part if part.number is None else _number(part.number / below.number)
        if below.exponent > 0:
            raise ComplexityError(self.text, position, "give a bound without division by a letter")
        return _Part(part.exponent, part.log_power - below.log_power, f"{part.inside(2)} / {below.inside(3)}", 2)

    def power(self) -> _Part:
        base = self.atom()
        kind, value, position = self.peek()
        if kind == "power":
            self.at += 1
            start = self.peek()[2]
            by = self.power()
            _, last, end = self.tokens[self.at - 1]
            written = self.text[start : end + len(last)]
            base = self.raised(base, by, position, written)
        elif kind == "raised":
            self.at += 1
            raised = self.variable("n") if value == "ⁿ" else _number(float(value.translate(_SUPERSCRIPTS)))
            base = self.raised(base, raised, position, raised.name)
        while self.take("!"):
            base = base if base.number is not None else _Part(math.inf, 0, f"{base.inside(3)}!")
        return base

    def raised(self, base: _Part, by: _Part, position: int, written: str) -> _Part:
        if by.number is None:
            if base.number is not None and base.number <= 1:
                return base
            return _Part(math.inf, 0, f"{base.inside(3)}{'ⁿ' if written in ('n', '(n)') else '^' + written}")
        if by.number < 0:
            raise ComplexityError(self.text, position, "a class has no negative power")
        if base.number is not None or by.number == 0:
            if by.number * math.log2(max(base.number or 1, 2)) > 1000:
                raise ComplexityError(self.text, position, "a number too large")
            return _number(1 if base.number is None else base.number**by.number)
        if base.order == (0, 1) and base.binding == 3 and base.name.startswith("log "):
            return _Part(0, by.number, f"log{_superscript(by.number)} {base.name[4:]}")
        name = base.inside(3) if base.name.isalpha() else f"({base.name})"
        return _Part(base.exponent * by.number, base.log_power * by.number, name + _superscript(by.number))

    def atom(self) -> _Part:
        kind, value, position = self.peek()
        self.at += 1
        if kind == "number":
            return _number(float(value))
        if value == "√":
            return self.root(self.atom())
        if value == "(":
            part = self.sum()
            self.expect(")")
            return part
        if value == "|":  # |V|
            part = self.sum()
            self.expect("|")
            return part
        if kind != "word":
            self.at -= 1
            self.fail("expected a letter, a number or a bracket")
        if value in _BIG:
            if self.peek()[1] != "(":
                self.fail(f"expected '(' after {value}")
            return self.atom()
        if value in _LOGS:
            return self.log()
        if value in _SPOKEN:
            return self.spoken(value)
        if value == "sqrt":
            return self.root(self.atom())
        if value in ("α", "alpha") and self.peek()[1] == "(":
            self.atom()
            return _Part(0, 0, "α(n)")
        if value in ("min", "max"):
            return self.choice(value, position)
        return self.variable(value)

    def variable(self, name: str) -> _Part:
        self.letters.append(name)
        return _Part(1, 0, name) if self.along in (None, name) else _number(2)

    def spoken(self, word: str) -> _Part:
        """ "linear", "quadratic in k"."""
        self.take("in")
        kind, value, _ = self.peek()
        letter = "n"
        if kind == "word" and value not in _NAMED and value not in _SPOKEN:
            self.at += 1
            letter = value
        self.letters.append(letter)
        return _Parser(re.sub(r"\bn\b", letter, _SPOKEN[word]), self.along).sum()

    def root(self, part: _Part) -> _Part:
        if part.number is not None:
            return part
        plain = part.name.isalpha() or (part.binding == 3 and part.name.startswith("log"))
        return _Part(part.exponent / 2, part.log_power / 2, f"√{part.name}" if plain else f"√({part.name})")

    def log(self) -> _Part:
        """ "log n", "log(n)", "log² n", "log^2 n", "log2 n", "log_2 n", "log n log n" (a product), "log* n"."""
        power = 1.0
        if self.take("*"):
            inner = self.atom()
            return _Part(0, 0, f"log* {inner.inside(3)}") if inner.number is None else inner
        self.base()
        kind, value, _ = self.peek()
        if kind == "raised" and value != "ⁿ":
            self.at += 1
            power = float(value.translate(_SUPERSCRIPTS))
        elif kind == "power":
            self.at += 1
            power = self.atom().number or 1.0
        elif kind == "number" and self.tokens[self.at + 1 : self.at + 2] and self.tokens[self.at + 1][0] != "mark":
            self.at += 1  # log2 n: the base does not matter
        elif kind == "number" and self.tokens[self.at + 1 : self.at + 2] and self.tokens[self.at + 1][1] == "(":
            self.at += 1
        self.base()
        # "log n²" is the log of n², "log(n)²" the square of a log.
        inner = self.atom() if self.peek()[1] in ("(", "|") else self.power()
        raised = _superscript(power) if power != 1 else ""
        # A bracket with a power behind it would be read as the power of the log.
        within = f"({inner.name})" if inner.binding == 3 and inner.name.startswith("(") else inner.inside(3)
        if inner.number is not None:
            return inner
        if inner.exponent == 0:
            return _Part(0, 0, f"log{raised} {within}")  # log log n: flat as far as growth can see
        if math.isinf(inner.exponent):
            self.fail("a log of an exponential: write what it comes to")
        return _Part(0, power, f"log{raised} {within}")

    def base(self) -> None:
        """The base of a log does not matter."""
        kind, value, _ = self.peek()
        if kind == "base":
            self.at += 1
            if value == "_":
                self.atom()

    def choice(self, name: str, position: int) -> _Part:
        self.expect("(")
        parts = [self.sum()]
        while self.take(","):
            parts.append(self.sum())
        self.expect(")")
        if len(parts) < 2:
            raise ComplexityError(self.text, position, f"{name} needs two or more classes")
        pick = (min if name == "min" else max)(parts, key=lambda part: part.order)
        return _Part(*pick.order, f"{name}({', '.join(part.name for part in parts)})")

    def peek(self) -> tuple[str, str, int]:
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    def take(self, mark: str) -> bool:
        found = self.peek()[1] == mark
        self.at += found
        return found

    def expect(self, mark: str) -> None:
        if not self.take(mark):
            self.fail(f"expected {mark!r}")

    def fail(self, message: str) -> NoReturn:
        token = self.peek()
        position = len(self.text.rstrip()) if token is _END else token[2]
        raise ComplexityError(self.text, position, message)

    def _tokenize(self) -> None:
        if len(self.text) > LONGEST:
            raise ComplexityError(self.text[:LONGEST], LONGEST, "longer than a class can be")
        at = 0
        # Of the same length, so that positions stay right.
        text = _STYLED.sub(lambda found: f"{found[1]:>{len(found[0])}}", self.text)
        while _ALL_BLANK.match(text, at) is None:
            match = _TOKEN.match(text, at)
            if match is None:
                start = at + len(text[at:]) - len(text[at:].lstrip())
                raise ComplexityError(self.text, start, f"cannot read {self.text[start]!r}")
            kind = match.lastgroup or ""
            value = match[kind]
            if kind == "word":
                self.tokens += _words(value, match.start(kind))
            else:
                self.tokens.append((kind, _SAME.get(value, value), match.start(kind)))
            at = match.end()


def _words(word: str, position: int) -> list[tuple[str, str, int]]:
    """ "nlogn" is n log n; "nk" and "VE" are products; a longer word is one letter's longer name."""
    if word in _SAME:
        return [("mark" if word in ("cdot", "times") else "word", _SAME[word], position)]
    low = word.lower()
    if low in _RAISED_BY:
        return [("raised", _RAISED_BY[low], position)]
    if low in _NAMED or low in _SPOKEN or low == "in":
        return [("word", low, position)]
    if re.fullmatch(r"[a-z]?(?:(?:log|sqrt)[a-z]?)+", low):
        parts = re.finditer(r"log|sqrt|[a-z]", word, re.IGNORECASE)
        return [("word", p[0].lower() if len(p[0]) > 1 else p[0], position + p.start()) for p in parts]
    if len(word) == 2:
        return [("word", letter, position + i) for i, letter in enumerate(word)]
    return [("word", word, position)]


def _number(value: float) -> _Part:
    return _Part(0, 0, f"{value:g}", number=value)


def _times(a: _Part, b: _Part) -> _Part:
    if a.number is not None:
        return b
    if b.number is not None:
        return a
    order = a.exponent + b.exponent, a.log_power + b.log_power
    if a.name == b.name and a.binding == 3 and a.order == (1, 0):
        return _Part(*order, f"{a.name}²")
    return _Part(*order, f"{a.inside(2)} {b.inside(2)}", 2)


def _superscript(value: float) -> str:
    if value == 1:
        return ""
    if value == int(value):
        return str(int(value)).translate(str.maketrans("0123456789", _SUPERSCRIPT))
    return f"^{value:g}"
