"""Users for cells where the judge is root: fifty for each zygote, which no other zygote here has, and no container.

The kernel counts the processes of a user together, wherever they run: a cell whose user another judge's cells have
may not even start beside the threads of a Java machine there.
"""

from __future__ import annotations

import errno
import random
import socket
from collections.abc import Sequence

FIRST_UID = 60_000
EACH = 50
SHARES = 90
FOR_CONTAINERS = range(FIRST_UID + EACH * SHARES, 65_500)  # where users are mapped, there may be no more than 65,536


class Users:
    """A share of them, held until closed or until this process ends; raises OSError.

    What holds it is a name that only one socket may have (unix(7), abstract). Where all are taken, one is shared.
    `order`: in which the shares are tried; by default any, since names are not seen across network namespaces."""

    def __init__(self, order: Sequence[int] | None = None) -> None:
        self._name = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        order = order or random.SystemRandom().sample(range(SHARES), SHARES)
        self.first = FIRST_UID + EACH * next((share for share in order if self._take(share)), order[0])

    def _take(self, share: int) -> bool:
        try:
            self._name.bind(f"\0landau-users-{share}")
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise
        return True

    def of(self, number: int) -> int:
        """The user id of the slot of that number."""
        return self.first + number % EACH

    def close(self) -> None:
        self._name.close()
