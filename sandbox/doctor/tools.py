"""Programs and services: what submissions run in, languages, valgrind, Docker."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.doctor.fact import Fact, Level
from sandbox.readings import Docker, Readings


def facts(r: Readings) -> Iterator[Fact]:
    if r.backend == "native":
        yield _runner(r)
        yield _languages(r.toolchains)
        yield _valgrind(r)
    yield _docker(r.docker, r.backend == "docker")


def _runner(r: Readings) -> Fact:
    name = "environment of submissions"
    if r.runner_missing is None:
        found = f"{r.runner}: no Python starts there"
        return Fact(name, Level.MISSING, found, "nothing can be run", "make setup")
    if r.runner_missing:
        found = f"{r.runner}: without {', '.join(r.runner_missing)}"
        return Fact(name, Level.WEAK, found, "problems that need them end in a judge error", "make setup")
    return Fact(name, Level.GOOD, r.runner)


def _languages(toolchains: dict[str, str | None]) -> Fact:
    there = ", ".join(name for name, install in toolchains.items() if install is None) or "none but Python"
    missing = {name: install for name, install in toolchains.items() if install is not None}
    if not missing:
        return Fact("languages", Level.GOOD, there)
    packages = dict.fromkeys(install.removeprefix("apt install ") for install in missing.values())
    return Fact(
        "languages",
        Level.NOTE,
        f"{there}; without {', '.join(missing)}",
        "submissions in a missing one are refused, and it is shown as unavailable",
        f"sudo apt-get install {' '.join(packages)}",
    )


def _valgrind(r: Readings) -> Fact:
    if r.valgrind:
        return Fact("valgrind", Level.GOOD, r.valgrind, "what time cannot decide is decided by counted instructions")
    return Fact(
        "valgrind",
        Level.WEAK,
        "not installed",
        "growth that time cannot decide stays inconclusive (and is accepted, marked as such)",
        "sudo apt-get install valgrind",
    )


def _docker(docker: Docker, used: bool) -> Fact:
    if docker.error is not None:
        found = f"no engine answers: {docker.error}"
        if not used:
            return Fact("docker", Level.NOTE, found, "not needed: cells are made natively here")
        mend = "start Docker, and let this user use it (sudo usermod -aG docker $USER, then log in again)"
        return Fact("docker", Level.MISSING, found, "cells are containers here", mend)
    found = f"{docker.version}: {', '.join((*docker.security, *docker.runtimes))}"
    unfiltered = "seccomp" not in docker.security
    if used and not docker.has_image:
        found = f"{found}; without the image {docker.image}"
        return Fact("docker", Level.MISSING, found, "cells are containers of this image", "make sandbox-image")
    if used and unfiltered:
        means = "containers run without the engine's system-call filter"
        return Fact("docker", Level.WEAK, found, means, "an engine whose `docker info` lists seccomp")
    if not used:
        found = f"{found}; not used"
    root = "whoever may use the engine is root on this host; a submission never sees it"
    return Fact("docker", Level.GOOD, found, "" if "rootless" in docker.security else root)
