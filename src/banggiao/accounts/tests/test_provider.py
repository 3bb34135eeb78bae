"""Signing in by the province's own provider, over OpenID Connect, against one that really runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from banggiao.accounts.models import Post, Role, User
from banggiao.accounts.tests.provider import CLIENT, CODE, SECRET, Provider, provider_running
from banggiao.testing.accounts import PASSWORD

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]
AT = "/tai-khoan/noi-cap/tinh/"


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with provider_running() as provider:
        yield provider


@pytest.fixture
def provider(running: Provider, settings: Any) -> Provider:
    cache.clear()
    running.asked.clear()
    running.audience = CLIENT
    app = {
        "provider_id": "tinh",
        "name": "Đăng nhập một lần của tỉnh",
        "client_id": CLIENT,
        "secret": SECRET,
        "settings": {"server_url": running.address},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    return running


def sign_in(client: Client, provider: Provider, **claims: Any) -> Any:
    """Goes to the provider, which knows the person, and comes back with a code; the answer to that."""
    provider.claims = {"sub": "cccd-1", "email_verified": True, **claims}
    there = urlsplit(client.post(AT)["Location"])
    asked = {name: values[0] for name, values in parse_qs(there.query).items()}
    assert f"{there.scheme}://{there.netloc}" == provider.address
    assert (asked["client_id"], asked["code_challenge_method"]) == (CLIENT, "S256")
    provider.challenge = asked["code_challenge"]
    return client.get(f"{AT}tra-loi/", {"code": CODE, "state": asked["state"]})


def is_in(client: Client) -> bool:
    return client.get("/tai-khoan/").status_code == 200


def test_the_entrance_offers_the_provider(client: Client, provider: Provider) -> None:
    assert "Đăng nhập một lần của tỉnh" in client.get("/tai-khoan/dang-nhap/").content.decode()


def test_whoever_has_an_account_comes_in_by_the_address_that_the_provider_vouches_for(
    client: Client, provider: Provider, make_user: Make
) -> None:
    person = make_user(role="leader", email="lanh.dao@lamgiang.example")
    sign_in(client, provider, email="Lanh.Dao@lamgiang.example", name="Ai đó")
    assert is_in(client)
    assert client.session["_auth_user_id"] == str(person.pk)
    assert SocialAccount.objects.get().user == person
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert {"/.well-known/openid-configuration", "/token", "/me"} <= set(provider.asked)


def test_they_are_known_again_when_their_address_has_changed_there(
    client: Client, provider: Provider, make_user: Make
) -> None:
    make_user(role="leader", email="lanh.dao@lamgiang.example")
    sign_in(client, provider, email="lanh.dao@lamgiang.example")
    other = Client()
    sign_in(other, provider, email="ten.moi@lamgiang.example")
    assert is_in(other)
    assert User.objects.count() == 1


def test_whoever_was_invited_takes_the_letter_up_by_signing_in(
    client: Client, provider: Provider, make_invitation: Make, make_agency: Make
) -> None:
    agency = make_agency()
    letter = make_invitation(email="moi@lamgiang.example", role=Role.FOCAL_POINT, agency=agency, title="Chuyên viên")
    sign_in(client, provider, email="moi@lamgiang.example", name="Lý Thị Được Mời")
    assert is_in(client)
    person = User.objects.get()
    post = Post.objects.get(user=person)
    assert (person.full_name, person.has_usable_password()) == ("Lý Thị Được Mời", False)
    assert (post.role, post.agency, post.title) == (Role.FOCAL_POINT, agency, "Chuyên viên")
    letter.refresh_from_db()
    assert letter.accepted_at is not None


@pytest.mark.parametrize(
    ("claims", "changes"),
    [
        pytest.param({"email": "la@lamgiang.example"}, {}, id="not invited"),
        pytest.param({"email": "moi@lamgiang.example", "email_verified": False}, {}, id="address not vouched for"),
        pytest.param({"email": "moi@lamgiang.example"}, {"withdrawn_at": timezone.now()}, id="letter withdrawn"),
        pytest.param({"email": "moi@lamgiang.example"}, {"expires_at": timezone.now()}, id="letter too old"),
        pytest.param({}, {}, id="no address"),
    ],
)
def test_a_stranger_opens_nothing(
    claims: dict[str, Any], changes: dict[str, Any], client: Client, provider: Provider, make_invitation: Make
) -> None:
    make_invitation(email="moi@lamgiang.example", **changes)
    answer = sign_in(client, provider, **claims)
    assert "cấp theo lời mời" in answer.content.decode()
    assert not is_in(client)
    assert not User.objects.exists() and not SocialAccount.objects.exists()


def test_whoever_is_blocked_stays_out(client: Client, provider: Provider, make_user: Make) -> None:
    person = make_user(role="leader", email="lanh.dao@lamgiang.example")
    person.is_active = False
    person.save()
    sign_in(client, provider, email="lanh.dao@lamgiang.example")
    assert not is_in(client)


def test_an_unproven_address_does_not_open_the_account_of_its_owner(
    client: Client, provider: Provider, make_user: Make
) -> None:
    make_user(role="administrator", email="quan.tri@lamgiang.example")
    sign_in(client, provider, email="quan.tri@lamgiang.example", email_verified=False)
    assert not is_in(client)


def test_a_token_for_another_program_is_refused(client: Client, provider: Provider, make_user: Make) -> None:
    make_user(role="leader", email="lanh.dao@lamgiang.example")
    provider.audience = "chuong-trinh-khac"
    answer = sign_in(client, provider, email="lanh.dao@lamgiang.example")
    assert answer.status_code == 401
    assert not is_in(client)


def test_an_answer_that_nobody_asked_for_is_refused(client: Client, provider: Provider) -> None:
    answer = client.get(f"{AT}tra-loi/", {"code": CODE, "state": "bia-ra"})
    assert answer.status_code == 401
    assert "/token" not in provider.asked
