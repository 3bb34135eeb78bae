"""Keys, issuers, states and fields."""

from __future__ import annotations

from itertools import pairwise

import pytest

from banggiao.documents.rules import (
    DocumentState,
    FindingKind,
    InvalidFields,
    can_become,
    clean_fields,
    document_key,
    issuers_agree,
    locality,
    year_in_title,
)


@pytest.mark.parametrize(
    ("kind", "number", "year", "key"),
    [
        ("Nghị quyết", "22-NQ/TW", 2013, "nghị quyết|22-nq/tw|2013"),
        ("Kế hoạch", "05/KH-UBND", 2025, "kế hoạch|5/kh-ubnd|2025"),
        ("Chương trình hành động", "44-CTr/TU", 2025, "chương trình|44-ctr/tu|2025"),
        ("Luật", "70/2020/QH14", 2020, "luật|70/2020/qh14|2020"),
        ("", "4920/BNG-NVNG", 2024, "công văn|4920/bng-nvng|2024"),
        ("Kế hoạch", "/KH-UBND", 2024, ""),
        ("Kế hoạch", "", 2024, ""),
    ],
)
def test_the_key_is_kind_number_and_year(kind: str, number: str, year: int, key: str):
    assert document_key(kind, number, year) == key


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("Ủy ban nhân dân tỉnh Lam Giang", "tinh lam giang"),
        ("UBND huyện Thượng Lam", "huyen thuong lam"),
        ("Tỉnh ủy Lam Giang", "tinh lam giang"),
        ("Ban Thường vụ Tỉnh ủy", "tinh"),
        ("Bộ Chính trị", ""),
    ],
)
def test_a_local_issuer_has_level_and_place(issuer: str, expected: str):
    assert locality(issuer) == expected


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("TRIỂN KHAI THỰC HIỆN CÔNG TÁC ĐỐI NGOẠI NĂM 2018", 2018),
        ("Kế hoạch năm 2025 thực hiện Nghị quyết số 59-NQ/TW ngày 24 tháng 01 năm 2024", 2025),
        ("Thực hiện Nghị quyết số 59-NQ/TW ngày 24/01/2025 của Bộ Chính trị", None),
        ("Thông tin đối ngoại giai đoạn năm 2021-2025", None),
    ],
)
def test_the_year_of_a_plan_without_date_stands_in_its_title(title: str, year: int | None):
    assert year_in_title(title) == year


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Bộ Chính trị", "Ban Chấp hành Trung ương", True),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lam Giang", True),
        ("UBND tỉnh Hà Tĩnh", "UBND tỉnh Lam Giang", False),
        ("UBND tỉnh", "UBND huyện Thượng Lam", False),
        ("", "UBND tỉnh Lam Giang", True),
    ],
)
def test_only_different_localities_contradict_each_other(one: str, other: str, agree: bool):
    assert issuers_agree(one, other) is agree


def test_a_document_goes_from_received_to_confirmed_and_a_failed_one_may_be_tried_again():
    path = [DocumentState.ENTRY, DocumentState.RECEIVED, DocumentState.READING, DocumentState.TO_REVIEW]
    assert all(can_become(state, following) for state, following in pairwise(path))
    assert can_become(DocumentState.FAILED, DocumentState.RECEIVED)
    assert not can_become(DocumentState.FAILED, DocumentState.CONFIRMED)


def test_unknown_fields_are_left_out_and_missing_ones_are_there():
    fields = clean_fields(FindingKind.TARGET, {"minimum": "30.0", "colour": "red"})
    assert fields == {"minimum": 30, "maximum": None, "unit": "", "year": None}


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (FindingKind.ASSIGNMENT, "role", "boss"),
        (FindingKind.ASSIGNMENT, "deadline_date", "31/2/2026"),
        (FindingKind.ASSIGNMENT, "agencies", "Sở Ngoại vụ"),
        (FindingKind.ASSIGNMENT, "agencies", [{"written": ""}]),
        (FindingKind.ASSIGNMENT, "agencies", [{"written": "Sở Y tế", "agency_id": "x"}]),
        (FindingKind.ASSIGNMENT, "what", 5),
        (FindingKind.DEADLINE, "month", 13),
        (FindingKind.TARGET, "minimum", "inf"),
        (FindingKind.TARGET, "minimum", "nhiều"),
        (FindingKind.CITATION, "date", "2023-13"),
        (FindingKind.PARTNER, "mentions", [[1, "x"]]),
    ],
)
def test_values_of_the_wrong_shape_are_refused(kind: FindingKind, name: str, value: object):
    with pytest.raises(InvalidFields) as refused:
        clean_fields(kind, {name: value})
    assert refused.value.field == name


@pytest.mark.parametrize("written", ["2023", "2023-04", "2023-04-10"])
def test_the_date_of_a_citation_may_lack_its_day(written: str):
    assert clean_fields(FindingKind.CITATION, {"date": written})["date"] == written
