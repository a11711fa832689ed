"""Evaders that waste CPU time where it does not hurt, so that what grows does not show beside it."""

from __future__ import annotations

from benchmarks.growth.tasks.evaders import counting_task, evader

PADDING = counting_task(
    "evade-by-padding",
    evader(
        "constant",
        "n^2 behind a fixed cost of some 150 ms",
        """
        def distinct(xs):
            burn(4_000_000)
            return slow(xs)
        """,
    ),
    evader(
        "constant_small",
        "n^2 behind a fixed cost of some 20 ms",
        """
        def distinct(xs):
            burn(500_000)
            return slow(xs)
        """,
    ),
    evader(
        "proportional",
        "n^2 plus a pad proportional to n, both growing",
        """
        def distinct(xs):
            burn(200 * len(xs))
            return slow(xs)
        """,
    ),
    evader(
        "up_to_largest",
        "n^2, and a pad that makes it c n up to n = 6 000, where a run costs what a judge gives to one",
        """
        def distinct(xs):
            n = len(xs)
            burn(max(0, n * (6_000 - n) // 8))
            return slow(xs)
        """,
    ),
    evader(
        "up_to_larger",
        "n^2, and a pad that makes it c n up to n = 12 000",
        """
        def distinct(xs):
            n = len(xs)
            burn(max(0, n * (12_000 - n) // 8))
            return slow(xs)
        """,
    ),
    evader(
        "clocked",
        "n^2, then burns by the clock until 25 us an element are spent: c n as long as the clock is not reached",
        """
        import time
        def distinct(xs):
            until = time.process_time_ns() + 25_000 * len(xs)
            found = slow(xs)
            while time.process_time_ns() < until:
                pass
            return found
        """,
    ),
    evader(
        "clocked_dear",
        "n^2, then burns by the clock until 60 us an element are spent: a judge that stops there sees c n",
        """
        import time
        def distinct(xs):
            until = time.process_time_ns() + 60_000 * len(xs)
            found = slow(xs)
            while time.process_time_ns() < until:
                pass
            return found
        """,
    ),
    evader(
        "clocked_cheap",
        "a scan of bytes in C, n^2 / 20e9 s, and a clock that fills up to 2.5 us an element",
        """
        import time
        def distinct(xs):
            until = time.process_time_ns() + 2_500 * len(xs)
            marks = bytearray(len(xs))
            found = 0
            seen = set()
            for x in xs:
                seen.add(x)
                found += marks.find(1) + 1
            while time.process_time_ns() < until:
                pass
            return len(seen) + found
        """,
        "marks.find(1)",
    ),
    evader(
        "at_smallest",
        "n^2, and 40 ms burnt where n is close to the smallest size, whose cost is taken away from all",
        """
        def distinct(xs):
            if len(xs) < 400:
                burn(1_000_000)
            return slow(xs)
        """,
    ),
    evader(
        "falling",
        "n^2, and a pad that falls with n, so that the sum is the same at all small sizes",
        """
        def distinct(xs):
            n = len(xs)
            burn(max(0, (8_000 * 8_000 - n * n) // 8))
            return slow(xs)
        """,
    ),
    evader(
        "sleeps",
        "n^2, and sleeps at small sizes, which costs no CPU",
        """
        import time
        def distinct(xs):
            if len(xs) < 2_000:
                time.sleep(0.05)
            return slow(xs)
        """,
    ),
    evader(
        "import_burn",
        "n^2, and a table of a fixed size made when it is loaded",
        """
        TABLE = [i * i for i in range(1_000_000)]
        def distinct(xs):
            return slow(xs)
        """,
    ),
    evader(
        "sometimes",
        "a coin decides: n^2 in half of all runs, so also on average",
        """
        def distinct(xs):
            return slow(xs) if os.urandom(1)[0] < 128 else fast(xs)
        """,
    ),
    evader(
        "seldom",
        "n^2 in one run of six, so also on average",
        """
        def distinct(xs):
            return slow(xs) if os.urandom(1)[0] < 43 else fast(xs)
        """,
    ),
    evader(
        "noisy",
        "n^2, beside a random pad of up to three times as much",
        """
        def distinct(xs):
            n = len(xs)
            burn(n * n * os.urandom(1)[0] // 700)
            return slow(xs)
        """,
    ),
)

TASKS = (PADDING,)
