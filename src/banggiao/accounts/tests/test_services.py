"""What changes people, posts and invitations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from auditlog.models import LogEntry
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from banggiao.accounts import services
from banggiao.accounts.access import Actor, NotAllowed
from banggiao.accounts.models import Invitation, Post, Role, User
from banggiao.accounts.record import recorded_as
from banggiao.accounts.services import InvitationUnusable, PostFields
from banggiao.testing.cast import Cast

TODAY = date(2026, 5, 25)
NOW = timezone.make_aware(timezone.datetime(2026, 5, 25, 8, 0))  # type: ignore[attr-defined]
PASSWORD = "một mật khẩu đủ dài"


@pytest.fixture
def administrator(make_actor: Callable[..., Actor]) -> Actor:
    return make_actor(role=Role.ADMINISTRATOR)


@pytest.fixture
def invite(administrator: Actor, django_capture_on_commit_callbacks: Any) -> Callable[..., tuple[Invitation, str]]:
    """Sends a letter; gives the row and the token that only the letter holds."""

    def send(**changes: Any) -> tuple[Invitation, str]:
        fields = {"email": "Moi@LamGiang.example", "full_name": "Lý Được Mời", "post": PostFields(Role.VIEWER)}
        with django_capture_on_commit_callbacks(execute=True):
            sent = services.invitation_send(
                by=administrator, now=NOW, address=lambda token: f"TOKEN={token}", **{**fields, **changes}
            )
        return sent, str(mail.outbox[-1].body).split("TOKEN=")[1].split()[0]

    return send


def accept(token: str, **changes: Any) -> User:
    fields = {"full_name": "Lý Được Mời", "phone": "", "password": PASSWORD, "now": NOW}
    return services.invitation_accept(token=token, **{**fields, **changes})


def test_an_invitation_becomes_a_person_with_a_post(invite: Callable[..., tuple[Invitation, str]]) -> None:
    _, token = invite()
    user = accept(token)
    assert user.email == "moi@lamgiang.example" and user.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=user).verified
    assert Post.objects.get(user=user).role == Role.VIEWER
    assert Post.objects.get(user=user).valid_from == TODAY


def test_the_letter_says_who_invites_to_what_and_until_when(invite: Callable[..., tuple[Invitation, str]]) -> None:
    invite()
    (letter,) = mail.outbox
    assert letter.to == ["moi@lamgiang.example"]
    assert "Kính gửi Lý Được Mời" in str(letter.body) and "08:00 1/6/2026" in str(letter.body)


def test_the_token_is_not_kept(invite: Callable[..., tuple[Invitation, str]]) -> None:
    invitation, token = invite()
    assert token not in str(list(Invitation.objects.filter(pk=invitation.pk).values()))


def test_a_letter_is_used_once(invite: Callable[..., tuple[Invitation, str]]) -> None:
    _, token = invite()
    accept(token)
    with pytest.raises(InvitationUnusable, match="đã được dùng"):
        accept(token)


def test_a_letter_waits_a_week(invite: Callable[..., tuple[Invitation, str]]) -> None:
    _, token = invite()
    with pytest.raises(InvitationUnusable, match="quá hạn"):
        accept(token, now=NOW + timedelta(days=7))
    assert not User.objects.filter(email="moi@lamgiang.example").exists()


def test_a_new_letter_replaces_the_old_one(
    invite: Callable[..., tuple[Invitation, str]], administrator: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    old, token = invite()
    with django_capture_on_commit_callbacks(execute=True):
        services.invitation_resend(by=administrator, invitation_id=old.pk, now=NOW, address=lambda t: f"TOKEN={t}")
    with pytest.raises(InvitationUnusable, match="rút lại"):
        accept(token)
    assert accept(str(mail.outbox[-1].body).split("TOKEN=")[1].split()[0]).full_name == "Lý Được Mời"


def test_a_withdrawn_letter_no_longer_works(
    invite: Callable[..., tuple[Invitation, str]], administrator: Actor
) -> None:
    invitation, token = invite()
    services.invitation_withdraw(by=administrator, invitation_id=invitation.pk, now=NOW)
    with pytest.raises(InvitationUnusable, match="rút lại"):
        accept(token)


def test_a_token_that_never_was_is_refused(db: None) -> None:
    with pytest.raises(InvitationUnusable, match="Không có lời mời này"):
        accept("tự nghĩ ra")


def test_somebody_with_an_account_is_not_invited(
    invite: Callable[..., tuple[Invitation, str]], make_user: Callable[..., User]
) -> None:
    make_user(email="moi@lamgiang.example")
    with pytest.raises(ValidationError, match="đã có tài khoản"):
        invite()
    assert not mail.outbox


def test_a_role_of_an_agency_is_not_offered_without_one(invite: Callable[..., tuple[Invitation, str]]) -> None:
    with pytest.raises(ValidationError, match="cần một cơ quan"):
        invite(post=PostFields(Role.FOCAL_POINT))
    assert not Invitation.objects.exists()


def test_only_administrators_invite(make_actor: Callable[..., Actor]) -> None:
    with pytest.raises(NotAllowed, match="Chỉ người quản trị"):
        services.invitation_send(
            by=make_actor(role=Role.COORDINATOR, agency=None),
            email="a@b.example",
            full_name="A",
            post=PostFields(Role.VIEWER),
            now=NOW,
            address=str,
        )


def test_a_post_ends_with_a_day_and_can_be_held_again(administrator: Actor, make_cast: Callable[[], Cast]) -> None:
    cast = make_cast()
    post = Post.objects.get(user=cast.focal_point)
    ended = services.post_end(by=administrator, post_id=post.pk, last_day=TODAY)
    assert ended.valid_to == TODAY
    again = PostFields(Role.FOCAL_POINT, cast.finance.pk, "Phó Giám đốc", TODAY + timedelta(days=1))
    assert services.post_add(by=administrator, user_id=cast.focal_point.pk, post=again, today=TODAY).pk != post.pk


def test_a_post_never_ends_before_it_began(administrator: Actor, make_post: Callable[..., Post]) -> None:
    post = make_post(role=Role.VIEWER, valid_from=TODAY)
    assert services.post_end(by=administrator, post_id=post.pk, last_day=date(2020, 1, 1)).valid_to == TODAY


def test_the_same_post_is_not_given_twice(administrator: Actor, make_cast: Callable[[], Cast]) -> None:
    cast = make_cast()
    with pytest.raises(ValidationError, match="đang giữ đúng vị trí đó"):
        services.post_add(
            by=administrator,
            user_id=cast.focal_point.pk,
            post=PostFields(Role.FOCAL_POINT, cast.finance.pk),
            today=TODAY,
        )


def test_the_last_administrator_stays(administrator: Actor, make_user: Callable[..., User]) -> None:
    assert administrator.post_id is not None
    with pytest.raises(NotAllowed, match="người quản trị cuối cùng"):
        services.post_end(by=administrator, post_id=administrator.post_id, last_day=TODAY)
    make_user(role=Role.ADMINISTRATOR)
    services.post_end(by=administrator, post_id=administrator.post_id, last_day=TODAY)


def test_whoever_is_blocked_is_out_at_once(administrator: Actor, make_cast: Callable[[], Cast]) -> None:
    person = make_cast().viewer
    client = Client()
    client.post("/tai-khoan/dang-nhap/", {"login": person.email, "password": "Mật khẩu để thử 2026"})
    assert client.get("/tai-khoan/").status_code == 200
    services.person_block(by=administrator, user_id=person.pk)
    assert client.get("/tai-khoan/").status_code == 302
    services.person_unblock(by=administrator, user_id=person.pk)
    assert User.objects.get(pk=person.pk).is_active


def test_nobody_blocks_themselves(administrator: Actor) -> None:
    with pytest.raises(NotAllowed, match="Không tự khóa"):
        services.person_block(by=administrator, user_id=administrator.user_id)


def test_the_first_administrator_needs_nobody_and_is_the_only_such_one(db: None) -> None:
    fields = {"full_name": "Đỗ Quản Trị", "password": PASSWORD, "today": TODAY}
    first = services.administrator_create(email="a@lamgiang.example", **fields)
    assert Post.objects.get(user=first).role == Role.ADMINISTRATOR
    with pytest.raises(ValidationError, match="Đã có người quản trị"):
        services.administrator_create(email="b@lamgiang.example", **fields)


def test_changes_are_recorded_in_the_name_of_who_made_them(make_cast: Callable[[], Cast]) -> None:
    cast = make_cast()
    with recorded_as(cast.administrator.pk):
        services.profile_edit(user_id=cast.viewer.pk, full_name="Vũ Thị Mới", phone="")
    entry = LogEntry.objects.get_for_object(cast.viewer).latest("timestamp")
    assert entry.actor == cast.administrator
    assert entry.changes_dict["full_name"] == ["Vũ Thị Xem", "Vũ Thị Mới"]


def test_the_record_repeats_no_secret(make_user: Callable[..., User]) -> None:
    user = make_user()
    user.set_password("một mật khẩu khác hẳn")
    user.save()
    assert user.password not in str(list(LogEntry.objects.values("changes")))
    assert user.password[-10:] not in str(list(LogEntry.objects.values("changes")))
