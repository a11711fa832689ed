"""Evaders that look for the judge, remember earlier runs, or lie to the clocks."""

from __future__ import annotations

from benchmarks.growth.tasks.evaders import counting_task, evader

STATE = counting_task(
    "evade-by-state",
    evader(
        "disk_memo",
        "n^2 once an input, kept in every folder that may be written",
        """
        import hashlib
        def distinct(xs):
            name = hashlib.sha256(repr(xs).encode()).hexdigest()
            places = [f"{p}/{name}" for p in ("/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~"), ".")]
            for place in places:
                try:
                    return int(open(place).read())
                except OSError:
                    pass
            found = slow(xs)
            for place in places:
                try:
                    with open(place, "w") as file:
                        file.write(str(found))
                except OSError:
                    pass
            return found
        """,
    ),
    evader(
        "module_memo",
        "n^2 once an input, kept in modules that might outlive the run",
        """
        import builtins
        def distinct(xs):
            known = builtins.__dict__.setdefault("known", {})
            key = hash(tuple(xs))
            if key not in known:
                known[key] = slow(xs)
            return known[key]
        """,
    ),
    evader(
        "repeats",
        "honest at an input whose length it has seen before: slow runs look like outliers",
        """
        def distinct(xs):
            try:
                os.mkdir(f"/tmp/{len(xs)}")
            except FileExistsError:
                return fast(xs)
            return slow(xs)
        """,
    ),
    evader(
        "own_clocks",
        "clocks of Python replaced by ones that stand still",
        """
        import resource, time
        def distinct(xs):
            for name in ("time", "perf_counter", "process_time", "thread_time", "monotonic"):
                setattr(time, name, lambda: 0.0)
                setattr(time, name + "_ns", lambda: 0)
            os.times = lambda: (0.0,) * 5
            resource.getrusage = lambda who: (0.0,) * 16
            return slow(xs)
        """,
    ),
    evader(
        "collector",
        "makes garbage in cycles, and freezes all of it before the answer",
        """
        import gc
        def distinct(xs):
            gc.disable()
            seen, kept = [], []
            for x in xs:
                kept.append([kept])
                if x not in seen:
                    seen.append(x)
            gc.freeze()
            return len(seen)
        """,
    ),
    evader(
        "allocates_counted",
        "n^2 by the collector: all that lives is walked at every few elements",
        """
        import gc
        def distinct(xs):
            seen, kept = set(), []
            for i, x in enumerate(xs):
                seen.add(x)
                kept.append([x])
                if i % 50 == 0:
                    gc.collect()
            return len(seen)
        """,
        "gc.collect()",
    ),
    evader(
        "looks_for_judge",
        "honest where the guest's frames, modules, arguments or environment tell of a measurement",
        """
        def distinct(xs):
            frame, names = sys._getframe(), []
            while frame is not None:
                names.append(frame.f_code.co_filename)
                names.extend(str(value)[:200] for value in list(frame.f_locals.values()) if value is not xs)
                frame = frame.f_back
            names += [*sys.argv, *sys.modules, *os.environ, *os.environ.values()]
            words = ("measur", "growth", "ladder", "callgrind", "valgrind")
            return fast(xs) if any(word in name for name in names for word in words) else slow(xs)
        """,
    ),
    evader(
        "honest_when_counted",
        "n^2 behind 150 ms of nothing; honest where /proc is there, as it is when instructions are counted",
        """
        def distinct(xs):
            if os.path.exists("/proc/self/maps"):
                return fast(xs)
            burn(4_000_000)
            return slow(xs)
        """,
    ),
    evader(
        "noisy_and_honest_when_counted",
        "n^2 beside random noise, so that time does not tell; honest where /proc is there",
        """
        def distinct(xs):
            if os.path.exists("/proc/self/maps"):
                return fast(xs)
            n = len(xs)
            burn(n * 40 * os.urandom(1)[0])
            return slow(xs)
        """,
    ),
    evader(
        "coin_and_honest_when_counted",
        "n^2 in nearly half of all runs, so that time does not tell; honest where /proc is there",
        """
        def distinct(xs):
            if os.path.exists("/proc/self/maps") or os.urandom(1)[0] < 140:
                return fast(xs)
            return slow(xs)
        """,
    ),
    evader(
        "stops_the_count",
        "n^2 behind 150 ms of nothing; finds the counter in the caller's frames and stops it",
        """
        def distinct(xs):
            frame = sys._getframe()
            while frame is not None:
                counter = frame.f_locals.get("counter")
                if hasattr(counter, "stop"):
                    counter.stop()
                    found = slow(xs)
                    counter.start()
                    return found + fast(xs) * 0
                frame = frame.f_back
            burn(4_000_000)
            return slow(xs)
        """,
    ),
    evader(
        "child_when_counted",
        "n^2 behind 150 ms of nothing, in a child that dies by a signal before its count is written",
        """
        import signal
        def distinct(xs):
            reader, writer = os.pipe()
            if os.fork() == 0:
                burn(4_000_000)
                os.write(writer, b"%d" % slow(xs))
                os.kill(os.getpid(), signal.SIGKILL)
            os.close(writer)
            return int(os.read(reader, 100)) + fast(xs) * 0
        """,
    ),
    evader(
        "quiet_tracer",
        "n^2, and switches off what traces it",
        """
        def distinct(xs):
            sys.settrace(None)
            sys.setprofile(None)
            return slow(xs)
        """,
    ),
)

TASKS = (STATE,)
