"""One task with all that its page shows, in a number of queries that does not grow with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, Decision
from banggiao.documents.models import Citation, Document
from banggiao.documents.rules import Validity
from banggiao.tasks import access, rules
from banggiao.tasks.models import Role, SharePassing, Task, TaskAgency, TaskComment, TaskDecline, TaskUpdate
from banggiao.tasks.queries.people import colleagues_of
from banggiao.tasks.queries.rounds import Round, rounds_of
from banggiao.tasks.queries.rows import TaskRow, badge_of, gaps_of, task_rows
from banggiao.tasks.queries.status import status_of
from banggiao.tasks.rules import Clarity, Rhythm, State, Status
from banggiao.ui.badges import PlainBadge

AROUND = 700
"""Characters of the document shown before and behind a task's sentence."""


@dataclass(frozen=True, slots=True)
class ShareLine:
    """An agency's part as the page shows it."""

    id: int
    agency_id: int | None
    name: str
    group: str
    leads: bool
    badge: PlainBadge
    progress: int
    updated_at: datetime | None
    person: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A task's sentence among its neighbours in the document."""

    document: Document
    heading: str
    path: str
    before: str
    sentence: str
    after: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to a task. `kind` is update, comment, decline or passing (to a successor)."""

    kind: str
    at: datetime
    who: str
    agency: str
    text: str
    badge: PlainBadge | None = None
    progress: int | None = None
    files: tuple[tuple[int, str, int], ...] = ()
    decline: TaskDecline | None = None


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do here."""

    update: Decision
    comment: Decision
    decline: Decision
    hand_on: Decision
    split: Decision
    manage: Decision


@dataclass(frozen=True)
class TaskPage:
    """Everything on a task's page."""

    task: Task
    status: Status
    badge: PlainBadge
    rhythm: str
    leads: tuple[ShareLine, ...]
    others: tuple[ShareLine, ...]
    done_leads: int
    parts: tuple[TaskRow, ...]
    rounds: tuple[Round, ...]
    happenings: tuple[Happening, ...]
    source: Source | None
    gaps: tuple[Clarity, ...]
    vague: str | None
    fallen: tuple[Document, ...]
    colleagues: tuple[tuple[int, str], ...]
    own: TaskAgency | None
    may: May
    waiting_decline: TaskDecline | None

    @property
    def leads_apart(self) -> bool:
        """Whether several agencies lead, each with a state of its own."""
        return len(self.leads) > 1


def task_page(actor: Actor, task: Task, *, today: date) -> TaskPage:
    """The page of a task that the actor may see, read with its plan and document."""
    shares = list(task.shares.filter(ended_on=None).select_related("agency", "person"))
    lines = [_line(share, actor) for share in shares]
    leads = tuple(line for line in lines if line.leads)
    own = access.share_of(actor, shares)
    declines = list(task.declines.select_related("agency", "by", "answered_by"))
    status = status_of(task, today)
    return TaskPage(
        task=task,
        status=status,
        badge=badge_of(status),
        rhythm=_(Rhythm(task.rhythm).label) if task.rhythm and Rhythm(task.rhythm).recurs else "",
        leads=leads,
        others=tuple(line for line in lines if not line.leads),
        done_leads=sum(share.state == State.DONE for share in shares if share.role == Role.LEAD),
        parts=task_rows(access.visible_tasks(actor).filter(parent=task).select_related("plan"), today=today),
        rounds=rounds_of(task, today=today),
        happenings=happenings(task, declines),
        source=source_of(task),
        gaps=gaps_of(task) if access.can_manage(actor) else (),
        vague=rules.vague_words(task.what) if task.vague else None,
        fallen=tuple(fallen_bases(task)),
        colleagues=_colleagues(own, today),
        own=own,
        may=_may(actor, task, shares),
        waiting_decline=next((one for one in declines if one.state == "open"), None),
    )


def _may(actor: Actor, task: Task, shares: Sequence[TaskAgency]) -> May:
    return May(
        update=access.can_update(actor, task, shares),
        comment=access.can_comment(actor),
        decline=access.can_decline(actor, task, shares),
        hand_on=access.can_hand_on(actor, shares),
        split=access.can_split(actor, task, shares),
        manage=access.can_manage(actor),
    )


def _line(share: TaskAgency, actor: Actor) -> ShareLine:
    state = State(share.state)
    return ShareLine(
        id=share.pk,
        agency_id=share.agency_id,
        name=share.agency.name if share.agency is not None else share.written_as,
        group=share.group,
        leads=share.role == Role.LEAD,
        badge=PlainBadge(_(state.label), state.icon, state.colour),  # type: ignore[arg-type]
        progress=share.progress,
        updated_at=share.updated_at,
        person=share.person.full_name if share.person is not None else "",
        is_own=share.agency_id is not None and share.agency_id == actor.agency_id,
    )


def _colleagues(own: TaskAgency | None, today: date) -> tuple[tuple[int, str], ...]:
    """To whom the agency may hand the task on."""
    if own is None:
        return ()
    return tuple(
        colleagues_of(own, today).order_by("user__full_name").values_list("user_id", "user__full_name").distinct()
    )


def happenings(task: Task, declines: Sequence[TaskDecline]) -> tuple[Happening, ...]:
    """Updates, comments, declines and what passed to successors, the newest first."""
    updates = task.updates.select_related("agency", "by").prefetch_related("evidence__file")
    comments = task.comments.select_related("agency", "by")
    found = [
        *(_updated(update) for update in updates),
        *(_commented(comment) for comment in comments),
        *(_declined(decline) for decline in declines),
        *(_passed(passing) for passing in _passings(task)),
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def _updated(update: TaskUpdate) -> Happening:
    state = State(update.state)
    return Happening(
        "update",
        update.at,
        update.by.full_name,
        str(update.agency or ""),
        update.text,
        badge=PlainBadge(_(state.label), state.icon, state.colour),  # type: ignore[arg-type]
        progress=update.progress,
        files=tuple((one.pk, one.name, one.file.size) for one in update.evidence.all()),
    )


def _commented(comment: TaskComment) -> Happening:
    return Happening("comment", comment.at, comment.by.full_name, str(comment.agency or ""), comment.text)


def _declined(decline: TaskDecline) -> Happening:
    return Happening("decline", decline.at, decline.by.full_name, str(decline.agency), decline.reason, decline=decline)


def _passings(task: Task) -> QuerySet[SharePassing]:
    return SharePassing.objects.filter(share__task=task).select_related("share__agency", "to__agency", "by")


def _passed(passing: SharePassing) -> Happening:
    text = _("%(old)s đã kết thúc hoạt động; nhiệm vụ chuyển sang %(new)s.") % {
        "old": passing.share.agency,
        "new": passing.to.agency,
    }
    return Happening("passing", passing.at, passing.by.full_name if passing.by else _("Hệ thống"), "", text)


def source_of(task: Task) -> Source | None:
    """The task's sentence where it stands in its document; None for a task without one."""
    document = task.plan.document
    reading = getattr(document, "reading", None)
    if task.span_start is None or task.span_end is None or reading is None:
        return None
    start, end = task.span_start, task.span_end
    text = reading.text
    return Source(
        document=document,
        heading=task.heading,
        path=task.source_path,
        before=_from_line(text[max(0, start - AROUND) : start], at_start=start <= AROUND),
        sentence=text[start:end],
        after=_to_line(text[end : end + AROUND], at_end=end + AROUND >= len(text)),
        page=sum(page <= start for page in reading.pages) or None,
    )


def _from_line(text: str, *, at_start: bool) -> str:
    """A stretch that begins with a whole line."""
    return text if at_start else text.partition("\n")[2]


def _to_line(text: str, *, at_end: bool) -> str:
    return text if at_end else text.rpartition("\n")[0]


def fallen_bases(task: Task) -> QuerySet[Document]:
    """Documents that the task's sentence rests on and that no longer bind."""
    cited = Citation.objects.filter(
        citing=task.plan.document_id, span_start__gte=task.span_start or 0, span_end__lte=task.span_end or 0
    ).values("cited")
    return Document.objects.filter(pk__in=cited).exclude(validity=Validity.IN_FORCE).select_related("superseded_by")
