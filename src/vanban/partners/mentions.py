"""Foreign countries, localities and organisations that a plan names as partners (đối tác nước ngoài).

A name counts unless it only says where something is or what something is called: a venue (`tại Thủ đô Paris`), the
country in which a named place lies (`tỉnh Tula (Liên bang Nga)`), the border with a country, a language, a body within
Việt Nam (`Hội Hữu nghị Việt Nam - Lào`), a body that merely honours (`được UNESCO công nhận`).
Names that stand in one list are judged together by what stands before the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.findings import Partner, Span
from vanban.partners.gazetteer import UNKNOWN, Mention, inner_spellings, mentions
from vanban.partners.organisations import (
    Body,
    association,
    body_before,
    called,
    institution_before,
    mission,
    unlisted_body,
    with_seat,
)
from vanban.partners.places import (
    Name,
    capitalised_before,
    foreign_word,
    inside_place,
    next_in_list,
    place_entry,
    places_before,
    with_districts,
)
from vanban.partners.verdicts import (
    OTHER,
    PARTNER,
    VENUE,
    among_organisations,
    beside_foreign,
    linked,
    only_honours,
    verdict,
)

_ONWARD = re.compile(r"(?: \(| ?, ?| - | của| thuộc| )(?:\s?(?:các|nước|bạn|phía))*\s?$")


def find(flat: str, *, spans: Sequence[Span] | None = None) -> list[Partner]:
    """The partners named in the text (or in its `spans`), one entry each, in order of their first mention.

    `names` holds every spelling met. Confidence is lower for names that no list holds.
    """
    names: list[Name] = []
    for start, end in spans or ((0, len(flat)),):
        names += _Walk(flat, mentions(flat, ((start, end),)), start).run()
    return _collect(flat, names)


class _Walk:
    """Walks through the mentions of a stretch once and keeps those that name a partner."""

    def __init__(self, flat: str, found: list[Mention], begin: int) -> None:
        self.names: list[Name] = []
        self._flat, self._found = flat, found
        self._floor = self._body_floor = begin
        """Before which no name, and no name of an organisation, may begin."""
        self._judged = OTHER
        self._previous: Mention | None = None
        self._done = begin

    def run(self) -> list[Name]:
        for position, mention in enumerate(self._found):
            if mention.start >= self._done:
                self._step(position, mention)
        return self.names

    def _step(self, position: int, mention: Mention) -> None:
        flat, found, names = self._flat, self._found, self.names
        if mention.entry.kind == "nothing":
            self._end_list(mention.end)
            return
        joined = self._judge(mention)
        body = _body(flat, found, position, self._body_floor)
        if body is not None:
            if self._judged is not VENUE or not joined:
                names.append(_bodily(found, position, body))
            self._done = body.end
            self._end_list(body.end)
            return
        last = names[-1] if names else None
        named = _named(flat, found, position, self._floor, self._judged, last)
        if mention.entry is UNKNOWN:
            if not named and last is not None:
                named = next_in_list(flat, mention, last)
            self._done = max(mention.end, named[-1].end if named else 0)
        elif mention.entry.kind == "country" and last is not None and last.entry.country is None:
            names[-1] = _located(flat, last, mention)
        names.extend(named)
        self._previous = mention
        if mention.entry is not UNKNOWN:
            self._floor = self._body_floor = mention.end
        elif named:
            self._floor = self._done

    def _judge(self, mention: Mention) -> bool:
        """See what the words before the mention make of it, or before its list; whether it goes on with a list."""
        joined = self._previous is not None and linked(self._flat, self._previous, mention)
        if not joined:
            self._judged = verdict(self._flat, mention.start)
        elif self._judged is VENUE and mention.entry.kind == "organisation":
            self._judged = PARTNER
        return joined

    def _end_list(self, end: int) -> None:
        self._floor = self._body_floor = end
        self._previous = None


def _bodily(found: list[Mention], position: int, body: Body) -> Name:
    """An organisation found by rule; where a list holds its short form, it is the one of the list."""
    entry = body.entry
    for mention in found[position + 1 : position + 3]:
        if mention.entry.kind == "organisation" and (mention.start, mention.end) in body.aliases:
            entry = mention.entry
    return Name(body.start, body.end, entry, body.confidence, body.aliases)


def _body(flat: str, found: list[Mention], position: int, floor: int) -> Body | None:
    """The organisation whose name this mention opens or is part of."""
    mention = found[position]
    kind = mention.entry.kind
    if kind == "domestic":
        return association(flat, found, position, floor)
    if kind == "country":
        return (
            association(flat, found, position, floor)
            or mission(flat, mention, floor)
            or body_before(flat, mention, floor)
        )
    if kind == "locality":
        return institution_before(flat, mention, floor)
    if mention.entry is UNKNOWN:
        return (
            unlisted_body(flat, mention, floor)
            or called(flat, mention, floor)
            or institution_before(flat, mention, floor)
        )
    return None


def _named(flat: str, found: list[Mention], position: int, floor: int, judged: str, last: Name | None) -> list[Name]:
    mention = found[position]
    kind = mention.entry.kind
    if kind == "domestic":
        return []
    if kind == "organisation":
        if judged is not PARTNER or only_honours(flat, mention):
            return []
        if mention.doubtful and not among_organisations(flat, found, position):
            return []
        return [_organisation(flat, found, position)]
    if kind == "unknown":
        return foreign_word(flat, found, position, judged)
    if kind == "locality":
        if mention.doubtful and not beside_foreign(flat, found, position):
            return []
        inner = inside_place(flat, found, position, floor)
        return with_districts(flat, mention, floor, judged, last) if inner is None else inner
    return _country(flat, found, position, floor, judged)


def _country(flat: str, found: list[Mention], position: int, floor: int, judged: str) -> list[Name]:
    """A country, and the places before it that no list holds (`thành phố Pocheon (Hàn Quốc)`)."""
    mention = found[position]
    own = Name(mention.start, mention.end, mention.entry, 1.0)
    before = found[position - 1] if position else None
    connector = _ONWARD.search(flat, max(floor, mention.start - 24), mention.start)
    if connector is None:
        return [own] if judged is PARTNER else []
    if before is not None and before.end == connector.start() and before.entry.kind in _PLACES:
        locates = before.entry.country in (None, mention.entry.country) or before.entry.kind == "organisation"
        if locates and not connector.group().startswith((" của", " thuộc")):
            return []
        return [own] if judged is PARTNER else []
    room = connector.start() - floor > _SHORTEST_PLACE
    places = places_before(flat, connector.start(), floor, before) if room else []
    if not places:
        bracketed = connector.group().startswith(" (")
        if bracketed and _alone_in_bracket(flat, mention) and capitalised_before(flat, connector.start()):
            return []
        return [own] if judged is PARTNER else []
    if judged is not PARTNER or verdict(flat, places[0][0]) is not PARTNER:
        return []
    code = mention.entry.country
    named = [Name(start, end, place_entry(flat[start:end], code), 0.8) for start, end in places]
    return [*named, own] if connector.group().startswith((" của", " thuộc")) else named


_SHORTEST_PLACE = 2
_PLACES = frozenset(("locality", "unknown", "organisation"))


def _located(flat: str, name: Name, country: Mention) -> Name:
    """A place of no list takes the country that is named right behind it."""
    if name.confidence == 1.0 or not _ONWARD.fullmatch(flat, name.end, country.start):
        return name
    return name._replace(entry=name.entry._replace(country=country.entry.country), confidence=0.8)


def _alone_in_bracket(flat: str, mention: Mention) -> bool:
    return flat[mention.end : mention.end + 1] == ")"


def _organisation(flat: str, found: list[Mention], position: int) -> Name:
    mention = found[position]
    body = with_seat(flat, mention, found[position + 1] if position + 1 < len(found) else None)
    aliases = body.aliases
    if flat[mention.end - 2 : mention.end].isupper() and " " in flat[mention.start : mention.end]:
        aliases += inner_spellings(flat, mention)
    return Name(body.start, body.end, mention.entry, 1.0, aliases)


def _collect(flat: str, names: list[Name]) -> list[Partner]:
    """One partner for each entry, with its spellings in the order in which they were met."""
    grouped: dict[str, list[Name]] = {}
    for name in names:
        grouped.setdefault(name.entry.key, []).append(name)
    return [_partner(flat, some) for some in grouped.values()]


def _partner(flat: str, names: list[Name]) -> Partner:
    spans = [span for name in names for span in ((name.start, name.end), *name.aliases)]
    spellings = dict.fromkeys(flat[start:end].replace("\n", " ") for start, end in spans)
    code = next((name.entry.country for name in names if name.entry.country), None)
    return Partner(
        names=tuple(spellings),
        kind=names[0].entry.kind,
        country=code,
        span=(names[0].start, names[0].end),
        mentions=tuple((name.start, name.end) for name in names),
        confidence=max(name.confidence for name in names),
    )
