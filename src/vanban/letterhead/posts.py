"""Who signed: the words before a post (`TM.`, `KT.`), the post itself and the person's name.

NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7: TM. for a collective, KT. for a superior, TL. by order, TUQ. authorised,
Q. acting; Party: T/M, K/T, T/L (HD 36-HD/VPTW).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from vanban.findings import Signer
from vanban.letterhead.issuer import sentence_case
from vanban.letterhead.sheetlines import CAPITALS, LOWER, alternatives, is_name, meanings, words

_SIGNED = re.compile(
    rf"(?<![\w/])(?:{alternatives(words('behalf') + words('authority'))})(?:\s?\.\s?|\s)(?=[^\W\d_]{{2}}|$)"
)
"""`TM. ỦY BAN NHÂN DÂN`, `KT.CHỦ TỊCH`, `T/M BAN THƯỜNG VỤ`; some pages break the line behind the dot."""
FAMILY = frozenset(words("surname"))
FAMILY_CAPITAL = frozenset(name.upper() for name in FAMILY)
ROLES = {role.replace(" ", ""): name for role, name in meanings("role").items()}
_ROLES = tuple(sorted(words("role"), key=len, reverse=True))
_BEFORE_ROLE = frozenset(f";.:,)0123456789{LOWER}")
_LONGEST_NAME = 5
"""Words of a person's name behind a post."""
_NOT_A_PERSON = re.compile(
    r"(?:Đã|Ký|Người|Cơ|Email|Thời|Số|Trang|Lưu|Như|Các|Ban|Sở|Bộ|Tỉnh|Huyện|Ủy|UBND|HĐND|Văn|Phó|Chủ|Bí|Giám"
    r"|Chánh|Công Báo|Nơi|Phụ)\b(?!\s\w+\s\w+$)|(?:Nơi|Phụ Lục|Ủy Ban|Văn Phòng|Việt Nam|Trung Ương|Hà Nội)"
)


def signed_marks(text: str) -> Iterator[re.Match[str]]:
    """The words of signing in a text, each before what is signed for, in capitals, or at the end of the text."""
    for match in _SIGNED.finditer(text):
        if CAPITALS.issuperset(text[match.end() : match.end() + 2]):
            yield match


def signed_at(text: str) -> re.Match[str] | None:
    """The words of signing that a text opens with."""
    match = _SIGNED.match(text)
    return match if match and CAPITALS.issuperset(text[match.end() : match.end() + 2]) else None


def role_at(text: str, start: int = 0) -> str | None:
    """The post that begins at an offset, the longest of those that do."""
    if not text.startswith(_ROLES, start):
        return None
    return next(role for role in _ROLES if text.startswith(role, start))


def role_to_end(text: str) -> int | None:
    """Where a post begins that ends a text, at its start or behind a mark or a small letter: `- Như trên; CHỦ TỊCH`."""
    if not text or text[-1] not in CAPITALS:
        return None
    at = -1
    while True:
        role = role_at(text, at + 1) if at < 0 or text[at - 1 : at] in _BEFORE_ROLE else None
        if role and _is_title(text[at + 1 + len(role) :]):
            return at + 1
        at = text.find(" ", at + 1)
        if at < 0:
            return None


def _is_title(text: str) -> bool:
    """Whether what stands behind a post is the rest of it: nothing, or up to six words in capitals."""
    words_behind = text.split(" ")
    return not words_behind[0] and len(words_behind) <= 7 and all(map(CAPITALS.issuperset, words_behind))


def _find_role(text: str, start: int = 0) -> tuple[int, str] | None:
    """The first post in a text, the longest of those that begin there, and where it stands."""
    return min(((at, role) for role in _ROLES if (at := text.find(role, start)) >= 0), key=itemgetter(0), default=None)


def _find_role_apart(text: str) -> tuple[int, str] | None:
    """As `_find_role`, but behind a blank and not as the beginning of a longer word."""
    found = ((at + 1, role) for role in _ROLES if (at := _find_apart(text, role)) >= 0)
    return min(found, key=itemgetter(0), default=None)


def _find_apart(text: str, role: str) -> int:
    at = text.find(f" {role}")
    while at >= 0 and text[at + len(role) + 1 : at + len(role) + 2] in CAPITALS:
        at = text.find(f" {role}", at + 1)
    return at


def is_person(text: str) -> bool:
    parts = text.replace("-", " ").split()
    if not 2 <= len(parts) <= 6 or _NOT_A_PERSON.match(text):
        return False
    if text.isupper():
        return parts[0] in FAMILY_CAPITAL and not role_at(text)
    return all(part[1:].islower() or len(part) == 1 for part in parts)


def signer(text: str, name: str | None) -> Signer:
    """Part the words of signing, on one line, into post, what is signed for, and a name where it stands behind them.

    >>> signer("TM. ỦY BAN NHÂN DÂN KT.CHỦ TỊCH PHÓ CHỦ TỊCH", "Trần Văn An").authority
    'KT. CHỦ TỊCH'
    """
    behalf: list[str] = []
    authority: list[str] = []
    role = None
    marks = [match.start() for match in signed_marks(text)]
    bounds = [0, *[mark for mark in marks if mark], len(text)]
    for start, end in pairwise(bounds):
        words_here = text[start:end].strip()
        words_here, found_role, found_name = _post(words_here)
        role = found_role or role
        name = name or found_name
        if words_here.replace("/", "").startswith("TM"):
            behalf.append(words_here)
        elif words_here and signed_at(words_here):
            authority.append(words_here)
    if name and name.isupper():
        name = name.title()
    return Signer(name, role, " ".join(authority) or None, " ".join(behalf) or None)


def _post(text: str) -> tuple[str, str | None, str | None]:
    """Part `KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An` into what is signed for, the own post and the name."""
    signed = signed_at(text)
    if signed and text[: signed.end()].strip(" ./").replace("/", "") == "TM":
        found = _find_role_apart(text[signed.end() :])
        if found is None:
            return _normal(text, signed), None, None
        at, role = signed.end() + found[0], found[1]
        behind = text[at + len(role) :]
        return _normal(text[:at].strip(), signed), _role_name(role + _capitals(behind)), _person_after(behind)
    if signed:
        return _post_of_deputy(text, signed)
    found = _find_role(text)
    if found is None:
        return text, None, None
    at, role = found
    behind = text[at + len(role) :]
    return text[:at].strip(), _role_name(role + _capitals(behind)), _person_after(behind)


def _post_of_deputy(text: str, signed: re.Match[str]) -> tuple[str, str | None, str | None]:
    """`KT. CHỦ TỊCH PHÓ CHỦ TỊCH`: the post that is signed for, then the own one."""
    first = role_at(text, signed.end())
    if first is None:
        return _normal(text, signed), None, None
    second = _find_role(text, signed.end() + len(first))
    if second is None:
        rest = text[signed.end() + len(first) :]
        return _normal(text[: len(text) - len(rest)] + _capitals(rest), signed), None, _person_after(rest)
    at, role = second
    rest = text[at + len(role) :]
    return _normal(text[:at].strip(), signed), _role_name(role + _capitals(rest)), _person_after(rest)


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
    role = role_at(text)
    if role is None:
        return sentence_case(text)
    rest = text[len(role) :].strip()
    name = ROLES[role.replace(" ", "")]
    return f"{name} {sentence_case(rest)}" if rest and rest.split()[0] not in FAMILY_CAPITAL else name


def _person_after(text: str) -> str | None:
    """The name that ends a text, behind a blank: a family name and one to four words more."""
    parts = text.split(" ")[1:][-_LONGEST_NAME:]
    first = next((index for index in range(len(parts), 0, -1) if not _is_name(parts[index - 1])), 0)
    name = " ".join(parts[first:])
    return name if is_person(name) and parts[first] in FAMILY else None


def _is_name(word: str) -> bool:
    return len(word) > 1 and is_name(word)
