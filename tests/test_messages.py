"""Every word of the pages has its English; Vietnamese is the language of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import messages

VIETNAMESE_ONLY = {"agencies", "documents", "tasks"}
"""Apps whose pages have no English yet; an app leaves this list and never comes back."""

BILINGUAL = [app for app in messages.apps() if app.name not in VIETNAMESE_ONLY]


@pytest.mark.parametrize("app", BILINGUAL, ids=lambda app: app.name)
def test_no_word_lacks_its_english(app: Path) -> None:
    assert messages.missing(app) == [], "run `make messages` and fill in locale/en"


@pytest.mark.parametrize("app", messages.apps(), ids=lambda app: app.name)
def test_translations_keep_the_places_of_values(app: Path) -> None:
    assert messages.broken(app) == []
