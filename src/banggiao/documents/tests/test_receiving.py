"""Bringing files in: what is kept, what is shown, what is refused, and that nothing stays of it."""

from __future__ import annotations

import io
import logging
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from banggiao.accounts.access import NotAllowed
from banggiao.documents.intake import MAX_FILE_BYTES, Upload, clean_name
from banggiao.documents.models import Citation, Document, Finding, Reading, StoredFile
from banggiao.documents.rules import DocumentState, FindingKind
from banggiao.documents.services.queue import document_retry, documents_take_up
from banggiao.documents.services.reading import document_read
from banggiao.documents.services.receiving import Receipt, document_receive
from banggiao.testing.accounts import make_actor
from banggiao.testing.agencies import make_agency
from banggiao.testing.documents import NOW, make_read_plan, make_upload, plan_text

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).resolve().parents[4] / "samples"


def receive(content: bytes | str, name: str = "van-ban.txt") -> Receipt:
    raw = content.encode() if isinstance(content, str) else content
    return document_receive(by=make_actor(), upload=Upload(name, raw), now=NOW)


def kept_files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_plan_is_kept_unchanged_and_described():
    text = plan_text(12)
    receipt = receive(text)
    document = Document.objects.get(pk=receipt.document_id)
    assert receipt.outcome == "received"
    assert (document.kind, document.number, str(document.date)) == ("Kế hoạch", "12/KH-UBND", "2026-01-20")
    assert document.state == DocumentState.RECEIVED
    assert kept_files()[0].read_bytes() == text.encode()


def test_the_job_reads_it_into_findings_and_citations(run_jobs):
    receipt = receive(plan_text())
    run_jobs()
    document = Document.objects.get(pk=receipt.document_id)
    assert document.state == DocumentState.TO_REVIEW
    assert set(Finding.objects.values_list("kind", flat=True)) >= {
        FindingKind.ASSIGNMENT,
        FindingKind.CITATION,
        FindingKind.CONTENT,
        FindingKind.DEADLINE,
        FindingKind.HEADING,
    }
    basis = Citation.objects.get(citing=document, basis=True)
    assert (basis.cited.number, basis.cited.state) == ("59-NQ/TW", DocumentState.ENTRY)


def test_reading_twice_does_nothing_twice():
    document = make_read_plan()
    count = Finding.objects.count()
    assert document_read(document_id=document.pk, now=NOW) is False
    assert Finding.objects.count() == count


def test_what_a_dead_process_left_is_taken_up_again():
    receipt = receive(plan_text())
    Document.objects.update(state=DocumentState.READING, reading_since=NOW)
    assert documents_take_up(now=NOW + timedelta(minutes=1)) == 0
    assert documents_take_up(now=NOW + timedelta(minutes=11)) == 1
    assert document_read(document_id=receipt.document_id, now=NOW) is True


def test_a_document_whose_job_was_lost_is_queued_again_once():
    receipt = receive(plan_text())
    late = NOW + timedelta(minutes=11)
    assert documents_take_up(now=late) == 1
    assert documents_take_up(now=late) == 0
    assert document_read(document_id=receipt.document_id, now=late) is True
    assert documents_take_up(now=late + timedelta(hours=1)) == 0


def test_the_same_file_is_shown_and_not_kept_twice():
    text = plan_text()
    first, second = receive(text), receive(text, "ten-khac.txt")
    assert (second.outcome, second.code, second.document_id) == ("duplicate", "same-content", first.document_id)
    assert (Document.objects.count(), len(kept_files())) == (1, 1)


def test_the_same_number_and_date_in_another_file_is_shown_and_not_kept_twice():
    text = plan_text(31)
    first, second = receive(text), receive(text + "\n")
    assert (second.outcome, second.code, second.document_id) == ("duplicate", "same-number", first.document_id)
    assert (Document.objects.count(), len(kept_files())) == (1, 1)


def test_the_same_number_of_another_province_is_another_document():
    text = plan_text(31)
    receive(text)
    other = receive(text.replace("LAM GIANG", "HÀ TĨNH").replace("Lam Giang", "Hà Tĩnh"))
    assert other.outcome == "received"


def test_an_entry_becomes_the_document_when_its_file_arrives_and_keeps_its_citations():
    make_read_plan()
    entry = Document.objects.get(number="59-NQ/TW")
    text = (
        "BỘ CHÍNH TRỊ\n*\nSố 59-NQ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 24 tháng 01 năm 2025\n\nNGHỊ QUYẾT\n"
        "về hội nhập quốc tế trong tình hình mới\n\nI. QUAN ĐIỂM\n- Hội nhập quốc tế là sự nghiệp của toàn dân.\n"
    )
    receipt = receive(text)
    entry.refresh_from_db()
    assert (receipt.outcome, receipt.document_id) == ("received", entry.pk)
    assert entry.state == DocumentState.RECEIVED
    assert entry.cited_by.count() == 1


SECRET = plan_text(77).replace("Số: 77/KH-UBND", "MẬT\nSố: 77/KH-UBND")


@pytest.mark.parametrize(
    "text",
    [SECRET, SECRET.replace("MẬT", "TỐI MẬT"), plan_text(78).replace("78/KH-UBND", "78/UBND-NC-m")],
    ids=["stamp", "higher", "suffix"],
)
def test_a_secret_leaves_no_file_no_row_no_log_line_and_no_temporary_file(text, caplog, monkeypatch, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    actor = make_actor()
    with caplog.at_level(logging.DEBUG):
        receipt = document_receive(by=actor, upload=Upload("mat.txt", text.encode()), now=NOW)
    assert (receipt.outcome, receipt.code, receipt.document_id) == ("refused", "secret", None)
    assert kept_files() == list(scratch.iterdir()) == []
    assert [record for record in caplog.records if not record.name.startswith("django.db")] == []
    assert "đối ngoại" not in receipt.message
    for table in connection.introspection.table_names():
        if table.endswith(("_words_data", "_words_config")):
            continue  # what an index of SQLite knows of itself
        if table.startswith(("documents_", "auditlog_", "django_tasks")):
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
                # The person who tried is no trace of the document.
                assert table.startswith("auditlog_") or cursor.fetchone()[0] == 0, table


def _zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (64 * 2**20))
    return buffer.getvalue()


def _with_macros() -> bytes:
    buffer = io.BytesIO((SAMPLES / "ke-hoach-tinh-uy.docx").read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11")
    return buffer.getvalue()


def _encrypted_pdf() -> bytes:
    writer = PdfFileWriter(stream_xrefs=False)
    resources = writer.add_object(generic.DictionaryObject())
    contents = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.insert_page(
        PageObject(
            contents=contents,
            media_box=generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842))),
            resources=resources,
        )
    )
    writer.encrypt(owner_pass="chu", user_pass="mat-khau")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"", {"empty"}),
        (bytes(range(256)) * 40, {"unknown-type", "unreadable-encoding", "no-text"}),
        (_zip_bomb(), {"bomb", "too-large"}),
        (b"%PDF-1.7\n" + b"\x00\xff" * 4000, {"damaged"}),
        (b"PK\x03\x04" + b"x" * 500, {"damaged"}),
        (_with_macros(), {"macro"}),
        (_encrypted_pdf(), {"encrypted"}),
    ],
    ids=["empty", "random", "bomb", "broken-pdf", "broken-zip", "macros", "encrypted-pdf"],
)
def test_hostile_files_are_refused_in_words_and_leave_nothing(content: bytes, codes: set[str]):
    receipt = receive(content, "la.docx")
    assert receipt.outcome == "refused"
    assert receipt.code in codes
    assert len(receipt.message) > 20
    assert (Document.objects.count(), StoredFile.objects.count(), kept_files()) == (0, 0, [])


def test_a_file_beyond_the_limit_is_refused_before_it_is_looked_at():
    assert receive(bytes(MAX_FILE_BYTES + 1)).code == "too-large"


@pytest.mark.parametrize("role", ["focal_point", "leader", "viewer"])
def test_only_coordinators_and_administrators_bring_documents_in(role: str):
    with pytest.raises(NotAllowed):
        document_receive(
            by=make_actor(role=role, agency=make_agency() if role == "focal_point" else None),
            upload=make_upload(),
            now=NOW,
        )


def test_a_full_disk_is_said_and_nothing_is_half_done(settings, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    settings.MEDIA_ROOT = blocked / "files"
    receipt = receive(plan_text())
    assert (receipt.outcome, receipt.code) == ("refused", "storage")
    assert (Document.objects.count(), Reading.objects.count()) == (0, 0)


def test_a_document_whose_file_is_missing_fails_with_its_reason_and_can_be_tried_again():
    content = (SAMPLES / "ke-hoach-tinh-uy.pdf").read_bytes()
    receipt = receive(content, "ke-hoach.pdf")
    document = Document.objects.get(pk=receipt.document_id)
    place = Path(settings.MEDIA_ROOT) / document.file.file.name
    place.rename(place.with_suffix(".away"))
    document_read(document_id=document.pk, now=NOW)
    document.refresh_from_db()
    assert (document.state, document.failure_code) == (DocumentState.FAILED, "missing-file")
    place.with_suffix(".away").rename(place)
    assert document_retry(by=make_actor(), document_id=document.pk)
    assert document_read(document_id=document.pk, now=NOW)
    document.refresh_from_db()
    assert (document.state, document.failure_message) == (DocumentState.TO_REVIEW, "")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\an\\ke hoach.docx", "ke hoach.docx"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("", "van-ban"),
        ("x" * 300 + ".docx", "x" * 195 + ".docx"),
    ],
)
def test_names_of_files_lose_folders_and_what_cannot_be_seen(name: str, kept: str):
    assert clean_name(name) == kept
