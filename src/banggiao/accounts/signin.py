"""How people sign in, as django-allauth asks it: nobody makes an account for themselves."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from banggiao.accounts.models import User
from banggiao.accounts.services import invitation_take_up


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations alone."""

    error_messages = {  # noqa: RUF012 (allauth's own shape)
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Tài khoản này đang bị khóa. Liên hệ người quản trị."),
        "email_password_mismatch": _("Thư điện tử hoặc mật khẩu chưa đúng."),
        "incorrect_password": _("Mật khẩu chưa đúng."),
        "too_many_login_attempts": _("Sai mật khẩu quá nhiều lần. Tài khoản tạm khóa 15 phút, hãy thử lại sau."),
        "enter_current_password": _("Nhập mật khẩu đang dùng."),
        "select_only_one": _("Chỉ chọn một."),
        "rate_limited": _("Thao tác quá nhanh. Đợi một phút rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """The province's provider signs in people whom an administrator has invited, and nobody else.

    Whoever has an account is known by the address that the provider vouches for; whoever has a letter that waits
    takes it up by signing in, without a password of their own.
    """

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:  # noqa: ARG002
        if sociallogin.is_existing:
            return
        for address in sociallogin.email_addresses:
            if address.verified and invitation_take_up(
                email=address.email, full_name=sociallogin.user.full_name, now=timezone.now()
            ):
                sociallogin.lookup()
                return

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """The name as the provider writes it; our people have one field for it."""
        user: User = super().populate_user(request, sociallogin, data)
        parts = (data.get("last_name"), data.get("first_name"))
        user.full_name = (data.get("name") or " ".join(part for part in parts if part))[:120]
        return user

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:  # noqa: ARG002
        return False
