"""The demonstration as somebody finds it who looks at the application for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.test import override_settings

from banggiao.accounts.models import User
from banggiao.agencies.models import Agency
from banggiao.demonstration.loading import Loaded, NotEmpty, demonstration_load, is_empty, is_loaded
from banggiao.demonstration.people import new_passwords
from banggiao.demonstration.story import story
from banggiao.demonstration.tests.statuses import statuses
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState, Validity
from banggiao.tasks.models import DeclineState, Evidence, Plan, Task, TaskAgency, TaskDecline, TaskUpdate
from banggiao.tasks.rules import Status

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """The demonstration on a Monday in November 2026, which the tests of this module share."""
    files = tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=files), transaction.atomic():
        yield demonstration_load(now=NOW)
        transaction.set_rollback(True)


def test_every_act_of_the_story_finds_what_it_is_about(loaded: Loaded) -> None:
    assert loaded.idle == ()
    assert len(story()[1]) > 100


def test_two_plans_are_at_work_and_one_waits_for_review(loaded: Loaded) -> None:
    states = dict(Document.objects.exclude(state=DocumentState.ENTRY).values_list("number", "state"))
    assert states == {
        "12/KH-UBND": DocumentState.CONFIRMED,
        "85/QĐ-UBND": DocumentState.CONFIRMED,
        "45-KH/TU": DocumentState.TO_REVIEW,
    }
    assert Document.objects.filter(state=DocumentState.ENTRY).count() > 30
    assert Document.objects.filter(validity=Validity.SUPERSEDED).count() == 2


def test_tasks_stand_in_every_state_that_a_coordinator_looks_for(loaded: Loaded) -> None:
    running = statuses(Plan.objects.get(year=2026), NOW.date())
    assert running >= {
        *(Status.DONE, Status.DONE_LATE, Status.OVERDUE, Status.DUE_SOON, Status.STALE, Status.IN_PROGRESS),
        Status.NOT_STARTED,
    }
    assert Evidence.objects.count() > 10
    assert TaskDecline.objects.filter(state=DeclineState.OPEN).exists()
    assert TaskUpdate.objects.filter(at__gt=NOW).count() == 0
    assert TaskAgency.objects.filter(person__isnull=False).exists()


def test_what_a_department_left_open_is_with_its_successor(loaded: Loaded) -> None:
    old = TaskAgency.objects.get(agency__code="SLDTBXH", task__what__contains="quản lý lao động người nước ngoài")
    assert old.ended_on
    assert list(old.passings.values_list("to__agency__code", flat=True)) == ["SNV"]
    assert Agency.objects.filter(code="SLDTBXH", valid_to=date(2025, 2, 28)).exists()


def test_everybody_signs_in_with_what_was_shown(loaded: Loaded, rf: Any) -> None:
    for one in loaded.sign_ins:
        assert authenticate(rf.post("/"), email=one.email, password=one.password) is not None


def test_loading_again_changes_nothing(loaded: Loaded) -> None:
    before = Task.objects.count(), User.objects.count()
    with pytest.raises(NotEmpty):
        demonstration_load(now=NOW)
    assert is_loaded() and not is_empty()
    assert (Task.objects.count(), User.objects.count()) == before


def test_new_passwords_replace_the_old_ones(loaded: Loaded, rf: Any) -> None:
    old, new = loaded.sign_ins[0], new_passwords()[0]
    assert new.email == old.email and replace(new, password="") == replace(old, password="")
    assert authenticate(rf.post("/"), email=old.email, password=old.password) is None
    assert authenticate(rf.post("/"), email=new.email, password=new.password) is not None
