"""Who gets what at the pages of people and at those of signing in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from banggiao.accounts.models import Post, SavedView
from banggiao.testing.access import Row, row
from banggiao.testing.accounts import make_invitation, make_post
from banggiao.testing.cast import Cast


def viewer(cast: Cast) -> Mapping[str, Any]:
    return {"user_id": cast.viewer.pk}


def post_of_viewer(cast: Cast) -> Mapping[str, Any]:
    return {"post_id": Post.objects.get(user=cast.viewer).pk}


def another_post_of_finance(cast: Cast) -> Mapping[str, Any]:
    return {"post_id": make_post(user=cast.focal_point, role="viewer").pk}


def invitation(_cast: Cast) -> Mapping[str, Any]:
    return {"invitation_id": make_invitation().pk}


def token(_cast: Cast) -> Mapping[str, Any]:
    return {"token": make_invitation(token="chuyen-tay").token}  # type: ignore[attr-defined]


def view_of_finance(cast: Cast) -> Mapping[str, Any]:
    view = SavedView.objects.create(user=cast.focal_point, listed="tasks:task_list", name="Của tôi", query="han=7")
    return {"view_id": view.pk}


def key_of_finance(cast: Cast) -> Mapping[str, Any]:
    key = Authenticator.objects.create(user=cast.focal_point, type=Authenticator.Type.WEBAUTHN, data={"name": "Khóa"})
    return {"pk": key.pk}


def administrators_only(name: str, *, done: int = 200, **about: Any) -> Row:
    return row(name, everybody=403, administrator=done, **about)


def public(name: str, *, status: int = 200, **about: Any) -> Row:
    return row(name, **{"everybody": status, "anonymous": status, "nobody": status, **about})


def own(name: str, *, status: int = 200, **about: Any) -> Row:
    """Open to whoever is signed in, with or without a post."""
    return row(name, **{"everybody": status, "nobody": status, **about})


def tomorrow(_cast: Cast) -> Mapping[str, Any]:
    return {"last_day": timezone.localdate() + timedelta(days=1)}


PEOPLE = [
    own("accounts:profile"),
    own("accounts:post_choose", method="post", args=another_post_of_finance, status=404, focal_point=302),
    public("accounts:invitation_accept", args=token),
    row(
        "accounts:view_save",
        method="post",
        everybody=302,
        data=lambda _cast: {"listed": "tasks:task_list", "name": "Của tôi", "query": "han=7"},
    ),
    row(
        "accounts:view_save",
        method="post",
        everybody=403,
        coordinator=302,
        administrator=302,
        data=lambda _cast: {"listed": "tasks:task_list", "name": "Chung", "query": "han=7", "shared": "1"},
    ),
    row("accounts:view_delete", method="post", everybody=404, focal_point=302, args=view_of_finance),
    administrators_only("accounts:people_list"),
    administrators_only("accounts:person_detail", args=viewer),
    administrators_only(
        "accounts:person_edit", method="post", args=viewer, done=302, data=lambda _cast: {"full_name": "Vũ Thị Xem"}
    ),
    administrators_only("accounts:person_block", method="post", args=viewer, done=302),
    administrators_only("accounts:person_unblock", method="post", args=viewer, done=302),
    administrators_only(
        "accounts:post_add",
        method="post",
        args=viewer,
        done=302,
        data=lambda _cast: {"role": "leader", "valid_from": "1/3/2026"},
    ),
    administrators_only("accounts:post_end", method="post", args=post_of_viewer, done=302, data=tomorrow),
    administrators_only("accounts:invitation_list"),
    administrators_only("accounts:invitation_send"),
    administrators_only("accounts:invitation_resend", method="post", args=invitation, done=302),
    administrators_only("accounts:invitation_withdraw", method="post", args=invitation, done=302),
    administrators_only("accounts:record_list"),
]

SIGNING_IN = [
    public("account_login", everybody=302, nobody=302),
    own("account_logout"),
    public("account_signup", everybody=302, nobody=302),
    public("account_inactive"),
    own("account_reauthenticate"),
    own("account_change_password"),
    own("account_set_password", status=302),
    public("account_reset_password"),
    public("account_reset_password_done"),
    public("account_reset_password_from_key", args=lambda _cast: {"uidb36": "1", "key": "da-dung"}),
    public("account_reset_password_from_key_done"),
    own("mfa_index"),
    public("mfa_authenticate", status=302),
    own("mfa_reauthenticate", status=302),
    own("mfa_activate_totp", status=302),
    own("mfa_deactivate_totp", status=404),
    own("mfa_view_recovery_codes", status=404),
    own("mfa_generate_recovery_codes", status=302),
    own("mfa_download_recovery_codes", status=404),
    own("mfa_list_webauthn"),
    own("mfa_add_webauthn", status=302),
    public("mfa_login_webauthn", status=302),
    own("mfa_reauthenticate_webauthn", status=302),
    own("mfa_edit_webauthn", args=key_of_finance, status=302),
    own("mfa_remove_webauthn", args=key_of_finance, status=302),
    own("usersessions_list"),
    public("socialaccount_login_cancelled"),
    public("socialaccount_login_error", status=401),
    public("socialaccount_signup", status=302),
    public("openid_connect_login", status=404, args=lambda _cast: {"provider_id": "tinh"}),
    public("openid_connect_callback", status=404, args=lambda _cast: {"provider_id": "tinh"}),
]

ROWS = [*PEOPLE, *SIGNING_IN]
