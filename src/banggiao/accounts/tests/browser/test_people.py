"""People: invited and arriving, with codes from a telephone, with a passkey."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal import auth
from django.core import mail
from playwright.sync_api import Page, expect

from banggiao.accounts.models import Role, User
from banggiao.testing.accounts import PASSWORD
from banggiao.testing.browser import OpenFor, assert_accessible, assert_fits
from banggiao.testing.cast import Cast

NEW_PASSWORD = "Đoàn kết hữu nghị 2026"


@pytest.fixture
def cast(live: str, make_cast: Callable[[], Cast]) -> Cast:
    return make_cast()


def code_of(secret: str) -> str:
    """What an application on a telephone shows now."""
    return str(auth.format_hotp_value(auth.hotp_value(secret, next(auth.yield_hotp_counters_from_time()))))


def sign_in_by_password(page: Page, person: User) -> None:
    page.goto("/tai-khoan/dang-nhap/")
    page.get_by_label("Thư điện tử").fill(person.email)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def prove_again(page: Page) -> None:
    """Say the password once more, before the account is guarded in another way."""
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Xác nhận").click()


def arrived(page: Page, person: User) -> None:
    expect(page.get_by_role("button", name=person.full_name)).to_be_visible()


def test_somebody_is_invited_and_arrives(cast: Cast, page_of: OpenFor, page: Page):
    office = page_of(cast.administrator)
    office.goto("/quan-tri/loi-moi/")
    office.get_by_role("link", name="Mời người dùng").first.click()
    office.get_by_label("Họ và tên").fill("Nông Thị Mới")
    office.get_by_label("Thư điện tử").fill("moi@lamgiang.example")
    office.get_by_label("Vai trò").select_option(Role.VIEWER)
    office.get_by_role("button", name="Gửi lời mời").click()
    expect(office.locator("main")).to_contain_text("Nông Thị Mới")
    letter = str(mail.outbox[-1].body)
    link = re.search(r"https?://\S+", letter)
    assert link, letter
    page.goto(re.sub(r"^https?://[^/]+", "", link[0]))
    assert_accessible(page)
    assert_fits(page)
    for field in page.locator("input[type=password]").all():
        field.fill(NEW_PASSWORD)
    page.get_by_role("button", name="Tạo tài khoản").click()
    expect(page.get_by_role("button", name="Nông Thị Mới").or_(page.get_by_label("Thư điện tử"))).to_be_visible()
    assert User.objects.get(email="moi@lamgiang.example").check_password(NEW_PASSWORD)


@pytest.fixture
def clock_of_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code lives thirty seconds, which a busy machine may spend on one page."""
    monkeypatch.setattr(auth, "time", SimpleNamespace(time=lambda: 1_790_000_000))


def test_codes_of_a_telephone_are_switched_on_and_asked_for(
    cast: Cast, page: Page, open_page: Callable[..., Page], clock_of_codes: None
):
    sign_in_by_password(page, cast.focal_point)
    arrived(page, cast.focal_point)
    page.goto("/tai-khoan/bao-ve/ung-dung/bat/")
    prove_again(page)
    assert_accessible(page)
    assert_fits(page)
    secret = page.locator("code").inner_text()
    page.get_by_role("main").get_by_role("textbox").fill(code_of(secret))
    page.get_by_role("button", name="Bật").click()
    expect(page.locator("main")).to_contain_text("dự phòng")
    assert_accessible(page)
    other = open_page()
    sign_in_by_password(other, cast.focal_point)
    assert_accessible(other)
    other.get_by_role("textbox").fill(code_of(secret))
    other.get_by_role("button").first.click()
    arrived(other, cast.focal_point)


def test_a_passkey_opens_without_a_password(cast: Cast, page: Page):
    machine = page.context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**kind, "isUserVerified": True, "automaticPresenceSimulation": True}
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_in_by_password(page, cast.leader)
    arrived(page, cast.leader)
    page.goto("/tai-khoan/bao-ve/khoa/them/")
    prove_again(page)
    assert_accessible(page)
    assert_fits(page)
    page.get_by_role("main").get_by_role("textbox").fill("Máy ở cơ quan")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Thêm khóa").click()
    expect(page.locator("main")).to_contain_text("dự phòng")
    page.goto("/tai-khoan/bao-ve/khoa/")
    expect(page.locator("main")).to_contain_text("Máy ở cơ quan")
    assert_accessible(page)
    page.get_by_role("button", name=cast.leader.full_name).click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("button", name="Dùng khóa đăng nhập (passkey)").click()
    arrived(page, cast.leader)
