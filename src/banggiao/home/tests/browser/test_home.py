"""The desks in a real browser: two clicks report a task, the keyboard searches, the leader prints one sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from banggiao.tasks.models import TaskComment
from banggiao.testing.browser import PHONE, OpenFor, SignIn, assert_accessible, assert_fits
from banggiao.testing.cast import Cast

Make = Callable[..., Any]


@pytest.fixture
def cast(live: str, make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


def test_two_clicks_report_how_far_a_task_is(page: Page, sign_in: SignIn, cast: Cast, make_task: Make) -> None:
    today = timezone.localdate()
    task = make_task(leads=[cast.finance], deadline=today + timedelta(days=2), quiet_since=today)
    other = make_task(leads=[cast.finance], deadline=today + timedelta(days=3), quiet_since=today)
    sign_in(page, cast.focal_point)
    page.goto("/")
    line = page.locator(f"#own-{task.pk}")
    line.get_by_role("radio", name="75%").check()
    line.get_by_role("button", name="Cập nhật").click()
    expect(page.get_by_text("Đã ghi nhận cập nhật.")).to_be_visible()
    expect(line.get_by_role("radio", name="75%")).to_be_checked()
    expect(page.locator(f"#own-{other.pk}").get_by_role("radio", name="Chưa làm")).to_be_checked()
    task.refresh_from_db()
    assert (task.state, task.progress) == ("in_progress", 75)
    line.get_by_role("radio", name="Xong").check()
    line.get_by_role("button", name="Cập nhật").click()
    expect(line.get_by_text("Hoàn thành")).to_be_visible()
    assert_accessible(page)


def test_a_note_goes_along_on_a_phone(page_of: OpenFor, cast: Cast, make_task: Make) -> None:
    today = timezone.localdate()
    task = make_task(leads=[cast.finance], deadline=today, quiet_since=today)
    page = page_of(cast.focal_point, width=PHONE)
    page.goto("/")
    line = page.locator(f"#own-{task.pk}")
    line.get_by_text("Ghi chú, minh chứng").click()
    line.get_by_label("Kết quả, vướng mắc").fill("Đang lấy ý kiến")
    assert_fits(page, PHONE)
    line.get_by_role("radio", name="50%").check()
    line.get_by_role("button", name="Cập nhật").click()
    expect(page.get_by_text("Đã ghi nhận cập nhật.")).to_be_visible()
    assert task.updates.get().text == "Đang lấy ý kiến"


def test_the_keyboard_alone_finds_a_task(page: Page, sign_in: SignIn, cast: Cast, make_task: Make) -> None:
    task = make_task(what="Bồi dưỡng nghiệp vụ đối ngoại")
    sign_in(page, cast.coordinator)
    page.goto("/")
    page.keyboard.press("/")
    box = page.get_by_role("searchbox", name="Tìm trong tất cả")
    expect(box).to_be_focused()
    page.keyboard.type("boi duong a/b")
    expect(box).to_have_value("boi duong a/b")
    box.fill("boi duong")
    offered = page.locator("#suggestions")
    expect(offered.get_by_role("link", name="Bồi dưỡng nghiệp vụ đối ngoại")).to_be_visible()
    assert_accessible(page, within=".bar")
    page.keyboard.press("Escape")
    expect(offered).to_be_hidden()
    expect(box).to_be_focused()
    page.keyboard.type(" n")
    expect(offered).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(offered.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/nhiem-vu/{task.pk}/")


def test_enter_leads_to_everything_that_fits(page: Page, sign_in: SignIn, cast: Cast, make_task: Make) -> None:
    make_task(what="Bồi dưỡng nghiệp vụ đối ngoại")
    sign_in(page, cast.leader)
    page.goto("/lich/")
    page.keyboard.press("/")
    page.keyboard.type("doi ngoai")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?tim=doi+ngoai")
    expect(page.get_by_role("heading", name="Nhiệm vụ 1")).to_be_visible()


def test_what_waits_opens_from_every_page(page: Page, sign_in: SignIn, cast: Cast, make_document: Make) -> None:
    make_document()
    sign_in(page, cast.coordinator)
    page.goto("/co-quan/")
    page.get_by_role("button", name="Việc chờ bạn: 1").click()
    page.get_by_role("link", name="Văn bản chờ rà soát 1").click()
    page.wait_for_url("**/van-ban/?trang-thai=to_review")


def test_the_leaders_page_prints_on_one_sheet(
    page: Page, sign_in: SignIn, cast: Cast, make_task: Make, make_plan: Make, make_agency: Make
) -> None:
    """At its fullest: every line of every list is there, and names and titles are long."""
    today, now = timezone.localdate(), timezone.now()
    plans = [make_plan(period_to=today + timedelta(days=99), number=f"{number}/KH-UBND") for number in range(7)]
    long = "Chủ trì, phối hợp với các sở, ban, ngành cấp tỉnh tham mưu UBND tỉnh xây dựng đề án về đối ngoại và "
    for number in range(16):
        name = f"Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh Lam Giang số {number}"
        days = timedelta(days=number % 7) if number % 2 else timedelta(days=-number - 1)
        task = make_task(
            plan=plans[number % 7],
            leads=[make_agency(name=name)],
            what=long * 3,
            deadline=today + days,
            quiet_since=today,
        )
        TaskComment.objects.create(task=task, by=cast.leader, agency=cast.foreign_affairs, text=long * 3, at=now)
    sign_in(page, cast.leader)
    page.goto("/")
    with pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True))) as sheet:
        assert len(sheet) == 1
        words = sheet[0].get_textpage().get_text_bounded()
    assert "8 nhiệm vụ quá hạn" in words
    assert "Ý kiến trong 7 ngày qua" in words


def test_the_month_is_a_list_of_days_on_a_phone(page_of: OpenFor, cast: Cast, make_task: Make) -> None:
    today = timezone.localdate()
    make_task(leads=[cast.finance], what="Lập danh mục dự án", deadline=today, quiet_since=today)
    page = page_of(cast.leader, width=PHONE)
    page.goto("/lich/")
    expect(page.get_by_role("link", name="Lập danh mục dự án")).to_be_visible()
    expect(page.locator(".month-day:visible")).to_have_count(
        page.locator(".month-day:not(.is-empty):not(.is-outside)").count()
    )
    assert_fits(page, PHONE)
