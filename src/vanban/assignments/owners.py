"""Whose duties stand below a heading or behind a line that only names agencies.

`2. Sở Tài chính` is a heading of the outline; `Sở Tài chính:` without a number, or `Các sở, ngành có trách nhiệm:`,
is one only by what it says, and leads the items behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vanban import parts
from vanban.agencies import AgencyList, OpenedList, agencies_at, open_list
from vanban.assignments.subjects import subject_of
from vanban.findings import Node

if TYPE_CHECKING:
    from vanban.outline import Outline

_GIVING = frozenset({parts.Part.IMPLEMENTATION, parts.Part.FUNDING, parts.Part.REPORTING})
_LEAD_IN = re.compile(r"(?:sau|sau đây|trách nhiệm|nhiệm vụ|cụ thể|nội dung|như sau|công việc)\s?$", re.IGNORECASE)
_CHARGE = re.compile(
    r"(?:(?:có|chịu|thực hiện|được giao|tập trung|chủ trì|các|những|một số)\s){0,4}"
    r"(?:trách nhiệm|nhiệm vụ|nội dung|công việc)"
    r"(?:\s(?:thực hiện|triển khai|chủ yếu|cụ thể|chính|các|nhiệm vụ|nội dung|công việc|như|sau|đây)){0,8}$"
)
"""All that a heading may say of its agencies: `Sở Ngoại vụ có trách nhiệm:`, `… thực hiện các nhiệm vụ sau:`."""
_LONGEST_LEAD_IN = 300


class _Leader(NamedTuple):
    """A line that leads those behind it: whose duties they are, where it stands, how it is marked."""

    agencies: AgencyList
    place: int
    parent: int | None
    form: tuple[str, str | None]


class Owners:
    """The agencies that headings and leading lines name, and what the parts they stand in are for.

    Nodes are asked for in reading order.
    """

    def __init__(self, flat: str, outline: Outline) -> None:
        self._flat = flat
        self._nodes = outline.nodes
        self.opened: OpenedList | None = None
        """What the last node begins with that was asked whether it leads others."""
        self.above = {node.parent for node in outline.nodes if node.parent is not None}
        self._named = {index: self._of_heading(index, outline) for index in self.above}
        self._parts: dict[int, bool] = {}
        self._leader: _Leader | None = None
        self._others_seen = False

    def is_owner(self, index: int) -> bool:
        """Whether a node is a heading that names agencies and nothing else."""
        return self._named.get(index) is not None

    def of(self, node: Node) -> AgencyList | None:
        """The agencies of the leading line before a node, else of the nearest heading above that names some."""
        leader = self._leader
        if leader is not None:
            if self._is_led(node, leader):
                return leader.agencies
            self._leader = None
        parent = node.parent
        while parent is not None:
            if self._named[parent] is not None:
                return self._named[parent]
            parent = self._nodes[parent].parent
        return None

    def gives(self, node: Node) -> bool:
        """Whether a node stands in a part that hands out duties."""
        parent = node.parent
        while parent is not None:
            if parent not in self._parts:
                heading = self._nodes[parent]
                self._parts[parent] = parts.of_heading(heading.text, at_start=heading.parent is not None) in _GIVING
            if self._parts[parent]:
                return True
            parent = self._nodes[parent].parent
        return False

    def leads(self, index: int, node: Node) -> bool:
        """Whether a node only leads those behind it and is no duty itself: `Sở Tài chính:`, `… các nhiệm vụ sau:`."""
        if len(node.text) > _LONGEST_LEAD_IN or index + 1 >= len(self._nodes) or index in self.above:
            return False
        following = self._nodes[index + 1]
        if following.parent != node.parent or following.cells:
            return False
        form = node.kind, node.marker
        self.opened = open_list(self._flat, *node.span)
        listed = self._only_agencies(node, self.opened.agencies()) if self.opened else None
        if listed is None:
            other = following.kind in ("item", "subsection") and (following.kind, following.marker) != form
            if not other or not (node.text.endswith(":") or _LEAD_IN.search(node.text)):
                return False
            subject = subject_of(self._flat, *node.span, opened=self.opened)
            listed = subject.agencies if subject else self.of(node)
            if listed is None:
                return False
        self._leader = _Leader(listed, index, node.parent, form)
        self._others_seen = False
        return True

    def _is_led(self, node: Node, leader: _Leader) -> bool:
        """Whether the leading line still holds: under the same heading, and not back at the line's own kind of mark."""
        if node.parent != leader.parent:
            return self._stands_behind(node, leader)
        if (node.kind, node.marker) != leader.form:
            self._others_seen = True
            return True
        return not self._others_seen

    def _stands_behind(self, node: Node, leader: _Leader) -> bool:
        """Whether a node stands below a heading that itself stands beside the leading line, behind it."""
        parent = node.parent
        while parent is not None and parent > leader.place:
            parent = self._nodes[parent].parent
        return parent is not None and parent == leader.parent and node.parent != leader.parent

    def _of_heading(self, index: int, outline: Outline) -> AgencyList | None:
        node = self._nodes[index]
        if node.kind not in parts.HEADINGS:
            return None
        known = index in outline.agencies
        return self._only_agencies(node, outline.agencies[index] if known else agencies_at(self._flat, *node.span))

    def _only_agencies(self, node: Node, listed: AgencyList | None) -> AgencyList | None:
        """Those that a node begins with where they are all it says, but for brackets and what follows a hyphen."""
        if listed is None:
            return None
        rest = self._flat[listed.end : node.span[1]].strip(" :.;,")
        if not rest or rest[0] == "-" or rest.startswith("là ") or _CHARGE.match(rest):
            return listed
        return listed if rest[0] == "(" and rest.find(")") in (-1, len(rest) - 1) else None
