# idea: system calls that no honest program makes, each from a child, so that all are tried
# expect: ok
# answer: []
import ctypes
import os
import platform

X86 = {
    "ptrace": 101, "process_vm_readv": 310, "mount": 165, "umount2": 166, "pivot_root": 155, "chroot": 161,
    "unshare": 272, "setns": 308, "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425,
    "keyctl": 250, "add_key": 248, "init_module": 175, "kexec_load": 246, "reboot": 169, "settimeofday": 164,
    "open_by_handle_at": 304, "fsopen": 430, "open_tree": 428, "move_mount": 429, "pidfd_getfd": 438,
    "x32 getpid": 0x40000000 | 39,
}  # fmt: skip
ARM = {
    "ptrace": 117, "process_vm_readv": 270, "mount": 40, "umount2": 39, "pivot_root": 41, "chroot": 51, "unshare": 97,
    "setns": 268, "bpf": 280, "perf_event_open": 241, "userfaultfd": 282, "io_uring_setup": 425, "keyctl": 219,
}  # fmt: skip
SIGSYS = 31


def attack():
    survived = []
    for name, number in (X86 if platform.machine() == "x86_64" else ARM).items():
        child = os.fork()
        if child == 0:
            ctypes.CDLL(None).syscall(ctypes.c_long(number), 0, 0, 0, 0, 0, 0)
            os._exit(0)
        if os.waitpid(child, 0)[1] != SIGSYS:
            survived.append(name)
    return survived
