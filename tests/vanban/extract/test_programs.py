"""Scans and old office files, which need programs of others; and what is said where those are missing."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.vanban.extract.docxs import archive
from tests.vanban.extract.pdfs import Put, Sheet, pdf
from vanban.errors import ReadingError
from vanban.extract import extract, programs, scan
from vanban.extract.scan_table import mend, pages

NEEDS_OFFICE = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
NEEDS_TESSERACT = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")

RTF = r"{\rtf1\ansi\uc0 {\fonttbl{\f0 Times New Roman;}}\f0 K\u7871  ho\u7841 ch \u273 \u7889 i ngo\u7841 i\par M\u7909 c \u273 \'edch\par}"

ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
    "<text:p>Kế hoạch đối ngoại</text:p></office:text></office:body></office:document-content>",
}


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "_MAC_OFFICE", str(tmp_path / "soffice"))
    scan._program.cache_clear()


def test_a_scan_without_tesseract_says_what_to_install(nothing_installed: None) -> None:
    with pytest.raises(ReadingError, match="tesseract-ocr-vie") as refused:
        extract(pdf([Sheet(picture=True)]))
    assert refused.value.code == "missing-program"


def test_an_image_without_tesseract_says_what_to_install(nothing_installed: None) -> None:
    with pytest.raises(ReadingError, match="tesseract-lang"):
        extract(b"II*\x00" + bytes(100))


@pytest.mark.parametrize("content", [RTF.encode(), archive(ODT)], ids=["RTF", "ODT"])
def test_an_old_file_without_libreoffice_says_what_to_install(nothing_installed: None, content: bytes) -> None:
    with pytest.raises(ReadingError, match="libreoffice-writer") as refused:
        extract(content)
    assert refused.value.code == "missing-program"


def test_pages_with_text_are_read_although_the_scanned_ones_cannot_be(nothing_installed: None) -> None:
    read = extract(pdf([Sheet([Put(85, 100, "Kế hoạch của tỉnh.")]), Sheet(picture=True)]))
    assert (read.text, read.type) == ("Kế hoạch của tỉnh.\n", "pdf")
    assert read.notes[0].startswith("Trang 2 là ảnh quét")


@NEEDS_OFFICE
def test_rtf_is_read_by_way_of_libreoffice() -> None:
    read = extract(RTF.encode())
    assert (read.text, read.type) == ("Kế hoạch đối ngoại\nMục đích", "rtf")


@NEEDS_OFFICE
def test_odt_is_read_by_way_of_libreoffice() -> None:
    read = extract(archive(ODT))
    assert (read.text, read.type) == ("Kế hoạch đối ngoại", "odt")


def test_an_odt_with_entities_never_reaches_libreoffice() -> None:
    content = ODT["content.xml"].replace(
        "<office:document-content", '<!DOCTYPE x [<!ENTITY a "b">]><office:document-content', 1
    )
    with pytest.raises(ReadingError) as refused:
        extract(archive(ODT | {"content.xml": content}))
    assert refused.value.code == "entities"


def test_an_odt_with_a_password_is_encrypted() -> None:
    locked = ODT["META-INF/manifest.xml"].replace(
        "/></manifest:manifest>", "><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(ReadingError) as refused:
        extract(archive(ODT | {"META-INF/manifest.xml": locked}))
    assert refused.value.code == "encrypted"


@NEEDS_TESSERACT
def test_a_scan_without_words_is_refused() -> None:
    scan._program.cache_clear()
    with pytest.raises(ReadingError) as refused:
        extract(pdf([Sheet(picture=True)]))
    assert refused.value.code in ("no-text", "missing-program")


def test_a_program_that_hangs_is_ended_and_leaves_nothing() -> None:
    with programs.workplace() as place, pytest.raises(ReadingError) as refused:
        programs.run([sys.executable, "-c", "import time; time.sleep(60)"], place, seconds=0.2)
    assert refused.value.code == "timeout"
    assert not place.exists()


def test_a_program_that_fails_means_a_damaged_file() -> None:
    with programs.workplace() as place, pytest.raises(ReadingError) as refused:
        programs.run([sys.executable, "-c", "raise SystemExit(3)"], place, seconds=20)
    assert refused.value.code == "damaged"


def row(level: int, line: int, box: tuple[int, int, int, int], sure: float = 96.0, text: str = "") -> str:
    return "\t".join(map(str, (level, 1, 1, 1, line, 1, *box, sure, text)))


def test_a_page_that_lies_askew_is_straightened() -> None:
    words = [row(5, 1, (300 + 200 * number, 500 + 4 * number, 150, 40), text=f"từ{number}") for number in range(8)]
    [found] = pages("\n".join(["head", row(1, 0, (0, 0, 2480, 3508)), *words]), 300)
    baselines = {round(word.y, 1) for word in found.page.words}
    assert len(baselines) == 1


def test_specks_are_no_words_and_doubtful_words_are_counted() -> None:
    table = [
        "head",
        row(1, 0, (0, 0, 2480, 3508)),
        row(5, 1, (300, 500, 2, 2), 28.0, "_"),
        row(5, 1, (320, 500, 30, 70), 60.0, "—"),
        row(5, 1, (340, 500, 16, 6), 93.0, "-"),
        row(5, 1, (400, 500, 90, 40), 40.0, "Bô"),
    ]
    [found] = pages("\n".join(table), 300)
    assert [word.text for word in found.page.words] == ["-", "Bô"]
    assert found.doubtful == 0.5


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("7, Các phòng, ban", "7. Các phòng, ban"),
        ("II NỘI DUNG THỰC HIỆN", "II. NỘI DUNG THỰC HIỆN"),
        ("I.MỤC ĐÍCH, YÊU CẦU", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("2, 3 và 4", "2, 3 và 4"),
        ("Việt Nam", "Việt Nam"),
    ],
)
def test_numbers_of_headings_get_their_stop_back(line: str, expected: str) -> None:
    assert mend(line) == expected
