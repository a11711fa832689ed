"""The judge's side of a zygote: start it, ask it for slots, end it."""

from __future__ import annotations

import base64
import json
import os
import select
import signal
import socket
import subprocess
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sandbox.api import SandboxError
from sandbox.native.cgroup import Group, Groups, Residue
from sandbox.native.root import CLEAN_FLAGS, GUEST, RootPlan, Runner
from sandbox.native.users import FIRST_UID, Users
from sandbox.runtimes import Runtime

MESSAGE_BYTES = 1 << 17
START_SECONDS = 120
END_SECONDS = 30
ANSWER_SECONDS = 30  # the zygote and its slots answer at once; only a host in great trouble takes this long
NO_NAMESPACES = (
    "this host does not let the sandbox make its namespaces ({}). As an ordinary user, one of these helps: "
    "`sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` (Ubuntu), "
    "`sudo sysctl -w kernel.unprivileged_userns_clone=1` (older Debian), "
    "`sudo sysctl -w user.max_user_namespaces=10000`. In a container: run it with "
    "`--security-opt seccomp=deploy/seccomp.json --security-opt apparmor=unconfined`, as compose.yaml does"
)


class Gone(Exception):
    """The other side of a socket ended."""


@dataclass(frozen=True, slots=True)
class Spare:
    """A cell that waits for its task: its pid in its slot's eyes, its pidfd, and the channel to its guest."""

    inner_pid: int
    pidfd: int
    channel: socket.socket


class Slot:
    """A process in a cgroup of its own that forks cells, one at a time for us. Used by one thread at a time."""

    def __init__(self, channel: socket.socket, pidfd: int, group: Group | None) -> None:
        channel.settimeout(ANSWER_SECONDS)
        self.group = group
        self._channel = channel
        self._pidfd = pidfd
        self.pid = host_pid(pidfd)
        self._ending: int | None = None
        self._residue = Residue()
        self.order()

    def order(self) -> None:
        """Have the next cell made, while we do other things."""
        self._channel.send(b"next")

    def cell(self) -> Spare:
        """The cell last ordered; its caller parts with it. Raises Gone also where earlier cells left a mark."""
        self._await_end()
        said, fds = self._hear("cell")
        if self.group is not None and not self._residue.is_gone(self.group):
            for fd in fds:
                os.close(fd)
            raise Gone("earlier cells left memory behind")
        return Spare(said["cell"], fds[0], socket.socket(fileno=fds[1]))

    def part(self, cell: Spare) -> None:
        """Leave a cell that was killed to its end, which the next one's taker waits for."""
        cell.channel.close()
        self._ending = cell.pidfd

    def _await_end(self) -> None:
        """Wait until the cell before is gone, with all its descendants."""
        if self._ending is not None:
            if not ended_within(self._ending, END_SECONDS):
                raise Gone("a killed cell does not end")
            os.close(self._ending)
            self._ending = None

    def ended(self, cell: Spare) -> tuple[int, int]:
        """The wait status of a cell, and the CPU time in ns of it and all that it reaped."""
        while True:
            said, _ = self._hear("ended")
            if said["ended"] == cell.inner_pid:
                return said["status"], said["cpu_ns"]

    def _hear(self, kind: str) -> tuple[dict[str, Any], list[int]]:
        # Cells that answered are not asked how they ended, so there may be reports that nobody waits for.
        while True:
            message, fds, _, _ = socket.recv_fds(self._channel, MESSAGE_BYTES, 2, socket.MSG_CMSG_CLOEXEC)
            if not message:
                raise Gone("the slot ended")
            said = json.loads(message)
            if kind in said:
                return said, fds

    def close(self) -> None:
        """End it with its cells, and remove its group."""
        self._channel.close()
        with suppress(Gone):
            self._await_end()
        if not ended_within(self._pidfd, END_SECONDS):
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            ended_within(self._pidfd, END_SECONDS)
        os.close(self._pidfd)
        if self.group is not None:
            self.group.remove()


class Zygote:
    """One running zygote. `slot` may be called from several threads."""

    def __init__(
        self,
        runtime: Runtime,
        runner: Runner,
        root: RootPlan,
        filters: tuple[bytes, bytes],
        groups: Groups | None,
        user_namespace: bool,
        hash_seed: int,
    ) -> None:
        self._groups = groups
        self._lock = threading.Lock()
        self._count = 0
        self._users = None if user_namespace else Users()
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
                    "filter": base64.b64encode(filters[0]).decode(),
                    "executing_filter": base64.b64encode(filters[1]).decode(),
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
            uid = FIRST_UID if self._users is None else self._users.of(number)
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._say({"uid": uid}, (theirs.fileno(),))
            message, fds, _, _ = socket.recv_fds(self.control, MESSAGE_BYTES, 1, socket.MSG_CMSG_CLOEXEC)
        if not message:
            ours.close()
            raise Gone("the zygote ended")
        group = None
        try:
            if self._groups is not None:
                group = self._groups.make()
                group.add(host_pid(fds[0]))
            return Slot(ours, fds[0], group)
        except BaseException:
            ours.close()
            os.close(fds[0])
            if group is not None:
                group.remove()
            raise

    def close(self) -> None:
        """End it and wait until it, its slots and their cells are gone."""
        self.control.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self._users is not None:
            self._users.close()


def host_pid(pidfd: int) -> int:
    """The pid, as this process sees it, of what `pidfd` refers to."""
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        if line.startswith("Pid:") and int(line.split()[1]) > 0:
            return int(line.split()[1])
    raise Gone("the process ended")


def ended_within(pidfd: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


def _explain(runtime: Runtime, error: str) -> str:
    last = error.strip().splitlines()[-1] if error.strip() else "no reason given"
    if "unshare" in error or "_map" in error or "setgroups" in error:
        return NO_NAMESPACES.format(last)
    return f"the runtime {runtime.name!r} does not start: {error.strip()}"
