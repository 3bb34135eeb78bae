"""Every address says what each role gets there; the rows stand in `tests/access_table.py` of each app."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.conf import settings

from banggiao.testing.access import Row, answers, names_of_addresses
from banggiao.testing.cast import Cast

TABLES = [f"{app}.tests.access_table" for app in settings.OWN_APPS]
ROWS: list[Row] = [row for table in TABLES if find_spec(table) for row in import_module(table).ROWS]


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    rows = {row.name for row in ROWS}
    assert names_of_addresses() - rows == set(), "without a row: say there what each role gets"
    assert rows - names_of_addresses() == set(), "rows of addresses that are gone"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_part_gets_what_the_row_says(row: Row, make_cast: Callable[[], Cast]) -> None:
    assert answers(row, make_cast()) == row.statuses
