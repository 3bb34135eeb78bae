"""How people sign in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client

from banggiao.accounts.models import User
from banggiao.testing.accounts import PASSWORD

SIGN_IN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def _nobody_failed_before(db: None) -> None:
    cache.clear()


@pytest.fixture
def person(make_user: Callable[..., User]) -> User:
    return make_user(role="leader", email="lanh.dao@lamgiang.example")


def sign_in(client: Client, password: str = PASSWORD, **changes: Any) -> Any:
    return client.post(SIGN_IN, {"login": "lanh.dao@lamgiang.example", "password": password, **changes})


def sign_in_surely(client: Client) -> None:
    """With the password entered once more, as changes of protection ask for it."""
    sign_in(client)
    client.post("/tai-khoan/xac-nhan/", {"password": PASSWORD})


def code_of(secret: str) -> str:
    """What the app on the telephone shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_the_right_password_opens_the_page_that_was_asked_for(client: Client, person: User) -> None:
    assert client.get("/tai-khoan/")["Location"] == f"{SIGN_IN}?next=/tai-khoan/"
    assert sign_in(client, next="/tai-khoan/")["Location"] == "/tai-khoan/"


def test_a_wrong_password_and_an_unknown_address_look_alike(client: Client, person: User) -> None:
    wrong = sign_in(client, "sai").content.decode()
    unknown = sign_in(client, login="khong.co@lamgiang.example").content.decode()
    assert "Thư điện tử hoặc mật khẩu chưa đúng." in wrong and "Thư điện tử hoặc mật khẩu chưa đúng." in unknown


def test_repeated_failures_shut_the_account_even_for_the_right_password(client: Client, person: User) -> None:
    for _ in range(5):
        sign_in(client, "sai")
    assert "tạm khóa 15 phút" in sign_in(client).content.decode()
    assert client.get("/tai-khoan/").status_code == 302


def test_nobody_makes_an_account_for_themselves(client: Client, db: None) -> None:
    fields = {"email": "la@x.example", "password1": PASSWORD, "password2": PASSWORD}
    assert "cấp theo lời mời" in client.get("/tai-khoan/dang-ky/").content.decode()
    client.post("/tai-khoan/dang-ky/", fields)
    assert not User.objects.exists()


def test_a_second_factor_is_asked_for(client: Client, person: User) -> None:
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(person, secret)
    assert sign_in(client)["Location"] == "/tai-khoan/bao-ve/ma/"
    assert client.get("/tai-khoan/").status_code == 302
    refused = client.post("/tai-khoan/bao-ve/ma/", {"code": "000000"})
    assert "Mã chưa đúng" in refused.content.decode()
    client.post("/tai-khoan/bao-ve/ma/", {"code": code_of(secret)})
    assert client.get("/tai-khoan/").status_code == 200


@pytest.mark.django_db(transaction=True)  # the mail leaves once the change is committed
def test_an_app_is_activated_and_brings_recovery_codes(client: Client, person: User) -> None:
    sign_in_surely(client)
    page = client.get("/tai-khoan/bao-ve/ung-dung/bat/")
    assert page.status_code == 200 and "data:image/svg+xml" in page.content.decode()
    client.post("/tai-khoan/bao-ve/ung-dung/bat/", {"code": code_of(page.context["form"].secret)})
    assert get_adapter().is_mfa_enabled(person)
    codes = client.get("/tai-khoan/bao-ve/ma-du-phong/").content.decode()
    assert "Còn 10 trong 10 mã." in codes
    assert "Đã bật ứng dụng tạo mã" in mail.outbox[-1].subject


def test_the_way_of_protection_changes_only_after_asking_again(client: Client, person: User) -> None:
    client.force_login(person)
    asked = client.get("/tai-khoan/bao-ve/ung-dung/bat/")
    assert asked["Location"].startswith("/tai-khoan/xac-nhan/")
    page = client.get(asked["Location"]).content.decode()
    assert "chắc chắn rằng đó là bạn" in page


def test_keys_are_listed_and_offered(client: Client, person: User) -> None:
    sign_in_surely(client)
    assert "passkey_login" in Client().get(SIGN_IN).content.decode()
    add = client.get("/tai-khoan/bao-ve/khoa/them/")
    assert add.status_code == 200 and "js_data" in add.content.decode()
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    ("host", "offered"), [("127.0.0.1:8000", False), ("[::1]:8000", False), ("localhost:8000", True)]
)
def test_keys_are_offered_only_where_browsers_allow_them(
    client: Client, person: User, host: str, offered: bool
) -> None:
    assert ("passkey_login" in client.get(SIGN_IN, HTTP_HOST=host).content.decode()) is offered
    sign_in(client)
    assert ("khoa/them/" in client.get("/tai-khoan/bao-ve/", HTTP_HOST=host).content.decode()) is offered


def test_open_sessions_are_seen_and_ended(client: Client, person: User) -> None:
    other = Client()
    sign_in(client)
    sign_in(other)
    assert "phiên này" in client.get("/tai-khoan/phien/").content.decode()
    client.post("/tai-khoan/phien/")
    assert client.get("/tai-khoan/").status_code == 200
    assert other.get("/tai-khoan/").status_code == 302


def test_a_forgotten_password_is_set_anew_by_mail(client: Client, person: User) -> None:
    assert client.post("/tai-khoan/mat-khau/quen/", {"email": person.email}).status_code == 302
    letter = str(mail.outbox[0].body)
    assert mail.outbox[0].subject == "[Bang Giao] Đặt lại mật khẩu" and "mật khẩu đang dùng không thay đổi" in letter
    path = next(word for word in letter.split() if "/tai-khoan/mat-khau/quen/" in word).removeprefix(
        "http://testserver"
    )
    form = client.get(path, follow=True).redirect_chain[-1][0]
    new = "một mật khẩu hoàn toàn mới"
    client.post(form, {"password1": new, "password2": new})
    assert sign_in(Client(), new).status_code == 302
    assert "không dùng được nữa" in client.get(path, follow=True).content.decode()


def test_an_unknown_address_learns_by_mail_that_it_has_no_account(client: Client, db: None) -> None:
    client.post("/tai-khoan/mat-khau/quen/", {"email": "la@x.example"})
    assert "chưa có tài khoản" in str(mail.outbox[0].body)


def test_a_changed_password_is_told_by_mail(client: Client, person: User) -> None:
    sign_in(client)
    new = "một mật khẩu hoàn toàn mới"
    client.post("/tai-khoan/mat-khau/doi/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert "Mật khẩu đã đổi" in mail.outbox[0].subject and "đổi mật khẩu ngay" in str(mail.outbox[0].body)


def test_signing_out_ends_the_session(client: Client, person: User) -> None:
    sign_in(client)
    assert client.post("/tai-khoan/dang-xuat/")["Location"] == SIGN_IN
    assert client.get("/tai-khoan/").status_code == 302
