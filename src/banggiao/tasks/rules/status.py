"""What a task's state and dates make of it on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import Final


def _(text: str) -> str:
    """Marks a text for translation; rules know no framework, templates translate what they show."""
    return text


class State(StrEnum):
    """How far the work is, as its agency says; what the calendar makes of it is `Status`."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _STATES[self][0]

    @property
    def colour(self) -> str:
        return _STATES[self][1]

    @property
    def icon(self) -> str:
        return _STATES[self][2]


_STATES = {
    State.NOT_STARTED: (_("Chưa triển khai"), "neutral", "circle-dashed"),
    State.IN_PROGRESS: (_("Đang thực hiện"), "progress", "progress"),
    State.DONE: (_("Hoàn thành"), "good", "circle-check"),
    State.CANCELLED: (_("Đã dừng"), "muted", "ban"),
}

OPEN = (State.NOT_STARTED, State.IN_PROGRESS)
"""States in which something is still to be done."""


WITHOUT_DEADLINE: Final = date(9000, 1, 1)
FINISHED: Final = date(9999, 12, 31)
"""Days that put a task behind all others in the order of urgency."""


def urgency_day(state: State, deadline: date | None) -> date:
    """The day by which lists order a task: its deadline, and behind all days what has none and what is finished."""
    return (deadline or WITHOUT_DEADLINE) if state in OPEN else FINISHED


class Status(Enum):
    """What a task is on a day, most urgent first: code, words, colour and icon (names of `ui.badges`).

    The order is the order of lists. `timing` is the official's word for how the work stands to its deadline.
    """

    OVERDUE = ("overdue", _("Quá hạn"), "bad", "alert-triangle", _("quá hạn"))
    DUE_SOON = ("due-soon", _("Sắp đến hạn"), "warn", "clock-exclamation", _("sắp đến hạn"))
    STALE = ("stale", _("Lâu chưa cập nhật"), "warn", "hourglass", _("lâu chưa cập nhật"))
    NOT_STARTED = ("not-started", _("Chưa triển khai"), "neutral", "circle-dashed", _("trong hạn"))
    IN_PROGRESS = ("in-progress", _("Đang thực hiện"), "progress", "progress", _("trong hạn"))
    DONE_LATE = ("done-late", _("Hoàn thành quá hạn"), "info", "circle-check", _("quá hạn"))
    DONE = ("done", _("Hoàn thành"), "good", "circle-check", _("trong hạn"))
    CANCELLED = ("cancelled", _("Đã dừng"), "muted", "ban", "")

    def __init__(self, code: str, label: str, colour: str, icon: str, timing: str) -> None:
        self.code = code
        self.label = label
        self.colour = colour
        self.icon = icon
        self.timing = timing

    @property
    def rank(self) -> int:
        """The place in the order of urgency, from 0."""
        return list(Status).index(self)

    @classmethod
    def of(cls, code: str) -> Status:
        """The status with a code; ValueError where there is none."""
        for member in cls:
            if member.code == code:
                return member
        raise ValueError(code)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What an administration may set, in days.

    `due_soon_days`: from how many days before its deadline a task is due soon. `stale_days`: after how many days
    without an update a task without a deadline asks for attention. `before_excludes_day`: whether `trước ngày 25/5`
    means 24/5 at the latest, which is how offices read it; the law does not say.
    """

    due_soon_days: int = 7
    stale_days: int = 60
    before_excludes_day: bool = True

    def soon(self, today: date) -> date:
        """The last deadline that is due soon on a day."""
        return today + timedelta(days=self.due_soon_days)

    def quiet(self, today: date) -> date:
        """Work without a deadline that was last touched before this day is stale."""
        return today - timedelta(days=self.stale_days)


def status(
    *,
    state: State,
    deadline: date | None,
    quiet_since: date,
    today: date,
    thresholds: Thresholds,
    done_on: date | None = None,
) -> Status:
    """The status of a task on a day.

    `deadline` is the last day that is still in time, None for continuous work, which is never overdue. `quiet_since`
    is the day of the last update, or the one on which the task was given. `done_on` tells late from timely work.
    """
    if state is State.CANCELLED:
        return Status.CANCELLED
    if state is State.DONE:
        return Status.DONE_LATE if deadline and done_on and done_on > deadline else Status.DONE
    if deadline is None:
        return Status.STALE if quiet_since < thresholds.quiet(today) else _in_time(state)
    if deadline < today:
        return Status.OVERDUE
    return Status.DUE_SOON if deadline <= thresholds.soon(today) else _in_time(state)


def _in_time(state: State) -> Status:
    return Status.NOT_STARTED if state is State.NOT_STARTED else Status.IN_PROGRESS


def days_left(deadline: date | None, today: date) -> int | None:
    """Days until the deadline, negative once it has passed, 0 on its last day; None where there is none."""
    return None if deadline is None else (deadline - today).days


_NEXT: dict[State, frozenset[State]] = {
    State.NOT_STARTED: frozenset({State.NOT_STARTED, State.IN_PROGRESS, State.DONE, State.CANCELLED}),
    State.IN_PROGRESS: frozenset({State.NOT_STARTED, State.IN_PROGRESS, State.DONE, State.CANCELLED}),
    State.DONE: frozenset({State.DONE, State.IN_PROGRESS}),
    State.CANCELLED: frozenset({State.NOT_STARTED}),
}


def may_become(now: State, then: State) -> bool:
    """Whether a task may go from one state to another; finished work is reopened, dropped work is taken up anew."""
    return then in _NEXT[now]


def settled_progress(state: State, progress: int) -> int:
    """The percentage that goes with a state: 0 before the start, 100 at the end, 1 to 99 in between as given."""
    if state is State.NOT_STARTED:
        return 0
    if state is State.DONE:
        return 100
    return min(max(progress, 0), 99)


@dataclass(frozen=True, slots=True)
class Share:
    """How far one leading agency is with its part of a task."""

    state: State
    progress: int


def roll_up(shares: Sequence[Share]) -> Share:
    """How far a task is whose leading agencies each do their part: done once all are, under way once one is.

    >>> roll_up([Share(State.DONE, 100), Share(State.NOT_STARTED, 0)])
    Share(state=<State.IN_PROGRESS: 'in_progress'>, progress=50)
    """
    if not shares:
        return Share(State.NOT_STARTED, 0)
    active = [share for share in shares if share.state is not State.CANCELLED]
    if not active:
        return Share(State.CANCELLED, 0)
    if all(share.state is State.DONE for share in active):
        return Share(State.DONE, 100)
    if all(share.state is State.NOT_STARTED for share in active):
        return Share(State.NOT_STARTED, 0)
    mean = sum(settled_progress(share.state, share.progress) for share in active) // len(active)
    return Share(State.IN_PROGRESS, min(mean, 99))
