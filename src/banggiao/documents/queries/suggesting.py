"""Who might take up content that a plan gives to nobody: agencies whose duties in the same plan come near to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from banggiao.agencies.directory import Suggestion
from banggiao.documents.queries.review import NamedAgency, Review, ReviewFinding
from banggiao.documents.rules import FindingKind, FindingState, mentions
from vanban.matching.passages import Matcher, passage

LIKELY = 0.12
"""Likeness of a duty from which its agency is worth suggesting; as of tasks. The same thing is said from 0.3."""

MOST = 3


@dataclass(frozen=True)
class Suggested:
    """An agency that might own an item, and the duty by which it was thought of."""

    agency: NamedAgency
    duty: str


def suggested_owners(review: Review) -> dict[int, tuple[Suggested, ...]]:
    """For each unassigned item, by its id, the agencies of the plan that come nearest; none where none does."""
    duties = [finding for finding in review.findings if _owned(finding)]
    if not duties or not review.unassigned:
        return {}
    matcher = Matcher([passage(duty.text) for duty in duties], [passage(item.text) for item in review.unassigned])
    found: dict[int, list[tuple[float, Suggested]]] = {}
    for index, duty in enumerate(duties):
        for place, likeness in matcher.likenesses(index, share=0.0).items():
            if likeness.score >= LIKELY:
                suggested = Suggested(duty.agencies[0], duty.text)
                found.setdefault(review.unassigned[place].id, []).append((likeness.score, suggested))
    return {item_id: _best(scored) for item_id, scored in found.items()}


def unknown_names(
    fields: Mapping[str, Any], suggest: Callable[[str], Sequence[Suggestion]]
) -> dict[str, Sequence[Suggestion]]:
    """For each name in the fields that was not recognised, who may have been meant."""
    unknown = {
        mention.written: mention
        for name in ("agencies", "partners", "by", "to")
        for mention in mentions(fields, name)
        if not mention.known
    }
    return {written: found for written in unknown if (found := suggest(written))}


def _owned(finding: ReviewFinding) -> bool:
    """A duty of one known agency; groups own nothing in particular."""
    return (
        finding.kind == FindingKind.ASSIGNMENT
        and finding.state != FindingState.DROPPED
        and len(finding.agencies) == 1
        and finding.agencies[0].agency_id is not None
    )


def _best(scored: Sequence[tuple[float, Suggested]]) -> tuple[Suggested, ...]:
    """Each agency once, by the duty that is nearest."""
    seen: dict[int | None, Suggested] = {}
    for _score, suggested in sorted(scored, key=lambda pair: -pair[0]):
        seen.setdefault(suggested.agency.agency_id, suggested)
    return tuple(seen.values())[:MOST]
