"""Where to listen: whether it is beyond this computer, and the next port that is free."""

from __future__ import annotations

import errno
import ipaddress
import socket

from judge.cli.errors import CliError

PORTS_TRIED = 100


def addresses(host: str) -> list[str]:
    """What a name or address stands for. Raises CliError."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CliError(f"{host!r} is no address of this computer: {error}") from None
    return [str(entry[4][0]).split("%")[0] for entry in found]


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach it."""
    return all(ipaddress.ip_address(address).is_loopback for address in addresses(host))


def free_port(host: str, wanted: int) -> int:
    """`wanted`, or the next that is free; with 0 one that the kernel chooses. Raises CliError."""
    if wanted == 0:
        return _bind(host, 0)
    last = min(65535, wanted + PORTS_TRIED)
    for port in range(wanted, last + 1):
        try:
            return _bind(host, port)
        except PermissionError:
            raise CliError(f"port {port} needs root; choose one from 1024 on with --port") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise CliError(f"cannot listen on {host}: {error.strerror}") from None
    raise CliError(f"the ports {wanted} to {last} are all taken; choose another with --port")


def _bind(host: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in addresses(host)[0] else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        probe.listen(1)  # with SO_REUSEADDR two may bind, but only one can listen
        return int(probe.getsockname()[1])


def url(host: str, port: int) -> str:
    """What to type into a browser on this computer."""
    address = ipaddress.ip_address(addresses(host)[0])
    if address.is_unspecified:
        host = "127.0.0.1" if address.version == 4 else "::1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
