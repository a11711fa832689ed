"""What the store keeps and every face shows: attempts, sessions, submissions. Plain data, times in UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from judge.report import Report
from judge.talk import Card, Span

# Characters. Far beyond any solution; what parses it stays small.
LONGEST_SOURCE = 256 * 1024


class ClockMode(StrEnum):
    COUNTDOWN = "countdown"  # practice: a soft end ("solved at +3:12")
    STOPWATCH = "stopwatch"
    UNTIMED = "untimed"
    HARD = "hard"  # an interview: no pause, the deadline counts, the draft is submitted


class ProblemStatus(StrEnum):
    TODO = "todo"
    TRIED = "tried"
    SOLVED = "solved"
    TOO_SLOW = "right but too slow"


class State(StrEnum):
    QUEUED = "queued"
    JUDGING = "judging"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Pause:
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Clock:
    """All that decides how much time is left; see ``judge.clock`` for the pure functions over it."""

    mode: ClockMode
    started_at: datetime
    duration: timedelta | None  # None: stopwatch and untimed
    pauses: tuple[Pause, ...] = ()
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    id: int
    problem: str  # slug
    clock: Clock  # inside a session: the session's clock
    session_id: int | None = None
    first_run_at: datetime | None = None
    accepted_at: datetime | None = None
    hints_shown: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    source: str
    saved_at: datetime
    language: str = "python"


@dataclass(frozen=True, slots=True)
class Submission:
    id: int
    attempt_id: int
    problem: str
    mode: str  # "run" | "submit"
    source: str
    received_at: datetime
    state: State
    language: str = "python"
    claim: str | None = None
    own_cases: tuple[str, ...] = ()
    report: Report | None = None
    full: bool = False  # also the cases that are too large for every day
    late: bool = False  # received after a hard deadline: judged, does not count
    elapsed: timedelta | None = None  # on the attempt's clock when received


@dataclass(frozen=True, slots=True)
class Session:
    id: int
    loop: str  # "amazon-ds/r7"
    title: str
    clock: Clock
    attempts: tuple[Attempt, ...]  # one a problem, in order; made when the session starts
    minutes: tuple[int, ...] = ()  # planned, one a problem
    talks: tuple[Talk, ...] = ()  # one a card; then there are no attempts
    chain_id: int | None = None  # where it is a round of a chain


@dataclass(frozen=True, slots=True)
class Take:
    """Once talking about a card."""

    id: int
    card: int  # from 1
    started_at: datetime
    ended_at: datetime | None
    elapsed: timedelta  # on the session's clock: up to its end, or up to now


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    """One card of a session, and what came of it."""

    number: int  # from 1
    card: Card
    spans: tuple[Span, ...]
    takes: tuple[Take, ...] = ()  # the oldest first
    note: Note | None = None

    @property
    def running(self) -> Take | None:
        return next((take for take in self.takes if take.ended_at is None), None)


@dataclass(frozen=True, slots=True)
class PlannedRound:
    loop: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Rounds one after another with breaks between them; see ``judge.chain`` for what is on when."""

    id: int
    loop: str
    title: str
    hard: bool
    started_at: datetime
    pause: timedelta  # between two rounds
    rounds: tuple[PlannedRound, ...]
    sessions: tuple[Session, ...]  # of the rounds that have begun, in order
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One problem on a scorecard. Elapsed times run on the session's clock."""

    problem: str
    title: str
    verdict: str | None  # of the best submission: accepted first, then the last
    growth: str | None
    claimed_time: str | None
    claimed_space: str | None
    measured_time: str | None
    measured_space: str | None
    required_time: str
    required_space: str | None
    first_run: timedelta | None
    first_accepted: timedelta | None
    submissions: int
    runs: int
    hints: int
    memory_bytes: int | None
    sentence: str = ""
    best_submission_id: int | None = None


@dataclass(frozen=True, slots=True)
class Scorecard:
    session: Session
    rows: tuple[ScoreRow, ...]
    accepted: int
    total: int
    used: timedelta
    notes: list[str] = field(default_factory=list)
