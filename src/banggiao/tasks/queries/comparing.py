"""What became of a plan in the one that follows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from banggiao.tasks.models import Plan
from banggiao.tasks.queries.coverage import stored_reading
from banggiao.ui.badges import Colour, PlainBadge
from vanban import compare
from vanban.matching.comparison import Change

STATES: dict[str, tuple[str, str, Colour]] = {
    "kept": (gettext_noop("Giữ nguyên"), "circle-check", "neutral"),
    "reworded": (gettext_noop("Sửa lời"), "edit", "info"),
    "new": (gettext_noop("Mới"), "circle-plus", "good"),
    "dropped": (gettext_noop("Bỏ"), "circle-minus", "bad"),
}
"""What may become of an entry, in the order of the counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item or duty of the two plans, with what became of it."""

    change: Change
    badge: PlainBadge

    @property
    def heading(self) -> str:
        entry = self.change.new or self.change.old
        return entry.heading if entry is not None else ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries share a state."""

    state: str
    badge: PlainBadge
    count: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Two plans beside each other: the lines asked for, and counts of all."""

    lines: tuple[Line, ...]
    tallies: tuple[Tally, ...]


def plans_compared(old: Plan, new: Plan, *, duties: bool, state: str) -> Compared:
    """Item by item (or duty by duty) what was kept, reworded, dropped, added; `state` picks one of these."""
    found = compare(stored_reading(old.document.reading), stored_reading(new.document.reading))
    changes: Sequence[Change] = found.duties if duties else found.items
    counts = Counter(change.state for change in changes)
    return Compared(
        tuple(Line(change, _badge(change.state)) for change in changes if state in ("", change.state)),
        tuple(Tally(code, _badge(code), counts[code]) for code in STATES),
    )


def _badge(state: str) -> PlainBadge:
    label, icon, colour = STATES[state]
    return PlainBadge(_(label), icon, colour)
