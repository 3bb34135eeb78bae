"""Plain text, its encodings, and what is taken for Markdown or HTML."""

from __future__ import annotations

import codecs
import io
from pathlib import Path

import pytest

from tests.vanban.extract.pdfs import Put, Sheet, pdf
from vanban.errors import ReadingError
from vanban.extract import extract

TEXT = "Kế hoạch đối ngoại\nSở Ngoại vụ chủ trì – “phối hợp”…"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="UTF-8 with its mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="UTF-16, little end first"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without its mark"),
        pytest.param(TEXT.encode("utf-16-be"), id="UTF-16, the other way, without its mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), id="UTF-32"),
    ],
)
def test_unicode_is_read_in_any_form(content: bytes) -> None:
    read = extract(content)
    assert (read.text, read.pages, read.type, read.notes) == (TEXT, (), "text", ())


def test_a_source_may_be_a_path_bytes_or_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.bin"
    path.write_bytes(TEXT.encode())
    assert {extract(each).text for each in (path, str(path), TEXT.encode(), io.BytesIO(TEXT.encode()))} == {TEXT}


def test_the_type_is_found_by_content_and_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_bytes(pdf([Sheet([Put(85, 100, "Kế hoạch")])]))
    assert extract(path).type == "pdf"


def test_a_little_spoilt_text_is_read_with_a_note() -> None:
    read = extract((TEXT * 20).encode().replace("ủ".encode(), b"\xe1\xbb", 1))
    assert "\ufffd" in read.text
    assert len(read.notes) == 1


@pytest.mark.parametrize(
    ("content", "expected", "name"),
    [
        pytest.param(
            "ñy ban nh©n d©n tØnh Hµ TÜnh ban hµnh KÕ ho¹ch sè 20, ngµy 20 th¸ng 01 n¨m 2020",
            "ủy ban nhân dân tỉnh Hà Tĩnh ban hành Kế hoạch số 20, ngày 20 tháng 01 năm 2020",
            "TCVN3",
            id="TCVN3",
        ),
        pytest.param(
            "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\n§éc lËp - Tù do - H¹nh phóc",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            "TCVN3",
            id="TCVN3 in capitals, which it does not have",
        ),
        pytest.param(
            "UBND TØNH Hµ TÜNH\nTr­êng §¹i häc Hµ TÜnh thùc hiÖn c¸c nhiÖm vô",
            "UBND TỈNH HÀ TĨNH\nTrường Đại học Hà Tĩnh thực hiện các nhiệm vụ",
            "TCVN3",
            id="a word of one capital follows its neighbours",
        ),
        pytest.param(
            "Uûy ban nhaân daân tænh Haø Tónh ban haønh Keá hoaïch ñoái ngoaïi naêm 2020, ñöôïc thöïc hieän töø ngaøy kyù",
            "Ủy ban nhân dân tỉnh Hà Tĩnh ban hành Kế hoạch đối ngoại năm 2020, được thực hiện từ ngày ký",
            "VNI",
            id="VNI",
        ),
        pytest.param(
            "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            "VNI",
            id="VNI in capitals",
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_encodings_from_before_unicode_are_converted(content: str, expected: str, name: str, encoding: str) -> None:
    read = extract(content.encode(encoding))
    assert read.text == expected
    assert name in read.notes[0]


def test_windows_vietnamese_is_converted() -> None:
    decomposed = (
        "Kê\u0301 hoa\u0323ch công ta\u0301c đô\u0301i ngoa\u0323i cu\u0309a ti\u0309nh Ha\u0300 Ti\u0303nh năm 2020"
    )
    assert extract(decomposed.encode("cp1258")).text == "Kế hoạch công tác đối ngoại của tỉnh Hà Tĩnh năm 2020"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Le Comité populaire a été élu à la majorité; où est-il né ?", id="French"),
        pytest.param("Der Ausschuß für auswärtige Angelegenheiten prüft die Größe", id="German"),
        pytest.param("Kế hoạch cña tØnh", id="one letter of Unicode Vietnamese is enough"),
    ],
)
def test_other_languages_are_left_as_they_are(content: str) -> None:
    read = extract(content.encode())
    assert (read.text, read.notes) == (content, ())


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ReadingError) as refused:
        extract("Комитет народа провинции".encode("koi8-r"))
    assert refused.value.code == "unreadable-encoding"


def test_figures_alone_are_no_text() -> None:
    with pytest.raises(ReadingError) as refused:
        extract(b"1 2 3\n4 5 6\n")
    assert refused.value.code == "no-text"
