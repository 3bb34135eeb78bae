"""Tasks, as they are worked with: narrowed, changed together, looked at in three shapes, reported on, declined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from banggiao.tasks.models import Task
from banggiao.testing.browser import OpenFor, assert_accessible, assert_fits
from banggiao.testing.cast import Cast

Make = Callable[..., Task]


@pytest.fixture
def cast(live: str, make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


@pytest.fixture
def late(cast: Cast, make_task: Make) -> Task:
    return make_task(
        leads=[cast.finance], what="Rà soát thỏa thuận quốc tế", deadline=timezone.localdate() - timedelta(days=5)
    )


@pytest.fixture
def coming(cast: Cast, make_task: Make) -> Task:
    return make_task(
        leads=[cast.health], what="Đón đoàn chuyên gia y tế", deadline=timezone.localdate() + timedelta(days=40)
    )


def test_a_chip_narrows_the_list_says_what_it_does_and_is_taken_off(
    cast: Cast, late: Task, coming: Task, page_of: OpenFor
):
    page = page_of(cast.coordinator)
    page.goto("/nhiem-vu/")
    page.get_by_role("button", name="Tình trạng", exact=True).click()
    page.get_by_role("link", name="Quá hạn", exact=True).click()
    expect(page.get_by_role("button", name="Tình trạng: Quá hạn")).to_be_visible()
    expect(page.get_by_role("link", name=late.what)).to_be_visible()
    expect(page.get_by_role("link", name=coming.what)).to_have_count(0)
    page.get_by_role("link", name="Bỏ lọc theo Tình trạng").click()
    expect(page.get_by_role("link", name=coming.what)).to_be_visible()


def test_several_tasks_get_a_deadline_together(cast: Cast, late: Task, coming: Task, page_of: OpenFor):
    page = page_of(cast.coordinator)
    page.goto("/nhiem-vu/")
    bar = page.get_by_role("region", name="Việc với các nhiệm vụ đã chọn")
    expect(bar).to_be_hidden()
    page.get_by_label("Chọn mọi dòng của trang này").check()
    expect(bar).to_contain_text("2 đã chọn")
    assert_accessible(page)
    assert_fits(page)
    day = timezone.localdate() + timedelta(days=100)
    bar.get_by_label("Thời hạn mới").fill(day.isoformat())
    bar.get_by_role("button", name="Đặt thời hạn").click()
    expect(page.locator("[data-message]")).to_contain_text("2 nhiệm vụ")
    assert set(Task.objects.values_list("deadline", flat=True)) == {day}


def test_stopping_asks_first_and_can_be_thought_better_of(cast: Cast, late: Task, page_of: OpenFor):
    page = page_of(cast.coordinator)
    page.goto("/nhiem-vu/")
    page.get_by_label(f"Chọn nhiệm vụ {late.code}").check()
    for answer in ("Không", "Dừng nhiệm vụ"):
        page.get_by_role("button", name="Việc khác").click()
        page.locator(".bulk").get_by_role("button", name="Dừng nhiệm vụ").click()
        page.get_by_role("dialog").get_by_role("button", name=answer).click()
        expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-message]")).to_be_visible()
    late.refresh_from_db()
    assert late.state == "cancelled"


def test_the_same_filter_holds_for_board_and_months(cast: Cast, late: Task, coming: Task, page_of: OpenFor):
    page = page_of(cast.coordinator)
    page.goto("/nhiem-vu/?tim=chuyen+gia")
    for shape in ("Theo tình trạng", "Theo tháng"):
        page.get_by_role("navigation", name="Cách trình bày").get_by_role("link", name=shape).click()
        expect(page.get_by_role("link", name=coming.what)).to_be_visible()
        expect(page.get_by_role("link", name=late.what)).to_have_count(0)
        assert_fits(page)


def test_an_update_is_two_clicks_from_the_list(cast: Cast, late: Task, page_of: OpenFor):
    page = page_of(cast.focal_point)
    page.goto("/nhiem-vu/")
    page.get_by_role("row", name=late.what).get_by_role("link", name="Cập nhật").click()
    assert_accessible(page, within="dialog[open]")
    page.get_by_role("dialog").get_by_role("button", name="Hoàn thành").click()
    expect(page.get_by_role("row", name=late.what)).to_contain_text("Hoàn thành")
    late.refresh_from_db()
    assert late.state == "done"


def test_an_agency_declines_and_the_coordinator_accepts(cast: Cast, late: Task, page_of: OpenFor):
    page = page_of(cast.focal_point)
    page.goto(f"/nhiem-vu/{late.pk}/")
    page.get_by_role("link", name="Từ chối").click()
    page.get_by_role("textbox").last.fill("Thuộc chức năng của Sở Ngoại vụ")
    page.get_by_role("button", name="Gửi ý kiến từ chối").click()
    expect(page.locator("main")).to_contain_text("Có cơ quan từ chối")
    office = page_of(cast.coordinator)
    office.goto(f"/nhiem-vu/{late.pk}/")
    expect(office.locator("main")).to_contain_text("Thuộc chức năng của Sở Ngoại vụ")
    assert_accessible(office)
    office.get_by_role("button", name="Chấp nhận", exact=True).click()
    expect(office.locator("[data-message]")).to_contain_text("Đã chấp nhận")
