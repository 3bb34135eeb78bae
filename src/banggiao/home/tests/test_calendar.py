"""The calendar: which days it shows, what stands on them, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from banggiao.accounts.models import User
from banggiao.home import rules
from banggiao.home.rules import holidays_between, month_window, week_window, weeks_of
from banggiao.tasks.models import ReportingRhythm
from banggiao.testing.cast import Cast

Make = Callable[..., Any]
TODAY = date(2026, 3, 16)


@pytest.fixture
def cast(make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(response: Any) -> str:
    content: str = response.content.decode()
    return content


def day_of(client: Client, day: date, query: str = "") -> Any:
    """What the page of one day holds."""
    response = client.get(f"/lich/?xem=ngay&ngay={day:%Y-%m-%d}{query}")
    return next(one for one, _url in response.context["days"] if one.day == day)


# -- rules ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "month"),
    [
        ("2026-11", date(2026, 11, 1)),
        ("2026-13", date(2026, 3, 1)),
        ("", date(2026, 3, 1)),
        ("1066-10", date(2026, 3, 1)),
    ],
)
def test_a_month_is_read_from_the_address(asked: str, month: date) -> None:
    assert rules.month_asked(asked, today=TODAY) == month


@pytest.mark.parametrize(
    ("asked", "day"), [("2024-02-29", date(2024, 2, 29)), ("2026-02-29", TODAY), ("hôm nay", TODAY)]
)
def test_a_day_is_read_from_the_address(asked: str, day: date) -> None:
    assert rules.day_asked(asked, today=TODAY) == day


def test_months_and_weeks_know_their_neighbours() -> None:
    month = month_window(date(2026, 12, 1))
    assert (month.last, month.before, month.after) == (date(2026, 12, 31), date(2026, 11, 1), date(2027, 1, 1))
    week = week_window(TODAY + timedelta(days=6))
    assert (week.first, week.last, len(week.days)) == (TODAY, TODAY + timedelta(days=6), 7)
    assert weeks_of(date(2026, 3, 1))[0][0] == date(2026, 2, 23)


@pytest.mark.parametrize(
    ("day", "words", "basis"),
    [
        (date(2026, 1, 1), "Tết Dương lịch", "điểm a"),
        (date(2026, 2, 17), "Tết Nguyên Đán", "điểm b"),
        (date(2007, 2, 17), "Tết Nguyên Đán", "điểm b"),  # a day before China's: the new moon fell before midnight here
        (date(2026, 4, 26), "Giỗ Tổ Hùng Vương", "điểm e"),
        (date(2026, 4, 27), "nghỉ bù", "Điều 111 khoản 3"),
        (date(2026, 4, 30), "Ngày Chiến thắng", "điểm c"),
        (date(2026, 5, 1), "Quốc tế Lao động", "điểm d"),
        (date(2026, 9, 2), "Quốc khánh", "điểm đ"),
    ],
)
def test_public_holidays_have_their_legal_basis(day: date, words: str, basis: str) -> None:
    holiday = holidays_between(day, day)[day]
    assert words in holiday.name
    assert basis in holiday.basis


def test_every_day_off_has_a_basis() -> None:
    found = holidays_between(date(2024, 1, 1), date(2035, 12, 31))
    assert [day for day, holiday in found.items() if not holiday.basis] == []
    assert holidays_between(TODAY, TODAY) == {}


# -- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_deadlines_stand_on_their_days_for_whom_they_concern(make_task: Make, cast: Cast) -> None:
    own = make_task(leads=[cast.finance], deadline=date(2026, 11, 5))
    make_task(leads=[cast.health], deadline=date(2026, 11, 5))
    make_task(leads=[cast.finance], deadline=date(2026, 11, 5), state="cancelled")
    assert [row.id for row in day_of(signed_in(cast.focal_point), date(2026, 11, 5)).tasks] == [own.pk]
    assert len(day_of(signed_in(cast.leader), date(2026, 11, 5)).tasks) == 2


@pytest.mark.django_db
def test_filters_keep_to_an_agency_and_a_plan(make_task: Make, cast: Cast) -> None:
    day = date(2026, 11, 5)
    one, other = make_task(leads=[cast.finance], deadline=day), make_task(leads=[cast.health], deadline=day)
    client = signed_in(cast.coordinator)
    assert [row.id for row in day_of(client, day, f"&co-quan={cast.finance.pk}").tasks] == [one.pk]
    assert [row.id for row in day_of(client, day, f"&ke-hoach={other.plan_id}").tasks] == [other.pk]
    page = text(client.get(f"/lich/?thang=2026-11&co-quan={cast.finance.pk}"))
    assert f"thang=2026-12&amp;co-quan={cast.finance.pk}" in page or (
        f"co-quan={cast.finance.pk}&amp;thang=2026-12" in page
    )


@pytest.mark.django_db
def test_reporting_dates_of_plans_stand_there_too(make_plan: Make, make_task: Make, cast: Cast) -> None:
    plan = make_plan()
    make_task(plan=plan, leads=[cast.finance])
    words = {"text": "trước ngày 15/11", "who": "Sở Ngoại vụ", "to": "UBND tỉnh"}
    rhythm = ReportingRhythm.objects.create(plan=plan, rhythm="year", month=11, day=15, **words)
    day = date(2026, 11, 14)
    client = signed_in(cast.focal_point)
    assert [(report.plan_id, report.who) for report in day_of(client, day).reports] == [(plan.pk, "Sở Ngoại vụ")]
    assert day_of(client, date(2027, 11, 14)).reports == ()
    assert day_of(signed_in(cast.other_focal_point), day).reports == ()
    rhythm.agencies.add(cast.health)
    coordinator = signed_in(cast.coordinator)
    make_task(leads=[cast.health])
    assert day_of(coordinator, day, f"&co-quan={cast.finance.pk}").reports == ()
    assert len(day_of(coordinator, day, f"&co-quan={cast.health.pk}").reports) == 1


@pytest.mark.django_db
def test_a_full_day_says_how_much_more_there_is(make_task: Make, cast: Cast) -> None:
    for _number in range(5):
        make_task(leads=[cast.finance], deadline=date(2026, 11, 5))
    page = text(signed_in(cast.leader).get("/lich/?thang=2026-11"))
    assert "còn 2 việc" in page
    assert "xem=ngay&amp;ngay=2026-11-05" in page


@pytest.mark.django_db
@pytest.mark.parametrize("shape", ["thang", "tuan", "danh-sach", "ngay", "gì đó"])
def test_today_is_marked_and_neighbours_are_a_step_away(shape: str, cast: Cast) -> None:
    page = text(signed_in(cast.leader).get("/lich/", {"xem": shape}))
    assert 'aria-current="date"' in page
    assert 'rel="prev"' in page and 'rel="next"' in page
    assert "/nhiem-vu/lich/" in page


@pytest.mark.django_db
def test_an_empty_month_says_what_will_stand_there(cast: Cast) -> None:
    page = text(signed_in(cast.leader).get("/lich/?xem=danh-sach&thang=2031-03"))
    assert "Không có thời hạn nào" in page


@pytest.mark.django_db
@pytest.mark.parametrize("shape", ["thang", "tuan", "danh-sach"])
def test_a_month_costs_the_same_however_full_it_is(
    shape: str, make_task: Make, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    today = timezone.localdate()
    for number in range(8):
        make_task(leads=[cast.finance], deadline=today + timedelta(days=number % 3))
    client = signed_in(cast.leader)
    with django_assert_max_num_queries(12):
        client.get("/lich/", {"xem": shape})
