"""Which content of a plan is handed to an agency, and which to nobody."""

from __future__ import annotations

import pytest

from tests.vanban.plans import Duty, plan
from vanban.matching.coverage import Coverage, coverage, is_everybody

NODES = {
    "0/1": "Thực hiện Nghị quyết; UBND tỉnh ban hành Kế hoạch:",
    "I": "",
    "I/1": "Nâng cao nhận thức về hội nhập.",
    "II": "",
    "II/1": "Tuyên truyền Nghị quyết số 59-NQ/TW về hội nhập quốc tế.",
    "II/2": "Đào tạo ngoại ngữ cho cán bộ đối ngoại.",
    "II/3": "Quản lý người nước ngoài cư trú trên địa bàn.",
    "II/4": "Bảo tồn di sản văn hóa phi vật thể.",
    "III": "",
    "III.1": "Sở Nội vụ",
    "III.1/1": "Mở lớp đào tạo ngoại ngữ cho cán bộ; tham mưu kiện toàn Ban Chỉ đạo.",
    "III.2": "Công an tỉnh",
    "III.2/1": "Quản lý người nước ngoài cư trú, làm việc.",
    "III.3": "Các sở, ban, ngành cấp tỉnh",
    "III.3/1": "Tuyên truyền Nghị quyết số 59-NQ/TW trong cơ quan.",
    "IV": "",
    "IV/1": "Sở Tài chính bố trí kinh phí bảo tồn di sản văn hóa phi vật thể.",
}
DUTIES: list[Duty] = [
    ("III.1/1", ("Sở Nội vụ",), NODES["III.1/1"]),
    ("III.2/1", ("Công an tỉnh",), NODES["III.2/1"]),
    ("III.3/1", ("Các sở, ban, ngành cấp tỉnh",), NODES["III.3/1"]),
    ("IV/1", ("Sở Tài chính",), NODES["IV/1"]),
]


def pairs(found: Coverage) -> dict[str, list[str]]:
    return {pair.duty.path: [match.item.path for match in pair.contents] for pair in found.pairs}


def unassigned(found: Coverage) -> list[str]:
    return [item.path for item in found.unassigned]


def test_duties_are_linked_to_the_items_they_speak_of() -> None:
    assert pairs(coverage(plan(NODES, DUTIES))) == {"III.1/1": ["II/2"], "III.2/1": ["II/3"], "III.3/1": ["II/1"]}


def test_what_only_everybody_bears_and_what_nobody_names_is_left() -> None:
    assert unassigned(coverage(plan(NODES, DUTIES))) == ["II/1", "II/4"]


def test_purpose_and_money_are_no_content() -> None:
    assert [item.path for item in coverage(plan(NODES, DUTIES)).items] == ["II/1", "II/2", "II/3", "II/4"]


def test_an_item_that_names_its_agency_is_covered_unless_it_names_everybody() -> None:
    named = [*DUTIES, ("II/4", ("Sở Văn hóa, Thể thao và Du lịch",), NODES["II/4"])]
    assert unassigned(coverage(plan(NODES, named))) == ["II/1"]
    everybody = [*DUTIES, ("II/4", ("Các đơn vị", "các địa phương"), NODES["II/4"])]
    assert unassigned(coverage(plan(NODES, everybody))) == ["II/1", "II/4"]


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        pytest.param(" (Sở Văn hóa, Thể thao và Du lịch chủ trì)", ["II/1"], id="an agency in charge"),
        pytest.param(" (Cơ quan chủ trì: Sở Văn hóa, Thể thao và Du lịch)", ["II/1"], id="with a label"),
        pytest.param(" (Đơn vị thực hiện: Sở Tư pháp).", ["II/1"], id="with another label"),
        pytest.param(" (các sở, ban, ngành thực hiện)", ["II/1", "II/4"], id="everybody"),
        pytest.param(" (dân ca, hát ví)", ["II/1", "II/4"], id="no one"),
    ],
)
def test_an_agency_in_brackets_bears_the_item(behind: str, left: list[str]) -> None:
    nodes = {**NODES, "II/4": NODES["II/4"].rstrip(".") + behind}
    assert unassigned(coverage(plan(nodes, DUTIES))) == left


def test_a_row_of_a_table_of_tasks_is_a_duty() -> None:
    reading = plan({**NODES, "II/9": "Lập hồ sơ bảo tồn di sản văn hóa phi vật thể"}, DUTIES)
    row = reading.outline[8]._replace(cells=("1", "Lập hồ sơ bảo tồn di sản văn hóa phi vật thể", "Sở Văn hóa"))
    assert "II/4" in unassigned(coverage(reading))
    reading = plan({**NODES, "II/9": row.cells[1]}, [*DUTIES, ("II/9", ("Sở Văn hóa",), row.cells[1])])
    outline = tuple(node._replace(cells=row.cells) if node.path == "II/9" else node for node in reading.outline)
    found = coverage(
        plan({**NODES, "II/9": row.cells[1]}, [*DUTIES, ("II/9", ("Sở Văn hóa",), row.cells[1])], outline=outline)
    )
    assert pairs(found)["II/9"] == ["II/4"] and unassigned(found) == ["II/1"]


def test_work_on_the_plan_as_a_whole_covers_none_of_its_items() -> None:
    nodes = {
        **NODES,
        "II/5": "Kiểm tra, đôn đốc việc cấp thị thực.",
        "III.1/2": "Kiểm tra, đôn đốc thực hiện Kế hoạch này.",
    }
    found = coverage(plan(nodes, [*DUTIES, ("III.1/2", ("Sở Nội vụ",), nodes["III.1/2"])]))
    assert pairs(found)["III.1/2"] == [] and "II/5" in unassigned(found)


def test_without_headings_of_agencies_all_duties_of_the_implementation_part_count() -> None:
    nodes = {
        "II": "",
        "II/1": "Đào tạo ngoại ngữ cho cán bộ.",
        "II/2": "Bảo tồn di sản.",
        "III": "",
        "III/1": "Sở Nội vụ mở lớp đào tạo ngoại ngữ cho cán bộ.",
    }
    found = coverage(plan(nodes, [("III/1", ("Sở Nội vụ",), nodes["III/1"])]))
    assert pairs(found) == {"III/1": ["II/1"]} and unassigned(found) == ["II/2"]


def test_a_plan_without_content_or_duties_has_an_empty_coverage() -> None:
    assert coverage(plan({})) == Coverage((), (), ())
    assert coverage(plan({"I": "", "I/1": "Nâng cao."})).items == ()


@pytest.mark.parametrize(
    ("agency", "everybody"),
    [
        ("Các sở, ban, ngành cấp tỉnh", True),
        ("các địa phương", True),
        ("UBND các huyện, thành phố, thị xã", True),
        ("Uỷ ban nhân dân các xã, phường", True),
        ("đơn vị liên quan", True),
        ("Sở Ngoại vụ", False),
        ("Liên hiệp các tổ chức hữu nghị tỉnh", False),
        ("Ban Quản lý Khu kinh tế tỉnh", False),
        ("UBND huyện Cẩm Xuyên", False),
    ],
)
def test_groups_are_told_from_agencies(agency: str, everybody: bool) -> None:
    assert is_everybody(agency) is everybody
