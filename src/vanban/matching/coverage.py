"""Which content of a plan its own implementation part hands to an agency, and which it leaves to nobody.

A plan names its work twice: as content (`II. NHIỆM VỤ CỤ THỂ`), where no one is named, and as duties of agencies
(`III. TỔ CHỨC THỰC HIỆN`). `coverage` links the two by what they say and lists what only the first names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from vanban import lexicon, parts
from vanban.matching.passages import Matcher, Passage, clauses, passage
from vanban.parts import Part
from vanban.text import fold

if TYPE_CHECKING:
    from vanban.findings import Assignment, Node, Span
    from vanban.reading import Reading

ENOUGH = 0.3
"""Likeness from which a duty says the same as an item; how much hangs on the value stands in `bench/coverage.md`."""

SHARE = 0.7
"""A clause is linked to its closest item and to those that come this near to it; 0.6 to 0.8 give the same figures."""

_IN_CHARGE = re.compile(
    r"\((?P<before>[^()]{3,200}?)\s(?:chủ trì|phụ trách|chịu trách nhiệm|thực hiện)\b"
    r"|\((?:cơ quan |đơn vị )?(?:chủ trì|thực hiện|phụ trách)(?: thực hiện)?\s?:\s?(?P<behind>[^();.]{3,200})",
    re.IGNORECASE,
)
"""`(Sở Ngoại vụ chủ trì, phối hợp với Công an tỉnh)` or `(Đơn vị thực hiện: Sở Công Thương)` behind a content item."""


_OF_THE_PLAN = re.compile(r"\b(?:kế hoạch|chương trình|đề án|phương án|chỉ thị|quyết định)\s+này\b", re.IGNORECASE)
"""`Chủ trì, đôn đốc, kiểm tra việc thực hiện Kế hoạch này`: work on the plan as a whole, on none of its items."""


class Duty(NamedTuple):
    """A duty of the implementation part; `everybody` where only groups bear it."""

    path: str
    start: str
    text: str
    agencies: tuple[str, ...]
    everybody: bool
    span: Span


class Item(NamedTuple):
    """A content item; `heading` is the one it stands under, `named` holds the agencies that it names itself."""

    path: str
    text: str
    heading: str
    named: tuple[str, ...]
    span: Span


class Match(NamedTuple):
    """A content item that a duty speaks of, how surely (0 to 1), and the clauses that say so."""

    item: Item
    score: float
    duty_clause: str
    item_clause: str


class Pair(NamedTuple):
    """A duty with the content items that it speaks of, in their order; none where it stands for itself."""

    duty: Duty
    contents: tuple[Match, ...]


class Coverage(NamedTuple):
    """All duties of the implementation part, all content items, and those items that no agency's own duty covers."""

    pairs: tuple[Pair, ...]
    items: tuple[Item, ...]
    unassigned: tuple[Item, ...]


def coverage(reading: Reading) -> Coverage:
    """Link the duties of a plan's implementation part to the items of its content part."""
    agency_headings = parts.agency_headings(reading.outline, reading.assignments)
    places = parts.of_nodes(reading.outline, agency_headings)
    given = _given(reading, agency_headings, places)
    items = _items(reading, places, given)
    duties = [_duty(assignment) for assignment in given]
    matcher = Matcher([_own_words(assignment) for assignment in given], [passage(item.text) for item in items])
    pairs = tuple(Pair(duty, _matches(matcher, index, items)) for index, duty in enumerate(duties))
    covered = {match.item for pair in pairs if not pair.duty.everybody for match in pair.contents}
    return Coverage(pairs, items, tuple(item for item in items if item not in covered and not item.named))


def _matches(matcher: Matcher, duty: int, items: Sequence[Item]) -> tuple[Match, ...]:
    return tuple(
        Match(items[index], likeness.score, likeness.ours, likeness.theirs)
        for index, likeness in sorted(matcher.likenesses(duty, share=SHARE).items())
        if likeness.score >= ENOUGH
    )


def _given(reading: Reading, agency_headings: frozenset[int], places: Sequence[Part]) -> list[Assignment]:
    """The duties that the plan hands out: below the headings of agencies, and in tables of tasks.

    Where no heading of an implementation part names an agency, all of that part's duties count.
    """
    nodes = {node.path: index for index, node in enumerate(reading.outline)}
    part_of_duties = {_top(reading.outline, index) for index in agency_headings}
    return [
        assignment
        for assignment in reading.assignments
        if (index := nodes.get(assignment.path)) is not None
        and _is_given(reading.outline, index, assignment, places[index], part_of_duties)
    ]


def _is_given(
    outline: Sequence[Node], index: int, assignment: Assignment, place: Part, part_of_duties: set[int]
) -> bool:
    node = outline[index]
    if node.cells:
        return True
    if node.parent is not None and parts.names_agencies(outline[node.parent].text, assignment):
        return True
    return place is Part.IMPLEMENTATION and _top(outline, index) not in part_of_duties


def _items(reading: Reading, places: Sequence[Part], given: Iterable[Assignment]) -> tuple[Item, ...]:
    """The leaves of the content part; where no part is called content, those of parts of unknown use."""
    outline = reading.outline
    headings = {node.parent for node in outline}
    handed_out = {assignment.path for assignment in given}
    wanted = Part.CONTENT if Part.CONTENT in places else Part.UNKNOWN
    leaves = [
        index
        for index, node in enumerate(outline)
        if places[index] in (wanted, Part.MIXED)
        and node.parent is not None
        and index not in headings
        and not node.text.rstrip().endswith(":")
    ]
    prose = [index for index in leaves if not (outline[index].cells and outline[index].path in handed_out)]
    named = _agencies_by_path(reading.assignments)
    return tuple(_item(outline, index, named) for index in prose or leaves)


def _item(outline: Sequence[Node], index: int, named: dict[str, list[str]]) -> Item:
    node = outline[index]
    heading = outline[node.parent].text if node.parent is not None else ""
    bracketed = [agency for above in _upwards(outline, index) for agency in _in_charge(outline[above].text)]
    agencies = [name for name in [*named.get(node.path, ()), *bracketed] if not is_everybody(name)]
    return Item(node.path, node.text, heading, tuple(dict.fromkeys(agencies)), node.span)


def _in_charge(text: str) -> Iterator[str]:
    for match in _IN_CHARGE.finditer(text):
        yield (match["before"] or match["behind"]).strip()


def _agencies_by_path(assignments: Iterable[Assignment]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for assignment in assignments:
        named.setdefault(assignment.path, []).extend(assignment.agencies)
    return named


def _duty(assignment: Assignment) -> Duty:
    return Duty(
        assignment.path,
        assignment.start,
        assignment.duty,
        assignment.agencies,
        all(map(is_everybody, assignment.agencies)),
        assignment.span,
    )


def _own_words(assignment: Assignment) -> Passage:
    """The clauses of a duty but those on the plan as a whole; names of those who carry it out or help do not count."""
    return [
        (clause, _without(clause, (*assignment.partners, *assignment.agencies)))
        for clause in clauses(assignment.duty)
        if not _OF_THE_PLAN.search(clause)
    ]


def _without(clause: str, names: Iterable[str]) -> str:
    for name in names:
        clause = clause.replace(name, " ")
    return clause


def is_everybody(agency: str) -> bool:
    """Whether a name stands for everybody, so that nobody in particular bears the duty.

    >>> is_everybody("Các sở, ban, ngành cấp tỉnh"), is_everybody("Liên hiệp các tổ chức hữu nghị tỉnh")
    (True, False)
    """
    folded = fold(agency).casefold()
    return any(f"{folded} ".startswith((f"{start} ", f"{start},")) for start in _groups())


@cache
def _groups() -> tuple[str, ...]:
    return tuple(name.casefold() for name in lexicon.names("everybody"))


def _upwards(outline: Sequence[Node], index: int) -> Iterator[int]:
    """A node and the headings above it."""
    place: int | None = index
    while place is not None:
        yield place
        place = outline[place].parent


def _top(outline: Sequence[Node], index: int) -> int:
    *_, top = _upwards(outline, index)
    return top
