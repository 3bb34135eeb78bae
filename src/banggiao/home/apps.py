"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from banggiao.ui import navigation
from banggiao.ui.navigation import Entry


class HomeConfig(AppConfig):
    name = "banggiao.home"
    verbose_name = _("Bàn làm việc")

    def ready(self) -> None:
        for entry in _ENTRIES:
            navigation.register(entry)
        navigation.register_search("home:search", suggest="home:search_suggest")
        navigation.register_top_bar("home/waiting.html", order=80)


def _administers(actor: navigation.Acting) -> bool:
    return actor.role == "administrator"


_ENTRIES = (
    Entry("home", _("Bàn làm việc"), "home:desk", "home-2", 10),
    Entry("calendar", _("Lịch"), "home:calendar", "calendar", 60),
    Entry("jobs", _("Công việc nền"), "home:job_list", "server", 88, _administers, "admin"),
)
