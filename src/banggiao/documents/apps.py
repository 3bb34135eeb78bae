"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from banggiao.ui import navigation


class DocumentsConfig(AppConfig):
    name = "banggiao.documents"
    verbose_name = _("Văn bản")

    def ready(self) -> None:
        navigation.register(
            navigation.Entry("documents", _("Văn bản"), "documents:document_list", icon="file-text", order=20)
        )
