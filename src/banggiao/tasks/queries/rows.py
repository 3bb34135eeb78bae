"""Tasks as lists show them: frozen lines, read with one more query however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from banggiao.tasks.models import Role, Task, TaskAgency
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.queries.status import status_of
from banggiao.tasks.rules import FIELDS, Clarity, Rhythm, State, Status
from banggiao.ui.badges import PlainBadge


@dataclass(frozen=True, slots=True)
class AgencyNames:
    """Agencies in one line: the first names, and how many more; `all` for the title."""

    shown: str
    more: int
    all: str

    @property
    def is_empty(self) -> bool:
        return not self.shown


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One line of the register."""

    id: int
    code: str
    what: str
    plan: str
    plan_id: int
    field: str
    lead_name: str
    leads: AgencyNames
    others: AgencyNames
    deadline: date | None
    deadline_text: str
    rhythm: str
    continuous: bool
    status: Status
    badge: PlainBadge
    progress: int
    state: State
    last_update_at: datetime | None
    is_request: bool
    is_part: bool
    is_open: bool
    product: str
    version: int
    gaps: tuple[Clarity, ...]
    vague: bool

    @property
    def when(self) -> str:
        """The rhythm in a word, for work without a date."""
        return self.rhythm or (_("thường xuyên") if self.continuous else "")


def task_rows(tasks: Iterable[Task], *, today: date) -> tuple[TaskRow, ...]:
    """The lines of tasks that were read with their plans, in the same order."""
    read = list(tasks)
    shares = shares_of([task.pk for task in read])
    limits = thresholds()
    return tuple(_row(task, shares.get(task.pk, ()), status_of(task, today, limits)) for task in read)


def lean(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With the columns that lines show and no others: making the rest costs more than reading it."""
    return tasks.select_related("plan").only(*_SHOWN)


_SHOWN = (
    "code", "what", "plan__number", "plan__title", "field", "lead_name", "deadline", "deadline_text", "rhythm",
    "continuous", "state", "quiet_since", "done_on", "progress", "last_update_at", "mode", "parent_id", "product",
    "version", "gaps", "vague",
)  # fmt: skip


def shares_of(tasks: Sequence[int]) -> dict[int, list[TaskAgency]]:
    """The present shares of tasks, with their agencies, in one query."""
    found: dict[int, list[TaskAgency]] = defaultdict(list)
    present = TaskAgency.objects.filter(task__in=tasks, ended_on=None).select_related("agency")
    named = present.only("task_id", "role", "written_as", "group", "agency__name")
    for share in named.order_by("task_id", "pk"):
        found[share.task_id].append(share)
    return found


def badge_of(status: Status) -> PlainBadge:
    """The badge of a status in the reader's language."""
    return PlainBadge(_(status.label), status.icon, status.colour)  # type: ignore[arg-type]


def gaps_of(task: Task) -> tuple[Clarity, ...]:
    """Which of the "6 rõ" a task lacks, from its column."""
    return tuple(Clarity(code) for code in task.gaps.split(",") if code)


def agency_names(shares: Iterable[TaskAgency], *, most: int = 2) -> AgencyNames:
    """Agencies as a list shows them: members of a group stand as the group with their number."""
    groups: dict[str, list[str]] = {}
    for share in shares:
        name = share.agency.name if share.agency is not None else share.written_as
        groups.setdefault(share.group or name, []).append(name)
    labels = [f"{label} ({len(names)})" if len(names) > 1 else label for label, names in groups.items()]
    everybody = [name for names in groups.values() for name in names]
    return AgencyNames("; ".join(labels[:most]), max(len(labels) - most, 0), "; ".join(everybody))


def _row(task: Task, shares: Sequence[TaskAgency], status: Status) -> TaskRow:
    return TaskRow(
        id=task.pk,
        code=task.code,
        what=task.what,
        plan=str(task.plan),
        plan_id=task.plan_id,
        field=_(FIELDS[task.field]) if task.field in FIELDS else "",
        lead_name=task.lead_name,
        leads=agency_names(share for share in shares if share.role == Role.LEAD),
        others=agency_names((share for share in shares if share.role != Role.LEAD), most=1),
        deadline=task.deadline,
        deadline_text=task.deadline_text,
        rhythm=_(Rhythm(task.rhythm).label) if task.rhythm and Rhythm(task.rhythm) is not Rhythm.ONCE else "",
        continuous=task.continuous,
        status=status,
        badge=badge_of(status),
        progress=task.progress,
        state=State(task.state),
        last_update_at=task.last_update_at,
        is_request=task.mode == "request",
        is_part=task.parent_id is not None,
        is_open=task.state in (State.NOT_STARTED, State.IN_PROGRESS),
        product=task.product,
        version=task.version,
        gaps=gaps_of(task),
        vague=task.vague,
    )
