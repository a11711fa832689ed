"""``python -m web``: the pages and the API by waitress. `judge serve` starts this, and the worker beside it."""

from __future__ import annotations

import argparse
import errno
import ipaddress
import logging
import signal
import socket
import sys

from waitress.server import create_server

from judge.dispatch.parent import die_with_parent
from judge.home import Home
from judge.practice import Practice, StoreError
from judge.problem.bank import Bank
from web import create_app
from web.stream import MAX_STREAMS

OTHER_THREADS = 8
PORTS_TRIED = 50


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    if asked.parent is not None:
        die_with_parent(asked.parent)
    try:
        listener = listen(asked.host, asked.port, 1 if asked.exact else PORTS_TRIED)
        practice = Practice(Home.find(), bank := Bank())
    except (StoreError, OSError) as error:
        print(f"web: {error}", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    port = listener.getsockname()[1]
    if port != asked.port and asked.port:
        print(f"Port {asked.port} is taken; using {port}.", flush=True)
    # It warns whenever a request waits for an instant, as each page's several requests do.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    app = create_app(practice, bank, asked.allow_host)
    server = create_server(app, sockets=[listener], threads=MAX_STREAMS + OTHER_THREADS, ident="landau")
    if not asked.exact:
        print(f"Landau is at http://{_shown(asked.host)}:{port}/", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
        practice.close()
    return 0


def listen(host: str, port: int, ports: int = PORTS_TRIED) -> socket.socket:
    """A listening socket: at `port`, or at the next free one of `ports`. Raises OSError."""
    for tried in range(port, min(port + ports, 65536)):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, tried))
            # Bound is not enough: with SO_REUSEADDR two may bind, and only one can listen.
            listener.listen(128)
        except OSError as error:
            listener.close()
            if error.errno != errno.EADDRINUSE:
                raise
        else:
            return listener
    raise OSError(errno.EADDRINUSE, f"no free port at {host} from {port} on")


def _shown(host: str) -> str:
    """An address that a browser on this machine can open."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "127.0.0.1"
    return f"[{host}]" if address.version == 6 else host


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m web", description="Serve Landau's pages.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: loopback)")
    parser.add_argument("--port", type=int, default=8000, help="port; the next free one where it is taken")
    parser.add_argument("--exact", action="store_true", help="this port or none, and no word: the caller says where")
    parser.add_argument("--parent", type=int, help="end with the process of this id, whose pipe is our stdin")
    parser.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME", help="a name beside loopback that may be asked for"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
