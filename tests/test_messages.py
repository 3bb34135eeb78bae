"""Every word of the pages has its English; Vietnamese is the language of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import messages


@pytest.mark.parametrize("app", messages.apps(), ids=lambda app: app.name)
def test_no_word_lacks_its_english(app: Path) -> None:
    assert messages.missing(app) == [], "run `make messages` and fill in locale/en"


@pytest.mark.parametrize("app", messages.apps(), ids=lambda app: app.name)
def test_translations_keep_the_places_of_values(app: Path) -> None:
    assert messages.broken(app) == []


@pytest.mark.parametrize("app", messages.apps(), ids=lambda app: app.name)
def test_no_translation_is_a_guess_or_left_over(app: Path) -> None:
    assert messages.fuzzy(app) == [], "look at what was guessed, and take the flag away"
    assert messages.obsolete(app) == [], "run `make messages`"


def test_one_word_has_one_english_in_all_apps() -> None:
    assert messages.ambiguous() == [], "all apps share one catalogue, and one of these never shows; give them contexts"
