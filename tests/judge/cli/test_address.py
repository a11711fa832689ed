from __future__ import annotations

import socket

import pytest

from judge.cli.address import free_port, is_loopback, url
from judge.cli.errors import CliError


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("0.0.0.0", False), ("::", False), ("192.0.2.1", False)],
)
def test_what_other_computers_can_reach(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_name_that_is_none() -> None:
    with pytest.raises(CliError, match="no address"):
        is_loopback("no..such")


def test_a_taken_port_gives_the_next_free_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port("127.0.0.1", port) > port
    assert free_port("127.0.0.1", port) == port


def test_an_address_that_is_not_this_computers() -> None:
    with pytest.raises(CliError, match="cannot listen"):
        free_port("192.0.2.1", 8000)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("::", "http://[::1]:8000/"),
    ],
)
def test_what_to_type_into_a_browser(host: str, shown: str) -> None:
    assert url(host, 8000) == shown
