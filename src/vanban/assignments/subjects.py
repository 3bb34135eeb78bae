"""Who a sentence speaks of: the agencies that are its subject, and where what they are to do begins.

Forms: `Sở Tài chính chủ trì …`, `Giao Sở Y tế …`, `UBND tỉnh đề nghị UBMTTQ tỉnh …`,
`Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng …`, `trường hợp vượt thẩm quyền, Sở Ngoại vụ tổng hợp …`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.agencies import FIRST_WORDS, AgencyList, list_names, may_open, read_list, verb_follows
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


def subject_of(text: str, start: int, end: int, *, topics: bool = False) -> Subject | None:
    """The subject of the sentence or clause `text[start:end]`; None where it names no agency as one.

    `topics`: the words before the subject may be anything (`Kinh phí thực hiện, Sở Tài chính …`), as in the part that
    hands out duties; else only a condition (`Căn cứ …`, `Trường hợp …`).
    """
    word = FIRST_WORDS.search(text, start, min(end, start + _LONGEST_OPENING))
    if word is None:
        return None
    start = word.start()
    if not topics and not may_open(*word.groups("")):
        return None
    reader = NameReader(text, start, end)
    found = _at(reader, 0, at_start=True)
    if found:
        return found
    roles, _ = reader.verb(0)
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
        found = _at(NameReader(text, match.end(), end), 0, at_start=False)
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


def _at(reader: NameReader, index: int, *, at_start: bool) -> Subject | None:
    """Agencies at a word that are followed by a duty."""
    read = read_list(reader, index)
    if read is None:
        return None
    listed, following = read
    opened = "opener" in reader.roles(index) and "order" not in reader.roles(index)
    given = _given_to(reader, following)
    if given:
        listed, following = given[0]._replace(start=listed.start), given[1]
    following = _behind_bracket(reader, following)
    if not reader.reach(following):
        return None
    mark = reader.low[following]
    if mark in (":", "-") and at_start:
        return Subject(listed, _place(reader, following + 1))
    if opened and reader.low[index] not in _NARROWING:
        return None
    if mark == "," and at_start and not given:
        following += 1
    if verb_follows(reader, following):
        return Subject(listed, _place(reader, following))
    if at_start and _is_unknown_verb(reader, following, listed):
        doubts = (*listed.doubts, f"“{reader.raw[following]}” không có trong danh mục động từ.")
        return Subject(
            listed._replace(confidence=min(listed.confidence, _UNSURE), doubts=doubts), _place(reader, following)
        )
    return None


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
    return reader.starts[index] if reader.reach(index) else reader.ends[-1]
