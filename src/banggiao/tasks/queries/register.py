"""The register of tasks: what its address may ask for, and in which groups it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import cast

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from banggiao.accounts.access import Actor
from banggiao.accounts.access import Role as PostRole
from banggiao.agencies.models import Agency
from banggiao.tasks.access import sees_all, visible_plans, visible_tasks
from banggiao.tasks.models import DeclineState, Role, Task, TaskAgency, TaskDecline
from banggiao.tasks.queries.fallen import resting
from banggiao.tasks.queries.rows import TaskRow, lean, task_rows
from banggiao.tasks.queries.status import status_q
from banggiao.tasks.rules import FIELDS, PILLARS, Clarity, State, Status
from banggiao.ui.lists import Column, Filter, Listing, ListShape, Rows

GROUP = "nhom"
"""What the address calls the grouping."""

AGENCY, ROLE, PART, ANSWER = "co-quan", "vai-tro", "phan-viec", "phan-hoi"


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to group the register: by which column, and what a group is called."""

    key: str
    label: str
    order: tuple[str, ...]
    of: Callable[[TaskRow], str]
    by: str


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring lines of one page under one heading; `count` is of the whole list."""

    label: str
    count: int
    rows: tuple[TaskRow, ...]


def register(actor: Actor, query: QueryDict, *, path: str, today: date) -> Listing:
    """The tasks that somebody sees, as the address filters and sorts them."""
    shape = register_shape(actor, query, today=today)
    listing = shape.listing(visible_tasks(actor).select_related("plan"), query, path=path)
    grouping = grouping_of(query)
    if grouping is None:
        return listing
    return _regrouped(listing, grouping)


def register_shape(actor: Actor, query: QueryDict, *, today: date) -> ListShape:
    """Columns and filters for one person on one day."""
    return ListShape(
        columns=_columns(),
        standard_sort="han",
        filters=_filters(actor, query, today),
        search=search_tasks,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("viec", gettext_lazy("Nhiệm vụ"), sort=("plan", "order")),
        Column("chu-tri", gettext_lazy("Chủ trì"), sort=("lead_name", "sort_day")),
        Column("phoi-hop", gettext_lazy("Phối hợp"), hide_below="xl"),
        Column("han", gettext_lazy("Thời hạn"), sort=("sort_day",)),
        Column("tien-do", gettext_lazy("Tiến độ"), sort=("progress", "sort_day"), hide_below="md"),
        Column("cap-nhat", gettext_lazy("Cập nhật"), sort=("last_update_at",), hide_below="lg"),
    )


def _filters(actor: Actor, query: QueryDict, today: date) -> tuple[Filter, ...]:
    agency = query.get(AGENCY, "")
    own = str(actor.agency_id or "")
    whose = agency if agency.isdigit() and sees_all(actor) else own
    of_person = Filter("nguoi", gettext_lazy("Người"), _persons, lambda rows, _value: _of_person(rows, actor))
    by_agency = Filter(AGENCY, gettext_lazy("Cơ quan"), lambda: _agencies(actor), _of_agency)
    return (
        Filter("tinh-trang", gettext_lazy("Tình trạng"), _statuses, lambda rows, code: _of_status(rows, code, today)),
        *((by_agency,) if sees_all(actor) else ()),
        Filter(ROLE, gettext_lazy("Vai trò"), _roles, lambda rows, role: _in_role(rows, role, whose)),
        Filter(PART, gettext_lazy("Phần việc"), _parts, lambda rows, part: _with_part(rows, part, whose)),
        Filter("han", gettext_lazy("Thời hạn"), _windows, lambda rows, window: rows.filter(_due(window, today))),
        Filter("linh-vuc", gettext_lazy("Lĩnh vực"), _fields, lambda rows, code: rows.filter(field=code.strip("-"))),
        Filter("tru-cot", gettext_lazy("Trụ cột"), _pillars, lambda rows, code: rows.filter(pillar=code)),
        Filter("ke-hoach", gettext_lazy("Kế hoạch"), lambda: _plans(actor), _of_plan),
        Filter("thieu", gettext_lazy("Cần làm rõ"), _clarities, _lacking),
        Filter("can-cu", gettext_lazy("Căn cứ"), _bases, lambda rows, _value: resting(rows)),
        Filter(ANSWER, gettext_lazy("Phản hồi"), lambda: _answers(actor), _answered),
        *((of_person,) if actor.role == PostRole.FOCAL_POINT else ()),
    )


# -- what filters offer -----------------------------------------------------------------------------------------------

Choices = Iterable[tuple[str, str]]


def _statuses() -> Choices:
    words = [("mo", _("Chưa xong")), ("xong", _("Đã xong, kể cả quá hạn"))]
    return [*words, *((status.code, _(status.label)) for status in Status)]


def _agencies(actor: Actor) -> Choices:
    """Agencies that have something to do, in the order of the directory."""
    if not sees_all(actor):
        return []
    busy = Exists(TaskAgency.objects.filter(ended_on=None, agency_id=OuterRef("pk")))
    rows = Agency.objects.filter(busy).order_by("order", "name").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def _roles() -> Choices:
    return [(role.value, str(role.label)) for role in Role]


def _parts() -> Choices:
    """Where several agencies lead, each has a part of its own, done or not."""
    return [("con", _("Còn phải làm")), ("xong", _("Đã xong phần mình"))]


def _answers(actor: Actor) -> Choices:
    words = [("tu-choi", _("Có cơ quan từ chối, chờ xem xét"))]
    return [*words, ("ten-la", _("Chưa rõ cơ quan chủ trì"))] if sees_all(actor) else words


def _windows() -> Choices:
    return [
        ("qua", _("Đã qua")),
        ("7", _("7 ngày tới")),
        ("30", _("30 ngày tới")),
        ("quy", _("Trong quý này")),
        ("khong", _("Không có thời hạn")),
    ]


def _fields() -> Choices:
    return [*((code, _(label)) for code, label in FIELDS.items()), ("-", _("Chưa phân lĩnh vực"))]


def _pillars() -> Choices:
    return [(code, _(label)) for code, label in PILLARS.items()]


def _plans(actor: Actor) -> Choices:
    return [(str(plan.pk), f"{plan} ({plan.year})") for plan in visible_plans(actor).only("number", "title", "year")]


def _bases() -> Choices:
    return [("het-hieu-luc", _("Dựa trên văn bản hết hiệu lực"))]


def _clarities() -> Choices:
    return [
        ("6-ro", _("Thiếu một trong “6 rõ”")),
        ("chung-chung", _("Việc chung chung")),
        *((item.value, _("Chưa %(what)s") % {"what": _(item.label)}) for item in Clarity),
    ]


def _persons() -> Choices:
    return [("toi", _("Tôi phụ trách"))]


# -- what they narrow to ----------------------------------------------------------------------------------------------


def search_tasks(rows: Rows, words: str) -> Rows:
    """Every word, with accents or without: `doi ngoai` finds `đối ngoại`."""
    return rows.filter(search__words=words)


def _of_status(rows: Rows, code: str, today: date) -> Rows:
    if code == "mo":
        return rows.filter(state__in=("not_started", "in_progress"))
    if code == "xong":
        return rows.filter(state=State.DONE.value)
    return rows.filter(status_q(Status.of(code), today))


def _of_agency(rows: Rows, agency: str) -> Rows:
    return rows.filter(pk__in=_shares(agency_id=int(agency)))


def _in_role(rows: Rows, role: str, agency: str) -> Rows:
    """Tasks in which the agency (any, if none is chosen) has that role."""
    return rows.filter(pk__in=_shares(role=role, **({"agency_id": int(agency)} if agency else {})))


def _with_part(rows: Rows, part: str, agency: str) -> Rows:
    """Tasks of which the agency (any that leads, if none is chosen) has done its part, or has not."""
    whose = {"agency_id": int(agency)} if agency else {"role": Role.LEAD}
    finished = Q(state__in=(State.DONE.value, State.CANCELLED.value))
    done = Q(state=State.DONE.value)
    return rows.filter(pk__in=_shares(**whose).filter(done if part == "xong" else ~finished))


def _answered(rows: Rows, answer: str) -> Rows:
    if answer == "ten-la":
        return rows.filter(pk__in=_shares(role=Role.LEAD, agency=None))
    return rows.filter(pk__in=TaskDecline.objects.filter(state=DeclineState.OPEN).values("task_id"))


def _of_plan(rows: Rows, plan: str) -> Rows:
    return rows.filter(plan_id=int(plan))


def _of_person(rows: Rows, actor: Actor) -> Rows:
    return rows.filter(pk__in=_shares(person_id=actor.user_id))


def _shares(**which: object) -> QuerySet[TaskAgency, int]:
    return TaskAgency.objects.filter(ended_on=None, **which).values_list("task_id", flat=True)


def _lacking(rows: Rows, what: str) -> Rows:
    if what == "6-ro":
        return rows.exclude(gaps="")
    return rows.filter(vague=True) if what == "chung-chung" else rows.filter(gaps__contains=f",{what},")


def _due(window: str, today: date) -> Q:
    if window == "khong":
        return Q(deadline=None)
    if window == "qua":
        return Q(deadline__lt=today)
    if window == "quy":
        return Q(deadline__gte=today, deadline__lte=quarter_end(today))
    return Q(deadline__gte=today, deadline__lte=today + timedelta(days=int(window)))


def quarter_end(today: date) -> date:
    """The last day of the quarter."""
    following = (today.month - 1) // 3 * 3 + 4
    first = date(today.year + 1, 1, 1) if following > 12 else date(today.year, following, 1)
    return first - timedelta(days=1)


# -- groups -----------------------------------------------------------------------------------------------------------


def groupings() -> tuple[Grouping, ...]:
    """The ways in which the register groups."""
    return (
        Grouping("co-quan", _("Cơ quan chủ trì"), ("lead_name", "sort_day"), lambda row: row.lead_name, "lead_name"),
        Grouping("linh-vuc", _("Lĩnh vực"), ("field", "sort_day"), lambda row: row.field, "field"),
        Grouping("ke-hoach", _("Kế hoạch"), ("plan", "order"), lambda row: row.plan, "plan_id"),
        Grouping("thoi-han", _("Thời hạn"), ("sort_day",), _month, "month"),
    )


def grouping_of(query: QueryDict) -> Grouping | None:
    """The grouping that the address asks for."""
    return next((one for one in groupings() if one.key == query.get(GROUP)), None)


def grouped(listing: Listing, query: QueryDict, rows: Sequence[TaskRow]) -> tuple[Group, ...]:
    """The lines of a page in their groups; one nameless group where none were asked for."""
    grouping = grouping_of(query)
    if grouping is None:
        return (Group("", len(rows), tuple(rows)),)
    counts = _counts(listing, grouping)
    return tuple(
        Group(label or _without(grouping), counts.get(label, len(lines)), tuple(lines))
        for label, lines in ((label, list(lines)) for label, lines in groupby(rows, key=grouping.of))
    )


def _regrouped(listing: Listing, grouping: Grouping) -> Listing:
    """The same list in the order of its groups."""
    rows = listing.rows.order_by(*grouping.order, "pk")
    return Listing(listing.shape, rows, listing.path, listing.query, listing.chips, listing.sort, listing.hidden)


def _counts(listing: Listing, grouping: Grouping) -> dict[str, int]:
    """How many tasks each group has, by the label that lines carry."""
    rows = listing.rows.order_by()
    if grouping.by == "month":
        found = rows.values_list("sort_day").annotate(count=Count("pk"))
        return _summed((month_label(day), count) for day, count in found)
    found = rows.values_list(grouping.by).annotate(count=Count("pk"))
    if grouping.by == "field":
        return _summed((_(FIELDS[code]) if code in FIELDS else "", count) for code, count in found)
    if grouping.by == "plan_id":
        plans = dict(rows.values_list("plan_id", "plan__number").distinct())
        return _summed((plans.get(plan) or "", count) for plan, count in found)
    return _summed(found)


def _summed(found: Iterable[tuple[str, int]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for label, count in found:
        counts[label] = counts.get(label, 0) + count
    return counts


def _month(row: TaskRow) -> str:
    if not row.is_open:
        return _("Đã xong hoặc đã dừng")
    return month_label(row.deadline)


def month_label(day: date | None) -> str:
    """`Tháng 5/2026`; what has no deadline and what is finished stands apart."""
    if day is None or day.year == 9000:
        return _("Không có thời hạn")
    if day.year == 9999:
        return _("Đã xong hoặc đã dừng")
    return _("Tháng %(month)d/%(year)d") % {"month": day.month, "year": day.year}


def _without(grouping: Grouping) -> str:
    return {"co-quan": _("Chưa có cơ quan chủ trì"), "linh-vuc": _("Chưa phân lĩnh vực")}.get(grouping.key, "—")


def rows_of(listing: Listing, *, today: date) -> tuple[TaskRow, ...]:
    """The lines of the page that is open."""
    return task_rows(lean(cast("QuerySet[Task]", listing.page.object_list)), today=today)


def narrowed_words(listing: Listing) -> str:
    """What the list is narrowed to, in words, for the heading of an export."""
    chosen = [f"{chip.label}: {chip.value_label}" for chip in listing.chips if chip.is_on]
    found = ngettext("%(count)d nhiệm vụ", "%(count)d nhiệm vụ", listing.count) % {"count": listing.count}
    return "; ".join([*chosen, *([f"“{listing.words}”"] if listing.words else []), found])


def tasks_of(listing: Listing, most: int) -> QuerySet[Task]:
    """The first tasks of the whole list, whatever page is open."""
    rows: QuerySet[Task] = listing.rows
    return rows[:most]
