"""How people sign in, as django-allauth asks it: nobody makes an account for themselves."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


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
    """The province's provider signs in people whom an administrator has invited, and makes nobody."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:  # noqa: ARG002
        return False
