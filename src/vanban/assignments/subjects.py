"""Who a sentence speaks of: the agencies that are its subject, and where what they are to do begins.

Forms: `Sở Tài chính chủ trì …`, `Giao Sở Y tế …`, `UBND tỉnh đề nghị UBMTTQ tỉnh …`,
`Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng …`, `trường hợp vượt thẩm quyền, Sở Ngoại vụ tổng hợp …`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.agencies import FIRST_WORDS, AgencyList, OpenedList, list_names, may_open, read_list, verb_follows
from vanban.agencies.catalogue import no_verbs, vocabulary
from vanban.agencies.names import GROUP, Found, NameReader


class Subject(NamedTuple):
    """Agencies with the place at which their duty begins; `condition`: a clause stands before them."""

    agencies: AgencyList
    duty: int
    condition: bool = False


_LONGEST_OPENING = 80
_CLAUSE = re.compile(r",\s(?=(\w+)(?:[^\w\n]{1,3}(\w+))?)")
_OWNERS = re.compile(r"\b(?:của|với|từ|giữa|cho|do|tại|về)\s(?=(\w+)(?:[^\w\n]{1,3}(\w+))?)")
_LONGEST_CONDITION = 500
"""Characters between the beginning of a sentence and its subject; a subject farther off is none."""
_FAR = 260


def subject_of(
    text: str, start: int, end: int, *, topics: bool = False, opened: OpenedList | None = None
) -> Subject | None:
    """The subject of the sentence or clause `text[start:end]`; None where it names no agency as one.

    `topics`: the words before the subject may be anything (`Kinh phí thực hiện, Sở Tài chính …`), as in the part that
    hands out duties; else only a condition (`Căn cứ …`, `Trường hợp …`). `opened` is what was read of the place before.
    """
    word = FIRST_WORDS.search(text, start, min(end, start + _LONGEST_OPENING))
    if word is None:
        return None
    start = word.start()
    if not topics and not may_open(*word.groups("")):
        return None
    if opened is None or opened.span != (start, end):
        opened = OpenedList(text, start, end)
    found = _in_front(opened)
    if found:
        return found
    roles, _ = opened.reader.verb(0)
    if "condition" not in roles and (roles or not topics):
        return None
    if "act" in roles and not topics:
        return None
    return _behind_condition(text, start, end)


def _behind_condition(text: str, start: int, end: int) -> Subject | None:
    openings = vocabulary().openings
    limit = min(end, start + _LONGEST_CONDITION)
    owned = start
    for match in _CLAUSE.finditer(text, start, limit):
        if match.start() < owned or not openings.fits(match.group(1).lower(), (match.group(2) or "").lower()):
            continue
        owned = max(owned, _end_of_owners(text, owned, match.start(), end))
        if match.start() < owned:
            continue
        found = _behind(NameReader(text, match.end(), end))
        if found:
            doubts = found.agencies.doubts
            if match.start() - start > _FAR:
                doubts = (*doubts, "Cơ quan đứng xa đầu câu.")
            return found._replace(agencies=found.agencies._replace(doubts=doubts), condition=True)
    return None


def _end_of_owners(text: str, start: int, stop: int, end: int) -> int:
    """Where a list that begins before `stop` behind `của`, `với` … ends: `trên cơ sở đề xuất của Sở A, các sở B, …`."""
    openings = vocabulary().openings
    reached = start
    for match in _OWNERS.finditer(text, start, stop):
        if match.start() >= reached and openings.fits(match.group(1).lower(), (match.group(2) or "").lower()):
            reader = NameReader(text, match.end(), end)
            listed = list_names(reader, 0)
            if listed and not _ends_in_subject(text, reader, listed):
                reached = max(reached, listed.names[-1].end)
    return reached


def _ends_in_subject(text: str, reader: NameReader, listed: Found) -> bool:
    """Whether the last of several names, between a comma and a verb, may be a subject (`của Sở A, sở B chủ trì`)."""
    if len(listed.names) < 2 or not verb_follows(reader, listed.next):
        return False
    start = listed.names[-1].start
    return text[max(0, start - 2) : start] == ", "


def _in_front(opened: OpenedList) -> Subject | None:
    """The agencies with which a sentence begins, where a duty follows them."""
    reader = opened.reader
    if opened.listed is None:
        return None
    listed, following, given = _receivers(reader, *opened.listed)
    if not reader.reach(following):
        return None
    mark = reader.low[following]
    if mark in (":", "-"):
        return Subject(listed, _place(reader, following + 1))
    if _only_opens(reader):
        return None
    if mark == "," and not given:
        following += 1
    if verb_follows(reader, following):
        return Subject(listed, _place(reader, following))
    if _is_unknown_verb(reader, following, listed):
        doubts = (*listed.doubts, f"“{reader.raw[following]}” không có trong danh mục động từ.")
        return Subject(
            listed._replace(confidence=min(listed.confidence, _UNSURE), doubts=doubts), _place(reader, following)
        )
    return None


def _behind(reader: NameReader) -> Subject | None:
    """The agencies with which the words behind a condition begin, where a duty follows them."""
    read = read_list(reader, 0)
    if read is None:
        return None
    listed, following, _ = _receivers(reader, *read)
    if not reader.reach(following) or _only_opens(reader) or not verb_follows(reader, following):
        return None
    return Subject(listed, _place(reader, following))


def _receivers(reader: NameReader, listed: AgencyList, following: int) -> tuple[AgencyList, int, bool]:
    """Those who are named or, behind an order, who receive it, the word behind them, and whether there is an order."""
    given = _given_to(reader, following)
    if given:
        listed, following = given[0]._replace(start=listed.start), given[1]
    return listed, _behind_bracket(reader, following), given is not None


def _only_opens(reader: NameReader) -> bool:
    """Whether the first words open something else than a sentence about agencies: `Trách nhiệm của Sở …`."""
    roles = reader.roles(0)
    return "opener" in roles and "order" not in roles and reader.low[0] not in _NARROWING


def _is_unknown_verb(reader: NameReader, index: int, listed: AgencyList) -> bool:
    """Whether a sentence that begins with listed agencies goes on with a word that cannot but be its verb."""
    if not reader.reach(index):
        return False
    word = reader.raw[index]
    if not (listed.confidence >= GROUP and word.islower() and word.isalpha()) or word in no_verbs():
        return False
    return not reader.roles(index)


_NARROWING = frozenset({"riêng", "về"})
"""`Riêng Công an tỉnh chủ trì …`, `Về phía Sở Y tế, chủ động …`: openers that also stand before a subject."""
_UNSURE = 0.7


def _given_to(reader: NameReader, index: int) -> tuple[AgencyList, int] | None:
    """`UBND tỉnh` + `yêu cầu các sở, ban, ngành`: those who are given the duty."""
    if not reader.reach(index) or "order" not in reader.roles(index):
        return None
    return read_list(reader, index)


def _behind_bracket(reader: NameReader, index: int) -> int:
    if not (reader.reach(index) and reader.low[index] == "("):
        return index
    for position in range(index + 1, index + 40):
        if not reader.reach(position):
            return index
        if reader.low[position] == ")":
            return position + 1
    return index


def _place(reader: NameReader, index: int) -> int:
    return reader.start(index) if reader.reach(index) else reader.end(len(reader.raw) - 1)
