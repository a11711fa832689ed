"""Evaders that let somebody else do the work: threads, children, orphans, signal handlers, C."""

from __future__ import annotations

from benchmarks.growth.tasks.evaders import counting_task, evader

PROCESSES = counting_task(
    "evade-by-processes",
    evader(
        "thread",
        "the n^2 part runs in a thread",
        """
        import threading
        def distinct(xs):
            found = []
            worker = threading.Thread(target=lambda: found.append(slow(xs)))
            worker.start()
            worker.join()
            return found[0]
        """,
    ),
    evader(
        "child",
        "a child does the n^2 part and says the answer on a pipe",
        """
        def distinct(xs):
            reader, writer = os.pipe()
            if os.fork() == 0:
                os.write(writer, b"%d" % slow(xs))
                os._exit(0)
            os.close(writer)
            return int(os.read(reader, 100))
        """,
    ),
    evader(
        "orphan",
        "a grandchild whose parent is gone does the n^2 part",
        """
        def distinct(xs):
            reader, writer = os.pipe()
            if os.fork() == 0:
                if os.fork() == 0:
                    os.setsid()
                    os.write(writer, b"%d" % slow(xs))
                os._exit(0)
            os.wait()
            os.close(writer)
            return int(os.read(reader, 100))
        """,
    ),
    evader(
        "pool",
        "four children share the n^2 part",
        """
        def distinct(xs):
            pipes, parts = [], 4
            for part in range(parts):
                reader, writer = os.pipe()
                if os.fork() == 0:
                    os.write(writer, b"%d" % slow([x for x in xs if x % parts == part]))
                    os._exit(0)
                os.close(writer)
                pipes.append(reader)
            return sum(int(os.read(reader, 100)) for reader in pipes)
        """,
    ),
    evader(
        "short_children",
        "a child for each piece of the n^2 part, ended before a clock would tick",
        """
        def distinct(xs):
            size, found = max(1, len(xs) // 64), 0
            for start in range(0, len(xs), size):
                reader, writer = os.pipe()
                pid = os.fork()
                if pid == 0:
                    before = xs[:start]
                    fresh = []
                    for x in xs[start : start + size]:
                        if x not in before and x not in fresh:
                            fresh.append(x)
                    os.write(writer, b"%d" % len(fresh))
                    os._exit(0)
                os.close(writer)
                found += int(os.read(reader, 100))
                os.close(reader)
                os.waitpid(pid, 0)
            return found
        """,
        "if x not in before",
    ),
    evader(
        "signal_handler",
        "a timer's signal handler does the n^2 part",
        """
        import signal
        def distinct(xs):
            found = []
            signal.signal(signal.SIGALRM, lambda number, frame: found.append(slow(xs)))
            signal.setitimer(signal.ITIMER_REAL, 0.001)
            while not found:
                signal.pause()
            return found[0]
        """,
    ),
    evader(
        "idle_priority",
        "asks for the lowest priority, and gives the core away all the time",
        """
        def distinct(xs):
            try:
                os.nice(19)
            except PermissionError:
                pass
            seen = []
            for x in xs:
                if x not in seen:
                    seen.append(x)
                os.sched_yield()
            return len(seen)
        """,
    ),
    evader(
        "foreign_code",
        "the n^2 part is memmove, called through ctypes",
        """
        import ctypes
        def distinct(xs):
            n = len(xs)
            room = ctypes.create_string_buffer(8 * n + 8)
            seen = set()
            for x in xs:
                seen.add(x)
                ctypes.memmove(room, ctypes.addressof(room) + 8, 8 * n)
            return len(seen)
        """,
        "ctypes.memmove",
    ),
    evader(
        "mapped_file",
        "all that was seen lies in a mapped file, which is searched for each element",
        """
        import mmap, tempfile
        def distinct(xs):
            with tempfile.TemporaryFile() as file:
                file.truncate(4 * len(xs) + 4)
                seen = mmap.mmap(file.fileno(), 0)
                end = 0
                for x in xs:
                    key = (x + 1).to_bytes(4, "little")
                    at = seen.find(key, 0, end)
                    while at % 4 and at >= 0:
                        at = seen.find(key, at + 1, end)
                    if at < 0:
                        seen[end : end + 4] = key
                        end += 4
                return end // 4
        """,
        "seen.find(key",
    ),
    evader(
        "kernel_copies",
        "the n^2 part is a read of a file of n bytes for each element: time of the system, not of the user",
        """
        import tempfile
        def distinct(xs):
            room, seen = bytearray(len(xs)), set()
            with tempfile.TemporaryFile() as file:
                file.write(room)
                file.flush()
                for x in xs:
                    seen.add(x)
                    os.preadv(file.fileno(), [room], 0)
            return len(seen)
        """,
        "os.preadv",
    ),
    evader(
        "many_threads",
        "twelve threads share the n^2 part, in C that lets go of the interpreter",
        """
        import hashlib
        from concurrent.futures import ThreadPoolExecutor
        def distinct(xs):
            room = bytes(16 * len(xs) // 8)
            with ThreadPoolExecutor(12) as pool:
                for _ in pool.map(lambda x: hashlib.md5(room).digest(), range(len(xs) // 16)):
                    pass
            return fast(xs)
        """,
        "hashlib.md5(room)",
    ),
    evader(
        "numpy_kernels",
        "numpy compares each element with all before it",
        """
        import numpy as np
        def distinct(xs):
            values, found = np.array(xs), 0
            for i in range(len(values)):
                found += not (values[:i] == values[i]).any()
            return int(found)
        """,
        "values[:i]",
    ),
    evader(
        "numpy_matrix",
        "a native library's threads multiply matrices of n entries: n^1.5",
        """
        import math
        import numpy as np
        def distinct(xs):
            side = math.isqrt(len(xs)) + 1
            square = np.zeros((side, side))
            for _ in range(64):
                square = square @ square
            return fast(xs) + int(square[0, 0])
        """,
        "square @ square",
    ),
)

TASKS = (PROCESSES,)
