"""Lists of agencies in running text: who is named, where each name stands, what each is officially called.

`Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội, tổ chức xã hội, nghề nghiệp: …` names three.
Single names are read by `vanban.agencies.names`; the vocabulary is `lexicon/agencies.txt` and `lexicon/groups.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from vanban.agencies.catalogue import name_openings, vocabulary
from vanban.agencies.names import FOREIGN, Found, Name, NameReader, may_be_misspelt
from vanban.findings import Span

ASSIGN = "assign"
REQUEST = "request"


class AgencyList(NamedTuple):
    """Agencies named one behind the other.

    `names` as written, `spans` their places; `end` is where the list ends; `mode` is `request` behind `đề nghị`.
    `start` is where the list begins, an opening `Giao` or `Đề nghị` included.
    """

    names: tuple[str, ...]
    spans: tuple[Span, ...]
    end: int
    mode: str = ASSIGN
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    start: int = 0


def leading_agencies(text: str) -> AgencyList | None:
    """The agencies that `text` begins with, also behind `Đề nghị`, `Giao`, `Trách nhiệm của`; None without.

    >>> leading_agencies("Đề nghị UBMTTQ tỉnh: tăng cường …").names
    ('UBMTTQ tỉnh',)
    """
    return agencies_at(text, 0, len(text))


def agencies_at(text: str, start: int, end: int) -> AgencyList | None:
    """The agencies named from `start` on, as `leading_agencies`; offsets count from the beginning of `text`."""
    opened = open_list(text, start, end)
    return opened.agencies() if opened else None


class OpenedList:
    """The words of a stretch of text with the list of agencies that they begin with, None where they begin none."""

    __slots__ = ("listed", "reader", "span")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.span = start, end
        self.reader = NameReader(text, start, end)
        self.listed = read_list(self.reader, 0)

    def agencies(self) -> AgencyList | None:
        """Those who are named, or who are given an order by them (`UBND tỉnh giao Sở Y tế …`)."""
        if self.listed is None:
            return None
        found, following = self.listed
        if "order" not in self.reader.roles(following):
            return found
        given = read_list(self.reader, following)
        return given[0]._replace(start=found.start) if given else None


def open_list(text: str, start: int, end: int) -> OpenedList | None:
    """The list at the beginning of `text[start:end]`; None where its first two words say that there is none."""
    words = FIRST_WORDS.search(text, start, min(end, start + _LONGEST_NAME))
    return OpenedList(text, start, end) if words is not None and may_open(*words.groups("")) else None


def split_list(text: str) -> AgencyList:
    """All names in an enumeration, known or not: `Sở Tài chính, Công Thương; các cơ quan liên quan`.

    Made for the cells of tables, which hold nothing else: what is no known name is taken as it stands between joints.
    """
    names: list[Name] = []
    reader = NameReader(text, 0, len(text))
    position = 0
    while reader.reach(position) and len(names) < MOST_NAMES:
        while reader.reach(position) and reader.low[position] in _CELL_BULLETS:
            position += 1
        listed = list_names(reader, position, bare_units=True)
        if listed:
            names.extend(listed.names)
            position = listed.next
        stop = position
        while reader.reach(stop) and reader.low[stop] not in _CELL_JOINTS:
            stop += 1
        if stop > position and not listed:
            names.append(_as_written(text, reader, position, stop))
        position = stop + 1
    end = names[-1].end if names else 0
    return _agency_list(names, 0, end, ASSIGN)


def canonical(name: str) -> str | None:
    """The official name of a body with its place: `UBMTTQ tỉnh` → `Ủy ban Mặt trận Tổ quốc tỉnh`; None if unknown."""
    return _canonical(name[:_LONGEST_NAME])


def opens_duty(text: str) -> bool:
    """Whether `text` begins with a verb of duty, in front of it at most words that say how (`chủ động`, `tiếp tục`)."""
    reader = NameReader(text, 0, min(len(text), _LONGEST_NAME))
    return verb_follows(reader, 0)


FIRST_WORDS = re.compile(r"(\w+)(?:[^\w\n]{1,3}(\w+))?")
"""The first two words of a sentence."""


@lru_cache(maxsize=4096)
def may_open(first: str, second: str) -> bool:
    """Whether agencies, an order to them or a condition may begin with two words; a quick look before any reading."""
    second = second.lower()
    return vocabulary().openings.fits(first.lower(), second) or may_be_misspelt(first, second)


def may_name(text: str, start: int) -> bool:
    """Whether a list of names may begin at a place, groups without `các` and capitals counted; a quick look before."""
    word = _WORD.match(text, start)
    return word is None or word.group()[0].isupper() or word.group() in name_openings()


_WORD = re.compile(r"\w+")


# -- what the stages that read duties share -----------------------------------------------------------------------


def read_list(reader: NameReader, index: int) -> tuple[AgencyList, int] | None:
    """A list of agencies at a word, also behind `Giao`, `Đề nghị`, `Trách nhiệm của`, and the word that follows it."""
    if not reader.reach(index):
        return None
    roles, position = reader.verb(index)
    mode = ASSIGN
    if "order" in roles or "opener" in roles:
        if reader.low[position - 2 : position] == ["đề", "nghị"]:
            mode = REQUEST
    else:
        position = index
    listed = list_names(reader, position)
    if not listed:
        return None
    found = _agency_list(listed.names, reader.start(index), listed.names[-1].end, mode)
    return (found, listed.next) if found.confidence > FOREIGN else None


def list_names(reader: NameReader, index: int, *, bare_units: bool = False, any_capitals: bool = False) -> Found | None:
    """Names joined by commas, `;`, `và`, `cùng`, `đặc biệt là`, from a word on, and the word that follows them.

    `any_capitals`: whatever is written with capitals counts as a name (`JICA, KOICA`).
    """
    found = reader.name(index, bare_units=bare_units)
    if found is None and any_capitals:
        found = reader.capital_name(index)
    if found is None:
        return None
    names = list(found.names)
    position, head = found.next, index
    while len(names) < MOST_NAMES:
        joint = _joint(reader, _behind_gloss(reader, position))
        if joint is None:
            break
        found = reader.name(joint, bare_units=True)
        if found is not None:
            head = joint
        else:
            found = _shared(reader, head, joint, names[-1])
        if found is None and any_capitals:
            found = reader.capital_name(joint)
        if found is None:
            break
        names.extend(found.names)
        position = found.next
    return Found(tuple(names), position)


def _shared(reader: NameReader, head: int, index: int, last: Name) -> Found | None:
    """A name whose first word was said before: `Sở Tài chính, Ngoại vụ`."""
    shared = reader.shared(head, index) if last.official else None
    return Found((shared[0],), shared[1]) if shared else None


def verb_follows(reader: NameReader, index: int) -> bool:
    """Whether a duty begins at a word: a verb, or words that say how or on what grounds (`chủ động …`, `căn cứ …`)."""
    if not reader.reach(index):
        return False
    roles, end = reader.verb(index)
    return not _OPENING.isdisjoint(roles) or ("condition" in roles and end > index + 1)


MOST_NAMES = 60
_OPENING = frozenset({"lead", "coordinate", "act", "weak", "manner", "order"})
_JOINTS = frozenset({",", ";", "và", "cùng", "/", "hoặc", "&", "với"})
_CELL_BULLETS = frozenset({"-", "+", "•", "*", "và"})
_CELL_JOINTS = frozenset({",", ";", "/", "+"})
_LINKS = (
    ("đặc", "biệt", "là"),
    ("nhất", "là"),
    ("trong", "đó", "có"),
    ("bao", "gồm"),
    ("kể", "cả"),
    ("cùng", "với"),
    ("cùng",),
)
"""Words between the joint and the name that goes on with a list."""
_LINK_WORDS = frozenset(link[0] for link in _LINKS)
_LONGEST_NAME = 300
_LONGEST_GLOSS = 40


def _joint(reader: NameReader, index: int) -> int | None:
    """The word behind a joint of a list: `, `, `; `, ` và `, `, đặc biệt là `; None where the list ends."""
    low, position = reader.low, index
    while position - index < 2 and reader.reach(position) and low[position] in _JOINTS:
        position += 1
    if position == index or low[index] == "với":
        return None
    if reader.reach(position) and low[position] in _LINK_WORDS:
        reader.reach(position + 3)
        for link in _LINKS:
            if tuple(low[position : position + len(link)]) == link:
                return position + len(link)
    return position


def _behind_gloss(reader: NameReader, index: int) -> int:
    """The word behind a bracket that explains a name: `Sở Ngoại vụ (cơ quan thường trực), Sở Công Thương`."""
    if not (reader.reach(index) and reader.low[index] == "("):
        return index
    for position in range(index + 1, index + _LONGEST_GLOSS):
        if not reader.reach(position):
            break
        if reader.low[position] == ")":
            return position + 1
    return index


def _agency_list(names: tuple[Name, ...] | list[Name], start: int, end: int, mode: str) -> AgencyList:
    return AgencyList(
        tuple([name.text for name in names]),
        tuple([(name.start, name.end) for name in names]),
        end,
        mode,
        min([name.confidence for name in names], default=0.0),
        tuple([name.doubt for name in names if name.doubt]),
        start,
    )


def _as_written(text: str, reader: NameReader, index: int, stop: int) -> Name:
    start, end = reader.start(index), reader.end(stop - 1)
    written = text[start:end]
    return Name(written, start, end, None, "unknown", 0.5, f"“{written}” không có trong danh mục cơ quan.")


@lru_cache(maxsize=2048)
def _canonical(name: str) -> str | None:
    found = NameReader(name, 0, len(name)).name(0, bare_units=True)
    return found.names[0].official if found and len(found.names) == 1 else None
