"""The focal point's desk: what the agency leads by urgency, what others ask of it, and what it declined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor
from banggiao.accounts.models import Post
from banggiao.home.queries import waiting
from banggiao.home.queries.figures import Figure, listed
from banggiao.home.queries.waiting import own_url
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import DeclineState, Role, Task, TaskAgency, TaskDecline
from banggiao.tasks.queries.overview import own_parts
from banggiao.tasks.queries.rows import TaskRow, task_rows
from banggiao.tasks.queries.status import status_q
from banggiao.tasks.rules import State, Status

STEPS = (0, 25, 50, 75, 100)
"""How far work may be said to be with one click, in percent."""

MOST_OWN = 20
MOST_ASKED = 8
ANSWERED_WITHIN = timedelta(days=30)
"""How long an answer to a decline stands on the desk."""


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task with the part of the actor's own agency."""

    row: TaskRow
    progress: int
    state: State
    person_id: int | None
    person: str

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """What can be chosen; where the work stands is among it."""
        words = {0: _("Chưa làm"), 100: _("Xong")}
        return tuple((step, words.get(step, f"{step}%")) for step in sorted({*STEPS, self.progress}))

    @property
    def is_open(self) -> bool:
        return self.state in (State.NOT_STARTED, State.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class FocalPointDesk:
    """The page; `own_count` and `asked_count` are of the whole lists."""

    figures: tuple[Figure, ...]
    own: tuple[OwnTask, ...]
    own_count: int
    own_url: str
    asked: tuple[TaskRow, ...]
    asked_count: int
    asked_url: str
    declines: tuple[TaskDecline, ...]
    colleagues: tuple[tuple[int, str], ...]


def focal_point_desk(actor: Actor, *, today: date) -> FocalPointDesk:
    """The page of one day."""
    own, asked = own_parts(actor, Role.LEAD), own_parts(actor, Role.COORDINATE)
    figures = _figures(actor, own, today)
    first = own.select_related("plan").order_by("sort_day", "pk")[:MOST_OWN]
    return FocalPointDesk(
        figures=figures,
        own=own_tasks(actor, first, today=today),
        own_count=sum(figure.count for figure in figures),
        own_url=own_url(actor, tinh_trang="mo"),
        asked=task_rows(asked.select_related("plan").order_by("sort_day", "pk")[:MOST_ASKED], today=today),
        asked_count=asked.count(),
        asked_url=listed("tasks:task_list", tinh_trang="mo", vai_tro=Role.COORDINATE.value, phan_viec="con"),
        declines=_declines(actor, today),
        colleagues=colleagues(actor, today=today),
    )


def own_tasks(actor: Actor, tasks: Iterable[Task], *, today: date) -> tuple[OwnTask, ...]:
    """Tasks that were read with their plans, each with the part of the actor's agency."""
    if actor.agency_id is None:
        return ()
    rows = task_rows(tasks, today=today)
    shares = TaskAgency.objects.filter(task__in=[row.id for row in rows], agency_id=actor.agency_id, ended_on=None)
    by_task = {share.task_id: share for share in shares.select_related("person")}
    return tuple(_own(row, by_task[row.id]) for row in rows if row.id in by_task)


def one_own_task(actor: Actor, task_id: int, *, today: date) -> OwnTask | None:
    """One task with the agency's part; None where the actor's agency has none."""
    found = own_tasks(actor, visible_tasks(actor).filter(pk=task_id).select_related("plan"), today=today)
    return found[0] if found else None


def colleagues(actor: Actor, *, today: date) -> tuple[tuple[int, str], ...]:
    """To whom the agency may hand its work on."""
    if actor.agency_id is None:
        return ()
    posts = Post.objects.filter(agency_id=actor.agency_id, valid_from__lte=today, user__is_active=True)
    held = posts.filter(Q(valid_to=None) | Q(valid_to__gte=today)).order_by("user__sort_name")
    return tuple(held.values_list("user_id", "user__full_name").distinct())


def _own(row: TaskRow, share: TaskAgency) -> OwnTask:
    person = share.person.full_name if share.person is not None else ""
    return OwnTask(row, share.progress, State(share.state), share.person_id, person)


def _figures(actor: Actor, own: QuerySet[Task], today: date) -> tuple[Figure, ...]:
    """Every task of the agency in exactly one of the figures."""
    wanted = (Status.OVERDUE, Status.DUE_SOON, Status.STALE, Status.IN_PROGRESS, Status.NOT_STARTED)
    counts = own.order_by().aggregate(**{one.name: Count("pk", filter=status_q(one, today)) for one in wanted})
    return (
        waiting.own_late(actor, counts["OVERDUE"]),
        waiting.own_soon(actor, counts["DUE_SOON"]),
        *(
            Figure(counts[one.name], _(one.label).lower(), own_url(actor, tinh_trang=one.code), one.icon)
            for one in wanted[2:]
        ),
    )


def _declines(actor: Actor, today: date) -> tuple[TaskDecline, ...]:
    """What the agency declined: all that waits, and what was answered of late."""
    if actor.agency_id is None:
        return ()
    of_late = Q(state=DeclineState.OPEN) | Q(answered_at__date__gte=today - ANSWERED_WITHIN)
    rows = TaskDecline.objects.filter(of_late, agency_id=actor.agency_id).select_related("task")
    return tuple(rows.order_by("-at", "-pk")[:MOST_ASKED])
