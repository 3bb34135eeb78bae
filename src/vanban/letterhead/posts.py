"""Who signed: the words before a post (`TM.`, `KT.`), the post itself and the person's name.

NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7: TM. for a collective, KT. for a superior, TL. by order, TUQ. authorised,
Q. acting; Party: T/M, K/T, T/L (HD 36-HD/VPTW).
"""

from __future__ import annotations

import re
from itertools import pairwise

from vanban.findings import Signer
from vanban.letterhead.issuer import sentence_case
from vanban.letterhead.sheetlines import LOWER, UPPER, alternatives, meanings, words

SIGNED = re.compile(
    rf"(?<![\w/])(?:{alternatives(words('behalf') + words('authority'))})(?:\s?\.\s?|\s)(?=(?:[{UPPER}][{UPPER}]|$))"
)
"""`TM. ỦY BAN NHÂN DÂN`, `KT.CHỦ TỊCH`, `T/M BAN THƯỜNG VỤ`; some pages break the line behind the dot."""
FAMILY = frozenset(words("surname"))
FAMILY_CAPITAL = frozenset(name.upper() for name in FAMILY)
ROLES = {role.replace(" ", ""): name for role, name in meanings("role").items()}
ROLE = re.compile(alternatives(words("role")))
_PERSON_AFTER = re.compile(rf"\s([{UPPER}][{LOWER}]{{1,7}}(?:\s[{UPPER}][{LOWER}]{{1,7}}){{1,4}})$")
_NOT_A_PERSON = re.compile(
    r"(?:Đã|Ký|Người|Cơ|Email|Thời|Số|Trang|Lưu|Như|Các|Ban|Sở|Bộ|Tỉnh|Huyện|Ủy|UBND|HĐND|Văn|Phó|Chủ|Bí|Giám"
    r"|Chánh|Công Báo|Nơi|Phụ)\b(?!\s\w+\s\w+$)|(?:Nơi|Phụ Lục|Ủy Ban|Văn Phòng|Việt Nam|Trung Ương|Hà Nội)"
)


def is_person(text: str) -> bool:
    parts = text.replace("-", " ").split()
    if not 2 <= len(parts) <= 6 or _NOT_A_PERSON.match(text):
        return False
    if text.isupper():
        return parts[0] in FAMILY_CAPITAL and not ROLE.match(text)
    return all(part[1:].islower() or len(part) == 1 for part in parts)


def signer(text: str, name: str | None) -> Signer:
    """Part the words of signing, on one line, into post, what is signed for, and a name where it stands behind them.

    >>> signer("TM. ỦY BAN NHÂN DÂN KT.CHỦ TỊCH PHÓ CHỦ TỊCH", "Trần Văn An").authority
    'KT. CHỦ TỊCH'
    """
    behalf: list[str] = []
    authority: list[str] = []
    role = None
    marks = [match.start() for match in SIGNED.finditer(text)]
    bounds = [0, *[mark for mark in marks if mark], len(text)]
    for start, end in pairwise(bounds):
        words_here = text[start:end].strip()
        words_here, found_role, found_name = _post(words_here)
        role = found_role or role
        name = name or found_name
        if words_here.replace("/", "").startswith("TM"):
            behalf.append(words_here)
        elif words_here and SIGNED.match(words_here):
            authority.append(words_here)
    if name and name.isupper():
        name = name.title()
    return Signer(name, role, " ".join(authority) or None, " ".join(behalf) or None)


def _post(text: str) -> tuple[str, str | None, str | None]:
    """Part `KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An` into what is signed for, the own post and the name."""
    signed = SIGNED.match(text)
    if signed and text[: signed.end()].strip(" ./").replace("/", "") == "TM":
        role = re.search(rf"\s({ROLE.pattern})(?![{UPPER}])", text[signed.end() :])
        if role is None:
            return _normal(text, signed), None, None
        at = signed.end() + role.start(1)
        behind = text[at + len(role[1]) :]
        return _normal(text[:at].strip(), signed), _role_name(role[1] + _capitals(behind)), _person_after(behind)
    if signed:
        first = ROLE.match(text, signed.end())
        if first is None:
            return _normal(text, signed), None, None
        second = ROLE.search(text, first.end())
        at = second.start() if second else len(text)
        post = _role_name(second.group() + _capitals(text[second.end() :])) if second else None
        rest = text[second.end() :] if second else text[first.end() :]
        whole = text[:at].strip() if second else text[: len(text) - len(rest)] + _capitals(rest)
        return _normal(whole, signed), post, _person_after(rest)
    role = ROLE.search(text)
    if role is None:
        return text, None, None
    behind = text[role.end() :]
    return text[: role.start()].strip(), _role_name(role.group() + _capitals(behind)), _person_after(behind)


def _capitals(text: str) -> str:
    kept = []
    for word in text.split():
        if not word.isupper():
            break
        kept.append(word)
    return " " + " ".join(kept) if kept else ""


def _normal(text: str, signed: re.Match[str]) -> str:
    """`KT.CHỦ TỊCH` → `KT. CHỦ TỊCH`; the Party's `T/M` bears no dot."""
    mark = text[: signed.end()].strip(" .")
    return f"{mark}{' ' if '/' in mark else '. '}{text[signed.end() :].strip()}".strip()


def _role_name(text: str) -> str:
    """`PHÓ CHỦ TỊCH` → `Phó Chủ tịch`; `GIÁM ĐỐC SỞ NGOẠI VỤ` → `Giám đốc Sở Ngoại vụ`."""
    match = ROLE.match(text)
    if match is None:
        return sentence_case(text)
    rest = text[match.end() :].strip()
    name = ROLES["".join(match.group().split())]
    return f"{name} {sentence_case(rest)}" if rest and rest.split()[0] not in FAMILY_CAPITAL else name


def _person_after(text: str) -> str | None:
    match = _PERSON_AFTER.search(text)
    return match[1] if match and is_person(match[1]) and match[1].split()[0] in FAMILY else None
