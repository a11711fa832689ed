import os
import threading
from pathlib import Path

from judge.problem.cache import Cache, digest


def test_a_digest_names_one_sequence_of_parts() -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), (b"abc", 1), ("abc", 11)]
    assert len({digest(*one) for one in parts}) == len(parts)


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.get(digest("a")) is None
    cache.put(digest("a"), (b"x", 3))
    assert Cache(tmp_path).get(digest("a")) == (b"x", 3)


def test_the_least_lately_used_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(5):
        cache.put(digest(number), b"x" * 1000)
        file = cache._path(digest(number))
        os.utime(file, (number, number))
    assert cache.get(digest(0)) is not None, "used now"
    small = Cache(tmp_path, largest_bytes=3500)
    small.put(digest("new"), b"x" * 1000)
    assert [small.get(digest(key)) is not None for key in (0, 1, 2, 3, 4, "new")] == [
        True,
        False,
        False,
        False,
        True,
        True,
    ]


def test_many_writers_of_one_key_leave_one_whole_file(tmp_path: Path) -> None:
    value = os.urandom(200_000)
    found: list[bool] = []

    def work() -> None:
        cache = Cache(tmp_path)
        for _ in range(20):
            cache.put(digest("k"), value)
            found.append(cache.get(digest("k")) == value)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 80
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1
