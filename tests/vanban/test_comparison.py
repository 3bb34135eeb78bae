"""What became of the items and duties of a plan in the next one."""

from __future__ import annotations

import pytest

from tests.vanban.plans import plan
from vanban.matching.comparison import Change, Run, compare, word_diff

OLD = {
    "II": "",
    "II/1": "Đào tạo ngoại ngữ cho cán bộ đối ngoại.",
    "II/2": "Tổ chức 03 đoàn đi xúc tiến đầu tư trong năm 2029.",
    "II/3": "Quản lý người nước ngoài cư trú trên địa bàn, phối hợp với các cơ quan liên quan.",
    "II/4": "Xây dựng cổng thông tin điện tử.",
}
NEW = {
    "II": "",
    "II/1": "Quản lý chặt chẽ người nước ngoài cư trú, làm việc trên địa bàn, phối hợp với các cơ quan liên quan.",
    "II/2": "Đào tạo ngoại ngữ cho cán bộ đối ngoại;",
    "II/3": "Tổ chức 05 đoàn đi xúc tiến đầu tư trong năm 2030.",
    "II/4": "Bảo tồn di sản văn hóa phi vật thể.",
}


def states(changes: tuple[Change, ...]) -> list[tuple[str, str | None, str | None]]:
    return [
        (change.state, change.old.path if change.old else None, change.new.path if change.new else None)
        for change in changes
    ]


def test_items_are_kept_reworded_new_or_dropped() -> None:
    assert states(compare(plan(OLD), plan(NEW)).items) == [
        ("reworded", "II/3", "II/1"),
        ("kept", "II/1", "II/2"),
        ("reworded", "II/2", "II/3"),
        ("new", None, "II/4"),
        ("dropped", "II/4", None),
    ]


def test_a_plan_compared_with_itself_keeps_everything() -> None:
    assert {change.state for change in compare(plan(OLD), plan(OLD)).items} == {"kept"}


def test_items_that_differ_in_figures_alone_are_said_to() -> None:
    changes = {change.new.path: change for change in compare(plan(OLD), plan(NEW)).items if change.new}
    assert changes["II/3"].figures_only and not changes["II/1"].figures_only


def test_repeated_items_are_joined_one_to_one_in_their_order() -> None:
    twice = {"II": "", "II/1": "Báo cáo kết quả.", "II/2": "Báo cáo kết quả."}
    assert states(compare(plan(twice), plan(twice)).items) == [("kept", "II/1", "II/1"), ("kept", "II/2", "II/2")]
    once = {"II": "", "II/1": "Báo cáo kết quả."}
    assert states(compare(plan(twice), plan(once)).items) == [("kept", "II/1", "II/1"), ("dropped", "II/2", None)]


def test_an_item_that_was_divided_or_taken_up_is_noted() -> None:
    whole = {"II": "", "II/1": "Đào tạo ngoại ngữ cho cán bộ đối ngoại của tỉnh. Bảo tồn di sản văn hóa phi vật thể."}
    parts = {
        "II": "",
        "II/1": "Đào tạo ngoại ngữ cho cán bộ đối ngoại của tỉnh.",
        "II/2": "Bảo tồn di sản văn hóa phi vật thể.",
    }
    divided = compare(plan(whole), plan(parts)).items
    assert [change.split_from for change in divided if change.state == "new"] == ["II/1"]
    joined = compare(plan(parts), plan(whole)).items
    assert [change.merged_into for change in joined if change.state == "dropped"] == ["II/1"]


DUTY = "Chủ trì tổ chức các lớp bồi dưỡng nghiệp vụ lễ tân đối ngoại."


def with_duty(agency: str, duty: str = DUTY) -> dict[str, str]:
    return {"III": "", "III.1": agency, "III.1/1": duty}


def test_a_duty_given_to_another_agency_is_noted() -> None:
    old = plan(with_duty("Sở Nội vụ"), [("III.1/1", ("Sở Nội vụ",), DUTY)])
    new = plan(with_duty("Sở Ngoại vụ"), [("III.1/1", ("Sở Ngoại vụ",), DUTY)])
    (change,) = compare(old, new).duties
    assert change.state == "kept" and change.agencies_changed
    (change,) = compare(old, old).duties
    assert not change.agencies_changed


def test_duties_in_the_same_words_stay_with_their_agencies() -> None:
    nodes = {"III": "", "III.1": "Sở A", "III.1/1": DUTY, "III.2": "Sở B", "III.2/1": DUTY}
    turned = {"III": "", "III.1": "Sở B", "III.1/1": DUTY, "III.2": "Sở A", "III.2/1": DUTY}
    old = plan(nodes, [("III.1/1", ("Sở A",), DUTY), ("III.2/1", ("Sở B",), DUTY)])
    new = plan(turned, [("III.1/1", ("Sở B",), DUTY), ("III.2/1", ("Sở A",), DUTY)])
    changes = compare(old, new).duties
    assert states(changes) == [("kept", "III.2/1", "III.1/1"), ("kept", "III.1/1", "III.2/1")]
    assert not any(change.agencies_changed for change in changes)


def test_empty_plans_compare_to_nothing() -> None:
    assert compare(plan({}), plan({})) == ((), ())
    assert states(compare(plan({}), plan({"II": "", "II/1": "Mở lớp."})).items) == [("new", None, "II/1")]


DIFFS = [
    ("nothing changed", "Mở lớp tập huấn", "Mở lớp tập huấn", [("same", "Mở lớp tập huấn")]),
    ("case and punctuation do not count", "Mở lớp, tập huấn.", "mở lớp tập huấn;", [("same", "mở lớp tập huấn;")]),
    ("a word put in", "Mở lớp", "Mở hai lớp", [("same", "Mở"), ("added", "hai"), ("same", "lớp")]),
    ("a word taken out", "Mở hai lớp", "Mở lớp", [("same", "Mở"), ("removed", "hai"), ("same", "lớp")]),
    (
        "a word kept by chance in a rewritten sentence",
        "Kế hoạch nêu rõ các nhiệm vụ của từng ngành và từng cấp",
        "Kế hoạch gắn với lộ trình, nguồn vốn của dự án trọng điểm",
        [
            ("same", "Kế hoạch"),
            ("removed", "nêu rõ các nhiệm vụ của từng ngành và từng cấp"),
            ("added", "gắn với lộ trình, nguồn vốn của dự án trọng điểm"),
        ],
    ),
    ("all new", "Mở lớp", "Đón đoàn", [("removed", "Mở lớp"), ("added", "Đón đoàn")]),
]


@pytest.mark.parametrize(("caption", "old", "new", "runs"), DIFFS, ids=[row[0] for row in DIFFS])
def test_differences_are_told_word_by_word(caption: str, old: str, new: str, runs: list[tuple[str, str]]) -> None:
    assert word_diff(old, new) == tuple(Run(*run) for run in runs)
