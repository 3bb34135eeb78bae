"""Pages of a PDF as pictures, and where their words stand."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from banggiao.documents.models import Document, Finding
from banggiao.testing.accounts import make_user
from banggiao.testing.documents import make_pdf_plan, make_read_plan

pytestmark = pytest.mark.django_db

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def reviewer() -> Client:
    return signed_in()


def signed_in(role: str = "coordinator", **changes: Any) -> Client:
    client = Client()
    client.force_login(make_user(role=role, **changes))
    return client


def page(response: Any) -> str:
    return str(response.content.decode())


def address(name: str, document: Document, finding: Finding | None = None, **more: Any) -> str:
    own = {"finding_id": finding.pk} if finding else {}
    return reverse(f"documents:{name}", kwargs={"document_id": document.pk, **own, **more})


def test_pages_of_a_pdf_are_pictures_on_which_every_word_has_its_place(reviewer: Client, settings):
    document = make_pdf_plan()
    assert "data-sheet=" in page(reviewer.get(address("document_review", document)))
    picture = reviewer.get(address("review_sheet", document, number=2))
    assert picture["Content-Type"] == "image/png"
    assert picture.content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">2I", picture.content[16:24])
    assert (width, round(height / width, 2)) == (1240, 1.41)
    words = json.loads(reviewer.get(address("review_words", document, number=2)).content)
    first, last = document.reading.pages[1], document.reading.pages[2]
    assert len(words) >= 0.95 * len(document.reading.text[first:last].split())
    assert all(first <= start < end <= last for start, end, *_box in words)
    assert all(0 <= left < right <= 10_000 and 0 <= top < bottom <= 10_000 for *_s, left, top, right, bottom in words)
    assert sorted(path.suffix for path in settings.SHEETS_DIR.rglob("*.*")) == [".json", ".png"]


def test_a_picture_is_drawn_once_and_kept(reviewer: Client, settings):
    document = make_pdf_plan()
    url = address("review_sheet", document, number=1)
    reviewer.get(url)
    kept = next(settings.SHEETS_DIR.rglob("*.png"))
    kept.write_bytes(b"as it was kept")
    assert reviewer.get(url).content == b"as it was kept"


@pytest.mark.parametrize("number", [0, 99])
def test_a_page_that_is_not_there_is_not_found(reviewer: Client, number: int):
    document = make_pdf_plan()
    assert reviewer.get(address("review_sheet", document, number=number)).status_code == 404
    assert reviewer.get(address("review_words", document, number=number)).status_code == 404


def test_what_is_no_pdf_has_no_pictures(reviewer: Client):
    document = make_read_plan()
    assert "data-sheet=" not in page(reviewer.get(address("document_review", document)))
    assert reviewer.get(address("review_sheet", document, number=1)).status_code == 404


def test_a_picture_whose_original_is_gone_is_not_found(reviewer: Client):
    document = make_pdf_plan()
    document.file.file.storage.delete(document.file.file.name)
    assert reviewer.get(address("review_sheet", document, number=1)).status_code == 404


def test_a_picture_of_a_file_that_was_damaged_since_is_not_found(reviewer: Client):
    document = make_pdf_plan()
    Path(document.file.file.path).write_bytes(b"%PDF-1.7 torn")
    assert reviewer.get(address("review_sheet", document, number=1)).status_code == 404
