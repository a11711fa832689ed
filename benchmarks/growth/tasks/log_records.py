"""Records of a log, a line each."""

from __future__ import annotations

import json
import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _log(n: int, rng: random.Random, services: int) -> tuple[str]:
    rows = (
        json.dumps({"service": f"s{rng.randrange(services)}", "level": rng.choice(["info", "warn"]), "ms": at % 977})
        for at in range(n)
    )
    return ("\n".join(rows) + "\n",)


def _few_services(n: int, rng: random.Random) -> tuple[str]:
    return _log(n, rng, 8)


def _many_services(n: int, rng: random.Random) -> tuple[str]:
    return _log(n, rng, n // 4)


RECORDS = Task(
    "log-records",
    "summary",
    "n",
    (Family("few_services", _few_services, 200, 200_000), Family("many_services", _many_services, 200, 200_000)),
    (
        right(
            "json",
            "one record a line, one lookup each",
            """
            import json
            def summary(text):
                total = {}
                for line in text.splitlines():
                    row = json.loads(line)
                    key = row["service"], row["level"]
                    total[key] = total.get(key, 0) + row["ms"]
                return [(service, level, ms) for (service, level), ms in total.items()]
            """,
        ),
        right(
            "regex",
            "one expression over the whole text",
            r"""
            import re
            LINE = re.compile(r'\{"service": "(\w+)", "level": "(\w+)", "ms": (\d+)\}\n')
            def summary(text):
                total = {}
                for service, level, ms in LINE.findall(text):
                    total[service, level] = total.get((service, level), 0) + int(ms)
                return [(*key, ms) for key, ms in total.items()]
            """,
            Kind.FAST,
        ),
        right(
            "pandas",
            "a frame of all records, grouped in C",
            """
            import json
            import pandas as pd
            def summary(text):
                frame = pd.DataFrame([json.loads(line) for line in text.splitlines()])
                found = frame.groupby(["service", "level"], sort=False)["ms"].sum()
                return [(*key, ms) for key, ms in zip(found.index.tolist(), found.tolist())]
            """,
        ),
        right(
            "literals",
            "each line parsed as a Python expression: dearer by a factor",
            """
            import ast
            import io
            def summary(text):
                total = {}
                for line in io.StringIO(text):
                    row = ast.literal_eval(line)
                    key = row["service"], row["level"]
                    total[key] = total.get(key, 0) + row["ms"]
                return [(*key, ms) for key, ms in total.items()]
            """,
            Kind.SLOW,
        ),
        worse(
            "cut_lines",
            "the rest of the text is copied for every line, a byte a character",
            """
            import json
            def summary(text):
                total = {}
                while text:
                    line, _, text = text.partition("\\n")
                    row = json.loads(line)
                    key = row["service"], row["level"]
                    total[key] = total.get(key, 0) + row["ms"]
                return [(*key, ms) for key, ms in total.items()]
            """,
            Kind.HIDDEN,
            blame='text.partition("\\n")',
        ),
        worse(
            "append_rows",
            "the list of rows is made anew for every line",
            """
            import json
            def summary(text):
                rows, total = [], {}
                for line in text.splitlines():
                    rows = [*rows, json.loads(line)]
                for row in rows:
                    key = row["service"], row["level"]
                    total[key] = total.get(key, 0) + row["ms"]
                return [(*key, ms) for key, ms in total.items()]
            """,
            Kind.HIDDEN,
            blame="[*rows, json.loads(line)]",
        ),
        worse(
            "grow_frame",
            "a new frame for every hundred lines, of all rows so far",
            """
            import json
            import pandas as pd
            def summary(text):
                frame, part = None, []
                lines = text.splitlines()
                for number, line in enumerate(lines, 1):
                    part.append(json.loads(line))
                    if len(part) == 100 or number == len(lines):
                        more = pd.DataFrame(part)
                        frame = more if frame is None else pd.concat([frame, more], ignore_index=True)
                        part = []
                found = frame.groupby(["service", "level"], sort=False)["ms"].sum()
                return [(*key, ms) for key, ms in zip(found.index.tolist(), found.tolist())]
            """,
            Kind.HIDDEN,
            blame="pd.concat([frame, more]",
        ),
        worse(
            "filter_service",
            "all records are read for every service; n/4 in one family",
            """
            import json
            def summary(text):
                rows = [json.loads(line) for line in text.splitlines()]
                total = dict.fromkeys((row["service"], row["level"]) for row in rows)
                for key in total:
                    total[key] = sum(row["ms"] for row in rows if (row["service"], row["level"]) == key)
                return [(*key, ms) for key, ms in total.items()]
            """,
            Kind.DIMENSION,
            blame='sum(row["ms"] for row in rows',
        ),
    ),
    runtime="python-data",
)


TASKS = (RECORDS,)
