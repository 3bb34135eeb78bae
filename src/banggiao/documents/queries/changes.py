"""What became of a review since somebody looked at it, and who else has it open.

Whoever acts gets what the act touched; whoever waits asks again and again and gets what others did.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from banggiao.accounts.access import Actor
from banggiao.documents.models import Document, Finding, ReviewPresence
from banggiao.documents.queries.paper import PaperTable, Paragraph
from banggiao.documents.queries.review import (
    Progress,
    Review,
    ReviewFinding,
    Section,
    findings_for_review,
    review_revision,
)
from banggiao.documents.rules import FindingKind

UNDER_WAY = timedelta(seconds=25)
"""How long before a change can be seen its moment was taken: a writer waits up to 20 seconds for another one."""

HERE_FOR = timedelta(seconds=40)
"""How long after their page's last word somebody counts as looking; pages speak every few seconds."""


@dataclass(frozen=True)
class Changes:
    """Findings as they stand now, with their sections; ids of those that left; the paragraphs on which they lie.

    Of the unassigned content, what was given to somebody or came back counts as changed too.
    """

    sections: tuple[Section, ...]
    unassigned: tuple[ReviewFinding, ...]
    gone: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    progress: Progress
    revision: int


def changes_of(document: Document, touched: Iterable[Finding]) -> Changes:
    """What an act changed; `touched` are its findings, those that left among them."""
    rows = list(touched)
    review = findings_for_review(document)
    ids = {row.pk for row in rows}
    stretches = [(row.span_start, row.span_end) for row in rows]
    free = {item.id: item for item in review.unassigned}
    shown = {finding.id for finding in review.findings}
    beside = _content_on(document, stretches)
    return Changes(
        sections=tuple(_touched_sections(review.sections, ids)),
        unassigned=tuple(item for item in review.unassigned if item.id in beside),
        gone=tuple(sorted((ids | beside) - shown - free.keys())),
        paragraphs=tuple(_paragraphs_on(review, stretches)),
        progress=review.progress,
        revision=review.revision,
    )


def changes_since(document: Document, *, revision: int, since: datetime) -> Changes | None:
    """What was done since somebody saw `revision` at the moment `since`; None where that is nothing.

    What changed shortly before is given again: a change is seen only when its transaction has ended.
    """
    if review_revision(document.reading) == revision:
        return None
    recent = Finding.objects.filter(reading=document.reading, changed_at__gte=since - UNDER_WAY)
    return changes_of(document, recent)


def others_here(document: Document, actor: Actor, *, now: datetime) -> list[str]:
    """Names of the others who have the review open."""
    here = ReviewPresence.objects.filter(document=document, seen_at__gte=now - HERE_FOR).exclude(user_id=actor.user_id)
    return list(here.order_by("user__full_name").values_list("user__full_name", flat=True))


def _touched_sections(sections: Iterable[Section], ids: Collection[int]) -> Iterator[Section]:
    for section in sections:
        inside = tuple(finding for finding in section.findings if finding.id in ids)
        if inside:
            yield replace(section, findings=inside)


def _content_on(document: Document, stretches: Collection[tuple[int, int]]) -> set[int]:
    """Content items on which something changed."""
    if not stretches:
        return set()
    first, last = min(start for start, _end in stretches), max(end for _start, end in stretches)
    items = Finding.objects.filter(
        reading=document.reading, live=True, kind=FindingKind.CONTENT, span_start__lt=last, span_end__gt=first
    )
    return {
        pk
        for pk, start, end in items.values_list("pk", "span_start", "span_end")
        if any(begin < end and start < stop for begin, stop in stretches)
    }


def _paragraphs_on(review: Review, stretches: Collection[tuple[int, int]]) -> Iterator[Paragraph]:
    for page in review.pages:
        for part in page.parts:
            inside = [cell for row in part.rows for cell in row] if isinstance(part, PaperTable) else [part]
            for paragraph in inside:
                if any(start < paragraph.end and paragraph.start < end for start, end in stretches):
                    yield paragraph
