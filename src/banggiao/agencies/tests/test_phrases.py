"""Groups as plans name them."""

from __future__ import annotations

import pytest

from banggiao.agencies.phrases import closeness, covers, names_group, read_phrase


@pytest.mark.parametrize(
    ("phrase", "tiers"),
    [
        ("Các sở, ban, ngành cấp tỉnh", "province"),
        ("các sở, ngành", "province"),
        ("UBND các huyện, thành phố, thị xã", "district"),
        ("Ủy ban nhân dân cấp huyện", "district"),
        ("các phòng, ban, ngành cấp huyện", "district"),
        ("UBND các xã, phường, thị trấn", "commune"),
        ("UBND cấp xã", "commune"),
        ("các địa phương", "district commune"),
        ("các cơ quan, đơn vị", "province district commune"),
    ],
)
def test_a_phrase_covers_the_tiers_that_it_names(phrase: str, tiers: str) -> None:
    covered = {tier for tier in ("province", "district", "commune") if covers(read_phrase(phrase), tier)}

    assert covered == set(tiers.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("UBND các huyện, thành phố, thị xã", "Ủy ban nhân dân các thị xã, huyện và thành phố", id="order"),
        pytest.param("Các Sở, ban, ngành đoàn thể cấp tỉnh", "các sở, ban, ngành, đoàn thể cấp tỉnh", id="joints"),
        pytest.param("Các lực lực lượng chức năng", "các lực lượng chức năng", id="a doubled word"),
        pytest.param("các cơ quan có liên quan", "các cơ quan liên quan", id="liên quan"),
    ],
)
def test_order_joints_and_case_do_not_matter(one: str, other: str) -> None:
    assert closeness(read_phrase(one), read_phrase(other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("các sở, ban, ngành", "các sở, ban, ngành liên quan"),
        ("các sở, ban, ngành", "các phòng, ban, ngành"),
        ("UBND các xã", "UBND các huyện"),
    ],
)
def test_different_groups_are_never_equal(one: str, other: str) -> None:
    assert closeness(read_phrase(one), read_phrase(other)) < 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("các sở, ban, ngành", True),
        ("UBND các huyện, thị xã", True),
        ("UBND cấp xã", True),
        ("UBND xã, phường", True),
        ("Sở, ban, ngành cấp tỉnh", True),
        ("cơ quan liên quan", True),
        ("đảng ủy các xã, phường", True),
        ("UBND xã Nậm Lam", False),
        ("Sở Văn hóa, Thể thao và Du lịch", False),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", False),
        ("Phòng Văn hóa và Thông tin", False),
        ("Đảng ủy UBND tỉnh", False),
    ],
)
def test_groups_are_told_from_single_agencies(written: str, expected: bool) -> None:
    assert names_group(written) is expected
