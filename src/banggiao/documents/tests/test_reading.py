"""Reading: agencies at the document's date, doubts in words, two processes at once, and how long it takes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from banggiao.agencies.models import Agency
from banggiao.documents.intake import Upload
from banggiao.documents.models import Citation, Document, Finding
from banggiao.documents.queries.review import findings_for_review
from banggiao.documents.rules import DocumentState, FindingKind, mentions
from banggiao.documents.services.reading import document_read
from banggiao.documents.services.receiving import Receipt, document_receive
from banggiao.testing.agencies import make_lam_giang
from banggiao.testing.documents import NOW, make_entry, make_read_plan, plan_text

SAMPLES = Path(__file__).resolve().parents[4] / "samples"


def assignments(document: Document) -> dict[str, Finding]:
    """The duties of a document by the first agency that they name."""
    rows = Finding.objects.filter(reading__document=document, kind=FindingKind.ASSIGNMENT)
    return {mentions(row.fields)[0].written: row for row in rows}


@pytest.mark.django_db
def test_written_names_become_agencies_of_the_province_at_the_documents_date():
    make_lam_giang()
    found = assignments(make_read_plan())
    for written in ("Sở Ngoại vụ", "Sở Tài chính", "Công an tỉnh"):
        (mention,) = mentions(found[written].fields)
        assert Agency.objects.get(pk=mention.agency_id).name.startswith(written.removesuffix(" tỉnh"))
        assert found[written].doubts == []


@pytest.mark.django_db
def test_a_name_that_nobody_bears_is_in_doubt_and_the_doubt_says_why():
    make_lam_giang()
    found = assignments(make_read_plan(plan_text().replace("2. Sở Tài chính", "2. Sở Kinh tế số")))
    unknown = found["Sở Kinh tế số"]
    assert mentions(unknown.fields)[0].agency_id is None
    assert unknown.confidence < 0.8
    assert len(unknown.doubts[0]) > 10


@pytest.mark.django_db
def test_a_deadline_inside_a_duty_is_its_deadline():
    rows = Finding.objects.filter(reading__document=make_read_plan(), kind=FindingKind.ASSIGNMENT)
    due = next(row for row in rows if "15/11/2026" in row.text)
    assert due.fields["deadline_date"] == "2026-11-15"


@pytest.mark.django_db
def test_a_citation_links_to_the_entry_that_is_there_already():
    entry = make_entry(number="59-NQ/TW", year=2025)
    document = make_read_plan()
    assert Citation.objects.filter(citing=document, cited=entry).exists()
    assert Document.objects.filter(number="59-NQ/TW").count() == 1


@pytest.mark.django_db
def test_a_plan_does_not_cite_itself():
    document = make_read_plan()
    assert not Citation.objects.filter(citing=document, cited=document).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["ke-hoach-doi-ngoai-2025.docx", "ke-hoach-hoi-nhap-2026.pdf"])
def test_from_upload_to_review_takes_less_than_two_seconds(name: str):
    make_lam_giang()
    content = (SAMPLES / name).read_bytes()
    start = time.process_time()
    receipt = document_receive(by=None, upload=Upload(name, content), now=NOW)
    document_read(document_id=receipt.document_id, now=NOW)
    review = findings_for_review(Document.objects.get(pk=receipt.document_id))
    assert time.process_time() - start < 2
    assert review.progress.total > 40


@pytest.fixture
def many_connections(transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that several threads may use: SQLite in memory, where other tests run, locks instead of waiting."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        file = sqlite3.connect(tmp_path / "rows.sqlite3")
        connection.connection.backup(file)
        file.close()
        elsewhere = {**connections.settings["default"], "NAME": str(tmp_path / "rows.sqlite3")}
        monkeypatch.setitem(connections.settings, "default", elsewhere)


def at_once(*work: Callable[[], Any]) -> list[Any]:
    """Run all at once, each with a connection of its own; gives their results."""

    def run(function: Callable[[], Any]) -> Any:
        try:
            return function()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(run, work))


def bring(text: str) -> Receipt:
    return document_receive(by=None, upload=Upload("a.txt", text.encode()), now=NOW)


def test_one_document_brought_in_by_four_people_at_once_is_kept_once(many_connections):
    text = plan_text()
    receipts = at_once(*(lambda more=more: bring(text + more) for more in ("", "", "\n", "\n")))
    assert sorted(receipt.outcome for receipt in receipts) == ["duplicate", "duplicate", "duplicate", "received"]
    assert len({receipt.document_id for receipt in receipts}) == 1


def test_four_workers_read_one_document_once(many_connections):
    (receipt,) = at_once(lambda: bring(plan_text()))
    read = partial(document_read, document_id=receipt.document_id, now=NOW)
    assert sorted(at_once(read, read, read, read)) == [False, False, False, True]
    (states,) = at_once(lambda: list(Document.objects.filter(reading__isnull=False).values_list("state", flat=True)))
    assert states == [DocumentState.TO_REVIEW]


def test_plans_read_at_once_share_the_entries_that_they_cite(many_connections):
    receipts = at_once(*(partial(bring, plan_text()) for _ in range(4)))
    at_once(*(partial(document_read, document_id=receipt.document_id, now=NOW) for receipt in receipts))
    (cited,) = at_once(lambda: list(Citation.objects.filter(text__contains="59-NQ/TW").values_list("cited", flat=True)))
    assert len(cited) == 4
    assert len(set(cited)) == 1
