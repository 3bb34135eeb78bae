"""The record of changes: every row, with who and from where, and nobody edits it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from banggiao.accounts.models import Invitation, User
from banggiao.accounts.record import update_recorded
from banggiao.testing.access import names_of_addresses
from banggiao.testing.cast import Cast

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]

WITHOUT_RECORD = {
    "documents.Reading": "what the machine read; what people make of it is recorded with the findings",
    "documents.FindingChange": "the log of the findings themselves, by which acts are taken back",
    "documents.ReviewPresence": "who has a review open at this moment",
    "upkeep.Chore": "what the machine does by the clock",
    "upkeep.Worker": "which processes are at work",
}
"""Rows that nobody answers for, and why."""


def test_every_row_that_somebody_answers_for_is_recorded() -> None:
    labels = {app.split(".")[-1] for app in settings.OWN_APPS}
    own = {model for model in apps.get_models() if model._meta.app_label in labels}
    left_out = {model._meta.label for model in own if not auditlog.contains(model)}
    assert left_out == set(WITHOUT_RECORD)


def test_a_change_on_a_condition_is_recorded_with_who_made_it(make_user: Make, make_invitation: Make) -> None:
    person, letter = make_user(), make_invitation()
    rows = Invitation.objects.filter(pk=letter.pk)
    assert update_recorded(rows, by_id=person.pk, full_name="Lý Văn Mới", digest="x" * 64) == 1
    entry = LogEntry.objects.get_for_object(letter).latest("pk")
    assert entry.actor == person
    assert entry.changes == {"full_name": ["Lý Được Mời", "Lý Văn Mới"], "digest": ["•••", "•••"]}
    before = LogEntry.objects.count()
    assert update_recorded(rows, by_id=person.pk, full_name="Lý Văn Mới") == 1
    assert update_recorded(rows.filter(full_name="khác"), by_id=person.pk, full_name="Ai đó") == 0
    assert LogEntry.objects.count() == before


def test_the_record_names_actor_and_address(make_cast: Make, client: Client) -> None:
    cast: Cast = make_cast()
    client.force_login(cast.administrator)
    client.post(
        reverse("accounts:person_edit", args=[cast.viewer.pk]), {"full_name": "Vũ Thị Xem Xét"}, REMOTE_ADDR="10.1.2.3"
    )
    entry = LogEntry.objects.get_for_object(User.objects.get(pk=cast.viewer.pk)).latest("pk")
    assert (entry.actor, entry.remote_addr) == (cast.administrator, "10.1.2.3")


def test_the_administrator_takes_the_record_along_and_nobody_edits_it(make_cast: Make, client: Client) -> None:
    cast: Cast = make_cast()
    client.force_login(cast.administrator)
    where = reverse("accounts:record_list")
    book = load_workbook(io.BytesIO(client.get(where, {"xuat": "xlsx"}).content))
    assert book.active is not None
    assert [cell.value for cell in book.active[1]][:3] == ["Lúc", "Người làm", "Việc"]
    assert book.active.max_row == LogEntry.objects.count() + 1
    before = list(LogEntry.objects.values_list("pk", "changes"))
    for method in (client.post, client.put, client.patch, client.delete):
        method(where, {"pk": before[0][0]})
    assert list(LogEntry.objects.filter(pk__in=[pk for pk, _changes in before]).values_list("pk", "changes")) == before
    assert {name for name in names_of_addresses() if "record" in name or "logentry" in name} == {"accounts:record_list"}
