"""The agencies, successions and groups that a province starts with, written out from `lexicon/`.

Pure: it makes values out of the files and a province's own places; `services.province_set_up` keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from banggiao.agencies import lexicon
from banggiao.agencies.rules import DatedName, Validity, place_code, split_place

_PARTY_COMMITTEES = {"huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy", "quận": "Quận ủy"}


@dataclass(frozen=True)
class Reorganisation:
    """The days of 2025 on which agencies changed, as `standard.txt` names them."""

    departments: date = date(2025, 3, 1)
    communes: date = date(2025, 7, 1)  # Nghị quyết 1665/NQ-UBTVQH15 and those of the other provinces
    party: date = date(2025, 2, 1)

    def day(self, word: str) -> date:
        """The day that a word of the files stands for."""
        return {"sở": self.departments, "xã": self.communes, "đảng": self.party}[word]

    def validity(self, first: str, last: str) -> Validity:
        """From the day that one word names to the day before that of the other."""
        return Validity(self.day(first) if first else None, self.day(last) - timedelta(days=1) if last else None)


@dataclass(frozen=True)
class District:
    """A district of before: `huyện Thượng Lam`; `is_full` where its divisions are wanted."""

    place: str
    is_full: bool = False


@dataclass(frozen=True)
class Commune:
    """A commune: one of a district before (`district`), or one since then, made of (`origins`)."""

    place: str
    district: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True)
class OwnAgency:
    """An agency of this province alone: its schools, border posts, centres."""

    code: str
    tier: str
    level: str
    kind: str
    parent: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Territory:
    """What a province has beside the standard agencies."""

    districts: tuple[District, ...] = ()
    old_communes: tuple[Commune, ...] = ()
    communes: tuple[Commune, ...] = ()
    agencies: tuple[OwnAgency, ...] = ()


@dataclass(frozen=True)
class NewAgency:
    """An agency to be kept, by its code."""

    code: str
    tier: str
    level: str
    kind: str
    parent: str
    validity: Validity
    names: tuple[DatedName, ...]
    place: str = ""


@dataclass(frozen=True)
class NewSuccession:
    """Who follows whom in what, by codes."""

    predecessor: str
    successor: str
    function: str
    on: date


@dataclass(frozen=True)
class NewRule:
    """Level, tier and kind of a group's members; `*` in the file is an empty field here."""

    level: str
    tier: str
    kind: str
    validity: Validity
    is_local: bool = False


@dataclass(frozen=True)
class NewGroup:
    """A standing group."""

    name: str
    phrases: tuple[str, ...]
    is_open: bool
    rules: tuple[NewRule, ...]


@dataclass(frozen=True)
class Catalogue:
    """All that a province starts with."""

    agencies: tuple[NewAgency, ...]
    successions: tuple[NewSuccession, ...]
    groups: tuple[NewGroup, ...]


def catalogue(province: str, territory: Territory, days: Reorganisation) -> Catalogue:
    """The catalogue of a province (`tỉnh Lam Giang`). Raises ValueError where the name has no unit before it."""
    unit, _proper = split_place(province)
    if unit not in ("tỉnh", "thành phố"):
        raise ValueError(province)
    writer = _Writer(province, territory, days)
    agencies = tuple(writer.agencies())
    return Catalogue(agencies, tuple(writer.successions({agency.code for agency in agencies})), tuple(groups(days)))


class _Writer:
    """Writes the lines of `standard.txt` out for one province."""

    def __init__(self, province: str, territory: Territory, days: Reorganisation) -> None:
        self.province = province
        self.territory = territory
        self.days = days
        self.codes = _codes(territory)

    def agencies(self) -> Iterator[NewAgency]:
        for row in _rows("standard"):
            if "{mã}" not in row[0]:
                yield self._agency(row, self.province, "")
        for district in self.territory.districts:
            wanted = ("district", "division") if district.is_full else ("district",)
            yield from self._local(wanted, district.place, self.codes[district.place], Validity())
        ended = self.days.validity("", "xã")
        for commune in self.territory.old_communes:
            parent = f"UBND.{self.codes[commune.district]}"
            yield from self._local(("commune",), commune.place, self._old_code(commune), ended, parent)
        begun = self.days.validity("xã", "")
        for commune in self.territory.communes:
            yield from self._local(("commune",), commune.place, self.codes[commune.place], begun)
        for own in self.territory.agencies:
            names = tuple(self._written(name, self.province) for name in own.names)
            yield NewAgency(own.code, own.tier, own.level, own.kind, own.parent, Validity(), _dated(names, Validity()))

    def _local(
        self, tiers: tuple[str, ...], place: str, code: str, validity: Validity, parent: str = ""
    ) -> Iterator[NewAgency]:
        for row in _rows("standard"):
            if "{mã}" in row[0] and row[1] in tiers:
                made = self._agency(row, place, code)
                if made.kind == "local_party" and parent:
                    continue  # Party bodies of communes that are gone gave no answers to any plan on record
                if validity != Validity():
                    made = replace(made, validity=validity, names=_revalid(made.names, validity))
                yield replace(made, parent=parent) if parent else made

    def _agency(self, row: tuple[str, ...], place: str, code: str) -> NewAgency:
        pattern, tier, level, kind, parent, first, last, *names = row
        validity = self.days.validity(first, last)
        own = pattern.replace("{mã}", code)
        dated = _dated(tuple(self._written(name, place) for name in names if name), validity)
        return NewAgency(
            own,
            "district" if tier == "division" else tier,
            level,
            kind,
            parent.replace("{mã}", code),
            validity,
            (*self._former(pattern, place), *_after(dated, self._last_rename(pattern))),
            place if kind == "committee" or (kind == "local_party" and tier != "province") else "",
        )

    def _former(self, code: str, place: str) -> Iterator[DatedName]:
        for renamed, first, last, name, short in _rows("renames"):
            if renamed == code:
                validity = self.days.validity(first, last)
                yield DatedName(self._written(name, place), "official", validity)
                yield DatedName(self._written(short, place), "short", validity)

    def _last_rename(self, code: str) -> date | None:
        ends = [self.days.day(row[2]) for row in _rows("renames") if row[0] == code]
        return max(ends, default=None)

    def _written(self, name: str, place: str) -> str:
        unit, proper = split_place(place)
        party = _PARTY_COMMITTEES.get(unit, "")
        return (
            name.replace("{tỉnh}", self.province)
            .replace("{tên nơi}", proper)
            .replace("{tên}", split_place(self.province)[1])
            .replace("{nơi}", place)
            .replace("{cấp ủy}", party)
        )

    def _old_code(self, commune: Commune) -> str:
        return f"{place_code(commune.place)}-CU"

    def successions(self, known: set[str]) -> Iterator[NewSuccession]:
        for predecessor, successor, day, function in _rows("successions"):
            on = self.days.day(day)
            if "{mã}" not in predecessor:
                yield NewSuccession(predecessor, successor, function, on)
                continue
            for district in self.territory.districts:
                code = self.codes[district.place]
                pair = predecessor.replace("{mã}", code), successor.replace("{mã}", code)
                if known.issuperset(pair):
                    yield NewSuccession(*pair, function, on)
        yield from self._of_communes()

    def _of_communes(self) -> Iterator[NewSuccession]:
        districts = {district.place for district in self.territory.districts}
        old = {commune.place: self._old_code(commune) for commune in self.territory.old_communes}
        for commune in self.territory.communes:
            code = self.codes[commune.place]
            for origin in commune.origins:
                if origin in districts:
                    yield NewSuccession(f"UBND.{self.codes[origin]}", f"UBND.{code}", "", self.days.communes)
                    yield NewSuccession(f"HU.{self.codes[origin]}", f"DU.{code}", "", self.days.communes)
                if origin in old:
                    yield NewSuccession(f"UBND.{old[origin]}", f"UBND.{code}", "", self.days.communes)


def groups(days: Reorganisation) -> Iterator[NewGroup]:
    """The standing groups of `groups.txt`."""
    for name, members, phrases in _rows("groups"):
        yield NewGroup(
            name,
            tuple(phrase.strip() for phrase in phrases.split(";") if phrase.strip()),
            members == "open",
            tuple(_rule(member, days) for member in members.split() if member != "open"),
        )


def _rule(member: str, days: Reorganisation) -> NewRule:
    who, _at, when = member.partition("@")
    level, tier, kind = ("" if part == "*" else part for part in who.split("/"))
    bound, _colon, day = when.partition(":")
    validity = days.validity(day if bound == "from" else "", day if bound == "to" else "")
    return NewRule(level, tier, kind, validity, is_local=bound == "local")


def territory_of(name: str) -> Territory:
    """A territory written down in `lexicon/<name>.txt` in the form of `lam_giang.txt`."""
    rows = lexicon.rows(name)
    return Territory(
        districts=tuple(District(row[1], row[2] == "full") for row in rows if row[0] == "district"),
        old_communes=tuple(Commune(row[1], district=row[2]) for row in rows if row[0] == "old"),
        communes=tuple(Commune(row[1], origins=tuple(row[2].split(";"))) for row in rows if row[0] == "commune"),
        agencies=tuple(
            OwnAgency(row[1], row[2], row[3], row[4], row[5], row[6:]) for row in rows if row[0] == "agency"
        ),
    )


def _codes(territory: Territory) -> dict[str, str]:
    places = [district.place for district in territory.districts]
    places += [commune.place for commune in territory.communes]
    return {place: place_code(place) for place in places}


def _rows(name: str) -> Iterable[tuple[str, ...]]:
    return lexicon.rows(name)


def _dated(names: tuple[str, ...], validity: Validity) -> tuple[DatedName, ...]:
    official, *others = names
    dated = [DatedName(official, "official", validity)]
    for index, other in enumerate(name for name in others if name):
        dated.append(DatedName(other, "alias" if index else "short", validity))
    return tuple(dated)


def _revalid(names: tuple[DatedName, ...], validity: Validity) -> tuple[DatedName, ...]:
    return tuple(replace(name, validity=validity) for name in names)


def _after(names: tuple[DatedName, ...], first: date | None) -> tuple[DatedName, ...]:
    """Official and short name begin on the day of the last renaming; other ways of calling it hold throughout."""
    if first is None:
        return names
    return tuple(
        name if name.kind == "alias" else replace(name, validity=replace(name.validity, first=first)) for name in names
    )
