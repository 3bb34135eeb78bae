"""Mã định danh of both schemes, with the days on which they hold."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from banggiao.accounts.access import NotAllowed
from banggiao.agencies.models import Agency
from banggiao.agencies.queries import matching
from banggiao.agencies.rules import Validity
from banggiao.agencies.services import agencies_import, code_add, code_remove, names_refresh

pytestmark = pytest.mark.django_db
Builder = Callable[..., Any]
TODAY = date(2026, 3, 16)
OLD, NEW = "000.00.12.H42", "H42.12"
HEADINGS = ["Mã", "Tên chính thức", "Khối", "Cấp", "Loại", "Mã định danh", "Mã định danh cũ"]


def held(agency: Agency) -> list[tuple[str, date | None, date | None]]:
    return [(row.code, row.valid_from, row.valid_to) for row in agency.codes.all()]


@pytest.fixture
def agency(make_agency: Builder, make_actor: Builder) -> Agency:
    """With a code of the former scheme until the middle of 2025 and one of the new scheme since then."""
    made: Agency = make_agency(code="STC", name="Sở Tài chính")
    by = make_actor()
    code_add(by=by, agency=made, code=OLD, validity=Validity(None, date(2025, 6, 30)), today=TODAY)
    code_add(by=by, agency=made, code=NEW, validity=Validity(date(2025, 7, 1), None), today=TODAY)
    return made


def test_both_schemes_stand_beside_each_other(agency: Agency) -> None:
    assert held(agency) == [(OLD, None, date(2025, 6, 30)), (NEW, date(2025, 7, 1), None)]
    assert (agency.identifier, agency.former_identifier) == (NEW, OLD)


def test_a_new_code_of_a_scheme_ends_the_one_before(agency: Agency, make_actor: Builder) -> None:
    first = date(2026, 4, 1)
    code_add(by=make_actor(), agency=agency, code="h42.30", validity=Validity(first, None), today=TODAY)
    assert held(agency)[1:] == [(NEW, date(2025, 7, 1), date(2026, 3, 31)), ("H42.30", first, None)]
    assert agency.identifier == NEW
    assert names_refresh(today=first) == 1
    agency.refresh_from_db()
    assert agency.identifier == "H42.30"


@pytest.mark.parametrize("words", [OLD, NEW, "h42.12", "000.00.12"])
def test_an_agency_is_found_by_any_of_its_codes(words: str, agency: Agency, make_agency: Builder) -> None:
    make_agency()
    assert list(matching(Agency.objects.all(), words)) == [agency]


@pytest.mark.parametrize(
    ("code", "validity", "words"),
    [
        pytest.param("27", Validity(), "dạng H27.12", id="no such form"),
        pytest.param(" ", Validity(), "Hãy ghi", id="nothing"),
        pytest.param(NEW, Validity(date(2026, 1, 1)), "đang là của “Sở Tài chính”", id="another agency's"),
        pytest.param("H42.40", Validity(TODAY, date(2026, 1, 1)), "Ngày cuối", id="days out of order"),
    ],
)
def test_what_is_no_code_is_refused_in_words(
    code: str, validity: Validity, words: str, agency: Agency, make_agency: Builder, make_actor: Builder
) -> None:
    other = make_agency()
    with pytest.raises(ValidationError, match=words):
        code_add(by=make_actor(), agency=other, code=code, validity=validity, today=TODAY)
    assert not other.codes.exists()


def test_a_code_is_free_again_where_it_no_longer_holds(
    agency: Agency, make_agency: Builder, make_actor: Builder
) -> None:
    heir = make_agency()
    code_add(by=make_actor(), agency=heir, code=OLD, validity=Validity(date(2025, 7, 1)), today=TODAY)
    assert heir.former_identifier == OLD


def test_a_code_entered_by_mistake_is_taken_away(agency: Agency, make_actor: Builder) -> None:
    code_remove(by=make_actor(), code=agency.codes.get(code=NEW), today=TODAY)
    agency.refresh_from_db()
    assert (agency.identifier, agency.former_identifier) == ("", OLD)
    with pytest.raises(NotAllowed):
        code_remove(by=make_actor(role="leader"), code=agency.codes.get(), today=TODAY)


def test_sheets_carry_both_and_change_with_a_history(agency: Agency, make_actor: Builder) -> None:
    def sheet(new: str, old: str) -> list[list[str]]:
        return [HEADINGS, ["STC", "Sở Tài chính", "province", "province", "department", new, old]]

    by = make_actor()
    same = agencies_import(by=by, sheet=sheet(NEW, OLD), is_trial=False, today=TODAY)
    assert (same.unchanged, same.faults) == (1, ())
    changed = agencies_import(by=by, sheet=sheet("H42.30", OLD), is_trial=False, today=TODAY)
    assert (changed.changed, changed.faults) == (1, ())
    assert held(agency)[1:] == [(NEW, date(2025, 7, 1), date(2026, 3, 15)), ("H42.30", TODAY, None)]
    swapped = agencies_import(by=by, sheet=sheet(OLD, NEW), is_trial=False, today=TODAY)
    assert {fault.cell for fault in swapped.faults} == {"F2", "G2"}


def test_pages_show_add_and_export_codes(agency: Agency, make_user: Builder) -> None:
    client = Client()
    client.force_login(make_user(role="coordinator", agency=agency))
    where = reverse("agencies:agency_detail", args=[agency.pk])
    assert OLD in client.get(where).content.decode() and NEW in client.get(where).content.decode()
    added = client.post(reverse("agencies:code_add", args=[agency.pk]), {"code": "H42.50", "valid_from": "1/1/2026"})
    assert added["Location"] == where
    again = client.post(reverse("agencies:code_add", args=[agency.pk]), {"code": "sai", "valid_from": "1/1/2026"})
    assert "dạng H27.12" in again.content.decode()
    book = load_workbook(io.BytesIO(client.get(reverse("agencies:agency_list"), {"xuat": "xlsx"}).content))
    assert book.active is not None
    rows = list(book.active.iter_rows(values_only=True))
    columns = [rows[0].index("Mã định danh"), rows[0].index("Mã định danh cũ")]
    assert [[row[column] for column in columns] for row in rows[1:]] == [["H42.50", OLD]]
