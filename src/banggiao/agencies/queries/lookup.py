"""What other apps read about agencies: who there is on a day, whom a name means, who belongs to a group, who goes on.

Whoever is signed in with a post may look up every agency: a directory that hides offices would be none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from banggiao.agencies import rules
from banggiao.agencies.directory import Directory, Entry, GroupEntry, Resolution
from banggiao.agencies.models import (
    Agency,
    AgencyGroup,
    AgencyName,
    GroupMember,
    GroupRule,
    OrganisationCode,
    Succession,
)
from banggiao.agencies.naming import Seat, key
from banggiao.agencies.rules import DatedName, Passing, Validity


def agencies_on(on: date) -> QuerySet[Agency]:
    """The agencies that exist on a day."""
    return Agency.objects.filter(Agency.on(on))


def named(agencies: QuerySet[Agency], on: date) -> QuerySet[Agency]:
    """Agencies with `name_then`, the official name on a day; today's name where none is on record for it."""
    names = AgencyName.objects.filter(AgencyName.on(on), agency=OuterRef("pk"), kind=AgencyName.Kind.OFFICIAL)
    return agencies.annotate(
        name_then=Coalesce(Subquery(names.order_by("-valid_from").values("name")[:1], output_field=CharField()), "name")
    )


def name_then(agency: Agency) -> str:
    """The name that `named` found."""
    return str(vars(agency)["name_then"])


def matching(agencies: QuerySet[Agency], words: str) -> QuerySet[Agency]:
    """Agencies one of whose names, past ones too, or whose code holds all the words; accents are optional."""
    for word in key(words).split():
        agencies = agencies.filter(
            Q(pk__in=AgencyName.objects.filter(search_key__contains=word).values("agency"))
            | Q(code__icontains=word)
            | Q(pk__in=OrganisationCode.objects.filter(code__icontains=word).values("agency"))
        )
    return agencies


def resolve(name: str, on: date, *, within: Agency | None = None) -> Resolution:
    """Whom a name as written means on a day; for more than one name ask a `directory` instead.

    `within` is who issued the plan, where that is no body of the province: in a district's plan `Công an huyện`
    is that district's.
    """
    return directory(on, within=within).resolve(name)


def directory(on: date, *, within: Agency | None = None) -> Directory:
    """All names on record, made ready to resolve any number of names without further queries (6 queries)."""
    agencies = list(Agency.objects.all())
    names: dict[int, list[DatedName]] = defaultdict(list)
    for row in AgencyName.objects.all():
        names[row.agency_id].append(_dated(row))
    seats = _seats(agencies)
    entries = [
        Entry(
            id=agency.pk,
            code=agency.code,
            name=rules.name_on(names[agency.pk], on) or agency.name,
            tier=agency.tier,
            seat=Seat.of(seats[agency.pk].place) if agency.pk in seats else Seat(),
            seat_id=seats[agency.pk].pk if agency.pk in seats else None,
            validity=_validity(agency),
            names=tuple(names[agency.pk]),
        )
        for agency in agencies
    ]
    here = _committee_of(within, agencies)
    groups = list(_groups())
    counts = {group.pk: len(_members(group, on, agencies, here)) for group in groups}
    return Directory(
        entries=entries,
        groups=[
            GroupEntry(group.pk, group.name, tuple(group.phrases), group.is_open, counts[group.pk]) for group in groups
        ],
        passings=passings(),
        on=on,
        within=here,
    )


def unfold(group: AgencyGroup, on: date, *, within: Agency | None = None) -> list[Agency]:
    """The members of a group on a day, in the order of the directory; empty for open groups without chosen members.

    `within` keeps to what belongs to a district or commune: in a district's plan `UBND các xã` are its own communes.
    """
    agencies = list(Agency.objects.all())
    whole = _groups().get(pk=group.pk)
    return _members(whole, on, agencies, _committee_of(within, agencies))


def member_counts(on: date) -> dict[int, int]:
    """How many agencies belong to each standing group on a day."""
    agencies = list(Agency.objects.all())
    return {group.pk: len(_members(group, on, agencies, None)) for group in _groups()}


def groups_of(agency: Agency, on: date) -> list[AgencyGroup]:
    """The standing groups to which an agency belongs on a day."""
    is_local = agency.tier in ("district", "commune")
    return [group for group in _groups() if _Membership.of(group, on, is_local=is_local).holds(agency, on)]


def current_successors(agency: Agency, function: str, on: date) -> list[Agency]:
    """Who does on a day what the agency did in a function; the agency itself while it does."""
    found = rules.successors_of(passings(), agency.pk, function=function, on=on)
    rows = Agency.objects.in_bulk(found)
    return [rows[identity] for identity in found]


def passings() -> tuple[Passing, ...]:
    """All successions, as the rules take them."""
    return tuple(
        Passing(row.predecessor_id, row.successor_id, row.function, row.on) for row in Succession.objects.all()
    )


def province_committee() -> Agency | None:
    """The People's Committee of the province; None before the province is set up."""
    return Agency.objects.filter(level="province", kind="committee").order_by("valid_from").last()


# -- in memory --------------------------------------------------------------------------------------------------------


def _groups() -> QuerySet[AgencyGroup]:
    return AgencyGroup.objects.prefetch_related("rules", "members")


def _members(group: AgencyGroup, on: date, agencies: Sequence[Agency], here: int | None) -> list[Agency]:
    membership = _Membership.of(group, on, is_local=here is not None)
    belonging = [agency for agency in agencies if membership.holds(agency, on)]
    if here is None:
        return belonging
    inside = _below(here, agencies)
    return [agency for agency in belonging if agency.pk in inside]


@dataclass(frozen=True)
class _Membership:
    """The rules of a group that hold on a day, and the agencies that it includes or leaves out by name."""

    rules: tuple[GroupRule, ...]
    own: dict[int, bool]

    @classmethod
    def of(cls, group: AgencyGroup, on: date, *, is_local: bool) -> _Membership:
        return cls(
            tuple(rule for rule in group.rules.all() if _validity(rule).holds(on) and (is_local or not rule.is_local)),
            {row.agency_id: row.included for row in group.members.all() if _validity(row).holds(on)},
        )

    def holds(self, agency: Agency, on: date) -> bool:
        belongs = self.own.get(agency.pk)
        if belongs is None:
            belongs = any(_fits(rule, agency) for rule in self.rules)
        return belongs and _validity(agency).holds(on)


def _fits(rule: GroupRule, agency: Agency) -> bool:
    return rule.level in ("", agency.level) and rule.tier in ("", agency.tier) and rule.kind in ("", agency.kind)


def _below(here: int, agencies: Sequence[Agency]) -> set[int]:
    """All that is under an agency, at any depth."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for agency in agencies:
        children[agency.parent_id].append(agency.pk)
    found: set[int] = set()
    waiting = list(children[here])
    while waiting:
        identity = waiting.pop()
        if identity not in found:
            found.add(identity)
            waiting += children[identity]
    return found


def _seats(agencies: Sequence[Agency]) -> dict[int, Agency]:
    """For each agency the committee of the place that it is a body of; bodies of the centre have none."""
    by_id = {agency.pk: agency for agency in agencies}
    committees = {agency.place: agency for agency in agencies if agency.kind == "committee" and agency.place}
    province = next((agency for agency in committees.values() if agency.level == "province"), None)
    seats: dict[int, Agency] = {}
    for agency in agencies:
        above = _with_place(agency, by_id)
        seat = above if above is None or above.kind == "committee" else committees.get(above.place)
        found = seat or province
        if agency.tier != "central" and found is not None:
            seats[agency.pk] = found
    return seats


def _with_place(agency: Agency, by_id: dict[int, Agency]) -> Agency | None:
    """The agency itself or the nearest above it that is the body of a place."""
    current: Agency | None = agency
    for _step in range(len(by_id)):  # a parent that leads back to itself must not hang a page
        if current is None or current.place:
            return current
        current = by_id.get(current.parent_id) if current.parent_id else None
    return None


def _committee_of(within: Agency | None, agencies: Sequence[Agency]) -> int | None:
    """The committee in whose name a plan speaks; None for the province, whose plans speak of all."""
    if within is None or within.tier not in ("district", "commune"):
        return None
    seat = _seats(agencies).get(within.pk)
    return seat.pk if seat is not None and seat.tier in ("district", "commune") else None


def _dated(row: AgencyName) -> DatedName:
    return DatedName(row.name, row.kind, _validity(row))


def _validity(row: Agency | AgencyName | GroupRule | GroupMember) -> Validity:
    return Validity(row.valid_from, row.valid_to)


def suggest(words: str, on: date, *, most: int = 12) -> list[Agency]:
    """Agencies of a day for a box in which one types: those first whose name or abbreviation begins with the words."""
    typed = key(words)
    found = list(named(matching(agencies_on(on), words), on)[: most * 4])
    found.sort(key=lambda agency: (not _begins(agency, typed), agency.order))
    return found[:most]


def suggest_groups(words: str, *, most: int = 5) -> list[AgencyGroup]:
    """Standing groups whose name or phrases hold the words."""
    typed = key(words).split()
    return [
        group
        for group in AgencyGroup.objects.all()
        if any(all(word in key(name) for word in typed) for name in (group.name, *group.phrases))
    ][:most]


def _begins(agency: Agency, typed: str) -> bool:
    return key(agency.name).startswith(typed) or key(agency.short_name).startswith(typed)
