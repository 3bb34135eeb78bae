"""What people do to findings during review. Each act is one transaction, logged, and can be undone.

Whoever acts says which version of a finding was seen; where somebody else was faster, `StaleFinding` tells who
changed what, and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.documents.access import can_review
from banggiao.documents.models import Document, Finding, Reading
from banggiao.documents.rules import COUNTED_KINDS, FindingKind, FindingState, clean_fields, is_doubtful
from banggiao.documents.services.citations import citations_follow
from banggiao.documents.services.snapshots import Act, log, snapshot

LONGEST_TEXT = 20_000
"""Characters of one finding; the longest duties met have 1,500."""


class ReviewError(Exception):
    """Something that cannot be done to these findings; the message is a sentence for the reviewer."""


class StaleFinding(ReviewError):
    """Somebody else changed a finding since it was looked at; nothing was written.

    `finding` is how it stands now, `by` and `at` say who changed it and when, `fields` which values differ from
    those the reviewer had seen or wanted.
    """

    def __init__(self, finding: Finding, fields: tuple[str, ...] = ()) -> None:
        self.finding = finding
        self.by = finding.changed_by.full_name if finding.changed_by else ""
        self.at = finding.changed_at
        self.fields = fields
        super().__init__(
            _("%(who)s vừa sửa mục này. Nội dung mới đã được giữ; thay đổi của bạn chưa được ghi.")
            % {"who": self.by or _("Người khác")}
        )


@transaction.atomic
def finding_accept(*, by: Actor, finding_id: int, version: int, now: datetime) -> Finding:
    """Take a finding as it is."""
    return _decide(by, finding_id, version, FindingState.ACCEPTED, now)


@transaction.atomic
def finding_drop(*, by: Actor, finding_id: int, version: int, now: datetime) -> Finding:
    """Leave a finding out; it stays visible as dropped."""
    return _decide(by, finding_id, version, FindingState.DROPPED, now)


@transaction.atomic
def finding_reopen(*, by: Actor, finding_id: int, version: int, now: datetime) -> Finding:
    """Take a decision back: the finding is proposed again."""
    return _decide(by, finding_id, version, FindingState.PROPOSED, now)


@transaction.atomic
def finding_edit(
    *,
    by: Actor,
    finding_id: int,
    version: int,
    fields: Mapping[str, Any],
    now: datetime,
    text: str | None = None,
) -> Finding:
    """Change some fields of a finding; those not named keep their values. What was edited counts as accepted.

    Doubts about agencies end where a person chose the agency.
    Raises InvalidFields where a value is wrong, StaleFinding where somebody was faster.
    """
    finding = _locked(by, finding_id, version, tuple(fields))
    before = snapshot(finding)
    kind = FindingKind(finding.kind)
    finding.fields = clean_fields(kind, {**finding.fields, **fields})
    if text is not None:
        finding.text = _clean_text(text)
    finding.state = FindingState.EDITED
    finding.doubts = []
    finding.confidence = 1.0
    log([Act.of("edit", by=by, at=now).changed(finding, before)])
    citations_follow(finding)
    return finding


@transaction.atomic
def finding_split(*, by: Actor, finding_id: int, version: int, at: int, now: datetime) -> tuple[Finding, Finding]:
    """Cut a finding in two at an offset of the source text; both parts keep its fields and are proposed again.

    The finding itself becomes the first part.
    Raises ReviewError where `at` does not lie inside it.
    """
    first = _locked(by, finding_id, version)
    source = first.reading.text
    head, tail = source[first.span_start : at].strip(), source[at : first.span_end].strip()
    if not (first.span_start < at < first.span_end) or not head or not tail:
        raise ReviewError(_("Hãy đặt con trỏ vào giữa câu cần tách, sau một từ."))
    act = Act.of("split", by=by, at=now)
    before = snapshot(first)
    second = _copy(first)
    second.span_start = at + len(source[at : first.span_end]) - len(source[at : first.span_end].lstrip())
    first.span_end = first.span_start + len(source[first.span_start : at].rstrip())
    for part, words in ((first, head), (second, tail)):
        _say(part, words)
        part.state = FindingState.PROPOSED
    second.order = _between(first)
    second.page = first.reading.page_of(second.span_start)
    log([act.changed(first, before), act.made(second)])
    citations_follow(first)
    citations_follow(second)
    return first, second


@transaction.atomic
def finding_merge(*, by: Actor, versions: Sequence[tuple[int, int]], now: datetime) -> Finding:
    """Make one of several findings of one kind; `versions` are pairs of id and version, in any order.

    The first in reading order takes the others in: their place, words and agencies; the others leave.
    """
    if len({finding_id for finding_id, _version in versions}) < 2:
        raise ReviewError(_("Hãy chọn ít nhất hai mục để gộp."))
    parts = sorted(
        (_locked(by, finding_id, version) for finding_id, version in sorted(versions)),
        key=lambda part: (part.order, part.pk),
    )
    if len({(part.kind, part.reading_id) for part in parts}) > 1:
        raise ReviewError(_("Chỉ gộp được các mục cùng loại trong cùng một văn bản."))
    first, *others = parts
    act = Act.of("merge", by=by, at=now)
    before = snapshot(first)
    first.span_start = min(part.span_start for part in parts)
    first.span_end = max(part.span_end for part in parts)
    fields = dict(first.fields)
    for other in others:
        fields = _joined(fields, other.fields)
    first.fields = clean_fields(FindingKind(first.kind), fields)
    _say(first, " ".join(part.text for part in parts), fields=first.fields.get("what"))
    first.doubts = list(dict.fromkeys(doubt for part in parts for doubt in part.doubts))
    first.confidence = min(part.confidence for part in parts)
    first.state = FindingState.PROPOSED
    lines = [act.changed(first, before)]
    for other in others:
        kept = snapshot(other)
        other.live = False
        lines.append(act.changed(other, kept))
    log(lines)
    for part in parts:
        citations_follow(part)
    return first


@transaction.atomic
def finding_add(
    *,
    by: Actor,
    document_id: int,
    kind: FindingKind,
    start: int,
    end: int,
    now: datetime,
    fields: Mapping[str, Any] | None = None,
) -> Finding:
    """Make a finding of a stretch of the source text that a person selected.

    Raises ReviewError where the stretch is empty or outside the text, InvalidFields where a field is wrong.
    """
    reading = _reading(by, document_id)
    stretch = reading.text[max(start, 0) : end]
    words = stretch.strip()
    if start < 0 or end > len(reading.text) or not words or len(words) > LONGEST_TEXT:
        raise ReviewError(_("Hãy bôi đen đoạn chữ cần thêm trong văn bản."))
    start += len(stretch) - len(stretch.lstrip())
    given = {"what": " ".join(words.split()), **(fields or {})}
    finding = Finding(
        reading=reading,
        kind=kind,
        text=" ".join(words.split()),
        span_start=start,
        span_end=start + len(words),
        fields=clean_fields(kind, given),
        state=FindingState.EDITED,
        added=True,
    )
    before_it = Finding.objects.filter(reading=reading, span_start__lte=start).order_by("order", "pk").last()
    finding.order = _between(before_it) if before_it else 0.0
    finding.path = before_it.path if before_it else ""
    finding.page = reading.page_of(start)
    log([Act.of("add", by=by, at=now).made(finding)])
    citations_follow(finding)
    return finding


@transaction.atomic
def findings_accept_above(
    *,
    by: Actor,
    document_id: int,
    confidence: float,
    now: datetime,
    kinds: Sequence[FindingKind] = COUNTED_KINDS,
) -> int:
    """Accept every proposed finding of `kinds` that is at least so sure and has no doubt; gives their number."""
    reading = _reading(by, document_id)
    proposed = Finding.objects.select_for_update(of=("self",)).filter(
        reading=reading, live=True, state=FindingState.PROPOSED, confidence__gte=confidence, kind__in=kinds
    )
    sure = [finding for finding in proposed if not is_doubtful(max(finding.confidence, 0.8), finding.doubts)]
    act = Act.of("accept", by=by, at=now)
    lines = []
    for finding in sure:
        before = snapshot(finding)
        finding.state = FindingState.ACCEPTED
        lines.append(act.changed(finding, before))
    log(lines)
    return len(lines)


# -- shared steps -------------------------------------------------------------------------------------------------


def _decide(by: Actor, finding_id: int, version: int, state: FindingState, now: datetime) -> Finding:
    finding = _locked(by, finding_id, version)
    if finding.state == state:
        return finding
    before = snapshot(finding)
    finding.state = state
    log([Act.of(_ACTIONS[state], by=by, at=now).changed(finding, before)])
    citations_follow(finding)
    return finding


_ACTIONS = {FindingState.ACCEPTED: "accept", FindingState.DROPPED: "drop", FindingState.PROPOSED: "reopen"}


def _locked(by: Actor, finding_id: int, version: int, fields: tuple[str, ...] = ()) -> Finding:
    """A live finding under lock, at the version that the caller saw, of a document under review.

    The document is locked first: a confirmation that runs at the same time comes before or after, never between.
    """
    document_id = Finding.objects.values_list("reading__document_id", flat=True).get(pk=finding_id)
    document = Document.objects.select_for_update().get(pk=document_id)
    demand(can_review(by, document))
    finding = Finding.objects.select_for_update(of=("self",)).select_related("reading", "changed_by").get(pk=finding_id)
    if finding.version != version or not finding.live:
        raise StaleFinding(finding, fields)
    return finding


def _reading(by: Actor, document_id: int) -> Reading:
    document = Document.objects.select_for_update().get(pk=document_id)
    demand(can_review(by, document))
    return Reading.objects.get(document_id=document_id)


def _copy(finding: Finding) -> Finding:
    return Finding(
        reading=finding.reading,
        kind=finding.kind,
        path=finding.path,
        span_start=finding.span_start,
        span_end=finding.span_end,
        page=finding.page,
        confidence=finding.confidence,
        doubts=list(finding.doubts),
        fields=dict(finding.fields),
        added=finding.added,
    )


def _say(finding: Finding, words: str, *, fields: str | None = None) -> None:
    """Give a finding its words; a duty says them in its field too."""
    finding.text = _clean_text(words)
    if "what" in finding.fields:
        finding.fields = {**finding.fields, "what": fields or finding.text}


def _clean_text(text: str) -> str:
    words = " ".join(text.replace("\x00", "").split())
    if not words:
        raise ReviewError(_("Nội dung không được để trống."))
    return words[:LONGEST_TEXT]


def _joined(fields: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of two findings as one: lists together, words one behind the other, the first of single values."""
    joined = dict(fields)
    for name, value in others.items():
        own = joined.get(name)
        if isinstance(own, list):
            joined[name] = [*own, *(entry for entry in value if not _is_listed(entry, own))]
        elif name == "what":
            joined[name] = f"{own} {value}".strip()
        elif own in (None, "", False):
            joined[name] = value
    return joined


def _is_listed(entry: Any, listed: Sequence[Any]) -> bool:
    if not isinstance(entry, dict):
        return entry in listed
    return any(entry["written"].casefold() == other["written"].casefold() for other in listed)


def _between(finding: Finding) -> float:
    """An order right behind a finding and before the next."""
    following = (
        Finding.objects.filter(reading=finding.reading, order__gt=finding.order)
        .order_by("order")
        .values_list("order", flat=True)
        .first()
    )
    return (finding.order + (following if following is not None else finding.order + 2)) / 2
