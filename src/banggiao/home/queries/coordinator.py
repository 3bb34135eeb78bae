"""The coordinator's desk: what waits for a decision, what came in, what falls due, and the plans in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor
from banggiao.documents.access import visible_documents
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState
from banggiao.home.queries import waiting
from banggiao.home.queries.figures import Figure, listed
from banggiao.tasks.access import visible_comments, visible_plans, visible_tasks, visible_updates
from banggiao.tasks.models import Plan, Role, TaskAgency
from banggiao.tasks.queries.coverage import plan_coverage
from banggiao.tasks.queries.figures import doubts
from banggiao.tasks.queries.overview import Overview, Pressing, overview, pressing_agencies
from banggiao.tasks.rules import Status
from banggiao.ui.lists import since

MOST_TO_REVIEW = 5
MOST_AGENCIES = 12
MOST_PLANS = 8


@dataclass(frozen=True, slots=True)
class CoordinatorDesk:
    """All that the page shows but what nobody owns, which takes reading and comes after it."""

    to_decide: tuple[Figure, ...]
    unclear: tuple[Figure, ...]
    came_in: tuple[Figure, ...]
    to_review: tuple[Document, ...]
    pressing: Pressing
    overview: Overview
    totals: tuple[Figure, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class PlanGap:
    """A plan in force with how many of its content items nobody owns."""

    plan: Plan
    count: int


def coordinator_desk(actor: Actor, *, today: date) -> CoordinatorDesk:
    """The page of one day."""
    states = _documents(actor)
    whole = overview(actor, today=today, most=MOST_PLANS)
    to_decide = (
        waiting.to_review(actor, states["to_review"]),
        waiting.failed_documents(actor, states["failed"]),
        waiting.declined(actor, waiting.declined_tasks(actor).count()),
        _unknown(actor),
    )
    return CoordinatorDesk(
        to_decide=to_decide,
        unclear=_unclear(actor, today),
        came_in=came_in(actor, today=today),
        to_review=tuple(
            visible_documents(actor).filter(state=DocumentState.TO_REVIEW).order_by("-received_at")[:MOST_TO_REVIEW]
        ),
        pressing=pressing_agencies(actor, today=today, most=MOST_AGENCIES),
        overview=whole,
        totals=totals(actor, whole),
        is_new=not (whole.whole.total or any(states.values())),
    )


def totals(actor: Actor, whole: Overview) -> tuple[Figure, ...]:
    """All tasks, and those that are done, late, due soon."""
    standing = whole.whole
    return (
        Figure(standing.total, _("nhiệm vụ"), listed("tasks:task_list"), "checklist"),
        Figure(standing.done, _("đã hoàn thành"), listed("tasks:task_list", tinh_trang="xong"), "circle-check"),
        waiting.late(actor, standing.late),
        waiting.soon(actor, standing.soon),
    )


def came_in(actor: Actor, *, today: date) -> tuple[Figure, ...]:
    """Documents, updates and comments since the beginning of yesterday."""
    start = since("hom-qua", today=today)
    received = visible_documents(actor).filter(received_at__gte=start).count()
    updates = visible_updates(actor).filter(at__gte=start).count()
    comments = visible_comments(actor).filter(at__gte=start).count()
    return (
        Figure(received, _("văn bản nhận"), listed("documents:document_list", nhan="hom-qua"), "file-import"),
        Figure(updates, _("cập nhật tiến độ"), listed("home:update_list", tu="hom-qua"), "refresh"),
        Figure(comments, _("ý kiến"), listed("home:comment_list", tu="hom-qua"), "message"),
    )


def plan_gaps(actor: Actor, *, today: date) -> tuple[PlanGap, ...]:
    """Plans in force with the number of their items that nobody owns and nobody has dealt with.

    The engine works through each plan's text: half a second for the first one who asks, nothing afterwards.
    """
    plans = visible_plans(actor).filter(period_to__gte=today).select_related("document__reading")
    read = plans.filter(document__reading__isnull=False).prefetch_related("handled")[:MOST_PLANS]
    return tuple(PlanGap(plan, _unowned(plan)) for plan in read)


def _unowned(plan: Plan) -> int:
    handled = {row.path for row in plan.handled.all()}
    return sum(item.path not in handled for item in plan_coverage(plan).unassigned)


def _documents(actor: Actor) -> dict[str, int]:
    counted: dict[str, int] = visible_documents(actor).aggregate(
        to_review=Count("pk", filter=Q(state=DocumentState.TO_REVIEW)),
        failed=Count("pk", filter=Q(state=DocumentState.FAILED)),
    )
    return counted


def _unknown(actor: Actor) -> Figure:
    nobody = TaskAgency.objects.filter(role=Role.LEAD, agency=None, ended_on=None)
    tasks = visible_tasks(actor).filter(pk__in=nobody.values("task_id")).count()
    label = _("nhiệm vụ chưa rõ cơ quan chủ trì")
    return Figure(tasks, label, listed("tasks:task_list", phan_hoi="ten-la"), "user-question")


def _unclear(actor: Actor, today: date) -> tuple[Figure, ...]:
    found = doubts(actor, today=today)
    return (
        Figure(
            found.unclear,
            _("thiếu một trong “6 rõ”"),
            listed("tasks:task_list", thieu="6-ro", tinh_trang="mo"),
            "list-search",
        ),
        Figure(
            found.vague, _("việc chung chung"), listed("tasks:task_list", thieu="chung-chung", tinh_trang="mo"), "bulb"
        ),
        Figure(
            found.stale,
            _("lâu chưa cập nhật"),
            listed("tasks:task_list", tinh_trang=Status.STALE.code),
            "hourglass",
        ),
    )
