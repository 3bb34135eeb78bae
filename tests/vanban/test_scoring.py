"""The scores that stand guard over the readings say what they should."""

from __future__ import annotations

import copy

import pytest

from tests.vanban import samples
from tests.vanban.scoring import first_words, fold, score, symbol


@pytest.mark.parametrize("name", samples.NAMES)
def test_a_gold_reading_agrees_with_itself(name: str) -> None:
    gold = samples.gold(name)
    assert {kind: result.f1 for kind, result in score(gold, gold).items() if result.f1 < 1} == {}


def test_what_is_missed_and_what_is_invented_lowers_the_score() -> None:
    gold = samples.gold(samples.NAMES[0])
    found = copy.deepcopy(gold)
    lost = found["citations"].pop()
    found["partners"].append({"names": ["Tân Tây Lan"], "kind": "country", "country": "NZ"})
    result = score(gold, found)
    assert result["citations"].f1 < 1
    assert result["citations"].missed == ((fold(lost["kind"]), symbol(lost["number"])),)
    assert result["partners"].extra == (frozenset({"tân tây lan"}),)
    assert result["outline"].f1 == 1


def test_folding_keeps_the_words_only() -> None:
    assert fold("  Uỷ ban nhân dân tỉnh “Hòa Bình” – 2025.") == fold("Ủy ban nhân dân tỉnh Hoà Bình - 2025")
    assert first_words("Chủ trì, phối hợp với Sở Ngoại vụ") == "chủ trì phối hợp với"
    assert symbol("08- NQ/TW") == symbol("8-NQ/TW")
