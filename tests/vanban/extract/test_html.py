"""HTML to text."""

from __future__ import annotations

import pytest

from vanban.extract import extract


def lines(page: str) -> list[str]:
    read = extract(page.encode())
    assert read.type == "html"
    return read.text.split("\n")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<p>Một\n  hai</p><p>Ba</p>", ["Một hai", "Ba"], id="paragraphs, white space folded"),
        pytest.param(
            "<p>Kế <b>hoạ</b>ch<br>Số&nbsp;20 &amp; 21 &#7871;</p>", ["Kế hoạch", "Số 20 & 21 ế"], id="inline"
        ),
        pytest.param(
            "<ol type=I><li>MỤC ĐÍCH<ol><li>Một<li>Hai</ol><li>NỘI DUNG</ol><ul><li>Ba</ul>",
            ["I. MỤC ĐÍCH", "1. Một", "2. Hai", "II. NỘI DUNG", "- Ba"],
            id="lists",
        ),
        pytest.param('<ol start="4"><li>Bốn</ol>', ["4. Bốn"], id="a list that starts later"),
        pytest.param(
            "<style>p{}</style><script>if (a<b) '</p>'</script><!-- <p>ẩn --><p>Hiện</p>",
            ["Hiện"],
            id="what is not shown",
        ),
        pytest.param(
            "<table><tr><th>TT<th>Nội dung<th>Chủ trì<tr><td rowspan=2>1<td>Đoàn ra<td>Sở<p>Ngoại vụ</p><tr><td>Đoàn vào<td>Công an</table>",
            ["| TT | Nội dung | Chủ trì |", "| 1 | Đoàn ra | Sở Ngoại vụ |", "|  | Đoàn vào | Công an |"],
            id="a table without end tags, with a merged cell",
        ),
        pytest.param(
            "<table><tr><td>UBND TỈNH<br>Số: 20/KH-UBND</td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>Độc lập - Tự do</td></tr></table>",
            ["UBND TỈNH", "Số: 20/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do"],
            id="a letterhead",
        ),
        pytest.param("<p>1 < 2 và 3 > 2</p>", ["1 < 2 và 3 > 2"], id="angles that are no tags"),
        pytest.param(
            "<table><tr><td>Một<td>Hai<td>Ba<tr><td>1<td>2<td>3", ["| Một | Hai | Ba |", "| 1 | 2 | 3 |"], id="cut off"
        ),
    ],
)
def test_blocks_lists_and_tables(page: str, expected: list[str]) -> None:
    assert lines(page) == expected


def test_a_declared_encoding_is_used_where_it_is_not_utf_8() -> None:
    page = '<html><head><meta charset="windows-1258"></head><body><p>Cô\u0323ng ho\u0300a</p></body></html>'
    assert extract(page.encode("cp1258")).text == "Cô\u0323ng ho\u0300a"


def test_utf_16_pages_are_read() -> None:
    assert extract("<html><body><p>Kế hoạch</p></body></html>".encode("utf-16")).text == "Kế hoạch"


def test_legacy_fonts_are_converted_where_they_are_named() -> None:
    read = extract(
        "<p><font face='.VnTime'>TØnh ñy</font> <span style=\"font-family: VNI-Times\">keá hoaïch</span> đối ngoại</p>".encode()
    )
    assert read.text == "Tỉnh ủy kế hoạch đối ngoại"
    assert len(read.notes) == 2


def test_a_legacy_page_without_fonts_is_converted_whole() -> None:
    read = extract("<html><body><p>ñy ban nh©n d©n tØnh ban hµnh kÕ ho¹ch ®èi ngo¹i</p></body></html>".encode())
    assert read.text == "ủy ban nhân dân tỉnh ban hành kế hoạch đối ngoại"
