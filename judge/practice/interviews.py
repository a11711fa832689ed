"""The part of the facade that is about sessions: rounds of problems or cards, alone or in a chain with breaks."""

from __future__ import annotations

from judge import chain as chain_times
from judge.chain import Break
from judge.home import loops_folder
from judge.practice import attempts, chains, sessions, submissions, talks
from judge.practice.work import Work
from judge.problem.bank import UnknownProblem
from judge.problem.faults import Fault, ProblemError
from judge.problem.loops import Loop, read_loops
from judge.problem.model import Problem
from judge.records import Chain, ClockMode, Note, Scorecard, Session, Talk
from judge.scorecard import fold
from judge.store import schema
from judge.store.errors import Conflict, NotFound, PracticeError


class Interviews(Work):
    """What ``Practice`` says about loops, sessions, chains and cards."""

    # Loops

    def loops(self) -> dict[str, Loop]:
        """Those whose files are without faults, by id, in order."""
        return dict(read_loops(loops_folder()).good)

    def loop_faults(self) -> tuple[Fault, ...]:
        return read_loops(loops_folder()).faults

    def missing(self, loop: Loop) -> dict[str, str]:
        """The problems that keep a loop from being started, with why: "not in the bank", "has faults"."""
        return {slug: why for slug in loop.slugs if (why := self._why_not(slug))}

    # Sessions

    def start_session(self, loop_id: str, hard: bool = False) -> Session:
        """Of a chain: its first round. A session's attempts are made at once, in order, on one clock. Raises Conflict
        where a session or a chain is open."""
        known = self.loops()
        loop = known.get(loop_id)
        if loop is None:
            raise NotFound(f"There is no loop {loop_id!r}. Loops: {', '.join(known) or 'none'}.{self._faulty(loop_id)}")
        missing = self.missing(loop)
        if missing:
            told = ", ".join(f"{slug} ({why})" for slug, why in missing.items())
            raise NotFound(f"The loop {loop_id} cannot be started: {told}.")
        self._settle()
        now = self.now()
        with self._store.write() as connection:
            running = sessions.open_one(connection, now)
            if running is not None:
                raise Conflict(f"Session {running.id} ({running.title}) is open. Finish it first.")
            before = chains.open_one(connection, now)
            if before is not None:
                raise Conflict(f"{before.title} is in a break. Begin its next round, or finish it first.")
            if loop.rounds:
                chain = chains.get(connection, chains.add(connection, loop, hard, now), now)
                return sessions.get(connection, chains.begin(connection, chain, 1, now), now)
            mode = ClockMode.HARD if hard else ClockMode.COUNTDOWN
            clock = attempts.make_clock(mode, loop.minutes, loop.minutes, now)
            attempts.end_open_alone(connection, loop.slugs, now)
            return sessions.get(connection, sessions.add(connection, loop, clock), now)

    def session(self, session_id: int) -> Session:
        self._settle()
        with self._store.read() as connection:
            return sessions.get(connection, session_id, self.now())

    def open_session(self) -> Session | None:
        self._settle()
        with self._store.read() as connection:
            return sessions.open_one(connection, self.now())

    def sessions(self, limit: int = 50) -> list[Session]:
        """The newest first."""
        with self._store.read() as connection:
            return sessions.find(connection, limit=limit, now=self.now())

    def pause_session(self, session_id: int) -> Session:
        """Raises Conflict on a hard clock. Twice is once."""
        with self._store.write() as connection:
            attempts.pause_clock(connection, sessions.clock_id(connection, session_id), self.now())
            return sessions.get(connection, session_id, self.now())

    def resume_session(self, session_id: int) -> Session:
        with self._store.write() as connection:
            attempts.resume_clock(connection, sessions.clock_id(connection, session_id), self.now())
            return sessions.get(connection, session_id, self.now())

    def finish_session(self, session_id: int) -> Session:
        """End its clock; twice is once. A hard one submits the drafts that were not submitted."""
        now = self.now()
        with self._store.write() as connection:
            made = sessions.end(connection, sessions.clock_id(connection, session_id), self.bank, now)
        self._wake_for(made)
        return self.session(session_id)

    def scorecard(self, session_id: int) -> Scorecard:
        """As it stands now; final when the session is over and everything is judged."""
        self._settle()
        with self._store.read() as connection:
            session = sessions.get(connection, session_id, self.now())
            ids = [attempt.id for attempt in session.attempts]
            done = submissions.find(connection, schema.submissions.c.attempt_id.in_(ids))
        problems = {}
        for slug in {attempt.problem for attempt in session.attempts} & set(self.bank.slugs()):
            try:
                problems[slug] = self.bank.get(slug)
            except ProblemError:
                continue  # the card then says only what was recorded
        return fold(session, done, problems, self.now())

    # Chains of rounds

    def chain(self, chain_id: int) -> Chain:
        self._settle()
        with self._store.read() as connection:
            return chains.get(connection, chain_id, self.now())

    def open_chain(self) -> Chain | None:
        self._settle()
        with self._store.read() as connection:
            return chains.open_one(connection, self.now())

    def chains(self, limit: int = 50) -> list[Chain]:
        """The newest first."""
        with self._store.read() as connection:
            return chains.find(connection, self.now(), limit=limit)

    def break_now(self) -> tuple[Chain, Break] | None:
        """The break that is on: no problem may be seen in it."""
        chain = self.open_chain()
        pause = chain_times.break_at(chain, self.now()) if chain else None
        return (chain, pause) if chain and pause else None

    def begin_round(self, chain_id: int) -> Session:
        """The next round of a chain that is in a break. As an interview it begins by itself, and not before. In a round
        that runs: that round."""
        self._settle()
        now = self.now()
        with self._store.write() as connection:
            chain = chains.get(connection, chain_id, now)
            running = chain_times.running_round(chain, now)
            if running is not None:
                return running
            pause = chain_times.break_at(chain, now)
            if pause is None:
                raise Conflict(f"{chain.title} is over.")
            if chain.hard:
                raise Conflict(f"Round {pause.before} begins by itself when the break is over.")
            return sessions.get(connection, chains.begin(connection, chain, pause.before, now), now)

    def finish_chain(self, chain_id: int) -> Chain:
        """End it, and the round that runs; what has not begun never does."""
        now = self.now()
        with self._store.write() as connection:
            chain = chains.get(connection, chain_id, now)
            made = [
                one
                for session in chain.sessions
                for one in sessions.end(connection, sessions.clock_id(connection, session.id), self.bank, now)
            ]
            chains.end(connection, chain_id, now)
        self._wake_for(made)
        return self.chain(chain_id)

    # Cards

    def start_take(self, session_id: int, card: int) -> Session:
        """Begin to talk about a card; the timer is the server's. What ran before ends."""
        now = self.now()
        with self._store.write() as connection:
            talks.start(connection, sessions.get(connection, session_id, now), card, now)
            return sessions.get(connection, session_id, now)

    def stop_take(self, session_id: int) -> Session:
        """Stop talking. Twice is once."""
        now = self.now()
        with self._store.write() as connection:
            talks.stop(connection, session_id, now)
            return sessions.get(connection, session_id, now)

    def talk(self, session_id: int, card: int) -> Talk:
        session = self.session(session_id)
        talks.check(session, card)
        return session.talks[card - 1]

    def save_note(self, session_id: int, card: int, text: str) -> Note:
        """Durable when it returns, also after the session has ended."""
        with self._store.write() as connection:
            session = sessions.get(connection, session_id, self.now())
            return talks.save_note(connection, session, card, text, self.now())

    def note_history(self, session_id: int, card: int) -> list[Note]:
        """Every revision, the oldest first."""
        with self._store.read() as connection:
            return talks.history(connection, session_id, card)

    def _why_not(self, slug: str) -> str:
        try:
            self.bank.get(slug)
        except UnknownProblem:
            return "not in the bank"
        except ProblemError:
            return "has faults"
        return ""

    def _faulty(self, loop_id: str) -> str:
        """The faults of the file of a loop, after a space."""
        path = loops_folder() / f"{loop_id}.yaml"
        return "".join(f" {fault}" for fault in self.loop_faults() if fault.path == path)

    def _problem(self, slug: str) -> Problem:
        try:
            return self.bank.get(slug)
        except UnknownProblem as error:
            raise NotFound(str(error)) from error
        except ProblemError as error:
            raise PracticeError(f"The problem {slug} has faults:\n{error}") from error
