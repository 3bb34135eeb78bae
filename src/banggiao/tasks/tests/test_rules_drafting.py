"""From a duty as a plan words it to a task."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from banggiao.tasks import rules
from banggiao.tasks.rules import Found, Period

PERIOD = Period(2026, date(2026, 1, 20), date(2026, 12, 31))
HEADINGS = {"II.2": "Hội nhập kinh tế quốc tế", "III": "TỔ CHỨC THỰC HIỆN", "III.1": "Sở Ngoại vụ"}


def drafted(path: str = "III.1/2", **fields: Any) -> rules.Draft:
    found = Found(1, path, "Tham mưu UBND tỉnh ban hành quy chế", (10, 50), fields)
    return rules.draft(found, headings=HEADINGS, period=PERIOD, before_excludes_day=True)


@pytest.mark.parametrize(
    ("title", "issued", "expected"),
    [
        ("Công tác đối ngoại năm 2026", "2025-11-20", (2026, "2026-01-01", "2026-12-31")),
        ("Công tác đối ngoại năm 2025", "2025-03-25", (2025, "2025-03-25", "2025-12-31")),
        (
            "thực hiện Nghị quyết ngày 24 tháng 01 năm 2024 về hội nhập",
            "2025-06-25",
            (2025, "2025-06-25", "2025-12-31"),
        ),
        ("Chương trình giai đoạn 2021 - 2030", "2022-02-01", (2022, "2022-02-01", "2030-12-31")),
        ("Kế hoạch hội nhập quốc tế", "2025-06-25", (2025, "2025-06-25", "2025-12-31")),
        ("Tầm nhìn đến năm 2045", "2025-06-25", (2025, "2025-06-25", "2025-12-31")),
    ],
)
def test_plan_period(title: str, issued: str, expected: tuple[int, str, str]) -> None:
    found = rules.plan_period(title, date.fromisoformat(issued))
    assert (found.year, found.start.isoformat(), found.end.isoformat()) == expected


@pytest.mark.parametrize(
    ("fields", "deadline", "rhythm", "continuous"),
    [
        pytest.param({"deadline": "trước ngày 25/5"}, date(2026, 5, 24), "once", False, id="before a day"),
        pytest.param({"deadline": "tháng 6/2026"}, date(2026, 6, 30), "once", False, id="in a month"),
        pytest.param({"deadline": "Quý III/2026"}, date(2026, 9, 30), "once", False, id="in a quarter"),
        pytest.param({"deadline": "ngày 15/01"}, date(2027, 1, 15), "once", False, id="has passed, so next year"),
        pytest.param(
            {"deadline": "chậm nhất ngày 15/6/2026", "deadline_date": "2026-06-15"}, date(2026, 6, 15), "once", False,
            id="day in full",
        ),
        pytest.param(
            {"deadline": "Định kỳ hàng năm (trước ngày 05 tháng 11)", "rhythm": "year"}, date(2026, 11, 4), "year",
            False,
            id="yearly",
        ),
        pytest.param({"deadline": "Hằng quý", "rhythm": "quarter"}, date(2026, 3, 31), "quarter", False, id="quarter"),
        pytest.param({"deadline": "Thường xuyên", "rhythm": "permanent"}, None, "permanent", True, id="continuous"),
        pytest.param({"continuous": True}, None, "", True, id="said to be continuous"),
        pytest.param({}, None, "", False, id="no time at all"),
    ],
)  # fmt: skip
def test_time(fields: dict[str, Any], deadline: date | None, rhythm: str, continuous: bool) -> None:
    found = drafted(**fields)
    assert (found.deadline, found.rhythm, found.continuous) == (deadline, rhythm, continuous)


def test_a_duty_keeps_what_the_review_settled() -> None:
    found = drafted(
        what="Xây dựng quy chế", field="aid", pillar="people", product="Quy chế", role="coordinate", mode="request"
    )
    assert (found.what, found.field, found.pillar, found.product) == ("Xây dựng quy chế", "aid", "people", "Quy chế")
    assert (found.leads, found.mode) == (False, "request")


def test_field_and_authority_are_guessed_from_heading_and_words() -> None:
    found = drafted("II.2/3")
    assert (found.field, found.heading, found.authority) == ("economy", "Hội nhập kinh tế quốc tế", "UBND tỉnh")


def test_agencies_travel_as_written() -> None:
    found = drafted(agencies=[{"written": "Sở Ngoại vụ", "agency_id": 3}], partners=[{"written": "các sở liên quan"}])
    assert [owner.written for owner in found.owners] == ["Sở Ngoại vụ"]
    assert not found.partners[0].known
