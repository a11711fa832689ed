"""What commands share: the installation's home, the bank, the store behind its door. Opened when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from judge.home import Home
    from judge.practice import Practice
    from judge.problem.bank import Bank


class App:
    """One a command."""

    def __init__(self) -> None:
        from judge.cli.logs import log_to_file

        log_to_file(self.home)

    @cached_property
    def home(self) -> Home:
        from judge.home import Home

        return Home.find()

    @cached_property
    def bank(self) -> Bank:
        from judge.problem.bank import Bank

        return Bank()

    @cached_property
    def practice(self) -> Practice:
        from judge.practice import Practice

        return Practice(self.home, self.bank)
