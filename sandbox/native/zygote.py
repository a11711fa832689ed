"""The judge's side of a zygote: start it, ask it for slots, end it."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import threading
from dataclasses import asdict

from sandbox.api import SandboxError
from sandbox.native.cgroup import Group, Groups
from sandbox.native.root import CLEAN_FLAGS, GUEST, RootPlan, Runner
from sandbox.runtimes import Runtime

MESSAGE_BYTES = 1 << 17
FIRST_UID = 60_000
START_SECONDS = 120
NO_NAMESPACES = (
    "this host does not let the sandbox make its namespaces ({}). As an ordinary user, one of these helps: "
    "`sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` (Ubuntu), "
    "`sudo sysctl -w kernel.unprivileged_userns_clone=1` (older Debian), `sudo sysctl -w user.max_user_namespaces=10000`. "
    "In a container: run it with --cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined"
)


class Gone(Exception):
    """The other side of a socket ended."""


class Slot:
    """A process in a cgroup of its own that forks one cell at a time. Used by one thread at a time."""

    def __init__(self, channel: socket.socket, uid: int, group: Group | None) -> None:
        self.channel = channel
        self.uid = uid
        self.group = group

    def start(self, task: dict[str, object], fds: list[int]) -> None:
        socket.send_fds(self.channel, [json.dumps(task).encode()], fds)

    def started(self) -> int:
        """The pidfd of the cell. Its caller closes it."""
        message, fds, _, _ = socket.recv_fds(self.channel, MESSAGE_BYTES, 1, socket.MSG_CMSG_CLOEXEC)
        if not message or len(fds) != 1:
            raise Gone("the slot ended")
        return fds[0]

    def ended(self, timeout_s: float) -> tuple[int, int]:
        """The wait status of the cell, and the CPU time in ns of it and all that it reaped."""
        self.channel.settimeout(timeout_s)
        try:
            message = self.channel.recv(MESSAGE_BYTES)
        finally:
            self.channel.settimeout(None)
        if not message:
            raise Gone("the slot ended")
        said = json.loads(message)
        return said["status"], said["cpu_ns"]

    def close(self) -> None:
        self.channel.close()


class Zygote:
    """One running zygote. `slot` may be called from several threads."""

    def __init__(
        self,
        runtime: Runtime,
        runner: Runner,
        root: RootPlan,
        seccomp: bytes,
        groups: Groups | None,
        user_namespace: bool,
        hash_seed: int,
    ) -> None:
        self._groups = groups
        self._user_namespace = user_namespace
        self._lock = threading.Lock()
        self._count = 0
        # Two judges on one host should not give their cells the same user, whose processes the kernel counts together.
        self._first_uid = FIRST_UID + (0 if user_namespace else secrets.randbelow(50) * 100)
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {
            "PYTHONHASHSEED": str(hash_seed),
            "LANG": "C.UTF-8",
            "HOME": "/tmp",
            "TMPDIR": "/tmp",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        complaints = os.memfd_create("complaints", os.MFD_CLOEXEC)
        with theirs:
            self.process = subprocess.Popen(
                [runner.python, *CLEAN_FLAGS, str(GUEST / "zygote.py"), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                env=environment,
                cwd="/",
                pass_fds=(theirs.fileno(),),
                start_new_session=True,  # Ctrl-C in the judge's terminal is the judge's
            )
        try:
            self._say(
                {
                    "guest": str(GUEST),
                    "root": asdict(root),
                    "path": [*runner.path, "/site"],
                    "preload": runtime.preload,
                    "required": runtime.required,
                    "seccomp": base64.b64encode(seccomp).decode(),
                    "user_namespace": user_namespace,
                    "uid": FIRST_UID,
                }
            )
            self.control.settimeout(START_SECONDS)
            said = json.loads(self.control.recv(MESSAGE_BYTES) or b'{"error": "it ended at once"}')
            self.control.settimeout(None)
        except (OSError, ValueError) as error:
            said = {"error": str(error)}
        try:
            if "error" in said:
                self.close()
                more = os.pread(complaints, 4096, 0).decode("utf-8", "replace")
                raise SandboxError(_explain(runtime, f"{more}{said['error']}"))
        finally:
            os.close(complaints)

    def _say(self, message: dict[str, object], fds: tuple[int, ...] = ()) -> None:
        socket.send_fds(self.control, [json.dumps(message).encode()], list(fds))

    def slot(self) -> Slot:
        """A new slot in a new cgroup. Raises Gone, OSError."""
        with self._lock:
            number, self._count = self._count, self._count + 1
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._say({"slot": number}, (theirs.fileno(),))
            message, fds, _, _ = socket.recv_fds(self.control, MESSAGE_BYTES, 1, socket.MSG_CMSG_CLOEXEC)
        if not message:
            ours.close()
            raise Gone("the zygote ended")
        pidfd = fds[0]
        group = None
        try:
            if self._groups is not None:
                group = self._groups.make()
                group.add(host_pid(pidfd))
        except BaseException:
            ours.close()
            if group is not None:
                group.remove()
            raise
        finally:
            os.close(pidfd)
        return Slot(ours, self._first_uid + (0 if self._user_namespace else number % 100), group)

    def close(self) -> None:
        """End it and wait until it, its slots and their cells are gone."""
        self.control.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()


def host_pid(pidfd: int) -> int:
    """The pid, as this process sees it, of what `pidfd` refers to."""
    with open(f"/proc/self/fdinfo/{pidfd}") as lines:
        for line in lines:
            if line.startswith("Pid:"):
                pid = int(line.split()[1])
                if pid > 0:
                    return pid
    raise Gone("the process ended")


def _explain(runtime: Runtime, error: str) -> str:
    last = error.strip().splitlines()[-1] if error.strip() else "no reason given"
    if "unshare" in error or "_map" in error or "setgroups" in error:
        return NO_NAMESPACES.format(last)
    return f"the runtime {runtime.name!r} does not start: {error.strip()}"
