"""Whom a name as written in a plan means."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from banggiao.agencies.directory import Directory
from banggiao.agencies.models import Agency
from banggiao.agencies.queries import directory, resolve

GOLD = Path(__file__).parents[4] / "samples" / "gold"
PLANS = {
    "ke-hoach-doi-ngoai-2025": (date(2025, 1, 15), ""),
    "ke-hoach-hoi-nhap-2026": (date(2026, 1, 22), ""),
    "ke-hoach-tinh-uy": (date(2025, 9, 10), ""),
    "ke-hoach-huyen-thuong-lam-2024": (date(2024, 3, 15), "UBND.H-THUONGLAM"),
}
"""The day of each sample, and who issued it where that is no body of the province."""
NOT_OURS = frozenset({"lực lượng chức năng của hai tỉnh bạn"})
BEFORE, AFTER = date(2025, 1, 15), date(2026, 1, 22)


def written_in(plan: str) -> Iterator[str]:
    gold = json.loads((GOLD / f"{plan}.json").read_text(encoding="utf-8"))
    for assignment in gold["assignments"]:
        yield from assignment["agencies"]
        yield from assignment["with"] or []


@pytest.mark.parametrize("plan", PLANS)
def test_everybody_named_in_a_sample_is_found_at_its_day(plan: str, make_lam_giang: Callable[[], dict[str, Agency]]) -> None:
    agencies = make_lam_giang()
    on, issuer = PLANS[plan]
    known = directory(on, within=agencies.get(issuer))

    unsure = {
        name: resolution.reason
        for name in sorted(set(written_in(plan)) - NOT_OURS)
        if not (resolution := known.resolve(name)).is_sure or not (resolution.agency or resolution.group)
    }

    assert unsure == {}
