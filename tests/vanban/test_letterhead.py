"""Head and foot of documents as they come out of Word, PDF and web pages; the specimens stand in `letterheads`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.vanban.letterheads import columns, decisions, issuers, openings
from vanban import letterhead
from vanban.findings import Letterhead
from vanban.text import Text

SPECIMENS = [*columns.SPECIMENS, *decisions.SPECIMENS, *issuers.SPECIMENS, *openings.SPECIMENS]


@pytest.mark.parametrize(("caption", "source", "expected"), SPECIMENS, ids=[row[0] for row in SPECIMENS])
def test_a_head_and_foot_is_read_whatever_became_of_its_layout(
    caption: str, source: str, expected: dict[str, Any]
) -> None:
    sheet = Text(source).sheet
    head = letterhead.find(sheet)
    found: dict[str, Any] = {name: getattr(head, name) for name in expected if name not in ("signer", "body", "ends")}
    found["signer"] = tuple(head.signer)
    found["body"] = [sheet[start:end][:30].split("\n")[0] for start, end in head.body]
    found["ends"] = [sheet[start:end].split("\n")[-1][-30:] for start, end in head.body]
    assert found == expected


@pytest.mark.parametrize(("caption", "source", "expected"), SPECIMENS, ids=[row[0] for row in SPECIMENS])
def test_spans_quote_what_was_found_and_the_body_stands_on_line_bounds(
    caption: str, source: str, expected: dict[str, Any]
) -> None:
    sheet = Text(source).sheet
    head = letterhead.find(sheet)
    spans = dict(head.spans)
    if "number" in spans:
        start, end = spans["number"]
        assert "".join(sheet[start:end].split()).strip(".") == head.number
    if "title" in spans:
        start, end = spans["title"]
        assert " ".join(sheet[start:end].replace("|", " ").split()) == head.title
    for start, end in head.body:
        assert 0 <= start < end <= len(sheet)
        assert start == 0 or sheet[start - 1] == "\n"
        assert end == len(sheet) or sheet[end] == "\n"


def test_an_empty_sheet_says_nothing() -> None:
    assert letterhead.find("") == Letterhead()


@pytest.mark.parametrize(
    "repeated",
    [
        "số ",
        "(",
        "1",
        "A",
        ", ",
        "|",
        "\n",
        "Nơi nhận:\n",
        "KẾ HOẠCH\n",
        "TM. ",
        "ngày ",
        "tỉnh ",
        "CỘNG HÒA XÃ HỘI\n",
        "- ; ",
    ],
)
def test_repeats_read_in_linear_time(repeated: str) -> None:
    sheet = repeated * (200_000 // len(repeated)) + "x"
    head = letterhead.find(sheet)
    assert all(0 <= start <= end <= len(sheet) for start, end in head.body)


@pytest.mark.parametrize("name", ["Vừ A Bằng", "Giàng Páo Mỷ", "Lò Văn Phương", "Rơ Châm Giáo", "Niê Thanh Mai"])
def test_names_of_all_peoples_of_the_country_are_names(name: str) -> None:
    sheet = (
        "KẾ HOẠCH\nCông tác đối ngoại năm 2024\nCăn cứ tình hình, UBND tỉnh ban hành kế hoạch:\nI. MỤC TIÊU\n- Mở rộng.\n"
        f"Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Bộ Ngoại giao; KT. CHỦ TỊCH\n- Lưu: VT. PHÓ CHỦ TỊCH\n(Đã ký)\n{name}"
    )
    assert letterhead.find(sheet).signer.name == name
