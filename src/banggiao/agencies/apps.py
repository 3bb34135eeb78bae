"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banggiao.ui import navigation
from banggiao.ui.navigation import Entry


class AgenciesConfig(AppConfig):
    name = "banggiao.agencies"
    verbose_name = pgettext_lazy("số nhiều", "Cơ quan")

    def ready(self) -> None:
        navigation.register(
            Entry(
                "agencies",
                pgettext_lazy("số nhiều", "Cơ quan"),
                "agencies:agency_list",
                icon="building-community",
                order=70,
            )
        )
        navigation.register(
            Entry(
                "agency_groups", _("Nhóm cơ quan"), "agencies:group_list", icon="users-group", order=2, under="agencies"
            )
        )
