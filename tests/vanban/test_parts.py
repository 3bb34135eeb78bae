"""What the parts of a plan are for."""

from __future__ import annotations

import pytest

from tests.vanban.plans import plan
from vanban import parts
from vanban.parts import Part


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", Part.PURPOSE),
        ("MỤC TIÊU", Part.PURPOSE),
        ("NỘI DUNG THỰC HIỆN", Part.CONTENT),
        ("NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU", Part.CONTENT),
        ("MỤC TIÊU, NHIỆM VỤ TRỌNG TÂM", Part.MIXED),
        ("TỔ CHỨC THỰC HIỆN", Part.IMPLEMENTATION),
        ("PHÂN CÔNG NHIỆM VỤ", Part.IMPLEMENTATION),
        ("TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ", Part.IMPLEMENTATION),
        ("KINH PHÍ THỰC HIỆN", Part.FUNDING),
        ("CHẾ ĐỘ BÁO CÁO", Part.REPORTING),
        ("Công tác lãnh sự", Part.UNKNOWN),
    ],
)
def test_the_words_of_a_heading_tell(heading: str, part: Part) -> None:
    assert parts.of_heading(heading) is part


def places(nodes: dict[str, str], duties: list[tuple[str, tuple[str, ...], str]] | None = None) -> dict[str, Part]:
    reading = plan(nodes, duties or [])
    headings = parts.agency_headings(reading.outline, reading.assignments)
    found = parts.of_nodes(reading.outline, headings)
    return {node.path: place for node, place in zip(reading.outline, found, strict=True)}


def test_what_stands_below_a_heading_shares_its_part() -> None:
    found = places({"I": "", "I/1": "Quán triệt.", "II": "", "II.1": "Tuyên truyền kinh phí", "II.1/1": "Mở lớp."})
    assert found["I/1"] is Part.PURPOSE and found["II.1"] is found["II.1/1"] is Part.CONTENT


def test_the_headings_of_a_mixed_part_tell_purpose_from_content() -> None:
    nodes = {
        "I": "MỤC TIÊU, NHIỆM VỤ",
        "I.1": "Mục tiêu",
        "I.1/1": "Nâng cao vị thế.",
        "I.2": "Nhiệm vụ",
        "I.2/1": "Mở lớp.",
    }
    found = places(nodes)
    assert found["I.1/1"] is Part.PURPOSE and found["I.2/1"] is Part.CONTENT


def test_a_part_whose_headings_are_agencies_hands_out_duties_whatever_its_name() -> None:
    nodes = {"I": "NHIỆM VỤ CỦA CÁC NGÀNH", "I.1": "Sở Tài chính", "I.1/1": "Bố trí kinh phí."}
    found = places(nodes, [("I.1/1", ("Sở Tài chính",), "Bố trí kinh phí.")])
    assert set(found.values()) == {Part.IMPLEMENTATION}
