"""What holds about agencies: validity, names on a day, successors, codes."""

from __future__ import annotations

from datetime import date

import pytest

from banggiao.agencies.rules import (
    DatedName,
    Passing,
    Validity,
    code_fault,
    doubled_officials,
    identifier_fault,
    name_on,
    place_code,
    split_place,
    successors_of,
)

MARCH, JULY = date(2025, 3, 1), date(2025, 7, 1)
BEFORE = Validity(None, date(2025, 6, 30))
SINCE = Validity(JULY, None)


@pytest.mark.parametrize(
    ("validity", "on", "expected"),
    [
        pytest.param(Validity(), date(1900, 1, 1), True, id="open on both sides"),
        pytest.param(BEFORE, date(2025, 6, 30), True, id="the last day belongs to it"),
        pytest.param(BEFORE, JULY, False, id="the day after does not"),
        pytest.param(SINCE, JULY, True, id="the first day belongs to it"),
        pytest.param(SINCE, date(2025, 6, 30), False, id="the day before does not"),
    ],
)
def test_validity_includes_its_first_and_last_day(validity: Validity, on: date, expected: bool) -> None:
    assert validity.holds(on) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(BEFORE, SINCE, False, id="one ends the day before the other begins"),
        pytest.param(BEFORE, Validity(date(2025, 6, 30)), True, id="they share one day"),
        pytest.param(Validity(), SINCE, True, id="open"),
    ],
)
def test_validities_meet_on_common_days(one: Validity, other: Validity, expected: bool) -> None:
    assert one.meets(other) is expected
    assert other.meets(one) is expected


BORDER_GUARD = (
    DatedName("Bộ Chỉ huy Bộ đội Biên phòng", "official", BEFORE),
    DatedName("Ban Chỉ huy Bộ đội Biên phòng", "official", SINCE),
    DatedName("BĐBP", "short"),
)


@pytest.mark.parametrize(
    ("on", "kind", "expected"),
    [
        pytest.param(date(2025, 6, 30), "official", "Bộ Chỉ huy Bộ đội Biên phòng", id="before the renaming"),
        pytest.param(JULY, "official", "Ban Chỉ huy Bộ đội Biên phòng", id="from its day on"),
        pytest.param(JULY, "short", "BĐBP", id="abbreviation"),
        pytest.param(JULY, "alias", None, id="no such name"),
    ],
)
def test_a_name_is_the_one_that_holds_on_the_day(on: date, kind: str, expected: str | None) -> None:
    assert name_on(BORDER_GUARD, on, kind=kind) == expected  # type: ignore[arg-type]


def test_outside_all_validities_the_nearest_official_name_is_given() -> None:
    names = [DatedName("Sở mới", "official", SINCE), DatedName("Sở cũ", "official", Validity(MARCH, date(2025, 6, 1)))]

    assert name_on(names, date(2024, 1, 1)) == "Sở cũ"


def test_two_official_names_of_one_day_are_noticed() -> None:
    assert doubled_officials(BORDER_GUARD) is None
    assert doubled_officials([*BORDER_GUARD, DatedName("Biên phòng", "official")]) is not None


LABOUR, HOME, EDUCATION, HEALTH, LATER = 1, 2, 3, 4, 5
PASSINGS = (
    Passing(LABOUR, HOME, "", MARCH),
    Passing(LABOUR, EDUCATION, "giáo dục nghề nghiệp, đào tạo nghề", MARCH),
    Passing(LABOUR, HEALTH, "bảo trợ xã hội, trẻ em", MARCH),
    Passing(HOME, LATER, "", JULY),
)


@pytest.mark.parametrize(
    ("function", "on", "expected"),
    [
        pytest.param("", date(2025, 2, 28), (LABOUR,), id="nothing passed yet"),
        pytest.param("", MARCH, (HOME,), id="the rest"),
        pytest.param("đào tạo nghề", MARCH, (EDUCATION,), id="a function that was named"),
        pytest.param("Quản lý đào tạo nghề cho lao động", MARCH, (EDUCATION,), id="words around the function"),
        pytest.param("TRE EM", MARCH, (HEALTH,), id="without tones and case"),
        pytest.param("việc làm", MARCH, (HOME,), id="a function nobody named"),
        pytest.param("việc làm", JULY, (LATER,), id="through a later reorganisation"),
    ],
)
def test_successors_are_chosen_by_function(function: str, on: date, expected: tuple[int, ...]) -> None:
    assert successors_of(PASSINGS, LABOUR, function=function, on=on) == expected


def test_a_partial_succession_leaves_the_agency_its_other_work() -> None:
    partial = (Passing(HOME, EDUCATION, "tôn giáo", MARCH),)

    assert successors_of(partial, HOME, function="tôn giáo", on=MARCH) == (EDUCATION,)
    assert successors_of(partial, HOME, function="cán bộ", on=MARCH) == (HOME,)


def test_successors_that_lead_in_a_circle_end() -> None:
    circle = (Passing(1, 2, "", MARCH), Passing(2, 1, "", JULY))

    assert successors_of(circle, 1, function="", on=JULY) == (2,)


@pytest.mark.parametrize("code", ["SNGV", "UBND.H-THUONGLAM", "S1", "A"])
def test_codes_of_capitals_digits_dots_and_hyphens_are_good(code: str) -> None:
    assert code_fault(code) is None


@pytest.mark.parametrize("code", ["", "sngv", "SỞ", "A B", "-A", "A.", "A" * 41])
def test_other_codes_are_refused_in_words(code: str) -> None:
    assert "Mã gồm" in (code_fault(code) or "")


@pytest.mark.parametrize("identifier", ["", "H27", "H27.12", "G09.01", "000.00.00.H27"])
def test_identifiers_of_both_schemes_are_good(identifier: str) -> None:
    assert identifier_fault(identifier) is None


@pytest.mark.parametrize("identifier", ["27", "h27", "H27.", "0.0.0.H27"])
def test_other_identifiers_are_refused_in_words(identifier: str) -> None:
    assert identifier_fault(identifier) is not None


def test_places_are_taken_apart_and_get_codes() -> None:
    assert split_place("thị xã An Bình") == ("thị xã", "An Bình")
    assert place_code("xã Đồng Dệt") == "X-DONGDET"
    with pytest.raises(ValueError, match="Lam Giang"):
        split_place("Lam Giang")
