"""A cell that starts cold, under callgrind: the same steps as cell.py, with counting on only for the submission's own.

Started by cell.py, already locked in, as: python cold.py <JSON of task, path, preload> <descriptor of the input>.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import json
import mmap
import os
import sys
from pathlib import Path

RECURSION_LIMIT = 10_000


def main() -> None:
    given, input_fd = json.loads(sys.argv[1]), int(sys.argv[2])
    for name in [name for name in os.environ if name.startswith(("VALGRIND", "LD_", "GLIBCPP", "PYTHON"))]:
        del os.environ[name]
    spec = importlib.util.spec_from_file_location(
        "landau_guest", "/guest/__init__.py", submodule_search_locations=["/guest"]
    )
    assert spec is not None
    sys.modules["landau_guest"] = importlib.util.module_from_spec(spec)
    from landau_guest import callgrind, cell, entry

    task = given["task"]
    source = Path("/program", task["main"]).read_bytes()
    sys.path[:] = given["path"]
    for name in given["preload"]:
        if name.partition(".")[0].encode() in source:  # importing all of them would take a minute here
            importlib.import_module(name)
    sys.setrecursionlimit(RECURSION_LIMIT)
    cell.open_standard_streams()
    size = os.fstat(input_fd).st_size
    data = mmap.mmap(input_fd, size, mmap.MAP_PRIVATE, mmap.PROT_READ) if size else None
    os.close(input_fd)
    os.close(task["count"]["log_fd"])  # the tool holds its own; a submission could write counts into this one
    counter = callgrind.Counter()
    job = entry.prepare(task, source, cell.decode_input(task, data))
    del data
    gc.collect()
    cell.say(cell.READY, b"")
    if os.read(cell.CONTROL, 1) != cell.GO:
        return
    counter.start()
    code = job()
    counter.stop()
    os._exit(code)


if __name__ == "__main__":
    main()
