"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from banggiao.ui import navigation


class HomeConfig(AppConfig):
    name = "banggiao.home"
    verbose_name = _("Bàn làm việc")

    def ready(self) -> None:
        navigation.register(navigation.Entry("home", _("Bàn làm việc"), "home:desk", "home-2", 10))
