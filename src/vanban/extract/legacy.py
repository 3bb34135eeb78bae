"""Vietnamese encodings from before Unicode: TCVN3 (ABC) and VNI, recognised by what they would say.

Both put Vietnamese letters on the codes of western European ones, so that "Tỉnh ủy" shows as "TØnh ñy" (TCVN3)
or "Tænh uûy" (VNI). The tables are `lexicon/tcvn3.txt` and `lexicon/vni.txt`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from vanban.extract.document import refusal
from vanban.lexicon import rows

_NAMES: Final = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "cp1258": "Windows-1258"}
_UNICODE_LETTER: Final = re.compile(
    "[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]"
)
"""A letter or tone mark that only Unicode has: no text with one is in a legacy encoding."""
_WESTERN: Final = re.compile("[\u00a1-\u00ff]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 20_000
_MIN_SHARE: Final = 0.08
"""Share of words that are among `_COMMON` in a Vietnamese text; administrative prose has 20-30 %."""

_FREQUENT: Final = (
    "và của các được những với có là từ đến về để số tại đã sẽ việc tỉnh huyện xã nước ngày tháng năm hội đồng nghị "
    "quyết định kế hoạch thực hiện tổ chức đối ngoại quốc tế ủy uỷ nhân dân cơ đơn vị địa phương sở bộ chủ phối hợp "
    "độc lập tự hạnh phúc cộng hòa hoà nghĩa việt kính gửi nơi nhận"
)
_COMMON: Final = frozenset(_FREQUENT.split())
"""Frequent words that bear a Vietnamese letter or mark."""


def note(name: str) -> str:
    """The sentence that says a text was converted."""
    return f"Văn bản dùng bảng mã {_NAMES[name]}, đã được chuyển sang Unicode."


def of_font(font: str | None) -> str | None:
    """The encoding a font stands for: `.VnTime` → tcvn3, `VNI-Times` → vni."""
    if not font:
        return None
    name = font.lower()
    if name.startswith((".vn", "vntime", "vnarial")):
        return "tcvn3"
    return "vni" if name.startswith("vni") else None


def compose(pieces: Iterable[tuple[str, str | None]]) -> tuple[str, set[str]]:
    """The text of pieces with their fonts, legacy ones converted, and the encodings met.

    Neighbours in one font are converted together: in VNI a letter and its mark are two characters.
    """
    joined: list[tuple[str, str | None, bool]] = []
    for text, font in pieces:
        name = of_font(font)
        capital = name == "tcvn3" and (font or "").upper().endswith("H")
        if joined and joined[-1][1:] == (name, capital):
            text = joined.pop()[0] + text
        joined.append((text, name, capital))
    converted: list[str] = []
    met: set[str] = set()
    for text, name, capital in joined:
        if name and _WESTERN.search(text) and not _UNICODE_LETTER.search(text):
            text = convert(text, name)
            met.add(name)
        converted.append(text.upper() if capital else text)
    return "".join(converted), met


def repair(text: str) -> tuple[str, str | None]:
    """The text converted from the encoding it is found to be in, and that encoding; unchanged where it is Unicode."""
    name = detect(text)
    return (convert(text, name), name) if name else (text, None)


def detect(text: str) -> str | None:
    """The legacy encoding of a text whose codes were taken for western letters, None where it is none."""
    if _UNICODE_LETTER.search(text) or not _WESTERN.search(text):
        return None
    sample = text[:_SAMPLE]
    found = max(("tcvn3", "vni"), key=lambda name: _share(convert(sample, name)))
    share = _share(convert(sample, found))
    return found if share >= _MIN_SHARE and share > 2 * _share(sample) else None


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file in an 8-bit Vietnamese encoding, with a note that names it.

    Raises ReadingError `unreadable-encoding`.
    """
    western = content.decode("latin-1")
    name = detect(western)
    if name:
        return convert(western, name), (note(name),)
    windows = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    if _share(windows[:_SAMPLE]) >= _MIN_SHARE and _UNICODE_LETTER.search(windows):
        return windows, (note("cp1258"),)
    raise refusal("unreadable-encoding")


def convert(text: str, name: str) -> str:
    """The text in Unicode. TCVN3 has no capitals with tones: they are restored from the letters around them."""
    if name == "tcvn3":
        return _CAPITAL_WORD.sub(_capitalise, text.translate(_tcvn3()))
    pairs = _vni()
    return _VNI.sub(lambda match: pairs.get(match.group(), match.group()), text)


_VNI: Final = re.compile("[aeouyAEOUY][àáâãäåèéêëøùûõïúüÀÁÂÃÄÅÈÉÊËØÙÛÕÏÚÜ]|[ôöÔÖ][øùûõïØÙÛÕÏ]|[\u00c0-\u00ff]")
_CAPITAL_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]*[A-ZĐĂÂÊÔƠƯ][^\W\d_]*")


def _capitalise(match: re.Match[str]) -> str:
    """`CéNG` came out as `CộNG`: a word whose plain letters are capitals is all in capitals."""
    word = match.group()
    plain = [char for char in word if char.isascii()]
    if any(char.islower() for char in plain):
        return word
    capitals = sum(char.isupper() for char in word)
    if capitals > 1 or not word[0].isupper():
        return word.upper()
    return word.upper() if _among_capitals(match) else word


def _among_capitals(match: re.Match[str]) -> bool:
    """Whether the word beside a word such as `Hà` (`Hµ`) is in capitals: `HÀ TĨNH` against `Hà Tĩnh`."""
    text, (start, end) = match.string, match.span()
    beside = _NEXT.match(text, end) or _PREVIOUS.search(text, max(0, start - 12), start)
    return beside is not None and sum(char.isupper() and char.isascii() for char in beside.group()) > 1


_NEXT: Final = re.compile(r" [^\W\d_]{2,10}")
_PREVIOUS: Final = re.compile(r"[^\W\d_]{2,10} $")


def _share(text: str) -> float:
    words = _WORD.findall(text.lower())
    return sum(word in _COMMON for word in words) / len(words) if words else 0.0


@cache
def _tcvn3() -> dict[int, str]:
    return {int(code, 16): letter for code, letter in rows("tcvn3")}


@cache
def _vni() -> dict[str, str]:
    table = {bytes.fromhex(code).decode("latin-1"): letter for code, letter in rows("vni")}
    # A capital at the head of a word often bears its mark from the small letters: `Uûy ban`.
    mixed = {code[0].upper() + code[1]: letter.upper() for code, letter in table.items() if len(code) == 2}
    return {**mixed, **table}
