"""Loading the demonstration: everything in one transaction, into an empty database only."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from banggiao.accounts.models import User
from banggiao.accounts.record import recorded_as
from banggiao.agencies.demonstration import lam_giang_set_up
from banggiao.agencies.models import Agency
from banggiao.demonstration.acts import COORDINATOR, REVIEWER, Scene, deadlines_extend, perform
from banggiao.demonstration.documents import demand_samples, plan_received, plan_reviewed, samples_folder
from banggiao.demonstration.people import SignIn, actor_of, people, people_load
from banggiao.demonstration.story import Happening, PlanEntry, happenings
from banggiao.documents.models import Document
from banggiao.tasks.models import Plan


class NotEmpty(Exception):
    """There is something in the database already, which the demonstration must not mix with."""


def is_empty() -> bool:
    """Whether nobody has put anything into the database yet."""
    return not any(model.objects.exists() for model in (User, Agency, Document))


def is_loaded() -> bool:
    """Whether the database holds the demonstration."""
    return User.objects.filter(email=people()[0].email).exists()


@transaction.atomic
def demonstration_load(*, now: datetime, samples: Path | None = None) -> list[SignIn]:
    """Fill an empty database with the story up to now; gives how its people sign in, which is kept nowhere else.

    A process that dies meanwhile leaves the database empty; files that it had stored are taken over by the next one.

    Raises:
        NotEmpty: somebody has begun to work here, or the demonstration is there.
        SamplesMissing: with the folder where the sample plans should be.
    """
    folder = samples or samples_folder()
    demand_samples(folder)
    if not is_empty():
        raise NotEmpty
    lam_giang_set_up(by=None, today=timezone.localdate(now))
    sign_ins = people_load(now=now)
    documents: dict[str, int] = {}
    plans: dict[str, Plan] = {}
    for happening in happenings(now):
        _happen(happening, folder, documents, plans)
    scene = Scene(plans, now)
    for plan in plans.values():
        deadlines_extend(plan, scene)
    return sign_ins


def _happen(happening: Happening, folder: Path, documents: dict[str, int], plans: dict[str, Plan]) -> None:
    entry, now = happening.what, happening.at
    if not isinstance(entry, PlanEntry):
        perform(entry, Scene(plans, now))
        return
    by = actor_of(REVIEWER if happening.confirms else COORDINATOR, timezone.localdate(now))
    with recorded_as(by.user_id):
        if happening.confirms:
            plans[entry.key] = plan_reviewed(entry, document_id=documents[entry.key], by=by, now=now)
        else:
            documents[entry.key] = plan_received(entry, by=by, folder=folder, now=now)
