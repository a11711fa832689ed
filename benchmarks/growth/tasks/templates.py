"""Texts: templates filled in."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _few_names(n: int, rng: random.Random) -> tuple[str, dict[str, str]]:
    values = {f"name{i}": str(i) for i in range(5)}
    return "".join(f"some text {{name{rng.randrange(5)}}}" for _ in range(n // 4)), values


def _many_names(n: int, rng: random.Random) -> tuple[str, dict[str, str]]:
    names = n // 8
    values = {f"name{i}": str(i) for i in range(names)}
    return "".join(f"some text {{name{rng.randrange(names)}}}" for _ in range(n // 4)), values


TEMPLATE = Task(
    "template",
    "fill",
    "n",
    (Family("few_names", _few_names, 500, 1_000_000), Family("many_names", _many_names, 500, 1_000_000)),
    (
        right(
            "split",
            "pieces between the braces, joined once",
            """
            def fill(text, values):
                head, *rest = text.split("{")
                out = [head]
                for piece in rest:
                    name, tail = piece.split("}", 1)
                    out.append(values[name])
                    out.append(tail)
                return "".join(out)
            """,
        ),
        right(
            "substitute",
            "one pass of a regular expression",
            r"""
            import re
            def fill(text, values):
                return re.sub(r"\{(\w+)\}", lambda match: values[match.group(1)], text)
            """,
        ),
        right(
            "format",
            "the formatter of str, in C",
            """
            def fill(text, values):
                return text.format_map(values)
            """,
            Kind.FAST,
        ),
        right(
            "characters",
            "one character at a time, by a generator of states",
            """
            from io import StringIO
            def parts(text):
                kind, buffer = "text", StringIO()
                for c in text:
                    if c in "{}":
                        yield kind, buffer.getvalue()
                        kind, buffer = ("name" if c == "{" else "text"), StringIO()
                    else:
                        buffer.write(c)
                yield kind, buffer.getvalue()
            def fill(text, values):
                out = StringIO()
                for kind, part in parts(text):
                    out.write(values[part] if kind == "name" else part)
                return out.getvalue()
            """,
            Kind.SLOW,
        ),
        worse(
            "replace_each",
            "a search through the whole text in C for every name; n/8 names in one family",
            """
            def fill(text, values):
                for name, value in values.items():
                    text = text.replace("{" + name + "}", value)
                return text
            """,
            Kind.DIMENSION,
            blame='text.replace("{" + name + "}", value)',
        ),
        worse(
            "partition",
            "the rest of the text is copied for every name",
            """
            def fill(text, values):
                out = []
                while text:
                    before, _, rest = text.partition("{")
                    name, _, text = rest.partition("}")
                    out += [before, values[name] if name else ""]
                return "".join(out)
            """,
            Kind.HIDDEN,
            blame="partition(",
        ),
        worse(
            "grow_front",
            "the answer is put together from its end: copied for every piece",
            """
            def fill(text, values):
                done = ""
                for piece in reversed(text.split("{")[1:]):
                    name, tail = piece.split("}", 1)
                    done = values[name] + tail + done
                return text.split("{", 1)[0] + done
            """,
            Kind.HIDDEN,
            blame="tail + done",
        ),
    ),
)


TASKS = (TEMPLATE,)
