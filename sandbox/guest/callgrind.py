"""Switch callgrind's counting on and off: the client requests of valgrind.h for x86_64, which has no other way in."""

from __future__ import annotations

import ctypes
import mmap

# uint64_t request(uint64_t *arguments): the address goes in rax, the default result in rdx; four rotations that cancel
# out and an exchange with itself are the mark that valgrind looks for.
_CODE = bytes.fromhex("4889f8 31d2 48c1c703 48c1c70d 48c1c73d 48c1c733 4887db 4889d0 c3")
_BASE = ord("C") << 24 | ord("T") << 16
_START, _STOP = _BASE + 4, _BASE + 5


class Counter:
    def __init__(self) -> None:
        rights = mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC
        self._page = mmap.mmap(-1, mmap.PAGESIZE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, rights)
        self._page.write(_CODE)
        address = ctypes.addressof(ctypes.c_char.from_buffer(self._page))
        self._call = ctypes.CFUNCTYPE(ctypes.c_uint64, ctypes.c_void_p)(address)
        self._start, self._stop = ((ctypes.c_uint64 * 6)(number, 0, 0, 0, 0, 0) for number in (_START, _STOP))

    def start(self) -> None:
        self._call(ctypes.addressof(self._start))

    def stop(self) -> None:
        self._call(ctypes.addressof(self._stop))
