"""Dates in every form that plans and letters use."""

from __future__ import annotations

import re

import pytest

from vanban import dates

FULL = [
    ("ngày 05 tháng 4 năm 2022", "2022-04-05", "long, day padded"),
    ("ngày 5 tháng 4 năm 2022", "2022-04-05", "long, day not padded"),
    ("NGÀY 24/01/2025", "2025-01-24", "short, in a heading in capitals"),
    ("05/4/2022", "2022-04-05", "short, without the word ngày"),
    ("ngày 5-4-2022", "2022-04-05", "short, with hyphens"),
    ("ngày 10.12.2021", "2021-12-10", "short, with dots"),
    ("ngày19/11/2013", "2013-11-19", "glued to the word"),
    ("ngày 10/4/ 2013", "2013-04-10", "a blank left by a line end"),
    ("ngày 24 tháng 8, năm 2022", "2022-08-24", "a comma before the year"),
    ("19/5/15", "2015-05-19", "year of two digits, this century"),
    ("30/4/75", "1975-04-30", "year of two digits, last century"),
]

PARTIAL = [
    ("tháng 4 năm 2022", "2022-04", "month and year"),
    ("tháng 12/2023", "2023-12", "month and year, short"),
    ("năm 2022", "2022", "year alone"),
    ("ngày … tháng 4 năm 2022", "2022-04", "day left blank with an ellipsis"),
    ("ngày tháng 12 năm 2024", "2024-12", "day left blank"),
    ("ngày /4/2022", "2022-04", "day left blank, short"),
    ("ngày / /2023", "2023", "day and month left blank"),
    ("ngày 0/9/2025", "2025-09", "a zero for a day still to be filled in"),
]

IMPOSSIBLE = [
    ("ngày 31/02/2020", "a day that the month does not have"),
    ("29/02/2023", "a day that only leap years have"),
    ("ngày 12/13/2020", "a month that the year does not have"),
]


@pytest.mark.parametrize(("text", "expected", "caption"), FULL + PARTIAL)
def test_a_date_is_read_as_far_as_it_is_given(text: str, expected: str, caption: str) -> None:
    assert dates.iso(text) == expected, caption


@pytest.mark.parametrize(("text", "caption"), IMPOSSIBLE)
def test_of_an_impossible_date_only_the_year_is_believed(text: str, caption: str) -> None:
    moment = dates.read(text)
    assert moment and moment.year == int(text[-4:]), caption
    assert moment.iso is None, caption


@pytest.mark.parametrize(("text", "caption"), [*((text, caption) for text, _, caption in FULL + PARTIAL), *IMPOSSIBLE])
def test_the_patterns_take_the_whole_date_and_nothing_behind_it(text: str, caption: str) -> None:
    match = re.search(f"{dates.FULL}|{dates.PARTIAL}", dates.plain(f"{text} của UBND tỉnh"))
    assert match and match.group() == dates.plain(text), caption


@pytest.mark.parametrize("text", ["", "Hà Tĩnh", "tháng", "25", "số 22-NQ/TW", "15/20 xã"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates.read(text) is None


def test_day_and_month_without_a_year_are_kept_without_one() -> None:
    assert dates.read("25/5") == dates.Moment(None, 5, 25)
    assert dates.read("ngày 05 tháng 11") == dates.Moment(None, 11, 5)
    assert dates.iso("25/5") is None
