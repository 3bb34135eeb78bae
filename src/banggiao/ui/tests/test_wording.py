"""Dates, spans and amounts as officers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from banggiao.ui import wording

TODAY = date(2026, 5, 25)
NOW = datetime(2026, 5, 25, 14, 5, tzinfo=UTC)


def test_a_day_has_no_zeros_in_front() -> None:
    assert wording.day_text(date(2026, 5, 3)) == "3/5/2026"
    assert wording.moment_text(datetime(2026, 5, 3, 8, 5, tzinfo=UTC)) == "08:05 3/5/2026"


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        pytest.param(date(2026, 5, 28), "còn 3 ngày", id="ahead"),
        pytest.param(date(2026, 5, 25), "hôm nay", id="today"),
        pytest.param(date(2026, 5, 23), "trễ 2 ngày", id="late"),
        pytest.param(date(2030, 5, 25), "còn 1.461 ngày", id="years ahead"),
    ],
)
def test_days_left(deadline: date, words: str) -> None:
    assert wording.days_left_text(deadline, TODAY) == words


@pytest.mark.parametrize(
    ("before", "words"),
    [
        pytest.param(timedelta(seconds=30), "vừa xong", id="just now"),
        pytest.param(timedelta(minutes=5), "5 phút trước", id="minutes"),
        pytest.param(timedelta(hours=3), "3 giờ trước", id="hours"),
        pytest.param(timedelta(days=2), "2 ngày trước", id="days"),
        pytest.param(timedelta(days=60), "26/3/2026", id="beyond a month the day"),
    ],
)
def test_how_long_ago(before: timedelta, words: str) -> None:
    assert wording.ago_text(NOW - before, NOW) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(1250000, "1.250.000", id="thousands"),
        pytest.param(Decimal("1250.5"), "1.250,5", id="a fraction"),
        pytest.param(100, "100", id="zeros at the end stay"),
        pytest.param(0.333333, "0,33", id="two digits at most"),
        pytest.param(-1500, "-1.500", id="below zero"),
        pytest.param(0, "0", id="nothing"),
    ],
)
def test_numbers(number: Decimal, words: str) -> None:
    assert wording.number_text(number) == words


def test_amounts_in_full_and_in_short() -> None:
    assert wording.money_text(1250000000) == "1.250.000.000 đồng"
    assert wording.money_short_text(1250000000) == "1,25 tỷ đồng"
    assert wording.money_short_text(37500000) == "37,5 triệu đồng"
    assert wording.money_short_text(900000) == "900.000 đồng"


def test_sizes_of_files() -> None:
    assert [wording.size_text(size) for size in (10, 655360, 2516582)] == ["1 KB", "640 KB", "2,4 MB"]


def test_words_change_with_the_language_and_dates_do_not() -> None:
    with translation.override("en"):
        assert wording.days_left_text(date(2026, 5, 28), TODAY) == "3 days left"
        assert wording.day_text(TODAY) == "25/5/2026"
