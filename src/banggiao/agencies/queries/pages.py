"""What the pages of agencies show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, Role
from banggiao.accounts.models import Post
from banggiao.agencies.access import visible_agencies, visible_groups
from banggiao.agencies.models import Agency, AgencyGroup, AgencyName, GroupMember, OrganisationCode, Succession
from banggiao.agencies.queries.lookup import groups_of, matching, member_counts, name_then, named, unfold
from banggiao.agencies.rules import Validity

MOST_FORMER = 5


@dataclass(frozen=True)
class Moment:
    """A day in the life of an agency; `others` are the agencies that it came from or passed to."""

    on: date
    icon: str
    text: str
    others: tuple[Succession, ...] = ()
    direction: str = ""


@dataclass(frozen=True)
class AgencyPage:
    """All that the page of one agency shows, as it was on a day."""

    agency: Agency
    name: str
    on: date
    is_alive: bool
    names: tuple[AgencyName, ...]
    codes: tuple[OrganisationCode, ...]
    moments: tuple[Moment, ...]
    children: tuple[Agency, ...]
    groups: tuple[AgencyGroup, ...]
    focal_points: tuple[Post, ...]
    successions: tuple[Succession, ...]


@dataclass(frozen=True)
class GroupPage:
    """A standing group with its members on a day, the rules that hold then and the single decisions."""

    group: AgencyGroup
    on: date
    members: tuple[Agency, ...]
    set_members: tuple[GroupMember, ...]


def agency_rows(actor: Actor | None, on: date) -> QuerySet[Agency]:
    """The agencies of a day with their name of that day, and whether somebody answers for them."""
    focal_points = Post.objects.filter(_posts_on(on), agency=OuterRef("pk"), role=Role.FOCAL_POINT)
    return (
        named(visible_agencies(actor).filter(Agency.on(on)), on)
        .select_related("parent")
        .annotate(has_focal_point=Exists(focal_points))
    )


def former_matches(actor: Actor | None, words: str, on: date) -> list[Agency]:
    """Agencies that fit a search but do not exist on its day: found by who knows only the old name."""
    return list(matching(visible_agencies(actor).exclude(Agency.on(on)), words)[:MOST_FORMER])


def agency_page(actor: Actor | None, pk: int, on: date) -> AgencyPage:
    """One agency. Raises Agency.DoesNotExist for whoever may not see it."""
    agency = visible_agencies(actor).select_related("parent").get(pk=pk)
    names = tuple(agency.names.all())
    inherited = list(agency.inheritances.select_related("predecessor"))
    passed = list(agency.successions.select_related("successor"))
    return AgencyPage(
        agency=agency,
        name=name_then(named(Agency.objects.filter(pk=pk), on).get()),
        on=on,
        is_alive=Validity(agency.valid_from, agency.valid_to).holds(on),
        names=names,
        codes=tuple(agency.codes.all()),
        moments=_moments(agency, names, inherited, passed),
        children=tuple(agency.children.filter(Agency.on(on))),
        groups=tuple(groups_of(agency, on)),
        focal_points=tuple(Post.objects.filter(_posts_on(on), agency=agency).select_related("user").order_by("role")),
        successions=(*inherited, *passed),
    )


@dataclass(frozen=True)
class GroupRow:
    """A standing group in the list, with how many belong to it on the day."""

    group: AgencyGroup
    members: int


def group_rows(actor: Actor | None, on: date) -> list[GroupRow]:
    """The standing groups with the number of their members on a day."""
    visible = visible_groups(actor)
    counts = member_counts(on)
    return [GroupRow(group, counts[group.pk]) for group in visible]


def group_page(actor: Actor | None, pk: int, on: date) -> GroupPage:
    """One group, unfolded on a day. Raises AgencyGroup.DoesNotExist for whoever may not see it."""
    group = visible_groups(actor).prefetch_related("rules").get(pk=pk)
    return GroupPage(
        group=group,
        on=on,
        members=tuple(unfold(group, on)),
        set_members=tuple(group.members.select_related("agency")),
    )


def _posts_on(on: date) -> Q:
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gte=on))


def _moments(
    agency: Agency, names: Sequence[AgencyName], inherited: Sequence[Succession], passed: Sequence[Succession]
) -> tuple[Moment, ...]:
    moments: list[Moment] = []
    if agency.valid_from:
        moments.append(Moment(agency.valid_from, "flag", _("Thành lập")))
    moments += [
        Moment(name.valid_from, "writing", _("Đổi tên thành %(name)s") % {"name": name.name})
        for name in names
        if name.kind == AgencyName.Kind.OFFICIAL and name.valid_from and name.valid_from != agency.valid_from
    ]
    moments += _passings(inherited, "git-merge", _("Nhận nhiệm vụ từ"), "from")
    moments += _passings(passed, "git-fork", _("Chuyển nhiệm vụ cho"), "to")
    if agency.valid_to:
        moments.append(Moment(agency.valid_to + timedelta(days=1), "ban", _("Kết thúc hoạt động")))
    return tuple(sorted(moments, key=lambda moment: moment.on))


def _passings(rows: Sequence[Succession], icon: str, text: str, direction: str) -> list[Moment]:
    days = sorted({row.on for row in rows})
    return [Moment(day, icon, text, tuple(row for row in rows if row.on == day), direction) for day in days]
