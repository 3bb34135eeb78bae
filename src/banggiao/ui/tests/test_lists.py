"""The one shape of lists."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict
from openpyxl import load_workbook

from banggiao.ui.exports import export, wanted_export, workbook
from banggiao.ui.lists import Column, Filter, Listing, ListShape
from banggiao.ui.paging import page_numbers

SHAPE = ListShape(
    columns=(
        Column("ung-dung", "Ứng dụng", sort=("app_label", "-model"), value=lambda row: row.app_label),
        Column("loai", "Loại", sort=("model",), value=lambda row: row.model),
        Column("ghi-chu", "Ghi chú"),
    ),
    filters=(
        Filter(
            "app",
            "Ứng dụng",
            lambda: [("auth", "Quyền"), ("sessions", "Phiên")],
            lambda rows, value: rows.filter(app_label=value),
        ),
    ),
    search=lambda rows, words: rows.filter(model__icontains=words),
    standard_sort="loai",
    per_page=2,
)


@pytest.fixture
def listing(db: None) -> Callable[[str], Listing]:
    """The list of kinds of rows, asked with an address."""
    return lambda query: SHAPE.listing(ContentType.objects.all(), QueryDict(query), path="/loai/")


def models(listing: Listing) -> list[str]:
    return [row.model for row in listing.rows]


def test_a_filter_narrows_and_can_be_taken_off(listing: Callable[[str], Listing]) -> None:
    found = listing("app=auth&trang=2")
    assert {row.app_label for row in found.rows} == {"auth"}
    (chip,) = found.chips
    assert (chip.is_on, chip.value_label, chip.off_url) == (True, "Quyền", "/loai/")
    assert [choice.chosen for choice in chip.choices] == [True, False]


def test_a_value_that_no_filter_knows_is_passed_over(listing: Callable[[str], Listing]) -> None:
    found = listing("app=%27+OR+1%3D1")
    assert not found.is_narrowed and found.count == ContentType.objects.count()


def test_search_keeps_the_filters_but_not_the_page(listing: Callable[[str], Listing]) -> None:
    found = listing("app=auth&tim=group&trang=3")
    assert models(found) == ["group"]
    assert found.kept == [("app", "auth")]


def test_headings_sort_up_then_down(listing: Callable[[str], Listing]) -> None:
    up = listing("")
    assert [heading.direction for heading in up.headings] == ["", "ascending", ""]
    assert up.headings[1].sort_url == "/loai/?sap-xep=-loai" and up.headings[2].sort_url == ""
    assert models(listing("sap-xep=-loai")) == models(up)[::-1]


def test_going_down_turns_every_field_of_a_column(listing: Callable[[str], Listing]) -> None:
    assert listing("sap-xep=ung-dung").rows.query.order_by == ("app_label", "-model", "pk")
    assert listing("sap-xep=-ung-dung").rows.query.order_by == ("-app_label", "model", "pk")


def test_an_unknown_column_sorts_as_usual(listing: Callable[[str], Listing]) -> None:
    assert listing("sap-xep=password").sort == "loai"


def test_pages_beyond_the_end_show_the_last(listing: Callable[[str], Listing]) -> None:
    found = listing("trang=9999")
    assert found.page.number == found.page.paginator.num_pages
    assert found.next_url == "" and found.previous_url
    assert listing("trang=x").page.number == 1


@pytest.mark.parametrize(
    ("current", "last", "expected"),
    [
        pytest.param(1, 1, [1], id="one"),
        pytest.param(1, 3, [1, 2, 3], id="few"),
        pytest.param(5, 9, [1, None, 4, 5, 6, None, 9], id="in the middle"),
        pytest.param(4, 6, [1, 2, 3, 4, 5, 6], id="a single one is not left out"),
        pytest.param(9, 9, [1, None, 8, 9], id="at the end"),
    ],
)
def test_numbers_of_pages(current: int, last: int, expected: list[int | None]) -> None:
    assert page_numbers(current, last) == expected


def test_the_whole_list_goes_into_a_spreadsheet(listing: Callable[[str], Listing]) -> None:
    found = listing("app=auth&xuat=xlsx&trang=2")
    assert wanted_export(found) == "xlsx"
    response = export(found, name="loai", title="Loại dữ liệu")
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Ứng dụng", "Loại")
    assert [row[1] for row in rows[1:]] == models(found)
    assert response["Content-Disposition"].startswith('attachment; filename="loai-2')


def test_the_whole_list_goes_into_a_csv_that_excel_reads(listing: Callable[[str], Listing]) -> None:
    response = export(listing("app=auth&xuat=csv"), name="loai", title="Loại")
    assert response.content.startswith("\ufeffỨng dụng,Loại\r\n".encode())


def test_an_unknown_format_is_no_export(listing: Callable[[str], Listing]) -> None:
    assert wanted_export(listing("xuat=exe")) == ""


def test_what_looks_like_a_formula_stays_text() -> None:
    made = workbook("Thử", ["Tên", "Ngày", "Số"], [["=1+1", date(2026, 5, 25), Decimal("1.5")]])
    sheet = load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    text, day, number = sheet[2]
    assert (text.value, text.data_type) == ("=1+1", "s")
    assert day.number_format == "d/m/yyyy" and day.is_date
    assert number.value == 1.5


def test_a_csv_disarms_what_looks_like_a_formula(listing: Callable[[str], Listing]) -> None:
    shape = ListShape(columns=(Column("a", "A", sort=("pk",), value=lambda row: f"=cmd|{row.pk}"),), standard_sort="a")
    found = shape.listing(ContentType.objects.all(), QueryDict("xuat=csv"), path="/")
    assert b"'=cmd|" in export(found, name="a", title="A").content


def test_moments_are_exported_in_the_time_of_the_country(listing: Callable[[str], Listing]) -> None:
    moment = datetime(2026, 5, 25, 20, 0, tzinfo=UTC)
    shape = ListShape(columns=(Column("a", "A", sort=("pk",), value=lambda _row: moment),), standard_sort="a")
    found = shape.listing(ContentType.objects.all(), QueryDict("xuat=xlsx"), path="/")
    sheet = load_workbook(io.BytesIO(export(found, name="a", title="A").content)).active
    assert sheet is not None and sheet["A2"].value == datetime(2026, 5, 26, 3, 0)  # noqa: DTZ001 (Excel has no zones)
