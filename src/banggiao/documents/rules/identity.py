"""When two mentions are one document: kind, number with symbol and year; and that no other locality issued it.

Numbers restart every year and every People's Committee counts its own, so `20/KH-UBND` of 2025 exists in every
province and commune: the key alone names a family, the locality of the issuer tells its members apart.
"""

from __future__ import annotations

import re

from vanban.citations import document_kinds
from vanban.citations.references import reference
from vanban.text import bare, fold

_SYMBOL = re.compile(
    r"\s*\d{0,5}[a-e]?\s*(?:[/-]\s*(?P<year>(?:19|20)\d{2})(?=\s*[/-]))?\s*[/-]\s*(?P<type>[^\W\d_][\w.&]*)"
)
_LEVELS = "tỉnh|thành phố|huyện|thị xã|thị trấn|quận|xã|phường|đặc khu"
_LOCALITY = re.compile(
    rf"(?:^|\s)(?P<level>{_LEVELS})(?:\s+(?P<place>[A-ZĐÀ-Ỹ][\w']*(?:[\s-][A-ZĐÀ-Ỹ0-9][\w']*){{0,4}}))?"
)
_PARTY_LEVELS = re.compile(
    r"(?P<level>Tỉnh|Thành|Huyện|Thị|Quận|Đảng)\s+(?:ủy|uỷ)(?:\s+(?P<place>[A-ZĐÀ-Ỹ]\S*(?:\s[A-ZĐÀ-Ỹ]\S*){0,4}))?"
)
_PARTY = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Thị": "thị xã", "Quận": "quận", "Đảng": "đảng bộ"}


def document_key(kind: str, number: str, year: int | None) -> str:
    """The key of a document, as `vanban` gives it to citations (`kế hoạch|20/kh-ubnd|2020`).

    Empty where the number is missing or was left blank (`Số: /KH-UBND`): such a document cannot be told by its number.

    >>> document_key("Nghị quyết", "22-NQ/TW", 2013)
    'nghị quyết|22-nq/tw|2013'
    """
    number = fold(number)
    if not number or not number[0].isdigit():
        return ""
    symbol = _SYMBOL.match(number)
    type_, written_year = (symbol["type"], symbol["year"]) if symbol else ("", None)
    found = document_kinds.at_end(kind) if kind else None
    named = reference(found.kind if found else None, number, type_, written_year or (str(year) if year else None))
    return f"{named.root.lower()}|{named.key}|{named.year or ''}"


def year_in_title(title: str) -> int | None:
    """The year that a plan is for, as its title says; None where it names none, or only in dates of other documents.

    >>> year_in_title("TRIỂN KHAI THỰC HIỆN CÔNG TÁC ĐỐI NGOẠI NĂM 2018")
    2018
    >>> year_in_title("Thực hiện Nghị quyết số 59-NQ/TW ngày 24 tháng 01 năm 2025")
    """
    found = _YEAR_OF_PLAN.findall(fold(title))
    return int(found[-1]) if found else None


_YEAR_OF_PLAN = re.compile(r"(?<!\d )(?<!\d, )\bnăm\s+(20\d\d)(?!\s*(?:-|–)\s*20\d\d)", re.IGNORECASE)
"""A year behind a digit is that of a date; the first of two is that of a stage."""


def locality(issuer: str) -> str:
    """Level and place of a local issuer without marks (`tinh lam giang`, `huyen`); empty for central bodies.

    >>> locality("Ủy ban nhân dân tỉnh Lam Giang"), locality("UBND huyện"), locality("Bộ Chính trị")
    ('tinh lam giang', 'huyen', '')
    """
    clean = fold(issuer)
    party = _PARTY_LEVELS.search(clean)
    found = party or _LOCALITY.search(clean)
    if found is None:
        return ""
    level = _PARTY[found["level"]] if party else found["level"]
    return bare_words(f"{level} {found['place'] or ''}")


def issuers_agree(one: str, other: str) -> bool:
    """Whether two written issuers may be one body; only different localities speak against it.

    Plans name central issuers loosely (Bộ Chính trị, Ban Chấp hành Trung ương for one resolution).
    """
    here, there = locality(one), locality(other)
    return not here or not there or here == there or here.startswith(f"{there} ") or there.startswith(f"{here} ")


def same_document(key: str, issuer: str, other_key: str, other_issuer: str) -> bool:
    """Whether two documents are one: same key, and no contradiction about who issued it."""
    return bool(key) and key == other_key and issuers_agree(issuer, other_issuer)


def bare_words(text: str) -> str:
    """Words without case, tones and marks, one space between them: what searches compare."""
    return " ".join(bare(fold(text)).split())
