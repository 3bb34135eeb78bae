"""Turn away documents that bear a marking of state secrecy.

Degrees: Luật Bảo vệ bí mật nhà nước (117/2025/QH15): MẬT, TỐI MẬT, TUYỆT MẬT, stamped beside the number or above the
text; a number that ends in `-m` marks a secret letter (practice). The words in running text are no marking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.errors import SecretDocument

# Hardly any document holds the word at all: patterns are compiled where a cheap look finds it.
_EDGE = r"[\s\[\](){}<>“”\"'*_=.:;!/-]{0,12}"
_SPACED = r"M[ .]{0,3}Ậ[ .]{0,3}T"
_HIGHER = r"(?:T[ .]{0,3}U[ .]{0,3}Y[ .]{0,3}Ệ[ .]{0,3}T|T[ .]{0,3}Ố[ .]{0,3}I)"
_LABEL = (
    r"(?:(?:Mức |MỨC |Đóng )?(?:Độ|độ|ĐỘ|Dấu|DẤU|dấu)(?: (?:chỉ|CHỈ))?(?: (?:độ|ĐỘ))?(?: (?:mật|MẬT))?"
    r" ?[:.-]{0,2} ?)"
)

_STAMP = rf"{_EDGE}{_LABEL}?(?:{_HIGHER}[ .]{{0,4}})?{_SPACED}{_EDGE}"
"""`MẬT`, `T Ố I  M Ậ T`, `[TUYỆT MẬT]`, `Độ mật: MẬT` as all there is on a line or in a cell."""

_LABELLED = (
    r"(?:Độ mật|ĐỘ MẬT|Mức độ mật|Dấu chỉ độ mật|Dấu độ mật) ?[:.-]{1,2} ?[(\[]?"
    r"(?:Tuyệt mật|Tối mật|Mật|TUYỆT MẬT|TỐI MẬT|MẬT|tuyệt mật|tối mật|mật)(?![\w])"
)
"""`Độ mật: Mật`, whatever follows on the line."""

_IN_LETTERHEAD = (
    r"(?:DÂN|NAM|phúc|[-/][A-ZĐ]{2,8}|\d{4}) [(\[]?(?:TUYỆT |TỐI )?MẬT[)\]]?(?= |\n|$)"
    r"|(?:^|\n)[(\[]?(?:TUYỆT |TỐI )?MẬT[)\]]? "
    r"(?=S[ốỐ]\b|CỘNG H|ĐẢNG C|Độc lập|ỦY BAN|UBND|[A-ZĐ]\w+(?: \w+){0,4}, ngày)"
)
"""A stamp that slid into a line of the letterhead: `Số: 12/KH-UBND MẬT`, `MẬT CỘNG HÒA …`."""

_OWN_NUMBER = (
    r"(?:^|[\n|])[ |]{0,4}S[ốỐ] ?[:.]? ?[\d.…]{0,8}(?:/\d{4})? ?[-/] ?"
    r"[A-ZĐ][\w&]{0,10}(?: ?[-/] ?[A-ZĐ][\w&]{0,12}){0,3} ?- ?[mM](?![\w])"
)
"""The document's own number with the suffix of secret letters: `Số: 462/BNG-CNV-m`."""

_SMALL_STAMP = r"(?:^|[\n|]) ?[(\[]?(?:Tuyệt mật|Tối mật|Mật)[)\]]?[.!]? ?(?=[\n|]|$)"
"""A stamp in small letters, believed in the head only."""

_WRAPPED_WORDS = ("BÍ", "BẢO", "CƠ", "ĐỘ")
"""A line `MẬT` behind a line that ends so is the rest of a heading (`BẢO VỆ BÍ` / `MẬT`)."""

_SUFFIXES = ("-m", "-M", "- m", "- M", "-\nm", "-\nM")
_LABELS = ("Độ mật", "ĐỘ MẬT", "Mức độ mật", "độ mật", "Dấu độ mật")
_STAMP_LENGTH = 60
_HEAD_LINES, _HEAD_LENGTH = 15, 2_000
"""The letterhead stands in the first lines; their length is bounded for texts without line breaks."""


def check(sheet: str) -> None:
    """Raise SecretDocument where the document bears a marking of secrecy; the error says nothing of what it holds."""
    head = "\n".join(sheet[:_HEAD_LENGTH].split("\n", _HEAD_LINES)[:_HEAD_LINES])
    if "mật" in head.lower() and (re.search(_SMALL_STAMP, head) or re.search(_IN_LETTERHEAD, head)):
        raise SecretDocument
    if any(suffix in head for suffix in _SUFFIXES) and re.search(_OWN_NUMBER, head):
        raise SecretDocument
    if any(re.fullmatch(_STAMP, cell) for cell in _short_cells(sheet)):
        raise SecretDocument
    if any(label in sheet for label in _LABELS) and re.search(_LABELLED, sheet):
        raise SecretDocument


def _short_cells(sheet: str) -> Iterator[str]:
    """The short cells that hold the word, letters spaced out or not: no line is looked at twice, whatever it holds."""
    found = sheet.find("Ậ")
    while found >= 0:
        start = sheet.rfind("\n", 0, found) + 1
        end = sheet.find("\n", found)
        end = len(sheet) if end < 0 else end
        if not sheet.endswith(_WRAPPED_WORDS, max(0, start - 8), max(0, start - 1)):
            for cell in sheet[start:end].split("|"):
                if len(cell) <= _STAMP_LENGTH and "MẬT" in cell.replace(" ", "").replace(".", ""):
                    yield cell
        found = sheet.find("Ậ", end)
