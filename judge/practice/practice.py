"""The facade: each method is one short transaction, or two. Its clock is the only one that counts."""

from __future__ import annotations

from judge import clock as clocks
from judge.practice import attempts, chains, queue, sessions, submissions
from judge.practice.interviews import Interviews
from judge.practice.statuses import statuses
from judge.problem.cases import SetterFault
from judge.problem.samples import SampleText, sample_texts
from judge.records import Attempt, ClockMode, Draft, ProblemStatus, Submission
from judge.report import Event
from judge.store import schema
from judge.store.errors import Conflict, PracticeError, TimeUp
from sandbox.api import SandboxError


class Practice(Interviews):
    """Safe to use from several threads, and from several processes on one home. All methods may raise PracticeError."""

    # Attempts

    def start_attempt(self, slug: str, mode: ClockMode | None = None, minutes: float | None = None) -> Attempt:
        """A fresh attempt; an older one of the problem ends and stays in the history.

        mode: countdown where none is given. minutes: the problem's where none are given.
        """
        problem = self._problem(slug)
        now = self.now()
        clock = attempts.make_clock(mode or ClockMode.COUNTDOWN, minutes, problem.spec.clock_minutes, now)
        with self._store.write() as connection:
            if chains.in_break(connection, now):
                raise Conflict("A break is on: no problem until the next round begins.")
            older = attempts.newest_open(connection, slug, now)
            if older is not None and older.session_id is not None:
                raise Conflict(f"{slug} is part of the open session {older.session_id}. Finish that first.")
            attempts.end_open_alone(connection, [slug], now)
            return attempts.get(connection, attempts.add(connection, slug, attempts.add_clock(connection, clock)))

    def attempt(self, attempt_id: int) -> Attempt:
        self._settle()
        with self._store.read() as connection:
            return attempts.get(connection, attempt_id)

    def open_attempt(self, slug: str) -> Attempt | None:
        """The one that is worked on; inside an open session, the session's."""
        self._settle()
        with self._store.read() as connection:
            return attempts.newest_open(connection, slug, self.now())

    def pause(self, attempt_id: int) -> Attempt:
        """Stop the clock (inside a session: the session's). Twice is once. Raises Conflict on a hard clock."""
        with self._store.write() as connection:
            attempts.pause_clock(connection, attempts.clock_id(connection, attempt_id), self.now())
            return attempts.get(connection, attempt_id)

    def resume(self, attempt_id: int) -> Attempt:
        with self._store.write() as connection:
            attempts.resume_clock(connection, attempts.clock_id(connection, attempt_id), self.now())
            return attempts.get(connection, attempt_id)

    def finish_attempt(self, attempt_id: int) -> Attempt:
        """End its clock; a hard one submits the last draft. Raises Conflict inside a session, which ends as a whole."""
        with self._store.write() as connection:
            if attempts.get(connection, attempt_id).session_id is not None:
                raise Conflict("This attempt is part of a session. Finish the session instead.")
            made = sessions.end(connection, attempts.clock_id(connection, attempt_id), self.bank, self.now())
            attempt = attempts.get(connection, attempt_id)
        self._wake_for(made)
        return attempt

    # Drafts and submissions

    def save_draft(self, attempt_id: int, source: str, language: str = "python") -> Draft:
        """Durable when it returns, also after the clock has ended: what was written is never thrown away."""
        submissions.check_source(source)
        with self._store.write() as connection:
            attempts.clock_id(connection, attempt_id)  # raises NotFound
            return submissions.save_draft(connection, attempt_id, source, self.now(), language)

    def draft(self, attempt_id: int, language: str | None = None) -> Draft | None:
        """The newest; of one language, where that is named."""
        with self._store.read() as connection:
            return submissions.draft(connection, attempt_id, language=language)

    def drafts(self, attempt_id: int) -> dict[str, Draft]:
        """The newest of each language that was written in."""
        with self._store.read() as connection:
            return submissions.drafts(connection, attempt_id)

    def draft_history(self, attempt_id: int) -> list[Draft]:
        """The code timeline, the oldest first; the same text twice in a row is one revision."""
        with self._store.read() as connection:
            return submissions.draft_history(connection, attempt_id)

    def submit(
        self,
        attempt_id: int,
        source: str,
        *,
        mode: str = "submit",
        language: str = "python",
        claim: str | None = None,
        own_cases: tuple[str, ...] | list[str] = (),
        full: bool = False,
    ) -> Submission:
        """Queue it; durable when it returns. The text is kept as a draft whatever happens.

        full: put also the cases to it that the problem marks as too large for every day.

        After a hard deadline it is `late`: judged, and it does not count. Raises Conflict on a finished soft attempt.
        """
        received_at = self.now()
        cases = tuple(own_cases)
        submissions.check(source, mode, cases)
        self.save_draft(attempt_id, source, language)
        self._settle()
        with self._store.write() as connection:
            attempt = attempts.get(connection, attempt_id)
            late = submissions.is_late(attempt, received_at)
            made = submissions.add(
                connection,
                attempt,
                source,
                received_at,
                mode=mode,
                language=language,
                claim=claim,
                own_cases=cases,
                full=full,
                late=late,
            )
            submission = submissions.get(connection, made)
        self._wake_for([made])
        return submission

    def submission(self, submission_id: int) -> Submission:
        with self._store.read() as connection:
            return submissions.get(connection, submission_id)

    def submissions(
        self, problem: str | None = None, attempt_id: int | None = None, limit: int = 50
    ) -> list[Submission]:
        """The newest first, runs included."""
        table = schema.submissions.c
        conditions = []
        if problem is not None:
            conditions.append(table.problem == problem)
        if attempt_id is not None:
            conditions.append(table.attempt_id == attempt_id)
        with self._store.read() as connection:
            return submissions.find(connection, *conditions, limit=limit)

    def events(self, submission_id: int, after: int = 0) -> list[tuple[int, Event]]:
        """Numbered events of its judging, those after the number `after`. Numbers ascend, with gaps."""
        with self._store.read() as connection:
            return queue.events(connection, submission_id, after)

    def history(self, limit: int = 100) -> list[Submission]:
        """What was submitted (not run), the newest first."""
        with self._store.read() as connection:
            return submissions.find(connection, schema.submissions.c.mode == "submit", limit=limit)

    # Problems

    def statuses(self) -> dict[str, ProblemStatus]:
        """By slug: every problem of the bank, and those that were once tried."""
        with self._store.read() as connection:
            known = statuses(connection)
        return {**dict.fromkeys(self.bank.slugs(), ProblemStatus.TODO), **known}

    def samples(self, slug: str) -> tuple[SampleText, ...]:
        """As text. Made in a sandbox the first time, then from the cache."""
        try:
            return sample_texts(self._problem(slug), self.home.cache, self.home.secret)
        except (SetterFault, SandboxError) as error:
            raise PracticeError(f"The samples of {slug} cannot be made: {error}") from error

    def show_hint(self, attempt_id: int) -> list[str]:
        """One more hint, logged; all that are shown now. Raises TimeUp after a hard deadline."""
        with self._store.write() as connection:
            attempt = attempts.get(connection, attempt_id)
            if attempt.clock.mode is ClockMode.HARD and clocks.is_over(attempt.clock, self.now()):
                raise TimeUp("Time is up: no more hints.")
            hints = self._problem(attempt.problem).hints
            if attempt.hints_shown < len(hints):
                values = {"attempt_id": attempt_id, "number": attempt.hints_shown + 1, "shown_at": self.now()}
                connection.execute(schema.hints.insert().values(values))
            return list(hints[: attempt.hints_shown + 1])

    def hints_shown(self, attempt_id: int) -> list[str]:
        attempt = self.attempt(attempt_id)
        return list(self._problem(attempt.problem).hints[: attempt.hints_shown])
