"""The Docker engine, as far as we use it. The only place that knows the SDK."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Iterator
from typing import Any

import docker
import requests
from docker.context import ContextAPI
from docker.errors import APIError, DockerException, ImageNotFound, NotFound

from sandbox.api import SandboxError
from sandbox.docker.image import BUILD
from sandbox.docker.judges import LABEL, is_gone, parse

ANSWER_SECONDS = 60
GONE_SECONDS = 30
MOST_CALLS_AT_ONCE = 32
CHUNK = 1 << 20
NO_ENGINE = "no Docker engine answers ({}): start Docker, or let this user use it (see `docker info`)"


class NoEngine(SandboxError):
    pass


class NoImage(SandboxError):
    pass


class Engine:
    """Raises SandboxError for all that fails."""

    def __init__(self) -> None:
        with _explained():
            self._api = docker.APIClient(
                **_address(), version="auto", timeout=ANSWER_SECONDS, max_pool_size=MOST_CALLS_AT_ONCE
            )
            self._api.headers["Connection"] = "close"  # an idle connection is a descriptor for nothing
            self.cores = int(self._api.info()["NCPU"])

    def require_image(self, name: str) -> None:
        try:
            with _explained():
                self._api.inspect_image(name)
        except _Missing:
            raise NoImage(f"the Docker engine has no image {name}; run `{BUILD}`") from None

    def create(self, description: dict[str, Any], name: str) -> str:
        """A container that is not started yet; its id."""
        with _explained():
            return str(self._api.create_container_from_config(description, name)["Id"])

    def attach(self, container: str) -> Line:
        with _explained():
            return Line(self._api.attach_socket(container, {"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1}))

    def start(self, container: str) -> None:
        with _explained():
            self._api.start(container)

    def remove(self, container: str) -> None:
        """Kill and remove it, and wait until it is gone. Fine when it is gone already."""
        deadline = time.monotonic() + GONE_SECONDS
        while time.monotonic() < deadline:
            try:
                with _explained():
                    self._api.remove_container(container, force=True, v=True)
            except _Missing:
                return
            except SandboxError:  # the engine is removing it, for it ended by itself
                time.sleep(0.05)
        raise SandboxError(f"the engine does not remove the container {container}")

    def labelled(self, label: str, value: str) -> list[str]:
        with _explained():
            return [one["Id"] for one in self._api.containers(all=True, filters={"label": f"{label}={value}"})]

    def sweep(self) -> None:
        """Remove the containers of judges that are gone."""
        with _explained():
            found = self._api.containers(all=True, filters={"label": LABEL})
        for one in found:
            judge = parse(one["Labels"][LABEL])
            if judge is not None and is_gone(judge):
                with contextlib.suppress(SandboxError):  # should it stay, it harms nobody: its line is dead
                    self.remove(one["Id"])

    def close(self) -> None:
        self._api.close()


class _Missing(SandboxError):
    """The engine has no such thing."""


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (NotFound, ImageNotFound) as error:
        raise _Missing(str(error.explanation)) from None
    except APIError as error:
        raise SandboxError(f"the Docker engine refused: {error.explanation or error}") from None
    except (DockerException, requests.RequestException, OSError) as error:
        raise NoEngine(NO_ENGINE.format(error)) from None


def _address() -> dict[str, Any]:
    """DOCKER_HOST and its companions, else the context that the docker command uses."""
    if os.environ.get("DOCKER_HOST"):
        return dict(docker.utils.kwargs_from_env())
    context = ContextAPI.get_context(os.environ.get("DOCKER_CONTEXT"))
    return {"base_url": context.Host, "tls": context.TLSConfig} if context is not None and context.Host else {}


class Line:
    """The attached stream of a container: what is sent is its stdin, what comes has Docker's frames."""

    def __init__(self, attached: Any) -> None:
        self._attached = attached
        self._socket = getattr(attached, "_sock", attached)  # a unix socket comes wrapped, others do not
        self._socket.settimeout(ANSWER_SECONDS)

    def send(self, data: bytes) -> None:
        """Raises OSError, also when the other side stops reading."""
        for at in range(0, len(data), CHUNK):
            self._socket.sendall(memoryview(data)[at : at + CHUNK])

    def receive(self, size: int) -> bytes:
        """Waits for something; empty at the end. Raises OSError."""
        while True:
            try:
                return bytes(self._socket.recv(size))
            except TimeoutError:
                continue

    def hang_up(self) -> None:
        """Ends both directions and wakes who waits in them. The descriptor stays, or its number could be that of
        another line before they have looked up."""
        with contextlib.suppress(OSError):
            if hasattr(self._socket, "shutdown"):
                self._socket.shutdown(socket.SHUT_RDWR)
            else:  # a named pipe of Windows
                self._socket.close()

    def close(self) -> None:
        """When nobody uses it any more."""
        for one in (self._attached, self._socket):  # a wrapped socket outlives its wrapper
            with contextlib.suppress(OSError):
                one.close()
