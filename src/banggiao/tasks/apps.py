"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banggiao.ui import navigation, wordsearch
from banggiao.ui.navigation import Entry


class TasksConfig(AppConfig):
    name = "banggiao.tasks"
    verbose_name = pgettext_lazy("số nhiều", "Nhiệm vụ")

    def ready(self) -> None:
        # By name: what it needs cannot be imported before models are.
        import_string("banggiao.tasks.queries.outcomes.register")()
        wordsearch.register(self.get_model("Task"), "search")
        for entry in _ENTRIES:
            navigation.register(entry)


def _sees_all(actor: navigation.Acting) -> bool:
    """As `access.sees_all`, which cannot be imported before models are."""
    return actor.role != "focal_point"


_ENTRIES = (
    Entry("tasks", pgettext_lazy("số nhiều", "Nhiệm vụ"), "tasks:task_list", icon="checklist", order=30),
    Entry(
        "task_plans",
        pgettext_lazy("số nhiều", "Kế hoạch"),
        "tasks:plan_list",
        icon="clipboard-text",
        order=1,
        under="tasks",
    ),
    Entry(
        "task_coordination",
        _("Cần điều phối"),
        "tasks:coordination",
        icon="adjustments",
        order=2,
        under="tasks",
        visible=_sees_all,
    ),
    Entry("task_calendar", _("Lịch thời hạn"), "tasks:calendar", icon="calendar-due", order=3, under="tasks"),
)
