"""From a reading of the engine to proposals: one row each for people to decide on, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from banggiao.documents.rules.fields import AgencyMention, Json, clean_fields
from banggiao.documents.rules.states import FindingKind
from vanban.findings import Assignment, Citation, Deadline, Node, Partner, Span, Target
from vanban.matching.coverage import Coverage, Item
from vanban.reading import Reading

Resolve = Callable[[AgencyMention], AgencyMention]
"""Looks a written name up among the agencies of the province, at the date of the document."""


@dataclass(frozen=True)
class Proposal:
    """What becomes a finding in state `proposed`; `order` counts from 1 in reading order."""

    kind: FindingKind
    path: str
    text: str
    span: Span
    page: int | None
    confidence: float
    doubts: tuple[str, ...]
    fields: Json
    order: int = 0


def proposals(reading: Reading, found: Coverage, resolve: Resolve) -> list[Proposal]:
    """All proposals of a reading; `found` is its coverage, `resolve` knows the province's agencies."""
    due = _by_place(reading.deadlines)
    unsorted: list[Proposal] = [
        *_headings(reading.outline),
        *(_assignment(assignment, due, resolve) for assignment in reading.assignments),
        *(_deadline(deadline, resolve) for deadline in reading.deadlines),
        *(_target(target) for target in reading.targets),
        *(_citation(citation) for citation in reading.citations),
        *(_partner(partner) for partner in reading.partners),
        *_content(reading, found, resolve),
    ]
    with_warnings = [_warned(proposal, reading) for proposal in unsorted]
    with_warnings.sort(key=lambda proposal: (proposal.span[0], -proposal.span[1]))
    return [replace(proposal, order=order) for order, proposal in enumerate(with_warnings, 1)]


def _proposal(
    kind: FindingKind,
    found: Assignment | Deadline | Target | Citation | Partner | Node,
    text: str,
    fields: Mapping[str, object],
    *,
    path: str | None,
    doubts: Sequence[str] = (),
) -> Proposal:
    return Proposal(
        kind=kind,
        path=path or "",
        text=" ".join(text.split()),
        span=found.span,
        page=found.page,
        confidence=round(found.confidence, 2),
        doubts=tuple(doubts),
        fields=clean_fields(kind, fields),
    )


def _headings(outline: Sequence[Node]) -> Iterator[Proposal]:
    """Nodes under which others stand."""
    for index in sorted({node.parent for node in outline if node.parent is not None}):
        node = outline[index]
        fields = {"marker": node.marker, "level": node.level}
        yield _proposal(FindingKind.HEADING, node, node.text, fields, path=node.path)


def _by_place(deadlines: Iterable[Deadline]) -> list[Deadline]:
    return sorted(deadlines, key=lambda deadline: deadline.span)


def _assignment(assignment: Assignment, deadlines: Sequence[Deadline], resolve: Resolve) -> Proposal:
    owners = [
        resolve(AgencyMention(written, span=span))
        for written, span in _placed(assignment.agencies, assignment.agency_spans)
    ]
    partners = [resolve(AgencyMention(written)) for written in assignment.partners]
    inside = [
        deadline
        for deadline in deadlines
        if assignment.span[0] <= deadline.span[0] and deadline.span[1] <= assignment.span[1]
    ]
    acts = [deadline for deadline in inside if deadline.duty == "act"] or inside
    fields = {
        "what": assignment.duty,
        "role": assignment.role,
        "mode": "request" if assignment.role == "request" else "assign",
        "agencies": owners,
        "partners": partners,
        "deadline": assignment.deadline or "; ".join(dict.fromkeys(deadline.text for deadline in acts)),
        "deadline_date": next((day for day in map(_day, acts) if day), None),
        "rhythm": next((deadline.rhythm for deadline in acts if deadline.rhythm != "once"), ""),
        "continuous": any(deadline.rhythm == "permanent" for deadline in acts),
        "product": assignment.product,
    }
    doubts = [*assignment.doubts, *(mention.doubt for mention in owners if mention.doubt)]
    proposal = _proposal(
        FindingKind.ASSIGNMENT, assignment, assignment.duty, fields, path=assignment.path, doubts=_once(doubts)
    )
    surest = min([proposal.confidence, *(mention.confidence for mention in owners)])
    return replace(proposal, confidence=round(surest, 2))


def _placed(names: Sequence[str], spans: Sequence[Span]) -> Iterator[tuple[str, Span | None]]:
    for index, name in enumerate(names):
        yield name, spans[index] if index < len(spans) else None


def _day(deadline: Deadline) -> str | None:
    """The day a deadline names in full; None for rhythms and for days that no calendar has."""
    if deadline.rhythm != "once" or deadline.year is None or deadline.month is None or deadline.day is None:
        return None
    try:
        return date(deadline.year, deadline.month, deadline.day).isoformat()
    except ValueError:
        return None


def _deadline(deadline: Deadline, resolve: Resolve) -> Proposal:
    fields = {
        "rhythm": deadline.rhythm,
        "month": deadline.month,
        "day": deadline.day,
        "year": deadline.year,
        "duty": deadline.duty,
        "by": [resolve(AgencyMention(written)) for written in deadline.by],
        "to": [resolve(AgencyMention(written)) for written in deadline.to],
    }
    return _proposal(FindingKind.DEADLINE, deadline, deadline.text, fields, path=deadline.path)


def _target(target: Target) -> Proposal:
    fields = {"minimum": target.minimum, "maximum": target.maximum, "unit": target.unit, "year": target.year}
    return _proposal(FindingKind.TARGET, target, target.text, fields, path=target.path)


def _citation(citation: Citation) -> Proposal:
    fields = {
        "kind": citation.kind,
        "number": citation.number,
        "date": citation.date,
        "issuer": citation.issuer,
        "document": citation.document,
    }
    return _proposal(FindingKind.CITATION, citation, citation.text, fields, path=citation.path)


def _partner(partner: Partner) -> Proposal:
    fields = {
        "names": list(partner.names),
        "kind": partner.kind,
        "country": partner.country,
        "mentions": [list(span) for span in partner.mentions or (partner.span,)],
    }
    return _proposal(FindingKind.PARTNER, partner, partner.names[0], fields, path="")


def _content(reading: Reading, found: Coverage, resolve: Resolve) -> Iterator[Proposal]:
    """Content items, with whether anybody's duty covers them."""
    unassigned = {item.path for item in found.unassigned}
    nodes = {node.path: node for node in reading.outline}
    for item in found.items:
        node = nodes.get(item.path)
        if node is not None:
            yield _item(item, node, resolve, covered=item.path not in unassigned)


def _item(item: Item, node: Node, resolve: Resolve, *, covered: bool) -> Proposal:
    fields = {
        "heading": item.heading,
        "covered": covered,
        "named": [resolve(AgencyMention(name)) for name in item.named],
    }
    return _proposal(FindingKind.CONTENT, node, item.text, fields, path=item.path)


def _warned(proposal: Proposal, reading: Reading) -> Proposal:
    """The engine's warnings about a place become doubts of what was found there.

    A warning about a long stretch belongs to no single finding and stays with the reading.
    """
    if proposal.kind in {FindingKind.HEADING, FindingKind.CONTENT}:
        return proposal
    start, end = proposal.span
    said = [
        warning.message
        for warning in reading.warnings
        if start <= warning.span[0] and warning.span[1] <= end and warning.span[0] < warning.span[1]
    ]
    places = [mention["span"] for mention in proposal.fields.get("agencies", []) if mention["span"]]
    said += [warning.message for warning in reading.warnings if list(warning.span) in places]
    return replace(proposal, doubts=_once([*proposal.doubts, *said])) if said else proposal


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
