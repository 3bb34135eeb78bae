"""The library finds words in the texts of documents, shows where, and to those alone who may see them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from banggiao.documents.models import Document
from banggiao.documents.queries.library import excerpts, library, search
from banggiao.documents.rules import excerpt, searchable
from banggiao.ui.wordsearch import split

Make = Callable[..., Any]
BEFORE = "Mở đầu.\n" + "Kế hoạch này nói nhiều điều khác. " * 20
TEXT = f"{BEFORE}Vận động viện trợ\nphi chính phủ theo 22-NQ/TW. {'Hết. ' * 60}"


def test_the_text_that_is_searched_is_as_long_as_the_text() -> None:
    assert searchable("Đối ngoại,\n22-NQ/TW İß") == "doi ngoai  22 nq tw i "
    assert searchable(unicodedata.normalize("NFD", "đối ngoại")) == "doi ngoai"


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("viện trợ", ["viện", "trợ"]),
        ("vien tro", ["viện", "trợ"]),
        ("22-NQ/TW", ["22-NQ/TW"]),
        ("chính ph", ["ph", "chính", "ph"]),
        ("viê", ["việ"]),
        ("việ trợ", ["trợ"]),
    ],
)
def test_an_excerpt_marks_what_was_looked_for(words: str, marked: list[str]) -> None:
    pieces = excerpt("ra viện trợ phi\nchính phủ theo 22-NQ/TW. Hết c", split(words), is_start=False, is_end=False)
    assert "".join(text for text, _hit in pieces) == "… viện trợ phi chính phủ theo 22-NQ/TW. Hết …"
    assert [text for text, hit in pieces if hit] == marked


@pytest.mark.parametrize("words", ["viện trợ phi chính phủ", "vien tro", "22-NQ/TW", "phi chinh ph", "vien tro p"])
def test_words_of_the_text_are_found_and_shown_around_the_first_hit(
    make_document: Make, make_actor: Make, words: str
) -> None:
    document = make_document(text=TEXT)
    make_document(text="Việc khác hẳn.")
    assert list(search(library(make_actor()), words)) == [document]
    pieces = excerpts([document], words)[document.pk]
    assert any(hit for _text, hit in pieces)
    assert 100 < len("".join(text for text, _hit in pieces)) < 260


def test_words_of_the_title_are_found_without_an_excerpt(make_entry: Make, make_actor: Make) -> None:
    entry = make_entry(title="Về ngoại giao văn hóa")
    assert list(search(library(make_actor()), "ngoại giao")) == [entry]
    assert excerpts([entry], "ngoại giao") == {}


def test_texts_that_are_not_composed_are_found_and_shown(make_document: Make) -> None:
    document = make_document(text=unicodedata.normalize("NFD", TEXT))
    pieces = excerpts([document], "viện trợ")[document.pk]
    assert [text for text, hit in pieces if hit] == ["vien", "tro"]


def test_a_text_that_is_gone_is_not_found(make_document: Make, make_actor: Make) -> None:
    document = make_document(text=TEXT)
    document.reading.delete()
    assert not search(library(make_actor()), "phi chính phủ").exists()


def test_a_focal_point_finds_nothing_in_texts_under_review(
    make_document: Make, make_agency: Make, make_actor: Make
) -> None:
    document = make_document(text=TEXT)
    focal_point = make_actor(role="focal_point", agency=make_agency())
    assert not search(library(focal_point), "phi chính phủ").exists()
    Document.objects.filter(pk=document.pk).update(state="confirmed")
    assert list(search(library(focal_point), "phi chính phủ")) == [document]


def test_the_page_marks_hits_and_takes_the_same_queries_for_many(
    client: Client, make_document: Make, make_user: Make, make_agency: Make, django_assert_num_queries: Any
) -> None:
    client.force_login(make_user(role="coordinator", agency=make_agency()))
    for _document in range(3):
        make_document(text=TEXT.replace("Vận động", "<b>Vận động</b>"))
    page = client.get("/van-ban/", {"tim": "viện trợ"}).content.decode()
    assert page.count("<mark>viện</mark> <mark>trợ</mark>") == 3
    assert "&lt;b&gt;Vận động" in page
    with django_assert_num_queries(QUERIES):
        client.get("/van-ban/", {"tim": "viện trợ"})


QUERIES = 12
