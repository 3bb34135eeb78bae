"""Posts and invitations, without any row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

INVITATION_LASTS: Final = timedelta(days=7)

LONGEST_SORT_NAME: Final = 300

_SHAPES: Final = "\u0306\u0302\u031b"
"""Breve, circumflex, horn: ă before â, ô before ơ."""

_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng: the order of dictionaries."""

_ORDER: Final = ("coordinator", "focal_point", "leader", "administrator", "viewer")
"""Of several posts the one with daily work comes first."""


@dataclass(frozen=True, slots=True)
class Held:
    """A post as the choice of the acting one sees it. Days are inclusive."""

    post_id: int
    role: str
    valid_from: date
    valid_to: date | None = None


class InvitationState(Enum):
    """What became of a letter."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def holds(valid_from: date, valid_to: date | None, today: date) -> bool:
    """Whether a post of these days is held on that day."""
    return valid_from <= today and (valid_to is None or today <= valid_to)


def acting_post(posts: Iterable[Held], *, chosen: int | None, today: date) -> int | None:
    """In which post a person acts: the chosen one while it is held, otherwise the first in the order of daily work."""
    current = [post for post in posts if holds(post.valid_from, post.valid_to, today)]
    if any(post.post_id == chosen for post in current):
        return chosen
    current.sort(key=lambda post: (_ORDER.index(post.role), -post.valid_from.toordinal(), post.post_id))
    return current[0].post_id if current else None


def sort_name(full_name: str) -> str:
    """What Vietnamese lists sort by: the given name, then the rest; letters in the order of the alphabet, tones last.

    No database of ours sorts Vietnamese alike: SQLite puts «Đặng» behind «Vũ».
    """
    words = full_name.casefold().split()
    return " ".join(_letters(word) for word in (words[-1:] + words[:-1]))[:LONGEST_SORT_NAME]


def _letters(word: str) -> str:
    """Each letter as a base letter with a digit for its shape (a, ă, â …) and one for its tone."""
    shapes: list[str] = []
    tones: list[str] = []
    for mark in unicodedata.normalize("NFD", word):
        if mark in _TONES:
            tones.append(str(_TONES.index(mark) + 1))
        elif mark in _SHAPES and shapes:
            shapes[-1] = shapes[-1][0] + str(_SHAPES.index(mark) + 1)
        else:
            shapes.append("d1" if mark == "đ" else f"{mark}0")
    return "".join(shapes) + "".join(tones)


def invitation_state(
    *, expires_at: datetime, accepted_at: datetime | None, withdrawn_at: datetime | None, now: datetime
) -> InvitationState:
    """Accepted stays accepted; whatever was withdrawn or waited too long cannot be used."""
    if accepted_at:
        return InvitationState.ACCEPTED
    if withdrawn_at:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if now < expires_at else InvitationState.EXPIRED
