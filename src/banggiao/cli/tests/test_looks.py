"""What `banggiao check` says of one thing after the other."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from banggiao.accounts.models import Role
from banggiao.cli.looks import LOOKS, Found, Level, inside, outside
from banggiao.config.env import Mail, Work
from banggiao.demonstration.people import people
from banggiao.documents.jobs import read_document
from banggiao.upkeep.models import Chore
from banggiao.upkeep.services import worker_seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port at which nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield int(taken.getsockname()[1])


def levels(look: Callable[[], Iterable[Found]]) -> list[Level]:
    return [one.level for one in look()]


def words(look: Callable[[], Iterable[Found]]) -> str:
    return "; ".join(one.words for one in look())


def test_every_look_says_something_in_vietnamese_and_none_finds_a_fault_here() -> None:
    found = [one for look in LOOKS for one in look()]
    assert [one for one in found if one.level is Level.FAULT] == []
    assert all(re.search(r"\w", one.words) for one in found)


def test_a_data_folder_that_cannot_be_written_is_a_fault(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.ENV = replace(settings.ENV, data_dir=tmp_path / "file" / "data")
    assert "không ghi được" in words(outside.data_folder_has_room)
    assert levels(outside.data_folder_has_room) == [Level.FAULT]


def test_files_that_cannot_be_kept_are_a_fault(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file"
    assert levels(outside.files_can_be_stored) == [Level.FAULT]


def test_a_mail_server_that_does_not_answer_is_a_fault(settings: Any, closed_port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed_port
    settings.ENV = replace(settings.ENV, mail=Mail(host="127.0.0.1", port=closed_port))
    assert levels(outside.mail_can_be_sent) == [Level.FAULT]
    assert "kiểm tra EMAIL_URL" in words(outside.mail_can_be_sent)


def test_a_search_server_that_does_not_answer_is_a_fault_and_its_password_is_not_shown(
    settings: Any, closed_port: int
) -> None:
    settings.ENV = replace(settings.ENV, opensearch_url=f"http://ai:mat-khau@127.0.0.1:{closed_port}")
    assert levels(outside.search_answers) == [Level.FAULT]
    assert "mat-khau" not in words(outside.search_answers)


def test_a_watched_folder_is_named(settings: Any, tmp_path: Path) -> None:
    assert levels(outside.watched_folder_can_be_used) == []
    settings.ENV = replace(settings.ENV, work=Work(watched_folder=tmp_path))
    assert str(tmp_path) in words(outside.watched_folder_can_be_used)
    settings.ENV = replace(settings.ENV, work=Work(watched_folder=tmp_path / "gone"))
    assert levels(outside.watched_folder_can_be_used) == [Level.FAULT]


def test_a_province_without_an_administrator_is_told_what_to_do(make_user: Any) -> None:
    assert "banggiao setup" in words(inside.somebody_may_sign_in)
    make_user(role=Role.ADMINISTRATOR)
    assert levels(inside.somebody_may_sign_in) == [Level.GOOD]


def test_the_demonstration_in_production_is_noticed(settings: Any, make_user: Any) -> None:
    for person in people():
        make_user(email=person.email)
    assert levels(inside.somebody_may_sign_in) == [Level.GOOD]
    settings.ENV = replace(settings.ENV, production=True)
    assert levels(inside.somebody_may_sign_in) == [Level.NOTICE]


def test_workers_are_counted_and_jobs_that_nobody_does_are_a_fault() -> None:
    assert levels(inside.somebody_works) == [Level.NOTICE]
    worker_seen(name="máy-chủ:7", started_at=timezone.now(), now=timezone.now())
    assert "máy-chủ:7" in words(inside.somebody_works)
    job = read_document.enqueue(document_id=1)
    assert levels(inside.somebody_works) == [Level.GOOD]
    DBTaskResult.objects.filter(pk=job.id).update(enqueued_at=timezone.now() - timedelta(minutes=11))
    assert levels(inside.somebody_works) == [Level.GOOD, Level.FAULT]


def test_a_chore_that_failed_is_a_fault_until_it_is_done() -> None:
    Chore.objects.create(pk="sessions.clear", begun_at=timezone.now(), fault="OperationalError")
    assert "sessions.clear hỏng lúc" in words(inside.somebody_works)


def test_a_clock_behind_what_was_recorded_is_a_fault() -> None:
    assert levels(inside.clocks_agree) == [Level.GOOD]
    Chore.objects.create(pk="sessions.clear", begun_at=timezone.now() + timedelta(hours=2))
    assert "chạy lùi" in words(inside.clocks_agree)
