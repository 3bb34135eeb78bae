"""Tỉnh Lam Giang, which does not exist: the province of the demonstration and of the tests."""

from __future__ import annotations

from datetime import date

from banggiao.accounts.access import Actor
from banggiao.agencies.catalogue import territory_of
from banggiao.agencies.models import Agency
from banggiao.agencies.services import province_set_up

PROVINCE = "tỉnh Lam Giang"


def lam_giang_set_up(*, by: Actor | None, today: date) -> list[Agency]:
    """Enter the agencies of the demonstration; agencies that are there already stay as they are."""
    return province_set_up(by=by, province=PROVINCE, territory=territory_of("lam_giang"), today=today)
