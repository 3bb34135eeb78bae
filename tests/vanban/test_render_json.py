"""The JSON of readings, coverages and comparisons."""

from __future__ import annotations

import json

from tests.vanban.plans import plan
from vanban.findings import Citation, Deadline, Letterhead, Partner, Signer, Target, Warning
from vanban.matching.comparison import compare
from vanban.matching.coverage import coverage
from vanban.render.json import comparison_as_json, coverage_as_json, reading_as_json

NODES = {
    "II": "",
    "II/1": "Đào tạo ngoại ngữ cho cán bộ.",
    "III": "",
    "III.1": "Sở Nội vụ",
    "III.1/1": "Đào tạo ngoại ngữ.",
}
READING = plan(
    NODES,
    [("III.1/1", ("Sở Nội vụ",), "Đào tạo ngoại ngữ.")],
    letterhead=Letterhead(
        "Kế hoạch", "20/KH-UBND", signer=Signer(name="An"), recipients=("Bộ Ngoại giao",), spans=(("number", (0, 4)),)
    ),
    citations=(
        Citation(
            "II/1", "Kết luận 57-KL/TW", "Kết luận", "57-KL/TW", None, None, (0, 17), "kết luận|57-kl/tw|", 2, 0.5
        ),
    ),
    deadlines=(
        Deadline(
            "III.1/1", "trước ngày 25/5", "half-year", 5, 25, None, "report", ("Sở Nội vụ",), ("UBND tỉnh",), (3, 9)
        ),
    ),
    targets=(
        Target("II/1", "từ 30 đến 50 tỷ đồng", 3e10, 5e10, "VND", 2030, (1, 2)),
        Target("II/1", "1,5%", 1.5, None, "%", None, (1, 2)),
    ),
    partners=(Partner(("Bolykhămxay", "Bolikhamsay"), "locality", "LA", (1, 2), ((1, 2), (5, 6))),),
    warnings=(Warning("later", "Văn bản được viện dẫn đề ngày sau.", "II/1", (0, 17)),),
)


def test_a_reading_has_the_fields_of_the_gold_and_their_place() -> None:
    made = reading_as_json(READING, "mau")
    assert made["document"] == "mau"
    assert made["metadata"]["signer"] == {"name": "An", "role": None, "authority": None, "behalf": None}
    assert made["metadata"]["recipients"] == ["Bộ Ngoại giao"] and made["metadata"]["spans"] == {"number": [0, 4]}
    assert [entry["path"] for entry in made["outline"]] == list(NODES)
    assert made["outline"][1]["start"] == "Đào tạo ngoại ngữ cho cán bộ."
    assert made["assignments"][0]["with"] == [] and made["assignments"][0]["agencies"] == ["Sở Nội vụ"]
    assert made["citations"][0]["document"] == "kết luận|57-kl/tw|" and made["citations"][0]["page"] == 2
    assert made["deadlines"][0]["day"] == 25 and made["deadlines"][0]["to"] == ["UBND tỉnh"]
    assert made["partners"][0]["mentions"] == [[1, 2], [5, 6]]
    assert made["warnings"][0]["code"] == "later"


def test_whole_amounts_are_whole_numbers_and_shares_keep_their_decimals() -> None:
    first, second = reading_as_json(READING)["targets"]
    assert (first["minimum"], type(first["minimum"])) == (30_000_000_000, int)
    assert (second["minimum"], second["maximum"]) == (1.5, None)


def test_everything_that_was_found_says_where_and_how_surely() -> None:
    made = reading_as_json(READING)
    for kind in ("outline", "citations", "assignments", "deadlines", "targets", "partners"):
        assert all({"span", "page", "confidence"} <= set(entry) for entry in made[kind])


def test_json_is_plain() -> None:
    made = [
        reading_as_json(READING),
        coverage_as_json(coverage(READING), READING),
        comparison_as_json(compare(READING, READING), READING, READING),
    ]
    assert json.loads(json.dumps(made)) == made


def test_a_coverage_names_pairs_and_unassigned_items_by_path() -> None:
    made = coverage_as_json(coverage(READING), READING)
    (pair,) = made["pairs"]
    assert (pair["duty"]["path"], pair["duty"]["start"]) == ("III.1/1", "Đào tạo ngoại ngữ.")
    assert pair["contents"] == ["II/1"] and made["unassigned"] == [] and made["items"][0]["covered"]


def test_a_comparison_says_what_became_of_each_item() -> None:
    new = plan({**NODES, "II/1": "Đào tạo tiếng Lào cho cán bộ."})
    (item,) = comparison_as_json(compare(READING, new), READING, new)["items"]
    assert item["state"] == "reworded" and item["old"]["path"] == item["new"]["path"] == "II/1"
    assert {"op": "removed", "words": "ngoại ngữ"} in item["diff"]
