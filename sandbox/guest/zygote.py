"""The warm process that cells are forked from. Runs under the runner's Python, started by sandbox.native.zygote.

    launcher   makes the namespaces, stays outside only to be waited for
      zygote   pid 1 of a pid namespace: when it dies, everything below is killed by the kernel
        slot   a fork that sits in one cgroup for good; it forks one cell at a time, so no cell has to be moved
          cell pid 1 of its own namespaces; see cell.py

Each of zygote and slot serves one SOCK_SEQPACKET socket. Its end of file means that the judge is gone: they exit then.
"""

from __future__ import annotations

import base64
import gc
import importlib
import importlib.util
import json
import os
import random
import resource
import select
import signal
import socket
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

MESSAGE_BYTES = 1 << 17
MAIN_STACK_BYTES = 256 << 20
THREAD_STACK_BYTES = 8 << 20
# Deeper than Python's own default, for honest depth-first searches; code may set more, up to what its stack holds.
RECURSION_LIMIT = 10_000
MAX_CORES = 8


def main() -> None:
    fd = int(sys.argv[1])
    if resource.getrlimit(resource.RLIMIT_STACK)[0] != MAIN_STACK_BYTES and len(sys.argv) == 2:
        # The kernel decides at exec how much room the main stack can ever have.
        _, hard = resource.getrlimit(resource.RLIMIT_STACK)
        soft = MAIN_STACK_BYTES if hard == resource.RLIM_INFINITY else min(hard, MAIN_STACK_BYTES)
        resource.setrlimit(resource.RLIMIT_STACK, (soft, hard))
        os.execv(sys.executable, [*sys.orig_argv, "again"])
    control = socket.socket(fileno=fd)
    try:
        config = json.loads(control.recv(MESSAGE_BYTES))
        _make_package(config["guest"])
        _make_namespaces(config)
        child = os.fork()
    except Exception:
        _send(control, {"error": traceback.format_exc(limit=-1)})
        return
    if child:
        control.close()
        os.waitpid(child, 0)
        os._exit(0)
    try:
        config["proc"] = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        home = _settle(config)
        _send(control, {"ok": True, "python": sys.version.split()[0]})
    except Exception:
        _send(control, {"error": traceback.format_exc(limit=-1)})
        os._exit(1)
    _serve_zygote(control, home, config)


def _make_package(folder: str) -> None:
    """Name this folder `landau_guest`, before and after the root is changed, out of the way of submitted modules."""
    spec = importlib.util.spec_from_file_location(
        "landau_guest", Path(folder) / "__init__.py", submodule_search_locations=[folder]
    )
    assert spec is not None and spec.loader is not None
    sys.modules["landau_guest"] = package = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    importlib.import_module("landau_guest.root")
    package.__path__ = ["/guest"]


def _make_namespaces(config: dict[str, Any]) -> None:
    from landau_guest import kernel

    flags = kernel.CLONE_NEWNS | kernel.CLONE_NEWPID | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS | kernel.CLONE_NEWNET
    if config["user_namespace"]:
        uid, gid = os.getuid(), os.getgid()
        kernel.unshare(flags | kernel.CLONE_NEWUSER)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{config['uid']} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{config['uid']} {gid} 1")
    else:
        kernel.unshare(flags)


def _settle(config: dict[str, Any]) -> int:
    """Enter the minimal root, import the runtime, freeze. Returns an fd of this pid namespace."""
    from landau_guest import kernel, root

    kernel.die_with_parent(signal.SIGKILL)
    home = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    root.enter(config["root"], config["user_namespace"])
    kernel.set_hostname("cell")
    kernel.no_new_privileges()
    kernel.drop_bounding_set()
    kernel.set_thread_stack(THREAD_STACK_BYTES)
    threading.stack_size(THREAD_STACK_BYTES)
    for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signal_number, signal.SIG_IGN)  # the judge's terminal is not for us; it ends us by its socket
    config["hash_seed"] = os.environ.pop("PYTHONHASHSEED")  # not for submissions to know
    sys.path[:] = [*config["path"]]
    for name in config["preload"]:
        try:
            importlib.import_module(name)
        except ImportError:
            if name in config["required"]:
                raise
    importlib.import_module("landau_guest.cell")
    importlib.import_module("landau_guest.query").open_ahead()
    for name in ("filter", "executing_filter"):
        config[name] = base64.b64decode(config[name])
    sys.setrecursionlimit(RECURSION_LIMIT)
    gc.collect()
    gc.disable()
    gc.freeze()
    return home


def _send(control: socket.socket, message: dict[str, Any], fds: tuple[int, ...] = ()) -> None:
    socket.send_fds(control, [json.dumps(message).encode()], list(fds))


def _serve_zygote(control: socket.socket, home: int, config: dict[str, Any]) -> None:
    """Fork a slot for each request; reap those that ended."""
    while True:
        message, fds, _, _ = socket.recv_fds(control, MESSAGE_BYTES, 1)
        if not message:
            os._exit(0)
        pid = os.fork()
        if pid == 0:
            control.close()
            config |= json.loads(message)
            _take_few_cores()
            if not config["user_namespace"]:
                os.setgroups([])
                os.setresgid(config["uid"], config["uid"], config["uid"])
            _serve_slot(socket.socket(fileno=fds[0]), home, config)
            os._exit(0)
        os.close(fds[0])
        pidfd = os.pidfd_open(pid)
        _send(control, {"slot": pid}, (pidfd,))
        os.close(pidfd)
        while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG) is not None:
            pass


def _take_few_cores() -> None:
    """On a large machine, a library that starts a thread a core would meet the limit of processes at once."""
    cores = os.sched_getaffinity(0)
    if len(cores) > MAX_CORES:
        os.sched_setaffinity(0, random.sample(sorted(cores), MAX_CORES))


def _serve_slot(control: socket.socket, home: int, config: dict[str, Any]) -> None:
    """Fork a cell for each message, ahead of the task that it will get: what can be prepared without the task is
    prepared while the judge is busy elsewhere. Report each cell, and how it ended."""
    cells: dict[int, int] = {}
    poll = select.poll()
    poll.register(control, select.POLLIN)
    while True:
        for fd, _ in poll.poll():
            if fd in cells:
                poll.unregister(fd)
                pid = cells.pop(fd)
                _, status, usage = os.wait4(pid, 0)
                os.close(fd)
                used_ns = int((usage.ru_utime + usage.ru_stime) * 1e9)
                _send(control, {"ended": pid, "status": status, "cpu_ns": used_ns})
            elif control.recv(MESSAGE_BYTES):
                pid, pidfd = _fork_cell(control, home, config)
                cells[pidfd] = pid
                poll.register(pidfd, select.POLLIN)
            else:
                for pid in cells.values():
                    os.kill(pid, signal.SIGKILL)  # the judge has given this slot up
                return


def _fork_cell(control: socket.socket, home: int, config: dict[str, Any]) -> tuple[int, int]:
    from landau_guest import cell, kernel

    ours, theirs = socket.socketpair()
    kernel.setns(home, kernel.CLONE_NEWPID)  # a second unshare is only allowed from here
    kernel.unshare(kernel.CLONE_NEWPID)
    pid = os.fork()
    if pid == 0:
        cell.run(theirs.detach(), config)
        os._exit(1)
    theirs.close()
    pidfd = os.pidfd_open(pid)
    _send(control, {"cell": pid}, (pidfd, ours.fileno()))
    ours.close()
    return pid, pidfd


if __name__ == "__main__":
    main()
