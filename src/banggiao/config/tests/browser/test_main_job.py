"""The path of a plan, as four people walk it: dropped in, read, reviewed, confirmed, worked on, looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from banggiao.testing.browser import PHONE, OpenFor, assert_fits
from banggiao.testing.cast import Cast
from banggiao.testing.documents import plan_text
from banggiao.testing.tasks import NOW

WORK = "Tham mưu bố trí kinh phí thực hiện các hoạt động đối ngoại"


def drop(page: Page, zone: str, *, name: str, text: str) -> None:
    """Let go of a file over a place of the page, as a mouse would."""
    dragged = page.evaluate_handle(
        """([name, text]) => {
            const dragged = new DataTransfer();
            dragged.items.add(new File([text], name, {type: 'text/plain'}));
            return dragged;
        }""",
        [name, text],
    )
    for moment in ("dragenter", "dragover", "drop"):
        page.dispatch_event(zone, moment, {"dataTransfer": dragged})


def test_a_plan_becomes_tasks_that_another_agency_works_on_and_the_leader_sees(
    live: str,
    page_of: OpenFor,
    make_cast: Callable[[], Cast],
    run_jobs: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    cast = make_cast()
    office = page_of(cast.coordinator)
    office.goto("/van-ban/nhap/")
    drop(office, "form[data-upload]", name="ke-hoach-2026.txt", text=plan_text())
    receipt = office.locator(".receipt", has_text="ke-hoach-2026.txt")
    expect(receipt).to_contain_text("Đã nhận")
    run_jobs()
    expect(receipt).to_contain_text("Chờ rà soát")

    receipt.get_by_role("link", name="Mở").click()
    office.get_by_role("link", name="Rà soát", exact=True).click()
    paper = office.get_by_role("region", name="Toàn văn")
    expect(paper).to_contain_text(WORK)
    for finding in office.locator(".finding.k-assignment").all():
        finding.get_by_role("link").first.click()
        office.keyboard.press("a")
        expect(finding).to_contain_class("is-accepted")
    expect(office.get_by_role("status").filter(has_text="đã nhận")).to_contain_text("chưa quyết định")
    office.get_by_role("link", name="Xác nhận", exact=True).click()
    expect(office.locator("main")).to_contain_text("Công an tỉnh")
    keep = office.get_by_label("Giữ nguyên các tên này; tôi sẽ giao lại từng việc sau.")
    keep.check()
    office.get_by_role("button", name="Xác nhận và giao việc").click()
    expect(office.get_by_role("status").first).to_contain_text("Đã xác nhận kế hoạch")

    corridor = page_of(cast.focal_point, width=PHONE)
    corridor.goto("/nhiem-vu/")
    task = corridor.get_by_role("row", name=WORK)
    expect(task).to_be_visible()
    task.get_by_role("link", name="Cập nhật").click()
    panel = corridor.get_by_role("dialog")
    panel.get_by_label("Kết quả, vướng mắc").fill("Đã trình dự toán cả năm")
    panel.get_by_role("button", name="Hoàn thành").click()
    expect(corridor.get_by_role("row", name=WORK)).to_contain_text("Hoàn thành")
    assert_fits(corridor)

    leader = page_of(cast.leader)
    leader.goto("/")
    plans = leader.get_by_role("table", name="Kế hoạch đang thực hiện")
    expect(plans.get_by_role("row", name="/KH-UBND")).to_contain_text("1 / ")
    plans.get_by_role("link", name="1", exact=True).first.click()
    leader.get_by_role("link", name=WORK).click()
    expect(leader.locator("main")).to_contain_text("Đã trình dự toán cả năm")
    expect(leader.locator("main")).to_contain_text(cast.focal_point.full_name)
