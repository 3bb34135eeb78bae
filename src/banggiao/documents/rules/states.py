"""The states of documents and findings, and which follow which."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class DocumentState(StrEnum):
    """Where a document stands; an entry is known from citations only and has no file."""

    ENTRY = "entry"
    RECEIVED = "received"
    READING = "reading"
    TO_REVIEW = "to_review"
    CONFIRMED = "confirmed"
    FAILED = "failed"


class Validity(StrEnum):
    """Whether a document still binds (hiệu lực)."""

    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"


class FindingKind(StrEnum):
    """What a finding says; headings and content items come from the outline."""

    ASSIGNMENT = "assignment"
    DEADLINE = "deadline"
    TARGET = "target"
    PARTNER = "partner"
    CITATION = "citation"
    CONTENT = "content"
    HEADING = "heading"


class FindingState(StrEnum):
    """What people made of a finding; `edited` is accepted with changes."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    DROPPED = "dropped"


KEPT_STATES = frozenset({FindingState.ACCEPTED, FindingState.EDITED})
"""Findings in these states become official when the plan is confirmed."""

COUNTED_KINDS = (
    FindingKind.ASSIGNMENT,
    FindingKind.DEADLINE,
    FindingKind.TARGET,
    FindingKind.PARTNER,
    FindingKind.CITATION,
)
"""Kinds that somebody decides on one by one; headings order them, content items wait for the coordinator."""

DOUBTFUL_BELOW = 0.8
"""Confidence under which a careful person looks twice: the border that `vanban.render` shows as unsure."""

_MOVES: dict[DocumentState, frozenset[DocumentState]] = {
    DocumentState.ENTRY: frozenset({DocumentState.RECEIVED}),
    DocumentState.RECEIVED: frozenset({DocumentState.READING}),
    DocumentState.READING: frozenset({DocumentState.TO_REVIEW, DocumentState.FAILED, DocumentState.RECEIVED}),
    DocumentState.FAILED: frozenset({DocumentState.RECEIVED}),
    DocumentState.TO_REVIEW: frozenset({DocumentState.CONFIRMED, DocumentState.RECEIVED}),
    DocumentState.CONFIRMED: frozenset({DocumentState.TO_REVIEW}),
}
"""`reading → received`: the process died and the document is taken up again; `confirmed → to_review`: taken back."""


def can_become(state: DocumentState, next_state: DocumentState) -> bool:
    """Whether a document in `state` may go to `next_state`."""
    return next_state in _MOVES[state]


def is_doubtful(confidence: float, doubts: Sequence[str]) -> bool:
    """Whether a finding wants a second look: a low confidence, or a doubt in words."""
    return bool(doubts) or confidence < DOUBTFUL_BELOW
