"""The system calls a cell may make.

An allowlist. What is not on it fails with EPERM, so that a harmless library that tries something unusual goes on and a
submission gets a Python exception with a line number. What no honest program tries (`FATAL`) kills the cell at once
with SIGSYS: an attack should not get a second try. clone3, whose flags lie in memory where a filter cannot look, and a
few newer calls fail with ENOSYS: the C library then uses the older call, which is filtered.

`execve` is refused: a Python submission needs none. A cell that runs a command can execute what it sees, which is its
program and its toolchain, and keeps filter and limits. Sockets are refused, but for unconnected local pairs, which
asyncio needs for its own wake-ups; passing descriptors over them (sendmsg) is refused.

Refused for what they leave behind or reach: dropping and probing pages of the host's page cache (fadvise64, readahead,
mincore, preadv2's RWF_NOWAIT, madvise's PAGEOUT), which would carry word from one run to the next; huge pages of the
host's pool, which no memory cgroup counts; filters on sockets; asking a socket for a handle of the process at its end.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from functools import lru_cache
from typing import Any

from sandbox.api import SandboxError


def _words(text: str) -> list[str]:
    return text.split()


ALLOWED = _words("""
    read write readv writev pread64 pwrite64 preadv pwritev lseek close close_range dup dup2 dup3
    open openat stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getdents getdents64
    statfs fstatfs getcwd chdir fchdir mkdir mkdirat rmdir rename renameat renameat2 link linkat unlink unlinkat symlink
    symlinkat mknod mknodat chmod fchmod fchmodat creat truncate ftruncate fallocate utime utimes utimensat futimesat
    umask flock fsync fdatasync sendfile copy_file_range
    pipe pipe2 select pselect6 poll ppoll epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
    eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime signalfd signalfd4
    sendto recvfrom shutdown getsockname getpeername
    munmap mremap mprotect brk msync mlock munlock
    futex futex_waitv get_robust_list set_robust_list set_tid_address rseq arch_prctl
    fork vfork exit exit_group wait4 waitid kill tkill tgkill rt_sigprocmask rt_sigreturn rt_sigpending
    rt_sigtimedwait rt_sigqueueinfo rt_tgsigqueueinfo rt_sigsuspend sigaltstack pause restart_syscall alarm getitimer
    setitimer timer_create timer_settime timer_gettime timer_getoverrun timer_delete
    nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time times getrusage sysinfo uname getcpu
    getpid getppid gettid getpgrp getpgid setpgid getsid setsid getuid geteuid getgid getegid getresuid getresgid
    getgroups capget getpriority sched_yield sched_getaffinity sched_getparam sched_getscheduler
    sched_get_priority_max sched_get_priority_min getrlimit getrandom
""")

FATAL = _words("""
    ptrace process_vm_readv process_vm_writev kcmp process_madvise pidfd_getfd
    mount umount umount2 pivot_root chroot unshare setns move_mount open_tree fsopen fsconfig fsmount fspick
    mount_setattr open_by_handle_at name_to_handle_at
    bpf perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register
    add_key request_key keyctl init_module finit_module delete_module kexec_load kexec_file_load
    reboot swapon swapoff acct quotactl settimeofday clock_settime adjtimex clock_adjtime sethostname setdomainname
    iopl ioperm modify_ldt vhangup syslog lookup_dcookie fanotify_init
""")

ABSENT = _words("clone3 openat2 fchmodat2 map_shadow_stack mseal cachestat")

# What libraries of honest commands try, and do without.
_TRIED_BY_COMMANDS = _words("io_uring_setup io_uring_enter io_uring_register")

# Name spaces in clone's first argument, and CLONE_PTRACE. Python and threads set none of them.
_CLONE_REFUSED = 0x7E020000 | 0x00002000
_AF_UNIX = 1
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS TIOCGWINSZ FIONREAD FIONBIO FIONCLEX FIOCLEX
_PRCTLS = (15, 16)  # PR_SET_NAME PR_GET_NAME
# F_DUPFD F_GETFD F_SETFD F_GETFL F_SETFL F_GETLK F_SETLK F_SETLKW F_DUPFD_CLOEXEC F_GETPIPE_SZ
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032)
_SOL_SOCKET = 1
_SOCKET_OPTIONS = (3, 4, 7, 8, 30, 38, 39)  # SO_TYPE SO_ERROR SO_SNDBUF SO_RCVBUF SO_ACCEPTCONN SO_PROTOCOL SO_DOMAIN
# All but COLD, PAGEOUT (20, 21: may reach a file's pages), MERGEABLE (12) and what needs privileges.
_MADVICE = (0, 1, 2, 3, 4, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 22, 23, 24, 25, 102, 103)
_MAP_SHARED, _MAP_ANONYMOUS, _MAP_HUGETLB = 1, 0x20, 0x40000
_RLIMIT_CORE = 4
_SIGNALS, _SIGCHLD = range(1, 65), 17


def _library() -> Any:
    try:
        import pyseccomp
    except (ImportError, RuntimeError, OSError) as error:
        raise SandboxError(f"libseccomp is missing ({error}); run `apt install libseccomp2`") from None
    return pyseccomp


@lru_cache(maxsize=4)
def build_filter(executing: bool = False, sampled: bool = False) -> bytes:
    """The filter as an array of struct sock_filter. Raises SandboxError where libseccomp is missing. `executing`: for a
    cell that starts with an exec, of a command or cold under callgrind. `sampled`: no cgroup counts the cell's memory;
    then it has no shared anonymous memory, which can be kept without being resident anywhere."""
    s = _library()
    made = s.SyscallFilter(s.ERRNO(errno.EPERM))
    with suppress(OSError, AttributeError):
        made.set_attr(s.Attr.CTL_OPTIMIZE, 2)  # a binary tree; libseccomp 2.5 and newer
    tried = _TRIED_BY_COMMANDS if executing else []
    _add(made, s.ALLOW, [*ALLOWED, "execve"] if executing else ALLOWED)
    _add(made, s.KILL_PROCESS, [name for name in FATAL if name not in tried])
    _add(made, s.ERRNO(errno.ENOSYS), [*ABSENT, *tried])
    made.add_rule(s.ALLOW, "clone", s.Arg(0, s.MASKED_EQ, _CLONE_REFUSED, 0))
    made.add_rule(s.ALLOW, "socketpair", s.Arg(0, s.EQ, _AF_UNIX))
    for number in _IOCTLS:
        made.add_rule(s.ALLOW, "ioctl", s.Arg(1, s.EQ, number))
    for number in _PRCTLS:
        made.add_rule(s.ALLOW, "prctl", s.Arg(0, s.EQ, number))
    for number in _FCNTLS:
        made.add_rule(s.ALLOW, "fcntl", s.Arg(1, s.EQ, number))
    for number in _SOCKET_OPTIONS:
        made.add_rule(s.ALLOW, "getsockopt", s.Arg(1, s.EQ, _SOL_SOCKET), s.Arg(2, s.EQ, number))
    for number in _MADVICE:
        made.add_rule(s.ALLOW, "madvise", s.Arg(2, s.EQ, number))
    for without in (_MAP_SHARED, _MAP_ANONYMOUS) if sampled else (0,):
        made.add_rule(s.ALLOW, "mmap", s.Arg(3, s.MASKED_EQ, _MAP_HUGETLB | without, 0))
    # A soft limit of 1 keeps a core_pattern that is a pipe from our memory: it stays.
    made.add_rule(s.ALLOW, "setrlimit", s.Arg(0, s.NE, _RLIMIT_CORE))
    made.add_rule(s.ALLOW, "prlimit64", s.Arg(1, s.NE, _RLIMIT_CORE))
    made.add_rule(s.ALLOW, "prlimit64", s.Arg(1, s.EQ, _RLIMIT_CORE), s.Arg(2, s.EQ, 0))
    _allow_signal_actions(made, s, executing)
    for name in ("preadv2", "pwritev2"):
        made.add_rule(s.ALLOW, name, s.Arg(5, s.EQ, 0))
    fd = os.memfd_create("filter", os.MFD_CLOEXEC)
    try:
        with os.fdopen(fd, "r+b") as file:
            made.export_bpf(file)
            file.seek(0)
            return file.read()
    except OSError as error:
        raise SandboxError(f"libseccomp cannot write its filter: {error}") from None


def _allow_signal_actions(made: Any, s: Any, executing: bool) -> None:
    """For every signal but SIGCHLD: the kernel forgets what children used that are reaped by ignoring it. Each number
    by itself: the kernel looks at half of the argument, so 'any but 17' would let 17 through in another guise. Runtimes
    of other languages take a handler for every signal and end where they cannot: they are told that it was done."""
    for number in _SIGNALS:
        if number != _SIGCHLD:
            made.add_rule(s.ALLOW, "rt_sigaction", s.Arg(0, s.EQ, number))
    made.add_rule(s.ALLOW, "rt_sigaction", s.Arg(0, s.EQ, _SIGCHLD), s.Arg(1, s.EQ, 0))
    if executing:
        made.add_rule(s.ERRNO(0), "rt_sigaction", s.Arg(0, s.EQ, _SIGCHLD), s.Arg(1, s.NE, 0))


def _add(made: Any, action: int, names: list[str]) -> None:
    for name in names:
        try:
            made.add_rule(action, name)
        except (OSError, ValueError):
            continue  # not a call of this architecture, or newer than this libseccomp: the default then holds
