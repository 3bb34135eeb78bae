"""A full disk, a locked database, a file that has gone: said with a status of their own, and nothing is half done."""

from __future__ import annotations

import io
import resource
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from banggiao.documents.models import Document, StoredFile
from banggiao.testing.cast import make_cast
from banggiao.testing.documents import make_read_plan, plan_text

SAMPLES = Path(__file__).resolve().parents[4] / "samples"
MEGABYTE = 2**20


def coordinator() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(make_cast().coordinator)
    return client


def kept_files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.fixture
def lock(transactional_db: None) -> Iterator[Callable[[], sqlite3.Connection]]:
    """Lets somebody else hold the database for writing; our own patience is cut short."""
    if connection.vendor != "sqlite":
        pytest.skip("writers of other databases do not wait for each other")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)

    def hold() -> sqlite3.Connection:
        return other.execute("BEGIN IMMEDIATE").connection

    yield hold
    other.close()
    connection.close()


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """The system's own limit on the size of a file: writing beyond it fails as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def large_document() -> bytes:
    out = io.BytesIO((SAMPLES / "ke-hoach-tinh-uy.docx").read_bytes())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as packed:
        packed.writestr("word/media/anh.bin", bytes(24 * MEGABYTE))
    return out.getvalue()


def test_a_locked_database_is_said_and_the_document_can_be_sent_again(lock: Callable[[], sqlite3.Connection]) -> None:
    client, text = coordinator(), plan_text(1).encode()
    other = lock()
    answer = client.post(reverse("documents:document_receive"), {"files": SimpleUploadedFile("a.txt", text)})
    assert answer.status_code == 503
    assert "đang bận" in answer.content.decode()
    assert (Document.objects.count(), kept_files()) == (0, [])
    other.rollback()
    answer = client.post(reverse("documents:document_receive"), {"files": SimpleUploadedFile("a.txt", text)})
    assert (answer.status_code, Document.objects.count()) == (200, 1)


def test_an_act_that_cannot_be_written_changes_nothing_and_says_so(lock: Callable[[], sqlite3.Connection]) -> None:
    client, document = coordinator(), make_read_plan()
    page = client.get(reverse("documents:document_edit", args=[document.pk]))
    form = page.context["form"]
    values = {name: form[name].value() or "" for name in form.fields}
    other = lock()
    answer = client.post(
        reverse("documents:document_edit", args=[document.pk]), {**values, "title": "Trích yếu khác hẳn"}
    )
    other.rollback()
    words = answer.content.decode()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert "Thao tác vừa rồi chưa được ghi" in words
    assert "Traceback" not in words
    assert Document.objects.get(pk=document.pk).title == document.title


@pytest.mark.django_db
def test_a_full_disk_is_said_and_leaves_neither_row_nor_half_file(caplog: pytest.LogCaptureFixture) -> None:
    client, content = coordinator(), large_document()
    with largest_file(20 * MEGABYTE):
        answer = client.post(reverse("documents:document_receive"), {"files": SimpleUploadedFile("a.docx", content)})
    assert answer.status_code == 507
    assert "hết dung lượng" in answer.content.decode()
    assert (Document.objects.count(), StoredFile.objects.count(), kept_files()) == (0, 0, [])
    assert "A document could not be kept: OSError" in caplog.text
    assert "đối ngoại" not in caplog.text.lower()


@pytest.mark.django_db
def test_a_file_that_has_gone_is_said_where_it_is_asked_for_and_the_page_stays() -> None:
    client, document = coordinator(), make_read_plan()
    default_storage.delete(str(StoredFile.objects.get().file.name))
    assert client.get(reverse("documents:document_detail", args=[document.pk])).status_code == 200
    answer = client.get(reverse("documents:document_download", args=[document.pk]))
    assert answer.status_code == 404
    assert "Tệp gốc không còn trong kho lưu trữ" in answer.content.decode()
