"""What a document rests on, who cites it, and what follows from it: as lists, and as a picture drawn here.

The app tasks stands above this one and cannot be imported; it says what follows from documents by `register_outcomes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.urls import reverse

from banggiao.accounts.access import Actor
from banggiao.documents.access import visible_documents
from banggiao.documents.models import Citation, Document
from banggiao.documents.rules import Validity

MOST_BESIDE = 12
"""Documents on one side of the picture; the lists below hold all."""

BOX_WIDTH, BOX_HEIGHT, GAP, COLUMN = 232, 46, 12, 300
_LONGEST = 30


@dataclass(frozen=True)
class Outcome:
    """What follows from a document elsewhere: a task, or all tasks of a plan under one title."""

    title: str
    detail: str
    url: str


Outcomes = Callable[[Sequence[int], Actor], Mapping[int, Sequence[Outcome]]]
"""From ids of documents and who looks to what follows from each."""

_outcomes: list[Outcomes] = []


def register_outcomes(function: Outcomes) -> None:
    """Say what follows from documents; called by apps above in their `ready()`."""
    if function not in _outcomes:
        _outcomes.append(function)


@dataclass(frozen=True)
class Linked:
    """A document beside the one looked at. `times`: how often it is cited; `outcomes`: what followed from it."""

    document: Document
    times: int
    basis: bool
    outcomes: tuple[Outcome, ...] = ()

    @property
    def ended(self) -> bool:
        return self.document.validity != Validity.IN_FORCE


@dataclass(frozen=True)
class Relations:
    """All neighbours of a document that the actor may see."""

    basis: tuple[Linked, ...]
    cited: tuple[Linked, ...]
    cited_by: tuple[Linked, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.basis or self.cited or self.cited_by or self.outcomes)


@dataclass(frozen=True)
class Box:
    """A document or an outcome in the picture."""

    x: int
    y: int
    title: str
    detail: str
    url: str
    kind: str

    @property
    def text_x(self) -> int:
        return self.x + 12

    @property
    def title_y(self) -> int:
        return self.y + 19

    @property
    def detail_y(self) -> int:
        return self.y + 36


@dataclass(frozen=True)
class Picture:
    """Boxes in columns from what is rested on to what follows, and the lines between them as SVG paths."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    left_out: int
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def relations(document: Document, actor: Actor) -> Relations:
    """The neighbours of a document (3 queries, and those of registered apps)."""
    seen = visible_documents(actor)
    cites = _linked(seen, Citation.objects.filter(citing=document), "cited")
    citing = _linked(seen, Citation.objects.filter(cited=document), "citing")
    following = _following([document.pk, *(link.document.pk for link in citing)], actor)
    return Relations(
        basis=tuple(link for link in cites if link.basis),
        cited=tuple(link for link in cites if not link.basis),
        cited_by=tuple(
            Linked(link.document, link.times, link.basis, tuple(following.get(link.document.pk, ()))) for link in citing
        ),
        outcomes=tuple(following.get(document.pk, ())),
    )


def ended_documents(document_ids: Iterable[int]) -> dict[int, list[Document]]:
    """For each document those it cites that are superseded or repealed: whatever rests on them wants a look.

    What a document cites because it replaces it, it does not rest on.
    """
    rows = (
        Citation.objects.filter(citing_id__in=list(document_ids))
        .exclude(cited__validity=Validity.IN_FORCE)
        .exclude(cited__superseded_by=F("citing"))
        .select_related("cited")
        .order_by("citing_id", "span_start")
    )
    found: dict[int, list[Document]] = {}
    for row in rows:
        listed = found.setdefault(row.citing_id, [])
        if row.cited not in listed:
            listed.append(row.cited)
    return found


def picture(document: Document, found: Relations) -> Picture:
    """The neighbourhood as a picture: left what it rests on and cites, right who cites it and what follows."""
    left = [_document_box(link, "basis" if link.basis else "cited") for link in (*found.basis, *found.cited)]
    right = [_document_box(link, "citing") for link in found.cited_by] + [
        ("outcome", outcome.title, outcome.detail, outcome.url) for outcome in found.outcomes
    ]
    shown_left, shown_right = left[:MOST_BESIDE], right[:MOST_BESIDE]
    rows = max(len(shown_left), len(shown_right), 1)
    height = rows * (BOX_HEIGHT + GAP) + GAP
    middle = COLUMN if shown_left else 0
    own = _box(middle, (height - BOX_HEIGHT) // 2, ("own", *_words(document), ""))
    lefts = _column(0, shown_left, height)
    rights = _column(middle + COLUMN, shown_right, height)
    following = _following_boxes(found.cited_by[:MOST_BESIDE], rights)
    lines = [_line(box, own) for box in lefts] + [_line(own, box) for box in rights]
    lines += [_line(box, after) for box, after in following]
    boxes = (*lefts, own, *rights, *(after for _box, after in following))
    left_out = len(left) + len(right) - len(shown_left) - len(shown_right)
    return Picture(max(box.x for box in boxes) + BOX_WIDTH + 2, height, boxes, tuple(lines), left_out)


def _following_boxes(citing: Sequence[Linked], boxes: Sequence[Box]) -> list[tuple[Box, Box]]:
    """What followed from each document that cites, beside its box: the last step from directive to plan to task."""
    found = []
    for link, box in zip(citing, boxes, strict=False):
        for outcome in link.outcomes[:1]:
            content = ("outcome", outcome.title, outcome.detail, outcome.url)
            found.append((box, _box(box.x - 1 + COLUMN, box.y, content)))
    return found


Content = tuple[str, str, str, str]
"""Kind, title, detail and address of a box."""


def _linked(seen: object, citations: object, side: str) -> list[Linked]:
    rests = Count("pk", filter=Q(basis=True))
    counted = {
        row[side]: row
        for row in citations.values(side).annotate(times=Count("pk"), rests=rests)  # type: ignore[attr-defined]
    }
    documents = seen.filter(pk__in=counted).order_by("-date", "-year", "number")  # type: ignore[attr-defined]
    return [
        Linked(document, counted[document.pk]["times"], counted[document.pk]["rests"] > 0) for document in documents
    ]


def outcomes_of(document: Document, actor: Actor) -> list[Outcome]:
    """What follows from one document, as registered apps tell it."""
    return _following([document.pk], actor).get(document.pk, [])


def _following(document_ids: Sequence[int], actor: Actor) -> dict[int, list[Outcome]]:
    following: dict[int, list[Outcome]] = {}
    for function in _outcomes:
        for document_id, outcomes in function(document_ids, actor).items():
            following.setdefault(document_id, []).extend(outcomes)
    return following


def _document_box(link: Linked, kind: str) -> Content:
    ended = " ended" if link.ended else ""
    address = reverse("documents:document_detail", args=[link.document.pk])
    return (f"{kind}{ended}", *_words(link.document), address)


def _words(document: Document) -> tuple[str, str]:
    about = document.title or document.issuer
    return str(document), about


def _box(x: int, y: int, content: Content) -> Box:
    kind, title, detail, url = content
    return Box(x + 1, y, _short(title), _short(detail, _LONGEST + 6), url, kind)


def _short(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]}…"


def _column(x: int, contents: Sequence[Content], height: int) -> list[Box]:
    taken = len(contents) * (BOX_HEIGHT + GAP) - GAP
    top = (height - taken) // 2
    return [_box(x, top + index * (BOX_HEIGHT + GAP), content) for index, content in enumerate(contents)]


def _line(one: Box, other: Box) -> str:
    """A curve from the right edge of one box to the left edge of another."""
    start_x, start_y = one.x + BOX_WIDTH, one.y + BOX_HEIGHT // 2
    end_x, end_y = other.x, other.y + BOX_HEIGHT // 2
    bend = (start_x + end_x) // 2
    return f"M{start_x} {start_y}C{bend} {start_y} {bend} {end_y} {end_x} {end_y}"
