"""Small PDFs made by hand: text in its place, rules, pictures, rotation, nothing compressed.

The fonts are not embedded; every character is 0.5 em wide and says by its code which Unicode character it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
"""A4 in points."""

_RANGES = [
    " ".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(start, start + 64))
    for start in range(0, 256, 64)
]
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /All def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    + " ".join(f"64 beginbfrange {ranges} endbfrange" for ranges in _RANGES)
    + " endcmap CMapName currentdict /CMap defineresource pop end end"
)


class Put(NamedTuple):
    """A piece of text with its left end at `x`, standing `down` points below the top of the page, in font F or G."""

    x: float
    down: float
    text: str
    size: float = 14.0
    font: str = "F"


class Stroke(NamedTuple):
    """A straight line; `down` counts from the top of the page."""

    x0: float
    down0: float
    x1: float
    down1: float


class Sheet(NamedTuple):
    """A page: what stands on it, and how far the viewer is to turn it."""

    puts: Sequence[Put] = ()
    strokes: Sequence[Stroke] = ()
    matrix: str = "1 0 0 1 0 0"
    rotate: int = 0
    picture: bool = False


def paragraph(x: float, down: float, lines: Sequence[str], *, indent: float = 0.0, leading: float = 18.0) -> list[Put]:
    """Lines below each other, the first one indented."""
    return [Put(x + (indent if not number else 0), down + number * leading, line) for number, line in enumerate(lines)]


def in_two_fonts(x: float, down: float, text: str, *, lacking: str) -> list[Put]:
    """A line as it is drawn where font F lacks some letters: those first, in font G, then what is left around them."""
    other = [Put(x + 7 * place, down, letter, font="G") for place, letter in enumerate(text) if letter in lacking]
    own = [Put(x + 7 * run.start(), down, run.group()) for run in re.finditer(f"[^{lacking}]+", text)]
    return other + own


def grid(xs: Sequence[float], downs: Sequence[float]) -> list[Stroke]:
    """All rules of a table with these edges."""
    level = [Stroke(xs[0], down, xs[-1], down) for down in downs]
    return level + [Stroke(x, downs[0], x, downs[-1]) for x in xs]


def pdf(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a PDF with these pages."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    def stream(content: bytes, entries: str = "") -> int:
        return add(b"<< %s /Length %d >>\nstream\n" % (entries.encode(), len(content)) + content + b"\nendstream")

    catalog, tree = add(""), add("")
    unicode_map = stream(_TO_UNICODE.encode())

    def font(name: str) -> int:
        descriptor = add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
            "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
        )
        descendant = add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) "
            f"/Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 >>"
        )
        return add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode_map} 0 R >>"
        )

    fonts = f"/F {font('Plain')} 0 R /G {font('Other')} 0 R"
    image = stream(
        b"\xff" * 64, "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    pages = []
    for sheet in sheets:
        content = stream(_content(sheet))
        resources = f"<< /Font << {fonts} >> /XObject << /I {image} 0 R >> >>"
        pages.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.rotate} "
                f"/Resources {resources} /Contents {content} 0 R >>"
            )
        )
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R >>".encode()
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects[tree - 1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    return _file(objects, catalog)


def _content(sheet: Sheet) -> bytes:
    pieces = [f"q {sheet.matrix} cm"]
    if sheet.picture:
        pieces.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q")
    pieces += [f"0.5 w {each.x0} {HEIGHT - each.down0} m {each.x1} {HEIGHT - each.down1} l S" for each in sheet.strokes]
    for put in sheet.puts:
        codes = "".join(f"{ord(char):04X}" for char in put.text)
        pieces.append(f"BT /{put.font} {put.size} Tf 1 0 0 1 {put.x} {HEIGHT - put.down} Tm <{codes}> Tj ET")
    return ("\n".join([*pieces, "Q"])).encode()


def _file(objects: Sequence[bytes], root: int) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)
