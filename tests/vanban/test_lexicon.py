"""The vocabulary files are what an official would expect to find and extend."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import lexicon
from vanban.text import fold

FILES = sorted(Path(lexicon.__file__).parent.glob("*.txt"))
ENCODING_TABLES = {"tcvn3", "vni"}
"""Tables of single characters of old encodings, which are not in clean form by nature."""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_vocabulary_says_first_what_its_columns_mean(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("#")
    assert len(first) > 10


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_entry_has_a_name(path: Path) -> None:
    rows = lexicon.rows(path.stem)
    assert rows
    assert all(row[0] for row in rows)


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem not in ENCODING_TABLES], ids=lambda path: path.stem
)
def test_names_stand_in_the_clean_form_that_the_stages_read(path: Path) -> None:
    odd = [cell for row in lexicon.rows(path.stem) for cell in row if fold(cell) != cell]
    assert odd == []


def test_a_missing_vocabulary_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="khong-co"):
        lexicon.rows("khong-co")
