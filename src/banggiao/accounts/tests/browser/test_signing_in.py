"""Signing in and out, as people do it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from banggiao.accounts.models import Role
from banggiao.testing.accounts import PASSWORD
from banggiao.testing.browser import assert_accessible, assert_fits


def test_someone_signs_in_with_address_and_password_and_out_again(live: str, page: Page, make_user: Callable[..., Any]):
    person = make_user(role=Role.COORDINATOR)
    page.goto("/nhiem-vu/")
    assert_fits(page)
    assert_accessible(page)
    page.get_by_label("Thư điện tử").fill(person.email)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page).to_have_url(f"{live}/nhiem-vu/")
    page.get_by_role("button", name=person.full_name).click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page).to_have_url(f"{live}/tai-khoan/dang-nhap/")
