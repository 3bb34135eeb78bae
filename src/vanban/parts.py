"""What each part of a plan is for: its purpose, its content, who carries it out, money, reporting.

Plans differ in how they number and name their parts; the words of the headings tell (`lexicon/parts.txt`), and a part
whose headings are agencies is one that hands out duties, whatever it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from vanban import lexicon
from vanban.text import fold

if TYPE_CHECKING:
    from vanban.findings import Assignment, Node


class Part(Enum):
    """What a part is for. `MIXED` holds purpose and content, which the headings below it tell apart."""

    PURPOSE = "purpose"
    CONTENT = "content"
    IMPLEMENTATION = "implementation"
    FUNDING = "funding"
    REPORTING = "reporting"
    MIXED = "mixed"
    UNKNOWN = "unknown"


HEADINGS = frozenset({"part", "section", "subsection"})
_UNDECIDED = frozenset({Part.MIXED, Part.UNKNOWN})


def of_nodes(outline: Sequence[Node], agency_headings: frozenset[int]) -> list[Part]:
    """For each node the part it stands in; `agency_headings` are the indexes of headings that name agencies."""
    giving = _parts_of_duties(outline, agency_headings)
    parts: list[Part] = []
    for index, node in enumerate(outline):
        above = Part.UNKNOWN if node.parent is None else parts[node.parent]
        if index in giving:
            parts.append(Part.IMPLEMENTATION)
        elif node.kind in HEADINGS and above in _UNDECIDED:
            found = of_heading(node.text, at_start=node.parent is not None)
            parts.append(above if found is Part.UNKNOWN else found)
        else:
            parts.append(above)
    return parts


def of_heading(heading: str, *, at_start: bool = False) -> Part:
    """What a part with this heading is for; `at_start` only asks how the heading begins.

    >>> of_heading("II. NHIỆM VỤ CỤ THỂ"), of_heading("MỤC TIÊU, NHIỆM VỤ"), of_heading("Tăng cường biên giới")
    (<Part.CONTENT: 'content'>, <Part.MIXED: 'mixed'>, <Part.UNKNOWN: 'unknown'>)
    """
    folded = heading.casefold()
    found = sorted((folded.find(words), part) for words, part in _vocabulary() if words in folded)
    if not found or (at_start and found[0][0] > 0):
        return Part.UNKNOWN
    first = Part(found[0][1])
    if first is Part.PURPOSE and any(part == Part.CONTENT.value for _, part in found):
        return Part.MIXED
    return first


def agency_headings(outline: Sequence[Node], assignments: Sequence[Assignment]) -> frozenset[int]:
    """The indexes of headings that name the agencies of the duties below them (`2. Sở Tài chính`)."""
    places: dict[str, list[int]] = {}
    for index, node in enumerate(outline):
        places.setdefault(node.path, []).append(index)
    found: set[int] = set()
    for assignment in assignments:
        for index in places.get(assignment.path, ()):
            above = outline[index].parent
            if above is not None and names_agencies(outline[above].text, assignment):
                found.add(above)
    return frozenset(found)


def names_agencies(heading: str, assignment: Assignment) -> bool:
    """Whether a heading names every agency of a duty."""
    folded = heading.casefold()
    return bool(assignment.agencies) and all(fold(name).casefold() in folded for name in assignment.agencies)


def _parts_of_duties(outline: Sequence[Node], agencies: frozenset[int]) -> frozenset[int]:
    """Headings at least half of whose headings name agencies."""
    below: dict[int, list[int]] = {}
    for index, node in enumerate(outline):
        if node.parent is not None and node.kind in HEADINGS:
            below.setdefault(node.parent, []).append(index)
    return frozenset(above for above, own in below.items() if 2 * sum(index in agencies for index in own) >= len(own))


@cache
def _vocabulary() -> tuple[tuple[str, str], ...]:
    return tuple((fold(words).casefold(), part) for words, part in lexicon.rows("parts"))
