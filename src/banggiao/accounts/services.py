"""What changes people, their posts and invitations."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import models, transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from banggiao.accounts.access import (
    Actor,
    can_block_person,
    can_end_post,
    can_manage_people,
    can_share_views,
    demand,
)
from banggiao.accounts.models import Invitation, Post, Role, SavedView, User
from banggiao.accounts.record import update_recorded
from banggiao.accounts.rules import INVITATION_LASTS, InvitationState, invitation_state

Address = Callable[[str], str]
"""From the token of an invitation to the whole address of its page."""


@dataclass(frozen=True, slots=True)
class PostFields:
    """What a post is made of."""

    role: str
    agency_id: int | None = None
    title: str = ""
    valid_from: date | None = None


class InvitationUnusable(Exception):
    """The letter was used, withdrawn or waited too long; the message says which."""


@transaction.atomic
def user_create(*, email: str, full_name: str, password: str | None, phone: str = "") -> User:
    """A person with a confirmed address, for set-up, demonstration and accepted invitations.

    Without a password they can come in by the province's provider or by «quên mật khẩu» only.
    """
    user = User.objects.create_user(email=email, full_name=full_name, phone=phone, password=password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def administrator_create(*, email: str, full_name: str, password: str, today: date) -> User:
    """The first administrator, for whom nobody is there to invite them.

    Raises:
        ValidationError: when there is an administrator already, or the address is taken.
    """
    if Post.objects.filter(role=Role.ADMINISTRATOR, valid_to=None, user__is_active=True).exists():
        raise ValidationError(_("Đã có người quản trị: nhờ người đó gửi lời mời."))
    if User.objects.filter(email=email.strip().lower()).exists():
        raise ValidationError(_("Địa chỉ thư này đã có tài khoản."))
    user = user_create(email=email, full_name=full_name, password=password)
    Post.objects.create(user=user, role=Role.ADMINISTRATOR, title=_("Quản trị hệ thống"), valid_from=today)
    return user


@transaction.atomic
def invitation_send(
    *, by: Actor, email: str, full_name: str, post: PostFields, now: datetime, address: Address
) -> Invitation:
    """Invite somebody by mail; an earlier open letter to the same address is withdrawn.

    Raises:
        NotAllowed: to whoever is no administrator.
        ValidationError: when the address has an account already.
    """
    demand(can_manage_people(by))
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        raise ValidationError({"email": _("Người này đã có tài khoản: mở trang của họ để thêm vị trí.")})
    update_recorded(_open_invitations(now).filter(email=email), by_id=by.user_id, withdrawn_at=now)
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        email=email,
        full_name=full_name,
        role=post.role,
        agency_id=post.agency_id,
        title=post.title,
        digest=_digest(token),
        invited_by_id=by.user_id,
        invited_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    invitation.full_clean()
    invitation.save()
    _mail(invitation, by=by, address=address(token))
    return invitation


@transaction.atomic
def invitation_resend(*, by: Actor, invitation_id: int, now: datetime, address: Address) -> Invitation:
    """A new letter with a new token; the old one no longer works."""
    old = Invitation.objects.select_for_update().get(pk=invitation_id)
    fields = PostFields(role=old.role, agency_id=old.agency_id, title=old.title)
    if old.accepted_at:
        raise InvitationUnusable(_("Lời mời này đã được nhận."))
    return invitation_send(by=by, email=old.email, full_name=old.full_name, post=fields, now=now, address=address)


@transaction.atomic
def invitation_withdraw(*, by: Actor, invitation_id: int, now: datetime) -> None:
    """The letter no longer works; withdrawing it twice changes nothing."""
    demand(can_manage_people(by))
    update_recorded(_open_invitations(now).filter(pk=invitation_id), by_id=by.user_id, withdrawn_at=now)


@transaction.atomic
def invitation_accept(*, token: str, full_name: str, phone: str, password: str, now: datetime) -> User:
    """Make the account and its post; a letter is used once, also by two tabs at a time.

    Raises:
        InvitationUnusable: with the reason.
    """
    return _accept(invitation_of(token, now=now), full_name=full_name, phone=phone, password=password, now=now)


@transaction.atomic
def invitation_take_up(*, email: str, full_name: str, now: datetime) -> User | None:
    """Make the account of somebody whose address the province's provider vouches for; None without an open letter."""
    letters = _open_invitations(now).filter(email=email.strip().lower()).select_related("agency")
    invitation = letters.order_by("-invited_at", "-pk").first()
    if invitation is None:
        return None
    return _accept(invitation, full_name=full_name or invitation.full_name, phone="", password=None, now=now)


def _accept(invitation: Invitation, *, full_name: str, phone: str, password: str | None, now: datetime) -> User:
    waiting = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    taken = update_recorded(waiting, by_id=None, accepted_at=now)
    if not taken or User.objects.filter(email=invitation.email).exists():
        raise InvitationUnusable(_("Lời mời này đã được dùng. Hãy đăng nhập."))
    user = user_create(email=invitation.email, full_name=full_name, phone=phone, password=password)
    Post.objects.create(
        user=user,
        role=invitation.role,
        agency_id=invitation.agency_id,
        title=invitation.title,
        valid_from=timezone.localdate(now),
    )
    return user


def invitation_of(token: str, *, now: datetime) -> Invitation:
    """The open invitation of a token.

    Raises:
        InvitationUnusable: with the reason, also for a token that never was.
    """
    invitation = Invitation.objects.filter(digest=_digest(token)).select_related("agency").first()
    reasons = {
        InvitationState.ACCEPTED: _("Lời mời này đã được dùng. Hãy đăng nhập."),
        InvitationState.WITHDRAWN: _("Lời mời này đã được rút lại. Liên hệ người quản trị để được mời lại."),
        InvitationState.EXPIRED: _("Lời mời này đã quá hạn. Liên hệ người quản trị để được mời lại."),
    }
    if invitation is None:
        raise InvitationUnusable(_("Không có lời mời này. Kiểm tra lại đường dẫn trong thư."))
    state = _state(invitation, now)
    if state in reasons:
        raise InvitationUnusable(reasons[state])
    return invitation


@transaction.atomic
def profile_edit(*, user_id: int, full_name: str, phone: str) -> User:
    """Name and telephone, by the person; also by somebody who holds no post."""
    return _person_change(user_id, full_name, phone)


@transaction.atomic
def person_edit(*, by: Actor, user_id: int, full_name: str, phone: str) -> User:
    """Name and telephone of somebody else."""
    demand(can_manage_people(by))
    return _person_change(user_id, full_name, phone)


def _person_change(user_id: int, full_name: str, phone: str) -> User:
    user = User.objects.select_for_update().get(pk=user_id)
    user.full_name, user.phone = full_name.strip(), phone.strip()
    user.full_clean(exclude=("password",))
    user.save(update_fields=("full_name", "phone"))
    return user


@transaction.atomic
def post_add(*, by: Actor, user_id: int, post: PostFields, today: date) -> Post:
    """Give a person another post.

    Raises:
        ValidationError: when the role needs an agency, or the person holds that very post.
    """
    demand(can_manage_people(by))
    new = Post(
        user_id=user_id,
        role=post.role,
        agency_id=post.agency_id,
        title=post.title,
        valid_from=post.valid_from or today,
    )
    new.full_clean()
    new.save()
    return new


@transaction.atomic
def post_end(*, by: Actor, post_id: int, last_day: date) -> Post:
    """The post ends with that day; what was done in it stays under its name."""
    post = Post.objects.select_for_update().get(pk=post_id)
    demand(can_end_post(by, post, other_administrators=_other_administrators(post.user_id)))
    post.valid_to = max(last_day, post.valid_from)
    post.save(update_fields=("valid_to",))
    return post


@transaction.atomic
def password_set(*, user_id: int, password: str) -> User:
    """Give a person another password from the terminal of the server; their open sessions end. No page does this."""
    user = User.objects.select_for_update().get(pk=user_id)
    user.set_password(password)
    user.save(update_fields=("password",))
    for session in UserSession.objects.filter(user=user):
        session.end()
    return user


@transaction.atomic
def person_block(*, by: Actor, user_id: int) -> None:
    """Keep a person out, at once: their open sessions end too. Nothing of theirs is deleted."""
    user = User.objects.select_for_update().get(pk=user_id)
    demand(can_block_person(by, user))
    user.is_active = False
    user.save(update_fields=("is_active",))
    for session in UserSession.objects.filter(user=user):
        session.end()


@transaction.atomic
def person_unblock(*, by: Actor, user_id: int) -> None:
    """Let a person in again."""
    demand(can_manage_people(by))
    user = User.objects.select_for_update().get(pk=user_id)
    user.is_active = True
    user.save(update_fields=("is_active",))


MOST_VIEWS = 50
"""Saved views of one person; more of them nobody finds again."""


class ViewNotSaved(Exception):
    """A view that cannot be kept; the message is a sentence for the person."""


@transaction.atomic
def view_save(*, by: Actor, listed: str, name: str, query: str, is_shared: bool = False) -> SavedView:
    """Keep what the address of a list asks for under a name; a view of one's own of that name is replaced.

    Raises:
        NotAllowed: to whoever shares without being asked to coordinate.
        ViewNotSaved: with the reason.
    """
    if is_shared:
        demand(can_share_views(by))
    name = " ".join(name.split())[:100]
    if not name:
        raise ViewNotSaved(_("Hãy đặt tên cho bộ lọc."))
    others = SavedView.objects.filter(user_id=by.user_id).exclude(listed=listed, name=name)
    if others.count() >= MOST_VIEWS:
        raise ViewNotSaved(_("Bạn đã lưu %(most)d bộ lọc; hãy xóa bớt.") % {"most": MOST_VIEWS})
    view, _made = SavedView.objects.update_or_create(
        user_id=by.user_id,
        listed=listed,
        name=name,
        defaults={"query": query.lstrip("?")[:1_000], "is_shared": is_shared},
    )
    return view


@transaction.atomic
def view_delete(*, by: Actor, view_id: int) -> bool:
    """Forget a view of one's own, or a shared one as coordinator; false where there is none such."""
    mine = Q(user_id=by.user_id) | Q(is_shared=True) if can_share_views(by) else Q(user_id=by.user_id)
    view = SavedView.objects.filter(mine, pk=view_id).first()
    if view is None:
        return False
    view.delete()
    return True


def _open_invitations(now: datetime) -> models.QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)


def _state(invitation: Invitation, now: datetime) -> InvitationState:
    return invitation_state(
        expires_at=invitation.expires_at,
        accepted_at=invitation.accepted_at,
        withdrawn_at=invitation.withdrawn_at,
        now=now,
    )


def _other_administrators(user_id: int) -> int:
    going_on = Post.objects.filter(Q(valid_to=None), role=Role.ADMINISTRATOR, user__is_active=True)
    return going_on.exclude(user_id=user_id).count()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _mail(invitation: Invitation, *, by: Actor, address: str) -> None:
    """Goes out once the row is safe; a letter without a row would be worse than a row without a letter."""
    body = render_to_string("accounts/invitation_mail.txt", {"invitation": invitation, "by": by, "address": address})
    subject = _("Lời mời dùng hệ thống Bang Giao")
    transaction.on_commit(lambda: send_mail(subject, body, None, [invitation.email]))
