"""The "6 rõ" (clear person, work, time, responsibility, product, authority), and duties too vague to check off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from banggiao.tasks import lexicon


def _(text: str) -> str:
    """Marks a text for translation; rules know no framework, templates translate what they show."""
    return text


class Clarity(StrEnum):
    """One of the "6 rõ", in their usual order."""

    PERSON = "person"
    WORK = "work"
    TIME = "time"
    RESPONSIBILITY = "responsibility"
    PRODUCT = "product"
    AUTHORITY = "authority"

    @property
    def label(self) -> str:
        return _LABELS[self][0]

    @property
    def advice(self) -> str:
        """What to do about it, for the coordinator."""
        return _LABELS[self][1]


_LABELS = {
    Clarity.PERSON: (_("rõ người"), _("Chưa có cơ quan nào nhận việc này.")),
    Clarity.WORK: (_("rõ việc"), _("Việc nêu chung chung, chưa nói phải làm gì cụ thể.")),
    Clarity.TIME: (_("rõ thời gian"), _("Chưa có thời hạn, định kỳ và cũng không phải việc thường xuyên.")),
    Clarity.RESPONSIBILITY: (_("rõ trách nhiệm"), _("Chưa rõ cơ quan nào chủ trì, hoặc có nhiều cơ quan chủ trì.")),
    Clarity.PRODUCT: (_("rõ sản phẩm"), _("Chưa nêu sản phẩm phải có.")),
    Clarity.AUTHORITY: (_("rõ thẩm quyền"), _("Chưa nêu cấp quyết định hoặc nơi nhận kết quả.")),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a task says of itself, as far as the "6 rõ" ask.

    `leads` are those in charge as the plan names them, a group counting once; `known_leads` how many agencies that
    is by the register, `known_others` how many coordinate.
    """

    what: str
    leads: tuple[str, ...]
    known_leads: int
    known_others: int
    timed: bool
    product: str
    authority: str


def missing_clarity(facts: Facts) -> tuple[Clarity, ...]:
    """Which of the "6 rõ" a task lacks."""
    lacking = {
        Clarity.PERSON: facts.known_leads + facts.known_others == 0,
        Clarity.WORK: is_vague(facts.what) and not facts.product,
        Clarity.TIME: not facts.timed,
        Clarity.RESPONSIBILITY: facts.known_leads == 0 or len(set(facts.leads)) > 1 or _anybody(facts.leads),
        Clarity.PRODUCT: not facts.product,
        Clarity.AUTHORITY: not facts.authority,
    }
    return tuple(item for item in Clarity if lacking[item])


def _anybody(leads: tuple[str, ...]) -> bool:
    """`các cơ quan liên quan` is whoever feels concerned."""
    return any("liên quan" in name.lower() for name in leads)


_BRACKETS_AND_NAMES = re.compile(
    r"\([^()]{0,200}\)|(?:số\s)?\d{1,5}(?:/\d{4})?[-/](?=\S*[A-ZĐ])\S{2,20}|(?:ngày\s)?\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|(?:năm|giai đoạn|khóa|lần thứ|số|Điều|khoản|điểm)\s[\dIVXLC]+(?:\s?-\s?\d+)?|(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|\d{1,3}\s?-\s?[A-ZĐ]{2}\S*",
)
"""Numbers that count nothing: of documents, dates, years, congresses, articles."""
_QUANTITY = re.compile(r"\d")
_WITH = re.compile(
    r"^(?:,?\s?(?:chủ trì|phối hợp))+(?:\s(?:chặt chẽ|tốt))?\s(?:với|cùng)\s[^:;.]{0,400}?"
    r"(?=\b(?:tiếp tục|tăng cường|đẩy mạnh|nâng cao)\b)"
)


def vague_words(text: str) -> str | None:
    """The words that make a duty too vague to check off, None where it names a result.

    >>> vague_words("Tiếp tục triển khai hiệu quả Nghị quyết số 57-NQ/TW ngày 22/12/2024")
    'tiếp tục'
    >>> vague_words("Tiếp tục tổ chức 02 lớp tập huấn") is None
    True
    """
    plain = " ".join(_BRACKETS_AND_NAMES.sub(" ", text).lower().split())
    opener = _opener(plain)
    if opener is None:
        return None
    names_result = _QUANTITY.search(plain) or any(words in plain for words in _words("result"))
    return None if names_result else opener


def is_vague(text: str) -> bool:
    """Whether a duty promises more of the same instead of a result: `tiếp tục …`, `tăng cường …`."""
    return vague_words(text) is not None


def _opener(plain: str) -> str | None:
    rest = _WITH.sub("", plain)
    skipped = True
    while skipped:
        skipped = False
        for words in _words("manner"):
            if rest.startswith((f"{words} ", f"{words},")):
                rest = rest[len(words) :].lstrip(" ,").removeprefix("và ").lstrip()
                skipped = True
    return next((words for words in _words("vague") if rest.startswith(words + " ")), None)


@cache
def _words(sort: str) -> tuple[str, ...]:
    """Longest first, so that the words shown are as telling as they can be."""
    return tuple(sorted((row[0] for row in lexicon.rows("vague") if row[1] == sort), key=len, reverse=True))


_AUTHORITY = re.compile(
    r"(?:tham mưu|trình|báo cáo|xin ý kiến|đề xuất|kiến nghị|gửi)(?:\s(?:cho|với|kịp thời|đề xuất|về|lên))*\s"
    r"(?P<name>(?:Thường trực |Ban Thường vụ |Chủ tịch |Lãnh đạo |Văn phòng )?"
    r"(?:UBND|Ủy ban nhân dân|Ủy ban Nhân dân|HĐND|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy UBND"
    r"|Thủ tướng Chính phủ|Chính phủ|Bộ Ngoại giao|Sở Ngoại vụ)(?: (?:tỉnh|thành phố|huyện))?)",
    re.IGNORECASE,
)


def authority_in(text: str) -> str:
    """Who decides or receives the result, as a duty says it: `tham mưu UBND tỉnh …`; empty where it does not.

    >>> authority_in("Chủ trì tham mưu UBND tỉnh ban hành kế hoạch")
    'UBND tỉnh'
    """
    found = _AUTHORITY.search(text)
    return found["name"] if found else ""
