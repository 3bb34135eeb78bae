"""Loading the demonstration: everything in one transaction, into an empty database only."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
from banggiao.demonstration.people import SignIn, people, people_load
from banggiao.demonstration.story import Act, PlanEntry, happenings
from banggiao.documents.models import Document


class NotEmpty(Exception):
    """There is something in the database already, which the demonstration must not mix with."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How the people of the demonstration sign in, which is kept nowhere else, and acts that found nothing to do."""

    sign_ins: tuple[SignIn, ...]
    idle: tuple[Act, ...]


def is_empty() -> bool:
    """Whether nobody has put anything into the database yet."""
    return not any(model.objects.exists() for model in (User, Agency, Document))


def is_loaded() -> bool:
    """Whether the database holds the demonstration."""
    addresses = [person.email for person in people()]
    return User.objects.filter(email__in=addresses).count() > len(addresses) // 2


@transaction.atomic
def demonstration_load(*, now: datetime, samples: Path | None = None) -> Loaded:
    """Fill an empty database with the story up to now.

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
    scene = Scene({}, now, {})
    idle: list[Act] = []
    for happening in happenings(now):
        then = replace(scene, now=happening.at)
        if isinstance(happening.what, PlanEntry):
            _come_in(happening.what, then, folder, documents, confirms=happening.confirms)
        elif not perform(happening.what, then):
            idle.append(happening.what)
    for plan in scene.plans.values():
        deadlines_extend(plan, scene)
    return Loaded(tuple(sign_ins), tuple(idle))


def _come_in(entry: PlanEntry, scene: Scene, folder: Path, documents: dict[str, int], *, confirms: bool) -> None:
    by = scene.actor(REVIEWER if confirms else COORDINATOR)
    with recorded_as(by.user_id):
        if confirms:
            scene.plans[entry.key] = plan_reviewed(entry, document_id=documents[entry.key], by=by, now=scene.now)
        else:
            documents[entry.key] = plan_received(entry, by=by, folder=folder, now=scene.now)
