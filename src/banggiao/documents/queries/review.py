"""What the review of a document shows: findings by section in reading order beside the marked text.

`queries.changes` says what became of it since somebody looked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Sum

from banggiao.accounts.access import Actor
from banggiao.agencies.models import Agency, AgencyGroup
from banggiao.agencies.queries import named
from banggiao.documents.models import FINDING_KINDS, FINDING_STATES, Document, Finding, FindingChange, Reading
from banggiao.documents.queries.paper import MarkedPlace, PaperPage, paper
from banggiao.documents.rules import (
    COUNTED_KINDS,
    AgencyMention,
    FindingKind,
    FindingState,
    is_doubtful,
    mentions,
)

_AGENCY_FIELDS = ("agencies", "partners", "by", "to", "named")
_KIND_LABELS = dict(FINDING_KINDS)
_STATE_LABELS = dict(FINDING_STATES)


@dataclass(frozen=True)
class NamedAgency:
    """An agency as the document writes it, and its official name at the document's date where it is known."""

    written: str
    name: str
    agency_id: int | None
    group_id: int | None
    confidence: float
    doubt: str

    @property
    def known(self) -> bool:
        return self.agency_id is not None or self.group_id is not None


@dataclass(frozen=True)
class ReviewFinding:
    """One line of the review. `fields` has the shape of `rules.clean_fields`; agencies stand ready to be shown."""

    id: int
    kind: FindingKind
    kind_label: str
    state: FindingState
    state_label: str
    version: int
    path: str
    text: str
    start: int
    end: int
    page: int | None
    confidence: float
    doubts: tuple[str, ...]
    doubtful: bool
    fields: dict[str, Any]
    agencies: tuple[NamedAgency, ...]
    partners: tuple[NamedAgency, ...]
    by: tuple[NamedAgency, ...]
    to: tuple[NamedAgency, ...]
    added: bool
    changed_by: str
    changed_at: datetime | None

    @property
    def decided(self) -> bool:
        return self.state != FindingState.PROPOSED


@dataclass(frozen=True)
class Section:
    """Findings under one heading; `above` are the headings over it, the topmost first.

    `start` is the place of the heading in the text, by which sections are told apart; -1 before the first.
    """

    start: int
    title: str
    marker: str
    path: str
    above: tuple[str, ...]
    findings: tuple[ReviewFinding, ...]


@dataclass(frozen=True)
class Progress:
    """How far the review is; counts findings of `COUNTED_KINDS`."""

    total: int
    accepted: int
    dropped: int
    left: int
    doubtful: int

    @property
    def decided(self) -> int:
        return self.accepted + self.dropped

    @property
    def percent(self) -> int:
        return 100 if not self.total else 100 * (self.total - self.left) // self.total


@dataclass(frozen=True)
class Warned:
    """What the engine asks about, with its place."""

    message: str
    start: int
    end: int
    page: int | None


@dataclass(frozen=True)
class Review:
    """Everything on the screen of one review.

    `unassigned` are content items that no duty covers and nobody has taken up yet. `next_doubtful` is the id of the
    first finding still to be decided that is in doubt. `revision` grows with whatever is done to the findings.
    """

    document: Document
    sections: tuple[Section, ...]
    unassigned: tuple[ReviewFinding, ...]
    pages: tuple[PaperPage, ...]
    progress: Progress
    warnings: tuple[Warned, ...]
    notes: tuple[str, ...]
    next_doubtful: int | None
    revision: int

    @property
    def remarks(self) -> int:
        """How much the engine has to say of the whole."""
        return len(self.warnings) + len(self.notes)

    @property
    def findings(self) -> Iterator[ReviewFinding]:
        """What somebody decides on one by one, in reading order."""
        return (finding for section in self.sections for finding in section.findings)


def findings_for_review(document: Document) -> Review:
    """The review of a document that was read (5 queries at most, however long it is; its reading is one more)."""
    reading = document.reading
    rows = _rows(reading)
    names = _Names.of(rows, _day(document))
    shown = [names.finding(row) for row in rows if row.kind != FindingKind.HEADING]
    listed = [finding for finding in shown if finding.kind != FindingKind.CONTENT]
    unassigned = tuple(_unassigned(shown))
    open_doubts = (finding.id for finding in listed if finding.doubtful and not finding.decided)
    return Review(
        document=document,
        sections=tuple(_sections([row for row in rows if row.kind == FindingKind.HEADING], listed)),
        unassigned=unassigned,
        pages=paper(reading.text, reading.pages, reading.data.get("blocks", ()), _places([*listed, *unassigned])),
        progress=_progress(listed),
        warnings=tuple(
            Warned(warning["message"], warning["span"][0], warning["span"][1], warning["page"])
            for warning in reading.data.get("warnings", ())
        ),
        notes=tuple(reading.notes),
        next_doubtful=next(open_doubts, None),
        revision=review_revision(reading),
    )


def finding_for_review(finding_id: int) -> ReviewFinding:
    """One finding as the review shows it, for the answer to an edit."""
    row = Finding.objects.select_related("changed_by", "reading__document").get(pk=finding_id)
    return _Names.of([row], _day(row.reading.document)).finding(row)


def review_revision(reading: Reading) -> int:
    """A number that grows with whatever is done to the findings of a reading, undoing included."""
    return int(Finding.objects.filter(reading=reading).aggregate(sum=Sum("version"))["sum"] or 0)


def undoable(document: Document, actor: Actor) -> tuple[bool, bool]:
    """Whether `actor` has something to undo, and something to do again."""
    own = FindingChange.objects.filter(reading__document=document, by_id=actor.user_id)
    return own.filter(undone_at__isnull=True).exists(), own.filter(undone_at__isnull=False).exists()


# -- pieces -------------------------------------------------------------------------------------------------------


def _rows(reading: Reading) -> list[Finding]:
    return list(Finding.objects.filter(reading=reading, live=True).select_related("changed_by").order_by("order", "pk"))


def _day(document: Document) -> date | None:
    return document.date or (document.received_at.date() if document.received_at else None)


@dataclass(frozen=True)
class _Names:
    """Official names of the agencies and groups that some findings name."""

    agencies: dict[int, str]
    groups: dict[int, str]

    @staticmethod
    def of(rows: Iterable[Finding], on: date | None) -> _Names:
        named_here = [mention for row in rows for field in _AGENCY_FIELDS for mention in mentions(row.fields, field)]
        agency_ids = {mention.agency_id for mention in named_here if mention.agency_id}
        group_ids = {mention.group_id for mention in named_here if mention.group_id}
        agencies = Agency.objects.filter(pk__in=agency_ids)
        dated = {row.pk: getattr(row, "name_then", row.name) for row in (named(agencies, on) if on else agencies)}
        return _Names(dated, dict(AgencyGroup.objects.filter(pk__in=group_ids).values_list("pk", "name")))

    def agency(self, mention: AgencyMention) -> NamedAgency:
        name = self.agencies.get(mention.agency_id or 0) or self.groups.get(mention.group_id or 0) or ""
        return NamedAgency(
            mention.written, name, mention.agency_id, mention.group_id, mention.confidence, mention.doubt
        )

    def finding(self, row: Finding) -> ReviewFinding:
        kind, state = FindingKind(row.kind), FindingState(row.state)
        agencies, partners, by, to = (
            tuple(map(self.agency, mentions(row.fields, field))) for field in ("agencies", "partners", "by", "to")
        )
        return ReviewFinding(
            id=row.pk,
            kind=kind,
            kind_label=str(_KIND_LABELS[kind]),
            state=state,
            state_label=str(_STATE_LABELS[state]),
            version=row.version,
            path=row.path,
            text=row.text,
            start=row.span_start,
            end=row.span_end,
            page=row.page,
            confidence=row.confidence,
            doubts=tuple(row.doubts),
            doubtful=is_doubtful(row.confidence, row.doubts),
            fields=row.fields,
            agencies=agencies,
            partners=partners,
            by=by,
            to=to,
            added=row.added,
            changed_by=row.changed_by.full_name if row.changed_by else "",
            changed_at=row.changed_at,
        )


def _sections(headings: Sequence[Finding], findings: Iterable[ReviewFinding]) -> Iterator[Section]:
    """Findings under the heading that stands last before them."""
    heads = sorted(headings, key=lambda heading: heading.span_start)
    under: dict[int, list[ReviewFinding]] = {}
    position = -1
    for finding in sorted(findings, key=lambda finding: finding.start):
        while position + 1 < len(heads) and heads[position + 1].span_start <= finding.start:
            position += 1
        under.setdefault(position, []).append(finding)
    for index, inside in under.items():
        if index < 0:
            yield Section(-1, "", "", "", (), tuple(inside))
        else:
            head = heads[index]
            above = tuple(other.text for other in heads[:index] if head.path.startswith(f"{other.path}."))
            marker = head.fields.get("marker", "")
            yield Section(head.span_start, head.text, marker, head.path, above, tuple(inside))


def _unassigned(findings: Sequence[ReviewFinding]) -> Iterator[ReviewFinding]:
    """Content items without anybody, until a duty is made of them or they are dropped."""
    taken = [
        (finding.start, finding.end)
        for finding in findings
        if finding.kind == FindingKind.ASSIGNMENT and finding.state != FindingState.DROPPED
    ]
    for finding in findings:
        if finding.kind != FindingKind.CONTENT or finding.fields.get("covered") or finding.fields.get("named"):
            continue
        if finding.state != FindingState.DROPPED and not any(
            start < finding.end and finding.start < end for start, end in taken
        ):
            yield finding


def _places(findings: Iterable[ReviewFinding]) -> Iterator[MarkedPlace]:
    for finding in findings:
        if finding.state == FindingState.DROPPED:
            continue
        spans = finding.fields.get("mentions") or ((finding.start, finding.end),)
        for start, end in spans:
            yield MarkedPlace(finding.id, finding.kind, start, end, finding.doubtful and not finding.decided)


def _progress(findings: Iterable[ReviewFinding]) -> Progress:
    counted = [finding for finding in findings if finding.kind in COUNTED_KINDS]
    states = Counter(finding.state for finding in counted)
    return Progress(
        total=len(counted),
        accepted=states[FindingState.ACCEPTED] + states[FindingState.EDITED],
        dropped=states[FindingState.DROPPED],
        left=states[FindingState.PROPOSED],
        doubtful=sum(finding.doubtful and not finding.decided for finding in counted),
    )
