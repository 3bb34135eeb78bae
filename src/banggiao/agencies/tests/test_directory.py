"""Whom a name as written in a plan means."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

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
def test_everybody_named_in_a_sample_is_found_at_its_day(
    plan: str, make_lam_giang: Callable[[], dict[str, Agency]]
) -> None:
    agencies = make_lam_giang()
    on, issuer = PLANS[plan]
    known = directory(on, within=agencies.get(issuer))

    unsure = {
        name: resolution.reason
        for name in sorted(set(written_in(plan)) - NOT_OURS)
        if not (resolution := known.resolve(name)).is_sure or not (resolution.agency or resolution.group)
    }

    assert unsure == {}


def test_who_is_no_agency_of_the_province_is_found_nowhere(make_lam_giang: Callable[[], dict[str, Agency]]) -> None:
    make_lam_giang()

    for name in NOT_OURS:
        resolution = resolve(name, BEFORE)
        assert resolution.agency is None
        assert resolution.group is None
        assert "không có trong danh mục tại ngày 15/1/2025" in resolution.reason


@pytest.mark.parametrize(
    ("written", "on", "code"),
    [
        pytest.param("Sở Ngoại vụ", BEFORE, "SNGV", id="as on record"),
        pytest.param("SNgV", BEFORE, "SNGV", id="abbreviation"),
        pytest.param("so ngoai vu", BEFORE, "SNGV", id="without tones"),
        pytest.param("Sở Ngoại vụ tỉnh Lam Giang", BEFORE, "SNGV", id="with the province"),
        pytest.param("Công an Lam Giang", BEFORE, "CA", id="place without its unit"),
        pytest.param("Công an", BEFORE, "CA", id="place left out in a plan of the province"),
        pytest.param("Công an huyện Thượng Lam", BEFORE, "CA.H-THUONGLAM", id="of a district"),
        pytest.param("UBND thành phố Lam Giang", BEFORE, "UBND.TP-LAMGIANG", id="a city named as its province"),
        pytest.param("UBND tỉnh", BEFORE, "UBND", id="the committee itself"),
        pytest.param("Bộ Chỉ huy BĐBP tỉnh", BEFORE, "BDBP", id="before it was renamed"),
        pytest.param("Ban Chỉ huy BĐBP tỉnh", AFTER, "BDBP", id="after it was renamed"),
        pytest.param("Tỉnh đoàn", AFTER, "TDOAN", id="everyday name"),
        pytest.param("UBND xã Nậm Lam", BEFORE, "UBND.X-NAMLAM-CU", id="a commune before the merger"),
        pytest.param("UBND xã Nậm Lam", AFTER, "UBND.X-NAMLAM", id="a commune of that name after it"),
    ],
)
def test_names_are_understood_at_the_plans_day(
    written: str, on: date, code: str, make_lam_giang: Callable[[], dict[str, Agency]]
) -> None:
    make_lam_giang()

    resolution = resolve(written, on)

    assert (resolution.agency and resolution.agency.code) == code
    assert resolution.is_sure


@pytest.mark.parametrize(
    ("written", "on", "code", "reason"),
    [
        pytest.param("Sở Nôi vụ", BEFORE, "SNV", "viết sai", id="a wrong tone"),
        pytest.param("Sở Thông tin và Tuyền thông", BEFORE, "STTTT", "viết sai", id="a letter left out"),
        pytest.param("UBND huyện Thượg Lam", BEFORE, "UBND.H-THUONGLAM", "viết sai", id="a letter left out of a place"),
        pytest.param("Trường Cao đẵng Y tế Lam Gian", BEFORE, "CDYT", "viết sai", id="two slips"),
        pytest.param("Bộ Chỉ huy BĐBP tỉnh", AFTER, "BDBP", "Tên cũ, dùng đến ngày 30/6/2025.", id="a former name"),
    ],
)
def test_slips_and_former_names_are_understood_with_a_reason(
    written: str, on: date, code: str, reason: str, make_lam_giang: Callable[[], dict[str, Agency]]
) -> None:
    make_lam_giang()

    resolution = resolve(written, on)

    assert (resolution.agency and resolution.agency.code) == code
    assert resolution.confidence < 1
    assert reason in resolution.reason


@pytest.mark.parametrize(
    ("written", "on", "reason", "suggested"),
    [
        ("Sở Kế hoạch và Đầu tư", AFTER, "đã kết thúc hoạt động ngày 28/2/2025", ["Sở Tài chính"]),
        ("Sở Nông nghiệp và Môi trường", BEFORE, "được thành lập ngày 1/3/2025", ["Sở Nông nghiệp và Môi trường"]),
        ("Phòng Tư pháp xã", AFTER, "không có trong danh mục tại ngày 22/1/2026", ["Sở Tư pháp"]),
    ],
)
def test_who_does_not_exist_that_day_is_not_taken_over_but_suggested(
    written: str, on: date, reason: str, suggested: list[str], make_lam_giang: Callable[[], dict[str, Agency]]
) -> None:
    make_lam_giang()

    resolution = resolve(written, on)

    assert resolution.agency is None
    assert reason in resolution.reason
    assert [suggestion.name for suggestion in resolution.suggestions][:1] == suggested


def test_the_same_name_in_several_districts_is_asked_about(make_lam_giang: Callable[[], dict[str, Agency]]) -> None:
    make_lam_giang()

    resolution = resolve("Huyện ủy", BEFORE)

    assert resolution.agency is None
    assert "chưa rõ thuộc địa bàn nào" in resolution.reason
    assert {suggestion.name for suggestion in resolution.suggestions} >= {"Huyện ủy Thượng Lam", "Huyện ủy Sơn Kỳ"}


def test_in_a_districts_plan_its_own_bodies_come_first(make_lam_giang: Callable[[], dict[str, Agency]]) -> None:
    agencies = make_lam_giang()
    on = date(2024, 3, 15)
    here = directory(on, within=agencies["UBND.H-THUONGLAM"])

    assert (found := here.resolve("Công an").agency) and found.code == "CA.H-THUONGLAM"
    assert (found := here.resolve("Huyện ủy").agency) and found.code == "HU.H-THUONGLAM"
    assert (found := here.resolve("Công an tỉnh").agency) and found.code == "CA"


@pytest.mark.parametrize(
    ("written", "on", "members"),
    [
        ("UBND các huyện, thị xã, thành phố", BEFORE, 6),
        ("UBND các huyện, thị xã, thành phố", AFTER, 0),
        ("UBND cấp xã", AFTER, 16),
        ("các địa phương", BEFORE, 6),
        ("các địa phương", AFTER, 16),
    ],
)
def test_groups_are_understood_with_their_members_of_the_day(
    written: str, on: date, members: int, make_lam_giang: Callable[[], dict[str, Agency]]
) -> None:
    make_lam_giang()

    resolution = resolve(written, on)

    assert resolution.group is not None
    assert resolution.group.members == members
    assert resolution.is_sure is (members > 0)


def test_whoever_is_concerned_is_nobody_in_particular(make_lam_giang: Callable[[], dict[str, Agency]]) -> None:
    make_lam_giang()

    resolution = resolve("các sở, ngành, địa phương liên quan", AFTER)

    assert resolution.group is not None
    assert resolution.group.is_open
    assert "không nêu đích danh" in resolution.reason


def test_a_directory_costs_six_queries_and_resolving_none(
    make_lam_giang: Callable[[], dict[str, Agency]], django_assert_num_queries: Any
) -> None:
    make_lam_giang()
    with django_assert_num_queries(6):
        known: Directory = directory(AFTER)
    with django_assert_num_queries(0):
        for plan in PLANS:
            for name in written_in(plan):
                known.resolve(name)
