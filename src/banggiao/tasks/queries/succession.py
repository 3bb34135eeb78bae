"""Shares in open tasks of agencies that ended, and who could take them over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet

from banggiao.accounts.access import Actor
from banggiao.agencies.models import Agency
from banggiao.agencies.queries.lookup import passings
from banggiao.agencies.rules import Validity, successors_of
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import TaskAgency
from banggiao.tasks.rules import OPEN

MOST_SHOWN = 200
"""Tasks of one page; those behind them come up once the first are passed on."""


def orphaned_shares(today: date) -> QuerySet[TaskAgency]:
    """Shares in open tasks of agencies that have ended."""
    open_states = [state.value for state in OPEN]
    ended = list(Agency.objects.filter(valid_to__lt=today).values_list("pk", flat=True))
    return TaskAgency.objects.filter(ended_on=None, agency__in=ended, task__state__in=open_states)


class Heirs:
    """Who does the work of agencies on a day: read once (2 queries), asked for any number of tasks."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._passings = passings()
        self._agencies = Agency.objects.in_bulk({one.successor for one in self._passings})

    def of(self, share: TaskAgency) -> list[Agency]:
        """The agencies that do the work of a share's agency in the task's function and exist on the day."""
        if share.agency_id is None:
            return []
        function = f"{share.task.heading} {share.task.what}"
        found = successors_of(self._passings, share.agency_id, function=function, on=self._today)
        return [self._agencies[one] for one in found if one != share.agency_id and self._exists(one)]

    def all_of(self, agency_id: int) -> list[Agency]:
        """Every successor of an agency, whatever the function, for the coordinator to choose from."""
        direct = [one for one in self._passings if one.predecessor == agency_id and one.on <= self._today]
        found: dict[int, None] = {}
        for function in dict.fromkeys(one.function for one in direct):
            found |= dict.fromkeys(successors_of(self._passings, agency_id, function=function, on=self._today))
        return [self._agencies[one] for one in found if one != agency_id and self._exists(one)]

    def _exists(self, agency_id: int) -> bool:
        agency = self._agencies.get(agency_id)
        return agency is not None and Validity(agency.valid_from, agency.valid_to).holds(self._today)


@dataclass(frozen=True, slots=True)
class Choice:
    """A successor that could take a share over; `is_likely` where its function is the task's."""

    agency: Agency
    is_likely: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A share that waits, with the successors to choose from; none where nobody is on record."""

    share: TaskAgency
    choices: tuple[Choice, ...]

    @property
    def is_plain(self) -> bool:
        return sum(choice.is_likely for choice in self.choices) == 1


@dataclass(frozen=True, slots=True)
class Ended:
    """An agency that ended, with what still stands in its name."""

    agency: Agency
    waiting: tuple[Waiting, ...]

    @property
    def has_choices(self) -> bool:
        return any(one.choices for one in self.waiting)


def succession_page(actor: Actor, *, today: date) -> tuple[Ended, ...]:
    """The agencies that ended with their open tasks, at most `MOST_SHOWN` of these."""
    shares = orphaned_shares(today).filter(task__in=visible_tasks(actor).values("pk"))
    shown = shares.select_related("agency", "task__plan").order_by("agency__order", "agency_id", "task_id")[:MOST_SHOWN]
    return tuple(_grouped(shown, Heirs(today)))


def _grouped(shares: Iterable[TaskAgency], heirs: Heirs) -> Iterable[Ended]:
    for _agency_id, own in groupby(shares, key=lambda share: share.agency_id):
        rows = list(own)
        agency = rows[0].agency
        if agency is not None:
            everybody = heirs.all_of(agency.pk)
            yield Ended(agency, tuple(_waiting(share, heirs, everybody) for share in rows))


def _waiting(share: TaskAgency, heirs: Heirs, everybody: list[Agency]) -> Waiting:
    likely = {agency.pk: agency for agency in heirs.of(share)}
    known = likely | {agency.pk: agency for agency in everybody}
    return Waiting(share, tuple(Choice(agency, agency.pk in likely) for agency in known.values()))
