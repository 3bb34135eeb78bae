"""Files that are broken or mean harm: each is refused in words, soon, and without much memory.

Sizes are chosen so that a reader without limits would take gigabytes or minutes.
"""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vanban.extract.docxs import DECLARATION, NAMESPACES, archive, docx, p, part
from tests.vanban.extract.pdfs import Put, Sheet, pdf
from vanban.errors import ReadingError
from vanban.extract import extract
from vanban.extract.document import MAX_FILE_BYTES, MISSING_PROGRAMS, REFUSALS
from vanban.extract.source import Source

MEGABYTE = 2**20


def code(source: Source) -> str:
    """The code with which a source is refused, or `read`; fails where reading takes more than 400 MB in Python."""
    refused: ReadingError | None = None
    tracemalloc.start()
    try:
        extract(source)
    except ReadingError as error:
        refused = error
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 400 * MEGABYTE
    if refused is None:
        return "read"
    assert refused.message in (*REFUSALS.values(), *MISSING_PROGRAMS.values())
    return refused.code


class Endless(io.RawIOBase):
    """A stream that never ends."""

    def read(self, size: int = -1) -> bytes:
        return b"a" * size


def test_a_missing_file_is_no_file(tmp_path: Path) -> None:
    assert code(tmp_path / "khong-co.docx") == "no-file"


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    assert code(tmp_path) == "no-file"


def test_a_path_that_cannot_be_is_no_file() -> None:
    assert code("ke\0hoach") == "no-file"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_empty(content: bytes) -> None:
    assert code(content) == "empty"


def test_a_file_of_300_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(300 * MEGABYTE)
    assert code(large) == "too-large"


def test_a_stream_without_end_is_left_at_the_limit() -> None:
    with pytest.raises(ReadingError) as refused:
        extract(cast(BinaryIO, Endless()))
    assert refused.value.code == "too-large"


def test_bytes_above_the_limit_are_refused() -> None:
    assert code(bytes(MAX_FILE_BYTES + 1)) == "too-large"


def test_a_text_of_too_many_characters_is_refused() -> None:
    assert code("ế ".encode() * 11_000_000) == "too-large"


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_of_no_known_type(seed: int) -> None:
    assert code(random.Random(seed).randbytes(100_000)) == "unknown-type"


@pytest.mark.parametrize(
    "head",
    [b"\x7fELF\x02\x01\x01" + bytes(200), b"MZ\x90" + bytes(200), b"GIF89a" + bytes(40), b"chu \x00 viet" * 20],
    ids=["program", "Windows program", "GIF", "text with zero bytes"],
)
def test_other_files_are_of_no_known_type(head: bytes) -> None:
    assert code(head) == "unknown-type"


def test_an_archive_without_a_document_is_of_no_known_type() -> None:
    assert code(archive({"readme.txt": "Kế hoạch"})) == "unknown-type"


def test_a_spreadsheet_is_of_no_known_type() -> None:
    assert code(archive({"xl/workbook.xml": "<workbook/>", "mimetype": "application/zip"})) == "unknown-type"


def test_an_old_spreadsheet_is_of_no_known_type() -> None:
    assert code(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le")) == "unknown-type"


# Archives


def test_a_bomb_of_zeros_is_not_unpacked() -> None:
    assert code(archive({"word/document.xml": bytes(200 * MEGABYTE)})) == "bomb"


def test_a_large_part_that_packs_honestly_is_too_large() -> None:
    noise = random.Random(1).randbytes(MEGABYTE).hex() * 20
    assert code(archive({"word/document.xml": noise})) == "too-large"


def test_parts_that_are_never_read_may_not_unpack_to_gigabytes_either() -> None:
    content = archive({"word/document.xml": part("document", "<w:body/>"), "word/media/1.bmp": b"x"})
    place = content.rfind(b"PK\x01\x02")
    lying = content[: place + 24] + struct.pack("<I", 2**31) + content[place + 28 :]
    assert code(lying) == "bomb"


def test_a_part_that_is_larger_than_it_says_is_damaged() -> None:
    content = docx(p("Kế hoạch " * 1000))
    place = content.find(b"PK\x01\x02")
    assert code(content[: place + 24] + struct.pack("<I", 100) + content[place + 28 :]) == "damaged"


def test_ten_thousand_entries_are_a_bomb() -> None:
    assert code(archive({f"{number}": "" for number in range(10_000)})) == "bomb"


def test_a_truncated_docx_is_damaged() -> None:
    content = docx(p("Kế hoạch"))
    assert code(content[: len(content) // 2]) == "damaged"


def test_a_docx_with_a_spoilt_part_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("word/document.xml", part("document", f"<w:body>{p('Kế hoạch')}</w:body>"))
    assert code(out.getvalue().replace(b"hoach", b"hoech").replace("hoạch".encode(), "hoặch".encode(), 1)) == "damaged"


def test_an_encrypted_archive_is_encrypted() -> None:
    content = bytearray(docx(p("Kế hoạch")))
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    assert code(bytes(content)) == "encrypted"


def test_an_office_file_with_a_password_is_encrypted() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert code(ole) == "encrypted"


def test_a_packing_method_of_others_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("word/document.xml", part("document", "<w:body/>"))
    assert code(out.getvalue()) == "damaged"


# XML

EXTERNAL = '<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE w:document [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + number)} '{f'&{chr(97 + number)};' * 10}'>" for number in range(12))
    + "]>"
)


@pytest.mark.parametrize("doctype", [EXTERNAL, LAUGHS], ids=["external entity", "a billion laughs"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(doctype: str, encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<w:document {NAMESPACES}><w:body>{p("&secret;")}</w:body></w:document>'
    assert code(archive({"word/document.xml": xml.encode(encoding)})) == "entities"


def test_entities_are_refused_in_any_part() -> None:
    assert (
        code(
            docx(
                p("Kế hoạch"), styles=DECLARATION + EXTERNAL.replace("document", "styles") + f"<w:styles {NAMESPACES}/>"
            )
        )
        == "entities"
    )


def test_an_encoding_in_which_a_doctype_could_hide_is_refused() -> None:
    xml = f'<?xml version="1.0" encoding="cp037"?><w:document {NAMESPACES}/>'
    assert code(archive({"word/document.xml": xml})) == "damaged"


def test_xml_that_is_not_well_formed_is_damaged() -> None:
    assert code(archive({"word/document.xml": f"<w:document {NAMESPACES}><w:body>"})) == "damaged"


def test_tables_within_tables_a_hundred_thousand_deep_are_harmless() -> None:
    depth = 30_000
    body = "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth
    assert code(docx(p("Kế hoạch") + body)) == "read"


def test_insertions_within_insertions_are_harmless() -> None:
    depth = 60_000
    assert code(docx(f"<w:p>{'<w:ins>' * depth}{'</w:ins>' * depth}</w:p>" + p("Kế hoạch"))) == "read"


def test_text_boxes_within_text_boxes_are_harmless() -> None:
    depth = 20_000
    start = "<w:p><w:r><w:pict><w:txbxContent>" * depth
    assert code(docx(p("Kế hoạch") + start + "</w:txbxContent></w:pict></w:r></w:p>" * depth)) == "read"


def test_styles_based_on_each_other_are_harmless() -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    body = p("Kế hoạch", '<w:pStyle w:val="A"/>')
    numbering = part("numbering", '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>')
    assert code(docx(body, styles=styles, numbering=numbering)) == "read"


def test_millions_of_tags_are_refused() -> None:
    assert code(docx("<w:t/>" * 1_100_000)) in ("too-large", "bomb")


def test_millions_of_attributes_are_refused() -> None:
    assert code(docx("<w:p " + " ".join(f"a{number}=''" for number in range(1_600_000)) + "/>")) == "too-large"


def test_absurd_numbers_in_numbering_and_tables_are_harmless() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="7777"><w:start w:val="99999999999999999999"/></w:lvl>'
        '<w:lvl w:ilvl="0"><w:start w:val="-5"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%9%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="x"/></w:num>',
    )
    body = p("Kế hoạch", '<w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr>')
    row = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    assert code(docx(body + row, numbering=numbering)) == "read"


# PDF

PAGE = [Sheet([Put(85, 100, "Kế hoạch của tỉnh.")])]


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.6, 0.9])
def test_a_truncated_pdf_is_damaged_or_read_as_far_as_it_goes(kept: float) -> None:
    content = pdf(PAGE * 5)
    assert code(content[: int(len(content) * kept)]) in ("damaged", "no-text", "read")


def test_a_pdf_of_nothing_but_its_header_is_damaged() -> None:
    assert code(b"%PDF-1.7\n" + bytes(1000)) == "damaged"


def test_a_pdf_with_a_password_is_encrypted() -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
    assert code(pdf(PAGE).replace(b"trailer <<", b"trailer << " + lock.encode())) == "encrypted"


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    content = pdf([*PAGE, *PAGE]).replace(b"/Count 2", b"/Count 2")
    kid = content.split(b"/Kids [")[1].split(b" 0 R")[0]
    many = content.replace(b"/Kids [", b"/Kids [" + b"%s 0 R " % kid * 2_001).replace(b"/Count 2", b"/Count 2003")
    assert code(many) in ("too-large", "damaged")


def test_a_pdf_stream_that_unpacks_to_a_gigabyte_is_a_bomb() -> None:
    unpacker = zlib.compressobj(9)
    packed = b"".join(unpacker.compress(bytes(MEGABYTE)) for _ in range(100)) + unpacker.flush()
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    assert code(b"%PDF-1.7\n9 0 obj\n" + stream + b"\nendobj\n" + pdf(PAGE)[9:]) == "bomb"


def test_a_pdf_stream_that_was_packed_twice_is_a_bomb() -> None:
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length 4 >>\nstream\nabcd\nendstream"
    assert code(b"%PDF-1.7\n9 0 obj\n" + stream + b"\nendobj\n" + pdf(PAGE)[9:]) == "bomb"


# HTML, Markdown, plain text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<div>" * 60_000 + "x", id="open blocks"),
        pytest.param("<table><tr><td>" * 15_000 + "x", id="tables in tables"),
        pytest.param("<ul><li>" * 30_000 + "x", id="lists in lists"),
        pytest.param("<b>" * 60_000 + "<i>x</i>" * 10_000, id="open inline tags"),
        pytest.param("<p>" + "<" * 150_000, id="angles"),
        pytest.param("<p>x" + "<!--" * 200_000, id="open comments"),
        pytest.param("<p>x<script>" + "</" * 90_000, id="an open script"),
        pytest.param("<p>" + "&#" * 500_000 + "9" * 500_000, id="character references"),
        pytest.param("<p " + "a " * 500_000 + ">x", id="attributes"),
        pytest.param("<table><tr><td colspan=99999999 rowspan=99999999>x<tr><td>y</table>", id="spans"),
    ],
)
def test_html_without_end_is_read_in_linear_time(content: str) -> None:
    assert code(content.encode()) in ("read", "no-text", "too-large")


@pytest.mark.parametrize(
    "piece", ["*", "**a", "_a ", "[", "[a](", "`", "- ", "| ", "> ", "~~a", "# ", "\\", "![", "số ", "((", "1."]
)
def test_a_megabyte_of_one_mark_is_read_in_linear_time(piece: str) -> None:
    content = "# Kế hoạch\n## Phần\n|---|---|\n" + piece * (MEGABYTE // len(piece))
    assert code(content.encode()) == "read"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("# a\n# b\n# c" + " " * MEGABYTE + "d", id="a heading with a gap"),
        pytest.param("ñy ban nh©n d©n tØnh, kÕ ho¹ch " + "µ" * MEGABYTE, id="a TCVN3 word of a megabyte"),
        pytest.param("Uûy ban nhaân daân tænh, keá hoaïch " + "aø" * MEGABYTE, id="a VNI word of two megabytes"),
    ],
)
def test_a_line_of_a_megabyte_is_read_in_linear_time(content: str) -> None:
    assert code(content.encode()) == "read"


def test_a_picture_that_unpacks_to_gigabytes_is_a_bomb() -> None:
    header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 60_000, 60_000)
    assert code(header + bytes(100)) == "bomb"


SAMPLES = [
    docx(p("Kế hoạch") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    pdf(PAGE * 2),
    "<p>Kế hoạch</p>".encode(),
]


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 10_000), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6),
)
def test_spoilt_files_are_read_or_refused_in_words(sample: bytes, changes: list[tuple[int, bytes]]) -> None:
    content = bytearray(sample)
    for place, new in changes:
        place %= len(content)
        content[place : place + len(new)] = new
    assert code(bytes(content)) in ("read", "missing-program", *REFUSALS)
