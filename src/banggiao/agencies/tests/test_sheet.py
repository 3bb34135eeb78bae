"""The directory as an Excel sheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from banggiao.accounts.access import NotAllowed
from banggiao.agencies.models import Agency
from banggiao.agencies.services import agencies_import
from banggiao.agencies.services.importing import Sheet, read_sheet

TODAY = date(2026, 3, 16)
HEADINGS = ["Mã", "Tên chính thức", "Khối", "Cấp", "Loại", "Trực thuộc (mã)", "Từ ngày"]
GOOD = ["SATTP", "Sở An toàn thực phẩm", "Cấp tỉnh", "tinh", "Sở, ban", "UBND", "01/10/2025"]
Builder = Callable[..., Any]


def workbook(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def committee(make_agency: Builder) -> Agency:
    agency: Agency = make_agency(code="UBND", name="Ủy ban nhân dân tỉnh", kind="committee", place="tỉnh Lam Giang")
    return agency


def test_a_trial_counts_and_keeps_nothing(committee: Agency, make_actor: Builder) -> None:
    result = agencies_import(by=make_actor(agency=committee), sheet=[HEADINGS, GOOD], is_trial=True, today=TODAY)

    assert (result.new, result.changed, result.faults) == (1, 0, ())
    assert not Agency.objects.filter(code="SATTP").exists()


def test_an_import_enters_and_changes_agencies(committee: Agency, make_actor: Builder, make_agency: Builder) -> None:
    make_agency(code="SYT", name="Sở Y tế", parent=committee)
    sheet: Sheet = [
        [*HEADINGS, "Điện thoại"],
        [*GOOD, ""],
        ["SYT", "Sở Y tế", "province", "province", "department", "UBND", "", "0239 111"],
        ["UBND", "Ủy ban nhân dân tỉnh", "Cấp tỉnh", "tỉnh", "Ủy ban nhân dân", "", "", ""],
    ]

    result = agencies_import(by=make_actor(agency=committee), sheet=sheet, is_trial=False, today=TODAY)

    assert (result.new, result.changed, result.unchanged, result.faults) == (1, 1, 1, ())
    entered = Agency.objects.get(code="SATTP")
    assert (entered.name, entered.parent, entered.valid_from) == ("Sở An toàn thực phẩm", committee, date(2025, 10, 1))
    assert Agency.objects.get(code="SYT").phone == "0239 111"
    assert Agency.objects.get(code="UBND").place == "tỉnh Lam Giang"


def test_the_same_sheet_again_makes_nothing_twice(committee: Agency, make_actor: Builder) -> None:
    by = make_actor(agency=committee)
    first, again = (
        agencies_import(by=by, sheet=[HEADINGS, GOOD], is_trial=False, today=TODAY) for _time in ("first", "again")
    )
    assert (first.new, again.new, again.changed, again.unchanged) == (1, 0, 0, 1)
    assert Agency.objects.filter(code="SATTP").count() == 1
    assert [name.name for name in Agency.objects.get(code="SATTP").names.all()] == ["Sở An toàn thực phẩm"]


def test_another_name_in_the_sheet_is_a_renaming(committee: Agency, make_actor: Builder, make_agency: Builder) -> None:
    agency = make_agency(code="SYT", name="Sở Y tế", parent=committee)
    sheet = [HEADINGS, ["SYT", "Sở Y tế và Dân số", "province", "province", "department", "UBND", ""]]

    agencies_import(by=make_actor(agency=committee), sheet=sheet, is_trial=False, today=TODAY)

    assert [name.name for name in agency.names.all()] == ["Sở Y tế", "Sở Y tế và Dân số"]


@pytest.mark.parametrize(
    ("column", "value", "cell", "message"),
    [
        pytest.param(0, "sở x", "A3", "Mã gồm chữ in hoa", id="a bad code"),
        pytest.param(1, "", "B3", "", id="no name"),
        pytest.param(2, "Cấp vùng", "C3", "Chọn một trong", id="no such level"),
        pytest.param(5, "KHONGCO", "F3", "Không có cơ quan nào mang mã “KHONGCO”", id="no such parent"),
        pytest.param(6, "31/02/2025", "G3", "Ngày viết dạng 01/7/2025", id="no such day"),
    ],
)
def test_faults_are_named_by_their_cell_and_stop_everything(
    column: int, value: str, cell: str, message: str, committee: Agency, make_actor: Builder
) -> None:
    bad = ["SXX", *GOOD[1:]]
    bad[column] = value

    result = agencies_import(by=make_actor(agency=committee), sheet=[HEADINGS, GOOD, bad], is_trial=False, today=TODAY)

    assert [fault.cell for fault in result.faults] == [cell]
    assert message in result.faults[0].message
    assert Agency.objects.count() == 1


def test_a_sheet_without_a_needed_column_is_refused(committee: Agency, make_actor: Builder) -> None:
    with pytest.raises(ValidationError, match="thiếu cột: Mã"):
        agencies_import(by=make_actor(agency=committee), sheet=[HEADINGS[1:], GOOD[1:]], is_trial=True, today=TODAY)


def test_whoever_does_not_keep_the_directory_cannot_import(committee: Agency, make_actor: Builder) -> None:
    with pytest.raises(NotAllowed):
        agencies_import(
            by=make_actor(role="focal_point", agency=committee), sheet=[HEADINGS, GOOD], is_trial=False, today=TODAY
        )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"Ma;Ten\nA;B", workbook(HEADINGS)])
def test_what_is_no_sheet_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ValidationError):
        read_sheet(content)


def test_excels_own_dates_and_numbers_become_text() -> None:
    assert read_sheet(workbook(["a", "b"], [date(2025, 10, 1), 12.0])) == [["a", "b"], ["2025-10-01", "12"]]


def test_what_was_tried_is_imported_with_a_second_press(client: Client, committee: Agency, make_user: Builder) -> None:
    client.force_login(make_user(role="coordinator", agency=committee))
    where = reverse("agencies:agencies_import")

    tried = client.post(where, {"sheet": SimpleUploadedFile("co-quan.xlsx", workbook(HEADINGS, GOOD))})
    assert "1 cơ quan mới" in tried.content.decode()
    assert not Agency.objects.filter(code="SATTP").exists()
    done = client.post(where, {"tried": tried.context["tried"]})

    assert done.status_code == 302
    assert Agency.objects.filter(code="SATTP").exists()


def test_a_sheet_changed_on_its_way_is_not_imported(client: Client, committee: Agency, make_user: Builder) -> None:
    client.force_login(make_user(role="coordinator", agency=committee))

    answer = client.post(reverse("agencies:agencies_import"), {"tried": "sai"})

    assert "chưa nhập gì" in answer.content.decode()
    assert Agency.objects.count() == 1


def test_the_template_can_be_imported_again_without_a_change(
    client: Client, make_lam_giang: Builder, make_user: Builder
) -> None:
    province = make_lam_giang()
    client.force_login(make_user(role="coordinator", agency=province["SNGV"]))

    content = client.get(reverse("agencies:sheet_template")).content
    assert load_workbook(io.BytesIO(content)).active.max_row == len(province) + 1
    answer = client.post(reverse("agencies:agencies_import"), {"sheet": SimpleUploadedFile("mau.xlsx", content)})

    trial = answer.context["trial"]
    assert (trial.new, trial.changed, trial.faults) == (0, 0, ())
