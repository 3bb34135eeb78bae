"""What stands around every page: ways to go, on a desk and on a phone; light and dark; messages; two languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from banggiao.testing.browser import PHONE, OpenFor, assert_accessible, assert_fits
from banggiao.testing.cast import Cast


@pytest.fixture
def cast(live: str, make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


def ways(page: Page):
    return page.get_by_role("navigation", name="Các phần việc")


def test_the_ways_lead_to_the_parts_of_the_work_and_say_where_one_is(cast: Cast, page_of: OpenFor):
    page = page_of(cast.coordinator)
    page.goto("/")
    for name, address in (("Văn bản", "/van-ban/"), ("Nhiệm vụ", "/nhiem-vu/"), ("Cơ quan", "/co-quan/")):
        ways(page).get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url(f"**{address}")
        expect(ways(page).locator('a[aria-current="page"]')).to_have_text(name)
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_on_a_phone_the_ways_wait_behind_a_button(cast: Cast, page_of: OpenFor):
    page = page_of(cast.focal_point, width=PHONE)
    page.goto("/nhiem-vu/")
    side = page.locator("#side")
    expect(side).to_be_hidden()
    page.get_by_role("button", name="Mở các phần việc").click()
    expect(side).to_be_in_viewport()
    assert_accessible(page, within="#side")
    page.keyboard.press("Escape")
    expect(side).to_be_hidden()
    page.get_by_role("button", name="Mở các phần việc").click()
    side.get_by_role("link", name="Văn bản", exact=True).click()
    page.wait_for_url("**/van-ban/")
    assert_fits(page, PHONE)


def test_the_keyboard_goes_past_the_ways_to_the_page(cast: Cast, page_of: OpenFor):
    page = page_of(cast.coordinator)
    page.goto("/van-ban/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_page_is_as_light_or_dark_as_the_system(cast: Cast, page_of: OpenFor):
    page = page_of(cast.coordinator, scheme="dark")
    page.goto("/")
    ground = (
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0)"
    )
    assert page.evaluate(ground) < 200
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{ground} > 600")


def test_a_message_says_what_was_done_and_can_be_closed(cast: Cast, page_of: OpenFor):
    page = page_of(cast.viewer)
    page.goto("/tai-khoan/")
    page.get_by_role("button", name="Lưu").click()
    message = page.locator("[data-message]")
    expect(message).to_be_visible()
    message.get_by_role("button").click()
    expect(message).to_have_count(0)


def test_the_language_changes_for_a_person_and_stays(cast: Cast, page_of: OpenFor):
    page = page_of(cast.coordinator)
    page.goto("/nhiem-vu/")
    page.get_by_role("button", name=cast.coordinator.full_name).click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tasks")
    page.goto("/co-quan/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Agencies")
    assert_fits(page)
    page.get_by_role("button", name=cast.coordinator.full_name).click()
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cơ quan")
