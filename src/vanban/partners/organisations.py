"""Names of foreign and international organisations in the text: where they begin, end and which spellings they have.

Listed ones come from `gazetteer`; here are the names that are built by rule: associations of the provinces of several
countries, bodies that bear a country's name (`Hiệp hội Doanh nghiệp Nhật Bản tại Hà Nội`), and `tổ chức` with a
foreign name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban import lexicon
from vanban.findings import Span
from vanban.partners.gazetteer import COMMON, UNKNOWN, UPPER, Entry, Mention, is_domestic
from vanban.partners.sounds import is_foreign, sound


class Body(NamedTuple):
    """An organisation named in the text. `aliases` are further spellings at the same place."""

    start: int
    end: int
    entry: Entry
    aliases: tuple[Span, ...] = ()
    confidence: float = 0.8


_NUMBER = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_PROVINCES_OF = re.compile(
    rf"(?:[Hh]iệp hội )?(?:[Cc]ác |{_NUMBER} )?(?:tỉnh|thành phố|địa phương|tỉnh, thành phố)"
    rf"(?: biên giới)?(?: của| thuộc)? (?:{_NUMBER}|các) nước:? ?\(?$"
)
_ROADS = re.compile(
    r"\)?(?: có)?(?: cùng)?(?: chung)? sử dụng(?: chung)? (?:các )?(?:tuyến )?"
    r"(?:đường|quốc lộ|Đường|Quốc lộ|QL) ?\d{1,3}[A-Z]?"
    r"(?:(?:, ?| và | - )(?:(?:đường|quốc lộ|Đường|Quốc lộ|QL) ?)?\d{1,3}[A-Z]?){0,5}"
)
_CHAIN_GAP = re.compile(r" ?[-,] ?| và ")
_LONGEST_CHAIN = 6


def association(flat: str, found: list[Mention], position: int, floor: int) -> Body | None:
    """`Hiệp hội 9 tỉnh 03 nước Việt Nam - Lào - Thái Lan có sử dụng đường 8, đường 12`: one organisation."""
    first = found[position]
    if flat.find("nước", max(floor, first.start - 8), first.start) < 0:
        return None
    before = flat[max(floor, first.start - 60) : first.start].rpartition("\n")[2]
    if not before.rstrip(" :(").endswith("nước"):
        return None
    opening = _PROVINCES_OF.search(before)
    if opening is None:
        return None
    chain = [first]
    for mention in found[position + 1 : position + _LONGEST_CHAIN]:
        if not _CHAIN_GAP.fullmatch(flat, chain[-1].end, mention.start) or mention.entry.kind not in _COUNTRIES:
            break
        chain.append(mention)
    if len(chain) < 2:
        return None
    start = first.start - len(before) + opening.start()
    end = chain[-1].end
    roads = _ROADS.match(flat, end, end + 90)
    key = "association:" + ",".join(sorted({mention.entry.key for mention in chain}))
    return Body(start, roads.end() if roads else end, Entry(key, "organisation"), (), 0.9)


_COUNTRIES = frozenset(("country", "domestic"))

_HEADS = re.compile(
    r"(?<!\w)(?:Hiệp hội|Liên đoàn|Phòng(?= Thương mại| Công nghiệp)|Cơ quan(?! [Đđ]ại diện)|Quỹ|Tập đoàn|Tổng công ty"
    r"|Công ty|Ngân hàng|Trung tâm|Viện(?! trợ)|Học viện|Trường Đại học|Đại học|Câu lạc bộ|Hội đồng|Tổ chức"
    r"|Đảng(?= Cộng sản| Nhân dân| Cách mạng| Dân chủ| Lao động| Xã hội)"
    r"|Hội(?! [Hh]ữu nghị| nghị| thảo| chợ| đàm| nhập| đồng| thi| diễn| sách| hoa| người| trại))(?!\w)"
)
_HEAD_LETTERS = re.compile("[HLPCQTVNĐ]")
_NO_NAME = frozenset(lexicon.names("clause_words"))
_SENTENCE_START = re.compile(r"(?:^|[.;:\n]\s*|[-+*]\s*|\d\.\s*)$")
_MOST_WORDS = 9
_MOST_LOWER = 3
"""Compounds of a title open with a capital; more lower-case words in a row are a sentence."""
_BRACKETED = re.compile(r" \((?:gọi tắt là |viết tắt là |viết tắt: )?([A-Z][\w.-]{1,14})\)")


def body_before(flat: str, country: Mention, floor: int) -> Body | None:
    """The body whose name ends with this country, or in front of whose seat in brackets it stands."""
    window_start = max(floor, country.start - 90)
    window = flat[window_start : country.start]
    cut = max(window.rfind("\n"), window.rfind(". "), window.rfind("; "))
    capitals = _HEAD_LETTERS.finditer(window, cut + 1)
    heads = [match for capital in capitals if (match := _HEADS.match(window, capital.start()))]
    if not heads:
        return None
    head = heads[-1]
    if len(heads) > 1 and heads[-2].group() in ("Tổ chức", "Trường Đại học") and heads[-2].end() + 1 >= head.start():
        head = heads[-2]
    between = window[head.end() :]
    name = between.removesuffix("(").strip().removesuffix(" của")
    if not between.endswith((" ", " (")) or not (name or head.group() in _SCHOOLS):
        return None
    if not _is_name(name) or flat.startswith(" - Việt", country.end):
        return None
    before = window[: head.start()]
    if before.endswith(("các ", "Các ", "những ")) or (head.group() == "Tổ chức" and _SENTENCE_START.search(before)):
        return None
    start = window_start + head.start()
    if between.endswith((" (", " của ")):
        return _seated(
            flat, start, window_start + head.end() + len(between.removesuffix("(").removesuffix("của ")), country
        )
    return _with_tail(flat, start, country.end, country.entry.country)


_MISSION = re.compile(r"(?<!các )(?<!Các )(?:(?:Tổng )?Lãnh sự quán|Đại sứ quán|TLSQ|ĐSQ)(?: của)?(?: nước)? $")
_FRIENDS = re.compile(r"(?:[Hh]ội|[Ll]iên hiệp hội) [Hh]ữu nghị $")


def mission(flat: str, country: Mention, floor: int) -> Body | None:
    """`Tổng Lãnh sự quán Nhật Bản tại Đà Nẵng`, `Hội hữu nghị Lào - Việt Nam`: bodies that stand for a country."""
    begin = max(floor, country.start - 32)
    before = flat[begin : country.start]
    if "quán" in before or "TLSQ" in before or "ĐSQ" in before:
        head = _MISSION.search(flat, begin, country.start)
        if head is not None:
            return _with_tail(flat, head.start(), country.end, country.entry.country)
    if "ữu nghị" in before and flat.startswith(" - Việt Nam", country.end):
        head = _FRIENDS.search(flat, begin, country.start)
        if head is not None:
            return _with_tail(flat, head.start(), country.end + len(" - Việt Nam"), country.entry.country)
    return None


_INSTITUTIONS = re.compile(
    r"(Trường(?: Đại học| Cao đẳng| Trung học)?|Đại học|Cao đẳng|Học viện|Viện(?! trợ)|Bệnh viện|Vườn thú|Sở thú"
    r"|Bảo tàng|Thư viện|Nhà hát|Liên đoàn|Hiệp hội|Phòng (?:Thương mại|Ngoại vụ|Đối ngoại)|Cục|Tổng cục"
    r"|Hải quan|Trung tâm(?= [Qq]uốc tế)|Đài (?:Phát thanh|Truyền hình)"
    r"|Văn phòng (?:Ngoại vụ|Đối ngoại)|Ban (?:Ngoại vụ|Đối ngoại))"
    r"((?: [^\s,;:.()]+){0,6}) $"
)
_INSTITUTION_LETTERS = frozenset("TĐCHVBSNLP")
_PURPOSE = re.compile(r" (?:về|vì|cho)(?: [^\s,;:.()]+){1,9}(?= \([A-Z]{3,10}\))")
_MAY_BE_OF_PROVINCE = ("Bệnh viện", "Trường", "Bảo tàng", "Thư viện", "Đài Phát thanh", "Đài Truyền hình")


def institution_before(flat: str, place: Mention, floor: int) -> Body | None:
    """`Trường Đại học Nakhon Phanom`, `Cục Thương mại Vân Nam`: a body that bears a foreign name."""
    begin = max(floor, place.start - 60)
    if _INSTITUTION_LETTERS.isdisjoint(flat[begin : place.start]):
        return None
    head = _INSTITUTIONS.search(flat, begin, place.start)
    if head is None:
        return None
    between = head.group(2).strip()
    if between.startswith(("tỉnh", "thành phố")) and head.group(1).startswith(_MAY_BE_OF_PROVINCE):
        between = between.removeprefix("tỉnh").removeprefix("thành phố").strip()
    words = between.split()
    if "tỉnh" in words or "phố" in words or "khu" in words or not _is_name(between):
        return None
    end = place.end
    more = _REST.match(flat, end, end + 90)
    if more is not None and (place.entry is UNKNOWN or is_foreign(more.group().strip().partition(" ")[0])):
        end = more.end()
    if place.entry is UNKNOWN:
        last = " ".join(flat[place.start : end].split()[-2:])
        if flat.startswith("Vin", place.start) or flat.startswith(" Việt Nam", end) or is_domestic(last):
            return None
    purpose = _PURPOSE.match(flat, end, end + 90)
    if purpose is not None:
        end = purpose.end()
    return _with_tail(flat, head.start(), end, place.entry.country)


def _is_name(between: str) -> bool:
    words = between.split()
    if "Việt" in words or len(words) > _MOST_WORDS or any(sign in between for sign in ",:()|\n"):
        return False
    lower = 0
    for word in words:
        if word in _NO_NAME or word[0].isdigit():
            return False
        lower = 0 if word[0].isupper() else lower + 1
        if lower > _MOST_LOWER:
            return False
    return True


def _seated(flat: str, start: int, end: int, country: Mention) -> Body | None:
    """`Tập đoàn Lotte (Hàn Quốc)`, `Tập đoàn Amata của Thái Lan`: the name ends before the country."""
    name = flat[start:end].rstrip()
    last = name.rpartition(" ")[2]
    bracketed = flat[country.end : country.end + 1] == ")"
    if len(name.split()) < 2 or not last[:1].isupper() or not (bracketed or is_foreign(last)):
        return None
    return Body(start, start + len(name), _entry(name, country.entry.country))


def _entry(name: str, code: str | None) -> Entry:
    return Entry(f"organisation:{sound(name)}", "organisation", code)


_SCHOOLS = ("Trường Đại học", "Đại học", "Học viện")


_SEAT = re.compile(
    rf" (?:tại|ở) (?:Việt Nam|(?:TP\.? ?|[Tt]hành phố |miền )?[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,2}})"
)


def _with_tail(flat: str, start: int, end: int, code: str | None) -> Body:
    entry = _entry(flat[start:end], code)
    seat = _SEAT.match(flat, end, end + 50)
    last = seat.end() if seat else end
    short: tuple[Span, ...] = ((start, end),) if seat else ()
    bracket = _BRACKETED.match(flat, last, last + 40)
    if bracket and _is_short_form(bracket.group(1)):
        return Body(start, last, entry, (*short, bracket.span(1)))
    return Body(start, last, entry, short)


def with_seat(flat: str, mention: Mention, following: Mention | None) -> Body:
    """A listed organisation; its seat, `Tổ chức` before it and a short form behind it make further spellings."""
    aliases: list[Span] = []
    start, end = mention.start, mention.end
    seat = _SEAT.match(flat, end, end + 50) if following is not None and following.start - end < 40 else None
    if seat and following is not None and following.entry.kind == "domestic":
        aliases.append((start, following.end))
    before = flat[max(0, start - 14) : start]
    head = next((head for head in _CALLED if before.endswith(head)), None) if before.endswith(" ") else None
    if head is not None:
        aliases.append((start - len(head), end))
    elif flat.startswith("Tổ chức ", start):
        aliases.append((start + 8, end))
    bracket = _BRACKETED.match(flat, end, end + 40) if flat.startswith(" (", end) else None
    if bracket and " " in flat[start:end] and _is_short_form(bracket.group(1)):
        aliases.append(bracket.span(1))
    return Body(start, end, mention.entry, tuple(aliases))


_CALLED = ("Tổ chức ", "tổ chức ", "Tập đoàn ", "tập đoàn ", "Công ty ", "Viện ", "Quỹ ", "Ngân hàng ", "Hãng ", "Hội ")


def _is_short_form(word: str) -> bool:
    """Whether a word in brackets abbreviates what stands before it: `FES`, `KoCham`, but not `Anh`."""
    return sum(letter.isupper() for letter in word) > 1


def called(flat: str, word: Mention, floor: int) -> Body | None:
    """`Norwegian Mission Alliance`: foreign words, one of which says that they name an organisation."""
    rest = _REST.match(flat, word.end, word.end + 90)
    if rest is None or rest.end() == word.end:
        return None
    start, end = word.start, rest.end()
    if start - 4 >= floor and flat.startswith("The ", start - 4):
        start -= 4
    words = flat[start:end].replace("-", " ").split()
    if _OF_BODIES.isdisjoint(words) or not COMMON.isdisjoint(words):
        return None
    bracket = _BRACKETED.match(flat, end, end + 40)
    aliases = (bracket.span(1),) if bracket and _is_short_form(bracket.group(1)) else ()
    return Body(start, end, _entry(flat[start:end], None), aliases, 0.6)


_OF_BODIES = frozenset(lexicon.names("body_words"))


_UNLISTED = re.compile(r"(?:với|của|từ|do|bởi|các|như|cùng|và|[,:;(]) ?(?P<head>[Tt]ổ chức|[Qq]uỹ) $")
_REST = re.compile(rf"(?:[ -](?:(?:of|for|the|and|in|de|des|du|sans|to|&) )?[{UPPER}][\w'’-]*){{0,6}}")


def unlisted_body(flat: str, word: Mention, floor: int) -> Body | None:
    """`với tổ chức Samaritan's Purse`: a foreign name behind `tổ chức` where that is no verb."""
    before = flat[max(floor, word.start - 20) : word.start]
    opening = _UNLISTED.search(before)
    if opening is None or flat[word.start : word.end] in COMMON:
        return None
    if opening.group("head").lower() == "tổ chức" and before[: opening.start()].endswith("\n"):
        return None
    rest = _REST.match(flat, word.end, word.end + 90)
    end = rest.end() if rest else word.end
    start = word.start - len(opening.group("head")) - 1
    return Body(start, end, _entry(flat[word.start : end], None), ((word.start, end),), 0.6)
