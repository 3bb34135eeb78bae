"""The administrator's desk: people, agencies nobody answers for, jobs that failed, the latest changes on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from auditlog.models import LogEntry
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from banggiao.accounts.access import Actor
from banggiao.accounts.queries import open_invitations, people, people_in_state, record
from banggiao.agencies.queries.pages import agency_rows
from banggiao.documents.access import visible_documents
from banggiao.documents.rules import DocumentState
from banggiao.home.queries import waiting
from banggiao.home.queries.figures import Figure, listed

MOST_CHANGES = 8


@dataclass(frozen=True, slots=True)
class AdministratorDesk:
    """How the system stands."""

    people: tuple[Figure, ...]
    agencies: tuple[Figure, ...]
    system: tuple[Figure, ...]
    changes: tuple[LogEntry, ...]


def administrator_desk(actor: Actor, *, today: date) -> AdministratorDesk:
    """The page of one day."""
    everybody = people(actor, today=today)
    return AdministratorDesk(
        people=(
            _people(_("người đang dùng"), people_in_state(everybody, "active", today=today).count(), "active"),
            _people(_("người chưa có vị trí"), people_in_state(everybody, "idle", today=today).count(), "idle"),
            _people(_("tài khoản bị khóa"), people_in_state(everybody, "blocked", today=today).count(), "blocked"),
            waiting.invited(actor, open_invitations().count()),
        ),
        agencies=_agencies(actor, today),
        system=(*_jobs(actor), waiting.failed_documents(actor, _failed_documents(actor))),
        changes=tuple(record().order_by("-timestamp", "-pk")[:MOST_CHANGES]),
    )


def _people(label: str, count: int, state: str) -> Figure:
    return Figure(count, label, listed("accounts:people_list", trang_thai=state), "users")


def _agencies(actor: Actor, today: date) -> tuple[Figure, ...]:
    counts = agency_rows(actor, today).aggregate(
        all=Count("pk"), unanswered=Count("pk", filter=Q(has_focal_point=False))
    )
    return (
        Figure(counts["all"], _("cơ quan đang hoạt động"), listed("agencies:agency_list"), "building"),
        Figure(
            counts["unanswered"],
            _("cơ quan chưa có đầu mối"),
            listed("agencies:agency_list", dau_moi="chua"),
            "user-question",
            "warn",
        ),
    )


def _jobs(actor: Actor) -> tuple[Figure, ...]:
    counts = DBTaskResult.objects.aggregate(
        ready=Count("pk", filter=Q(status=TaskResultStatus.READY)),
        failed=Count("pk", filter=Q(status=TaskResultStatus.FAILED)),
    )
    ready = Figure(
        counts["ready"],
        _("công việc nền đang chờ"),
        listed("home:job_list", trang_thai=TaskResultStatus.READY.value),
        "clock",
    )
    return (ready, waiting.failed_jobs(actor, counts["failed"]))


def _failed_documents(actor: Actor) -> int:
    return visible_documents(actor).filter(state=DocumentState.FAILED).count()
