"""The worker's side of the facade: claiming, recording, and what a passing deadline sets off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from judge import chain as chain_times
from judge.clock import utcnow
from judge.home import Home
from judge.practice import attempts, chains, queue, sessions, submissions
from judge.problem.bank import Bank
from judge.records import Chain, Submission
from judge.report import Decided, Event
from judge.store.engine import Store
from judge.store.wake import wake


class Work:
    """What ``Practice`` is built upon: the open store, and the queue."""

    def __init__(self, home: Home, bank: Bank, now: Callable[[], datetime] = utcnow) -> None:
        """Opens the database; makes or migrates it where needed. Raises StoreError."""
        self.home = home
        self.bank = bank
        self.now = now
        self._store = Store(home)
        self._tokens: dict[int, int] = {}  # of the claims made here: what lets us write

    def close(self) -> None:
        self._store.close()

    def claim_next(self, owner: str) -> Submission | None:
        """Take the next one of the queue, runs first."""
        with self._store.read() as connection:  # mostly nothing waits: then nobody is kept from writing
            if queue.next_queued(connection) is None:
                return None
        with self._store.write() as connection:
            following = queue.next_queued(connection)
            return None if following is None else self._claim(connection, following, owner)

    def claim(self, submission_id: int, owner: str) -> Submission | None:
        """Take this one; None where another has it or it is done."""
        with self._store.write() as connection:
            return self._claim(connection, submission_id, owner)

    def record(self, submission_id: int, event: Event) -> int:
        """Append an event to what was claimed here; ``Decided`` ends it. Raises ClaimLost.

        Only the decision must be on the disk at once: what is lost before it is judged anew.
        """
        with self._store.write(durable=isinstance(event, Decided)) as connection:
            return queue.record(connection, submission_id, self._token(submission_id), event, self.now())

    def heartbeat(self, submission_id: int) -> None:
        """Say that its judge lives. Raises ClaimLost."""
        with self._store.write(durable=False) as connection:
            queue.heartbeat(connection, submission_id, self._token(submission_id), self.now())

    def release(self, submission_id: int) -> None:
        """Put back what was claimed here, to be judged from its beginning. Raises ClaimLost."""
        with self._store.write() as connection:
            queue.release(connection, submission_id, self._token(submission_id))
        self._wake_for([submission_id])

    def requeue_abandoned(self) -> list[int]:
        """Queue again what dead owners were judging; the ids."""
        with self._store.read() as connection:
            if not queue.abandoned(connection, self.now()):
                return []
        with self._store.write() as connection:
            again = queue.requeue_abandoned(connection, self.now())
        self._wake_for(again)
        return again

    def submit_expired_drafts(self) -> list[Submission]:
        """End the hard clocks that ran out, submitting as of the deadline the last drafts that were not submitted."""
        now = self.now()
        with self._store.read() as connection:
            if not attempts.due_clocks(connection, now):
                return []
        with self._store.write() as connection:
            made = [
                one
                for clock in attempts.due_clocks(connection, now)
                for one in sessions.end(connection, clock, self.bank, now)
            ]
            found = [submissions.get(connection, one) for one in made]
        self._wake_for(made)
        return found

    def _settle(self) -> None:
        """A deadline counts also where no worker runs to see it pass; a break's end, too."""
        self.submit_expired_drafts()
        while self._turn_chain():
            self.submit_expired_drafts()

    def _turn_chain(self) -> bool:
        """End the chain whose last round is over, or begin the round that is due; whether there may be more to do."""
        now = self.now()
        with self._store.read() as connection:
            if not any(_has_turned(chain, now) for chain in chains.unended(connection, now)):
                return False
        with self._store.write() as connection:
            for chain in chains.unended(connection, now):
                number = chain_times.due_round(chain, now)
                over = chain_times.over_at(chain, now)
                if number is not None:
                    chains.begin(connection, chain, number, chain_times.planned_at(chain, number))
                elif over is not None:
                    chains.end(connection, chain.id, over)
        return True

    def _claim(self, connection: Connection, submission_id: int, owner: str) -> Submission | None:
        claimed = queue.claim(connection, submission_id, owner, self.now())
        if claimed is None:
            return None
        self._tokens[submission_id] = claimed.token
        return claimed.submission

    def _token(self, submission_id: int) -> int:
        token = self._tokens.get(submission_id)
        if token is None:
            raise queue.ClaimLost(f"Submission {submission_id} was not claimed here.")
        return token

    def _wake_for(self, queued: list[int]) -> None:
        if queued:
            wake(self.home)


def _has_turned(chain: Chain, now: datetime) -> bool:
    return chain_times.due_round(chain, now) is not None or chain_times.over_at(chain, now) is not None
