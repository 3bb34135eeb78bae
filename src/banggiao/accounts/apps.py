"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from banggiao.ui import navigation


class AccountsConfig(AppConfig):
    name = "banggiao.accounts"
    verbose_name = _("Tài khoản")

    def ready(self) -> None:
        for entry in ENTRIES:
            navigation.register(entry)
        navigation.register_top_bar("accounts/top_bar.html", order=90)


def _manages_people(actor: navigation.Acting) -> bool:
    return actor.role == "administrator"


ENTRIES = (
    navigation.Entry("admin", _("Quản trị"), "", "settings", 80, visible=_manages_people),
    navigation.Entry("people", _("Người dùng"), "accounts:people_list", "users", 81, _manages_people, "admin"),
    navigation.Entry("invitations", _("Lời mời"), "accounts:invitation_list", "mail", 82, _manages_people, "admin"),
    navigation.Entry("record", _("Nhật ký thay đổi"), "accounts:record_list", "history", 89, _manages_people, "admin"),
)
