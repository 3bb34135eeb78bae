"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from banggiao.ui import navigation, wordsearch


class DocumentsConfig(AppConfig):
    name = "banggiao.documents"
    verbose_name = pgettext_lazy("số nhiều", "Văn bản")

    def ready(self) -> None:
        wordsearch.register(self.get_model("Document"), "bare")
        wordsearch.register(self.get_model("Reading"), "words")
        navigation.register(
            navigation.Entry(
                "documents", pgettext_lazy("số nhiều", "Văn bản"), "documents:document_list", icon="file-text", order=20
            )
        )
