"""The list of stages that turn a source into a `Reading`."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import BinaryIO, NamedTuple, TypeVar

from vanban import (
    assignments,
    citations,
    deadlines,
    letterhead,
    lines,
    outline,
    partners,
    secrecy,
    targets,
    warnings,
)
from vanban.extract import Extracted, extract
from vanban.findings import (
    Assignment,
    Citation,
    Deadline,
    Letterhead,
    Node,
    Partner,
    Span,
    Target,
    Warning,
)
from vanban.outline import Outline
from vanban.text import Text

Source = str | os.PathLike[str] | bytes | BinaryIO


class Reading(NamedTuple):
    """What was read out of one document; every span counts characters of `text`.

    `text` is the source as extracted, `pages` the offsets at which its pages begin (empty where it has none),
    `type` the type of file, `notes` what happened on the way in (Vietnamese sentences).
    """

    text: str
    type: str
    pages: tuple[int, ...]
    notes: tuple[str, ...]
    letterhead: Letterhead
    outline: tuple[Node, ...]
    citations: tuple[Citation, ...]
    assignments: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]
    partners: tuple[Partner, ...]
    warnings: tuple[Warning, ...]


def read(source: Source) -> Reading:
    """Read a document: a path, bytes or an open binary file.

    Raises ReadingError where it cannot be read, SecretDocument where it bears a marking of state secrecy.
    """
    return read_extracted(extract(source))


def read_text(text: str) -> Reading:
    """Read a text that is already at hand."""
    return read_extracted(Extracted(text=text, pages=(), type="text", notes=()))


def read_extracted(extracted: Extracted) -> Reading:
    """The stages, each from what those before it found."""
    text = Text(extracted.text)
    secrecy.check(text.sheet)
    head = letterhead.find(text.sheet)
    title = dict(head.spans).get("title")
    text.flat = flat = lines.join(text.sheet, head.body, single=title)
    structure = outline.find(flat, head.body)
    searched = [title, *head.body] if title else list(head.body)
    year = _year(head)
    cited = citations.find(flat, head.date, own=head.number, spans=searched)
    assigned = assignments.find(flat, structure)
    due = deadlines.find(flat, structure, assigned)
    aimed = targets.find(flat, year, spans=head.body)
    met = partners.find(flat, spans=head.body)
    place = _Placer(text, structure, extracted.pages, title)
    cited = [citation._replace(path=place.path(citation.span)) for citation in cited]
    noted = warnings.find(flat, head, structure, cited, assigned, text_notes=extracted.notes)
    return Reading(
        text=extracted.text,
        type=extracted.type,
        pages=extracted.pages,
        notes=extracted.notes,
        letterhead=place.letterhead(head),
        outline=place.each(structure.nodes),
        citations=place.each(cited),
        assignments=place.each(assigned, agency_spans=lambda found: place.all(found.agency_spans)),
        deadlines=place.each(due),
        targets=place.each(aimed, path=lambda found: place.path(found.span) or ""),
        partners=place.each(met, mentions=lambda found: place.all(found.mentions)),
        warnings=place.each(noted),
    )


def _year(head: Letterhead) -> int | None:
    """The year of issue, for figures that name none."""
    return int(head.date[:4]) if head.date else None


Found = TypeVar("Found", Node, Citation, Assignment, Deadline, Target, Partner, Warning)


class _Placer:
    """Leads places in the clean text back to the source, its pages and the outline."""

    def __init__(self, text: Text, structure: Outline, pages: tuple[int, ...], title: Span | None) -> None:
        self._span: Callable[[Span], Span] = text.span
        self._structure = structure
        self._pages = pages
        self._title = title

    def path(self, span: Span) -> str | None:
        """The node that holds a place; `title` for the title."""
        if self._title and self._title[0] <= span[0] < self._title[1]:
            return "title"
        node = self._structure.at(span[0])
        return node.path if node else None

    def each(self, found: Sequence[Found], **changes: Callable[[Found], object]) -> tuple[Found, ...]:
        """The findings with their places in the source, their pages, counted from 1, and what else changes."""
        if not found:
            return ()
        kind = type(found[0])
        span_at, page_at = kind._fields.index("span"), kind._fields.index("page")
        further = [(kind._fields.index(name), change) for name, change in changes.items()]
        place, pages = self._span, self._pages
        placed: list[Found] = []
        for finding in found:
            values: list[object] = list(finding)
            values[span_at] = span = place(finding.span)
            if pages:
                values[page_at] = bisect_right(pages, span[0])
            for index, change in further:
                values[index] = change(finding)
            placed.append(kind._make(values))
        return tuple(placed)

    def all(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(map(self._span, spans))

    def letterhead(self, head: Letterhead) -> Letterhead:
        return head._replace(
            spans=tuple((name, self._span(span)) for name, span in head.spans),
            body=self.all(head.body),
        )
