"""What tests see of containers, past the backend."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from docker.errors import NotFound

from sandbox.docker.backend import DockerSandbox
from sandbox.docker.confinement import Settings, describe
from sandbox.docker.container import Container
from sandbox.docker.engine import Engine
from sandbox.docker.framing import Output
from sandbox.docker.image import image_name


def leased(sandbox: DockerSandbox) -> list[Container]:
    return [lease.container for lease in sandbox._pool._leases.values() if lease.container is not None]


def processes(engine: Engine, container: str) -> list[tuple[int, str]]:
    """(the host's pid, command) of each."""
    found = engine._api.top(container, ps_args="-eo pid,args")
    return [(int(pid), command) for pid, command in found["Processes"]]


def inspected(engine: Engine, containers: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What the engine says of each that is still there: any may be removed between being listed and this."""
    found = {}
    for container in containers:
        with suppress(NotFound):
            found[container] = dict(engine._api.inspect_container(container))
    return found


SAY = """
import json, struct, sys
def say(found):
    data = json.dumps(found).encode()
    sys.stdout.buffer.write(struct.pack("<Q", len(data)) + data)
"""


def run_beside_the_supervisor(engine: Engine, script: str) -> Any:
    """What `script` gives to `say`, where a submission would find itself that broke out of its cell."""
    described = describe(image_name(), {}, Settings(), engine.cores)
    described |= {"Entrypoint": ["/landau/.venv/bin/python", "-c", SAY + script]}
    identity = engine.create(described, f"landau-test-{time.monotonic_ns()}")
    output = Output(lambda: 1 << 20)
    messages: list[bytes] = []
    try:
        line = engine.attach(identity)
        engine.start(identity)
        while data := line.receive(1 << 16):
            messages += output.feed(data)
        line.close()
    finally:
        engine.remove(identity)
    assert messages, output.stderr.decode()
    return json.loads(messages[0])
