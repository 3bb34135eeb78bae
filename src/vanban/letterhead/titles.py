"""Where the title of a document ends and its running text begins.

A title (trích yếu) runs over several lines; the preamble that follows often repeats its words. Told apart by case, by
the words that open a preamble, by how lines end, and by the first heading.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.findings import Span
from vanban.letterhead.sheetlines import Lines, meanings, words

_STRONG = tuple(form for form, weight in meanings("opening").items() if weight == "strong")
_SOFT = tuple(f"{form} " for form, weight in meanings("opening").items() if not weight)
_WEAK = tuple(f"{form} " for form, weight in meanings("opening").items() if weight == "weak")
_CONNECTORS = frozenset(words("connector"))

_HEADING = re.compile(
    r"(?!V/[vV])(?:[IVX]{1,5}|[A-H])\s?[.\-:/)]\s?\S|\d{1,2}(?:\.\d{1,2}){0,2}\s?[.)]\s?[^\W\d_]|[a-e]\)\s?\S"
    r"|(?:PHẦN|Phần|CHƯƠNG|Chương)\s(?:[IVX\d]{1,4}|THỨ|thứ|một|hai|MỘT|HAI)\b|(?:Điều|ĐIỀU)\s?\d{1,3}\b"
)
"""A heading with which the body may begin at once."""
_HEADING_WORDS = (
    *("MỤC ĐÍCH", "MỤC TIÊU", "QUAN ĐIỂM", "NỘI DUNG", "SỰ CẦN THIẾT", "ĐẶC ĐIỂM", "TÌNH HÌNH", "CĂN CỨ"),
)
_BULLETS = frozenset("-+•*")
_HEADING_WITHOUT_SPACE = re.compile(r"(?:I|II|A|1)[.\-]")
_CAPTION = re.compile(r"\W{0,3}(?:\(?\s?(?:Ban hành )?[Kk]èm theo|\(\s?(?:Thực hiện|Đính kèm|Trích|Dự thảo|Bản))\b")
"""`(Kèm theo Quyết định số 12/QĐ-UBND ngày …)` under a title."""
_ISSUER_LINE = (
    r"(?:CHỦ TỊCH\s)?(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND)\b"
    r"|(?:THỦ TƯỚNG|CHÍNH PHỦ|BỘ TRƯỞNG|GIÁM ĐỐC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|CHỦ TỊCH)\b"
)
"""The line in capitals by which a Decision names its issuer again, before its grounds."""
_WEB_STAMP = (
    r"(?:Thứ \w{2,4}|Chủ [Nn]hật|Đăng ngày|Ngày đăng|Cập nhật|Lượt xem|Đã xem|Xem với cỡ chữ|\d{1,2}:\d{2})\b"
    r"[^;]{0,80}$"
)
_WEB_WORDS = ("Thứ ", "Chủ ", "Đăng ", "Ngày ", "Cập ", "Lượt ", "Đã ", "Xem ", *"0123456789")
"""What web pages put below a title: `Thứ ba - 28/03/2023 08:26`."""
_RULE = re.compile(r"[\W_]*$")
_MARK_UP = "*#_|> "
_TITLE_LINES = 40
_CAPTION_LINES = 8
_LONG = 40
"""A line shorter than this, with no end mark, is rather a part of a title than the start of running text."""


class Title(NamedTuple):
    """The title, its place, the caption under it, and the line on which the running text begins."""

    body: int
    text: str | None = None
    span: Span | None = None
    caption: str = ""


def is_opening(text: str) -> bool:
    """Whether a line may be the first of a preamble."""
    return text.lstrip(_MARK_UP).startswith(_SOFT + _STRONG)


def is_caption(text: str) -> bool:
    """Whether a line is the caption that says to which Decision a plan belongs."""
    return _CAPTION.match(text) is not None


def is_running(text: str) -> bool:
    """Whether a line belongs to the running text for certain: the grounds, a heading, an address."""
    text = text.lstrip("*#_> ")
    if text[:1] in _BULLETS:
        return len(text) >= _SHORTEST_ITEM and _is_heading(text)
    return text.startswith(_STRONG) or _is_heading(text)


_SHORTEST_ITEM = 12
"""Characters; less behind a dash is a rule or a word of the letterhead."""


def _is_heading(text: str) -> bool:
    """Whether a line opens with the mark of a heading or an item, or with words that head a first part."""
    if text[:1] in _BULLETS:
        return not text[1:3].isspace() and len(text) > 1
    if text.startswith(_HEADING_WORDS):
        return any(_is_word_at(text, words) for words in _HEADING_WORDS)
    return _HEADING.match(text) is not None


def _is_word_at(text: str, words: str) -> bool:
    following = text[len(words) : len(words) + 1]
    return text.startswith(words) and not (following.isalnum() or following == "_")


def _is_web_stamp(text: str) -> bool:
    return text.startswith(_WEB_WORDS) and re.match(_WEB_STAMP, text) is not None


def find_title(lines: Lines, first: int, last: int, start: int, *, decision: bool) -> Title:
    """Read the title that begins on line `first`, at the offset `start` where the kind stands on the same line."""
    texts = [lines.texts[index].strip(_MARK_UP) for index in range(first, min(last, first + _TITLE_LINES))]
    if start > lines.starts[first] and texts:
        texts[0] = lines.texts[first][start - lines.starts[first] :].strip(f"{_MARK_UP}:.-")
    stop = _stop(texts)
    count = _title_length(texts[:stop])
    if decision:
        count = _without_issuer(texts, count)
    title = " ".join(" ".join(texts[:count]).split()).strip(" -_*.:;")
    after, caption = _skip_caption(texts, count)
    if decision:
        after = _skip_issuer(texts, after)
    if not title:
        return Title(first + after, caption=caption)
    return Title(first + after, title, _span(lines, first, count, max(start, lines.starts[first])), caption)


def _span(lines: Lines, first: int, count: int, start: int) -> Span:
    end = lines.span(first, first + count)[1]
    piece = lines.sheet[start:end]
    return start + len(piece) - len(piece.lstrip(" :.-*#_|\n")), start + len(piece.rstrip(" -_*.:;|\n"))


def _stop(texts: list[str]) -> int:
    """The first line that cannot belong to the title."""
    for index, text in enumerate(texts):
        if text.startswith(_STRONG) or _CAPTION.match(text) or _is_web_stamp(text):
            return index
        if _is_heading(text):
            wrapped = index > 0 and _is_open(texts[index - 1]) and not _HEADING_WITHOUT_SPACE.match(text)
            if not wrapped:
                return index
    return len(texts)


def _title_length(texts: list[str]) -> int:
    """How many of these lines, up to the first heading, are the title."""
    if not texts:
        return 0
    if _is_capital(texts[0]):
        return next((index for index, text in enumerate(texts) if not _is_capital(text)), len(texts))
    running = texts[-1].endswith((".", ";", ":", ",")) or len(texts) == _TITLE_LINES
    starts = []
    for index in range(1, len(texts)):
        before = texts[index - 1]
        if before.endswith((";", ":")):
            break
        if not _is_open(before) and _starts_sentence(texts[index]):
            starts.append(index)
    begin = _first_opening(texts, starts, running=running)
    if begin is not None:
        return begin
    if running and (texts[0].startswith(_SOFT) or len(texts) > 1 or len(texts[0]) > 2 * _LONG):
        return 0
    return len(texts)


def _first_opening(texts: list[str], starts: list[int], *, running: bool) -> int | None:
    """Where the preamble opens: at its usual words; else behind a line that its maker ended before the margin."""
    for index in starts:
        if texts[index].startswith(_SOFT) and (running or len(texts[index]) >= _LONG):
            return index
    if not running:
        return None
    long = [index for index in starts if len(texts[index]) >= _LONG or texts[index][-1] == ":"]
    margin = max(map(len, texts))
    ended = [index for index in long if len(texts[index - 1]) + 1 + texts[index].find(" ") < margin]
    named = [index for index in ended if texts[index].startswith(_WEAK)]
    return next(iter(named or ended or long), None)


def _starts_sentence(text: str) -> bool:
    return text[:1].isupper() or text.startswith(("“", '"'))


def _is_open(text: str) -> bool:
    """Whether a line stops in the middle of a phrase."""
    text = text.rstrip()
    return not text or text[-1] in ",-–(/&" or text.rsplit(None, 1)[-1].casefold() in _CONNECTORS


def _is_capital(text: str) -> bool:
    """Whether a line is in capitals; a symbol such as `12-CTr/TU` or a small `và` does not change that."""
    if text.isupper():
        return True
    letters = [word for word in text.split() if word.isalpha() and len(word) > 1]
    return len(letters) > 1 and sum(word.isupper() for word in letters) >= 0.75 * len(letters)


def _skip_caption(texts: list[str], index: int) -> tuple[int, str]:
    """Pass over rules and the caption in brackets, which may run over some lines."""
    while index < len(texts) and (_RULE.match(texts[index]) or _is_web_stamp(texts[index])):
        index += 1
    if index >= len(texts) or not _CAPTION.match(texts[index]):
        return index, ""
    end = index
    while end < min(len(texts), index + _CAPTION_LINES) and ")" not in texts[end]:
        starts = _starts_sentence(texts[end]) and not _is_open(texts[end - 1])
        if end > index and (starts or is_running(texts[end])):
            end -= 1
            break
        end += 1
    end = min(end, len(texts) - 1)
    return end + 1, " ".join(texts[index : end + 1])


def _without_issuer(texts: list[str], count: int) -> int:
    """A Decision's title in capitals runs on into the line that names its issuer again."""
    for index in range(count - 1, -1, -1):
        text = texts[index]
        if text.isupper() and re.match(_ISSUER_LINE, text) and not (index and _is_open(texts[index - 1])):
            return index
    return count


def _skip_issuer(texts: list[str], index: int) -> int:
    while index < len(texts) and texts[index].isupper() and not is_running(texts[index]):
        index += 1
    return index
