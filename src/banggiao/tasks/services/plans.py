"""A reviewed document becomes a plan with tasks, and may be taken back while nobody has reported on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.accounts.record import update_recorded
from banggiao.agencies import queries as agencies
from banggiao.agencies.models import Agency
from banggiao.documents.models import Citation, Document, Finding
from banggiao.documents.rules import KEPT_STATES, AgencyMention, DocumentState, FindingKind, mentions
from banggiao.tasks import rules
from banggiao.tasks.access import can_confirm
from banggiao.tasks.models import Plan, ReportingRhythm, Task, TaskAgency, TaskComment, TaskDecline, TaskUpdate
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.rules import Draft, Found, Period
from banggiao.tasks.services.errors import TaskError, UnknownName, UnresolvedNames
from banggiao.tasks.services.placement import Placed, Placer
from banggiao.tasks.services.record import create_many
from banggiao.tasks.services.summary import summarise


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A plan in force; `created` is false where it had been confirmed before."""

    plan: Plan
    created: bool
    tasks: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What confirming a document would make: its duties with the agencies of each, and names nobody knows."""

    period: Period
    drafts: tuple[tuple[Draft, tuple[Placed, ...]], ...]
    rhythms: int
    unknown: tuple[UnknownName, ...]


def plan_outlook(document: Document) -> Outlook:
    """What confirming would make, without making it."""
    period = _period(document)
    placer = Placer(on=_day(document, period), within=_issuing_agency(document))
    drafts = _drafts(document, period)
    placed = tuple((draft, tuple(placer.place(draft))) for draft in drafts)
    return Outlook(period, placed, _kept(document, FindingKind.DEADLINE).count(), tuple(placer.unknown(drafts)))


@transaction.atomic
def plan_confirm(*, by: Actor, document_id: int, now: datetime, keep_unknown: bool = False) -> Confirmed:
    """Make the accepted findings of a reviewed document official: its plan, tasks, rhythms and citations.

    Everything or nothing. Whoever comes second gets the plan of the first. With `keep_unknown`, names that no
    register knows are kept as written, and their tasks wait for the coordinator.

    Raises:
        NotAllowed: `by` does not give tasks.
        UnresolvedNames: work would go to names that lead to no agency.
        TaskError: the document is not ready.
    """
    demand(can_confirm(by))
    if not _take(document_id, by, now):
        return _confirmed_before(document_id)
    document = Document.objects.select_related("reading").get(pk=document_id)
    outlook = plan_outlook(document)
    if outlook.unknown and not keep_unknown:
        raise UnresolvedNames(outlook.unknown)
    plan = _plan(document, outlook.period, by, now)
    tasks = _tasks(plan, outlook, by=by, today=timezone.localdate(now))
    _rhythms(plan, document)
    official = Citation.objects.filter(citing=document, confirmed=False).exclude(finding__state="dropped")
    update_recorded(official, by_id=by.user_id, confirmed=True)
    return Confirmed(plan, created=True, tasks=len(tasks))


@transaction.atomic
def plan_withdraw(*, by: Actor, plan_id: int, now: datetime) -> Document:
    """Take a confirmed plan back into review, while no agency has answered to any of its tasks.

    Raises:
        NotAllowed: `by` does not give tasks.
        TaskError: something was reported, said or declined; the tasks stay as they are.
    """
    demand(can_confirm(by))
    plan = Plan.objects.select_for_update().select_related("document").get(pk=plan_id)
    if plan.withdrawn_at is not None:
        return plan.document
    if _answered(plan):
        raise TaskError(
            _("Không rút lại được: đã có cơ quan cập nhật, góp ý hoặc từ chối nhiệm vụ. Các nhiệm vụ được giữ nguyên.")
        )
    for task in plan.tasks.order_by("-parent_id", "pk"):
        task.delete()
    for rhythm in plan.reporting_rhythms.all():
        rhythm.delete()
    plan.handled.all().delete()
    plan.withdrawn_at = now
    plan.save(update_fields=["withdrawn_at"])
    document = plan.document
    document.state = DocumentState.TO_REVIEW
    document.version += 1
    document.changed_by_id = by.user_id
    document.save(update_fields=["state", "version", "changed_by", "changed_at"])
    update_recorded(Citation.objects.filter(citing=document, confirmed=True), by_id=by.user_id, confirmed=False)
    return document


def _answered(plan: Plan) -> bool:
    return any(rows.objects.filter(task__plan=plan).exists() for rows in (TaskUpdate, TaskComment, TaskDecline))


def _take(document_id: int, by: Actor, now: datetime) -> bool:
    """Move the document from review to confirmed; of two who try, one succeeds."""
    waiting = Document.objects.filter(pk=document_id, state=DocumentState.TO_REVIEW)
    moved = update_recorded(
        waiting,
        by_id=by.user_id,
        state=DocumentState.CONFIRMED,
        version=F("version") + 1,
        changed_by_id=by.user_id,
        changed_at=now,
    )
    return moved == 1


def _confirmed_before(document_id: int) -> Confirmed:
    plan = Plan.objects.filter(document_id=document_id, withdrawn_at=None).first()
    if plan is None:
        raise TaskError(_("Văn bản chưa ở bước rà soát nên chưa xác nhận được. Hãy đợi đọc xong rồi rà soát."))
    return Confirmed(plan, created=False, tasks=plan.tasks.count())


def _period(document: Document) -> Period:
    received = timezone.localdate(document.received_at) if document.received_at else None
    first_of_year = date(document.year, 1, 1) if document.year else None
    return rules.plan_period(document.title, document.date or first_of_year or received or date.min)


def _day(document: Document, period: Period) -> date:
    """The day at which the plan's agencies and groups are understood."""
    return document.date or period.start


def _issuing_agency(document: Document) -> Agency | None:
    """The body that issued a plan, for groups that mean its own places; None for the province."""
    if not document.issuer:
        return None
    found = agencies.resolve(document.issuer, _period(document).start).agency
    return Agency.objects.filter(pk=found.id).first() if found else None


def _kept(document: Document, kind: FindingKind) -> QuerySet[Finding]:
    return Finding.objects.filter(reading__document=document, live=True, kind=kind, state__in=KEPT_STATES)


def _drafts(document: Document, period: Period) -> list[Draft]:
    headings = Finding.objects.filter(reading__document=document, live=True, kind=FindingKind.HEADING)
    texts = dict(headings.exclude(state="dropped").values_list("path", "text"))
    found = [
        Found(row.pk, row.path, row.text, (row.span_start, row.span_end), row.fields)
        for row in _kept(document, FindingKind.ASSIGNMENT).order_by("order", "pk")
    ]
    limits = thresholds()
    return [
        rules.draft(one, headings=texts, period=period, before_excludes_day=limits.before_excludes_day) for one in found
    ]


def _plan(document: Document, period: Period, by: Actor, now: datetime) -> Plan:
    """The plan of a document; one that had been taken back is revived, so that its history stays in one place."""
    plan = Plan.objects.filter(document=document).first() or Plan(document=document)
    plan.title = document.title or str(document)
    plan.number = document.number
    plan.year, plan.period_from, plan.period_to = period.year, period.start, period.end
    plan.confirmed_by_id = by.user_id
    plan.confirmed_at = now
    plan.withdrawn_at = None
    plan.save()
    return plan


def _tasks(plan: Plan, outlook: Outlook, *, by: Actor, today: date) -> list[Task]:
    tasks: list[Task] = []
    shares: list[TaskAgency] = []
    for order, (draft, parts) in enumerate(outlook.drafts, 1):
        task = _task(plan, order, draft, today)
        own = [_share(task, part) for part in parts]
        summarise(task, own, today=today)
        tasks.append(task)
        shares += own
    made = create_many(tasks, by=by)
    create_many(shares, by=by)
    return made


def _task(plan: Plan, order: int, draft: Draft, today: date) -> Task:
    start, end = draft.found.span
    return Task(
        plan=plan,
        code=str(order),
        order=order,
        what=draft.what,
        field=draft.field,
        pillar=draft.pillar,
        mode=draft.mode,
        deadline=draft.deadline,
        deadline_text=draft.deadline_text,
        rhythm=draft.rhythm,
        rhythm_month=draft.rhythm_month,
        rhythm_day=draft.rhythm_day,
        continuous=draft.continuous,
        product=draft.product,
        authority=draft.authority[:200],
        finding_id=draft.found.finding_id,
        source_text=draft.found.text,
        source_path=draft.found.path,
        heading=draft.heading,
        span_start=start,
        span_end=end,
        quiet_since=today,
    )


def _share(task: Task, part: Placed) -> TaskAgency:
    return TaskAgency(
        task=task, agency_id=part.agency_id, role=part.role, written_as=part.written_as[:300], group=part.group[:300]
    )


def _rhythms(plan: Plan, document: Document) -> None:
    """The plan's own words on who reports to whom and when; every group unfolds on the plan's day."""
    placer = Placer(on=document.date or plan.period_from, within=_issuing_agency(document))
    for row in _kept(document, FindingKind.DEADLINE).order_by("order", "pk"):
        if row.fields.get("duty") == "act":
            continue
        who, to = mentions(row.fields, "by"), mentions(row.fields, "to")
        rhythm = ReportingRhythm.objects.create(
            plan=plan,
            finding=row,
            rhythm=row.fields.get("rhythm") or "once",
            month=row.fields.get("month"),
            day=row.fields.get("day"),
            year=row.fields.get("year"),
            text=row.text,
            who=_names(who),
            to=_names(to),
            path=row.path,
            span_start=row.span_start,
            span_end=row.span_end,
        )
        rhythm.agencies.set(placer.members(who))
        rhythm.recipients.set(placer.members(to))


def _names(found: Sequence[AgencyMention]) -> str:
    return ", ".join(dict.fromkeys(mention.written for mention in found))
