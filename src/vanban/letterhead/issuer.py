"""The issuing body, written in full and in sentence case, from the letterhead or from what the text says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vanban.letterhead.sheetlines import NAME, alternatives, meanings, words
from vanban.lexicon import rows

_PLACE = rf"{NAME}(?:(?:\s-\s|\s){NAME}){{0,3}}"
_LEVEL = r"tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|Tỉnh|Thành phố|Huyện"
_ACTS = (
    r"(?:ban\shành|xây\sdựng|đề\sra|triển\skhai|tổ\schức|thực\shiện|yêu\scầu|lập)"
    r"(?:\svà\s\w+\s\w+)?(?:\sthực\shiện|\stổ\schức)?"
    r"\s(?:[Kk]ế\shoạch|[Cc]hương\strình|[Đđ]ề\sán|[Pp]hương\sán|[Nn]ội\sdung|các\snội\sdung|như\ssau|cụ\sthể)"
)
_BODY = (
    rf"(?P<committee>Ủy\sban\snhân\sdân|UBND|Ủy\sban\sNhân\sdân)\s(?P<level>{_LEVEL})(?:\s(?P<place>{_PLACE}))?"
    r"|(?P<party>(?:Ban\s(?:Thường\svụ|Chấp\shành)\s)?(?:Tỉnh\sủy|Thành\sủy|Huyện\sủy|Quận\sủy|Thị\sủy|Đảng\sủy|Đảng\sbộ\stỉnh)"
    rf"(?:\s(?P<seat>{_PLACE}))?)"
    rf"|(?P<agency>(?:Sở|Ban|Bộ|Cục|Văn\sphòng|Liên\shiệp)\s[^\W\d_][^.;:()\n]{{2,60}}?)"
)


_ANNOUNCED = rf"(?:{_BODY})(?:\s\(?[^\W\d_]{{2,12}}\)?)?,?\s{_ACTS}"
"""`UBND huyện Cẩm Xuyên xây dựng kế hoạch …`, `Ủy ban nhân dân tỉnh ban hành Kế hoạch …`. These patterns are compiled
when they are needed: a letterhead that does not name the issuer is rare."""
_COMMITTEE = rf"(?:Ủy\sban\snhân\sdân|UBND)\s(?P<level>{_LEVEL})\b(?:\s(?P<place>{_PLACE}))?"
_HEADING = r"\n(?:[IVX]{1,4}|[A-D]|1)\s?[.\-:/)]\s?\w"
_CUES = (("tỉnh", 2), ("ải quan", 2), ("người", 1), ("công dân", 1), ("đồng hương", 1))
"""Words before the name of the own province, and how much each says."""

_CASE = meanings("case")
_SHORT_FORMS = (
    ("UBND", r"\bUBND\b", "ỦY BAN NHÂN DÂN"),
    ("HĐND", r"\bHĐND\b", "HỘI ĐỒNG NHÂN DÂN"),
    ("UBMTTQ", r"\bUBMTTQ\b", "ỦY BAN MẶT TRẬN TỔ QUỐC"),
    ("BQL", r"\bBQL\b", "BAN QUẢN LÝ"),
    ("TP", r"\bTP\.?\s", "THÀNH PHỐ "),
    ("TX", r"\bTX\.?\s", "THỊ XÃ "),
)
"""What is looked for in a line before the pattern is tried, the pattern, the full form."""
_LEVELS = re.compile(r"(?<!\w)(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s(?!ủy|đoàn)(.+)$")
_FIRST_WORDS = re.compile(r"^(sở|bộ|cục|ban|công|viện|vụ|liên)\s(\w)")
_COMMITTEES = ("TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "THỊ ỦY")
_OF = ("của ", "của\n")
_REACH = 110
_SEARCHED = 6_000
_COUNTED = 40_000
"""How much of a text is read to learn where it comes from."""


def from_letterhead(bodies: tuple[str, ...]) -> str | None:
    """The issuer's full name out of the lines in capitals; the superior body above it gives the place only.

    A standing committee signs (`T/M BAN THƯỜNG VỤ`) under the letterhead of its committee, which is what counts.

    >>> from_letterhead(("ỦY BAN NHÂN DÂN", "TỈNH HÀ TĨNH"))
    'Ủy ban nhân dân tỉnh Hà Tĩnh'
    """
    names = _joined(bodies)
    if not names:
        return None
    own = names[-1]
    above = names[-2] if len(names) > 1 else ""
    if own.startswith(("BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "BAN THƯỜNG TRỰC")) and above:
        return sentence_case(_party_body(own, above))
    if own.startswith((*_COMMITTEES, "ĐẢNG ỦY")):
        if len(own.split()) == 2 and above:
            own = f"{own} {_seat(above)}"
        return sentence_case(own)
    if above and not own.startswith(("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "BỘ ", "ĐẢNG")):
        own = _below(own, above)
    return sentence_case(own)


def _party_body(own: str, above: str) -> str:
    """`BAN THƯỜNG VỤ` under `ĐẢNG BỘ TỈNH X` is that of the Tỉnh ủy X; `BAN CHẤP HÀNH` that of the Đảng bộ."""
    if own not in ("BAN THƯỜNG VỤ", "BAN CHẤP HÀNH"):
        return own
    level = re.match(r"ĐẢNG BỘ (TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ) (.+)", above)
    if level and own == "BAN THƯỜNG VỤ":
        seat = {"THÀNH PHỐ": "THÀNH", "THỊ XÃ": "THỊ"}.get(level[1], level[1])
        return f"{own} {seat} ỦY {level[2]}"
    return f"{own} {above}"


def _seat(above: str) -> str:
    match = re.match(r"ĐẢNG BỘ (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ) (.+)", above)
    return match[1] if match else ""


def _below(own: str, above: str) -> str:
    """A department with the place of the body it belongs to."""
    if above.startswith(_COMMITTEES):
        return f"{own} {above}" if "ỦY" not in own.split()[:2] else own
    if own == "VĂN PHÒNG":
        return f"{own} {above}"
    if not above.startswith(("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")):
        return own
    place = re.search(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) (?!ỦY).+$", above)
    if place and not re.search(r"(?:TỈNH|THÀNH PHỐ|HUYỆN) \S", own):
        return f"{own} {place.group()}"
    return own


def _joined(bodies: tuple[str, ...]) -> list[str]:
    """One name a body: lines that go on with a name are joined to it."""
    names: list[str] = []
    starts = tuple(f"{word} " for word in words("body"))
    for text in bodies:
        line = " ".join(text.split())
        for cue, pattern, full in _SHORT_FORMS:
            if cue in line:
                line = re.sub(pattern, full, f"{line} ").strip()
        open_before = bool(names) and names[-1].split()[-1] in ("ỦY", "HỘI", "VĂN", "ĐẢNG", "NHÂN", "VÀ", "MẶT", "-")
        if names and (open_before or names[-1].endswith(",") or not f"{line} ".startswith(starts)):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names


def sentence_case(name: str) -> str:
    """Capitals to sentence case, proper names kept: `SỞ NGOẠI VỤ TỈNH HÀ TĨNH` → `Sở Ngoại vụ tỉnh Hà Tĩnh`."""
    text = " ".join(name.split()).lower()
    text = _LEVELS.sub(lambda match: f"{match[1]} {match[2].title()}", text)
    if forms := [form for form in _CASE if form in text]:
        text = re.sub(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)", lambda match: _CASE[match.group()], text)
    text = _FIRST_WORDS.sub(lambda match: f"{match[1].capitalize()} {match[2].upper()}", text)
    if text.startswith(("Sở ", "Bộ ")):
        text = re.sub(r"(,\s|\svà\s)(\w)", lambda match: match[1] + match[2].upper(), text)
    if " ủy " in text:
        text = re.sub(r"((?:Tỉnh|Thành|Huyện|Quận|Thị) ủy) (.+)$", lambda match: f"{match[1]} {match[2].title()}", text)
    return text[:1].upper() + text[1:]


def from_text(body: str, place: str | None, symbol: str | None) -> tuple[str | None, float]:
    """The issuer as the text announces itself, and how sure that is.

    Where the preamble names only the level (`Ủy ban nhân dân tỉnh ban hành Kế hoạch`), the name comes from the place
    of the letterhead, or from the name that the text most often gives its own province.
    """
    match = _announcement(body[:_SEARCHED])
    if match is None:
        return _from_symbol(body, place, symbol)
    if match["party"]:
        return _party(match, body, place)
    if match["agency"]:
        return " ".join(match["agency"].split()), 0.7
    return _committee(match["level"], match["place"], body, place)


def _announcement(text: str) -> re.Match[str] | None:
    """The body that announces the plan: the last one of the preamble that is no `của …` of another document."""
    announced = re.compile(_ANNOUNCED)
    heading = re.search(_HEADING, text)
    preamble = heading.start() if heading else len(text)
    found: re.Match[str] | None = None
    for acted in re.compile(_ACTS).finditer(text, 0, preamble):
        for match in announced.finditer(text, max(0, acted.start() - _REACH), acted.end()):
            if match.end() == acted.end() and not text.endswith(_OF, 0, match.start()):
                found = match
    return found


def _party(match: re.Match[str], body: str, place: str | None) -> tuple[str, float]:
    name = " ".join(match["party"].split())
    if match["seat"] is None:
        seat = place or _own_place(body)
        return (f"{name} {seat}", 0.6) if seat else (name, 0.5)
    return name, 0.9


def _committee(level: str, named: str | None, body: str, place: str | None) -> tuple[str, float]:
    level = level.lower()
    name = " ".join(named.split()) if named else None
    sure = 0.9 if name else 0.7
    if name is None:
        name = place or _own_place(body, level)
    if name is None:
        return f"Ủy ban nhân dân {level}", 0.5
    name = re.sub(r"^(?:Thành phố|Thị xã|Huyện|Xã|Phường) ", "", name)
    return f"Ủy ban nhân dân {level} {name}", sure


def _from_symbol(body: str, place: str | None, symbol: str | None) -> tuple[str | None, float]:
    """Without an announcement: the symbol says which body, the first mention of the committee which level."""
    mentioned = _mentioned(body)
    if symbol and symbol.endswith(("/TU", "-TU")):
        return (f"Tỉnh ủy {place}" if place else "Tỉnh ủy"), 0.5
    if mentioned and (symbol is None or "UBND" in symbol):
        name, sure = _committee(mentioned["level"], mentioned["place"], body, place)
        return name, min(sure, 0.6)
    return None, 0.0


def _mentioned(body: str) -> re.Match[str] | None:
    """The first mention of a People's Committee."""
    return re.compile(_COMMITTEE).search(body, 0, _SEARCHED)


def with_place(issuer: str, body: str, place: str | None) -> tuple[str, float]:
    """A letterhead that lost its second line says `Ủy ban nhân dân` only: add level and name."""
    if issuer not in ("Ủy ban nhân dân", "Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố", "Ủy ban nhân dân huyện"):
        return issuer, 1.0
    level = issuer.removeprefix("Ủy ban nhân dân").strip()
    if not level:
        announced = _announcement(body[:_SEARCHED])
        mentioned = announced if announced and announced["level"] else _mentioned(body)
        level = mentioned["level"].lower() if mentioned else "tỉnh"
    return _committee(level, None, body, place)[0], 0.8


def _own_place(body: str, level: str = "tỉnh") -> str | None:
    """The name that a text most often gives the place it comes from; partners' names count only behind `tỉnh`."""
    votes: Counter[str] = Counter()
    if level != "tỉnh":
        named = re.compile(level.replace(" ", r"\s") + rf"\s({_PLACE})")
        votes.update(" ".join(place.split()) for place in named.findall(body, 0, _COUNTED))
        return votes.most_common(1)[0][0] if votes else None
    known = _provinces()
    for cue, weight in _CUES:
        for name in _names_behind(cue, body[:_COUNTED]):
            if name not in votes and name not in known:
                name = next((name[:end] for end in _ends(name) if name[:end] in known), name)
            if not name.startswith(_FOREIGN):
                votes[name] += weight * (3 if name in known else 1)
    return votes.most_common(1)[0][0] if votes else None


def _names_behind(cue: str, body: str) -> Iterator[str]:
    """The names of places that stand behind the cue, on the same line or over its end."""
    place = re.compile(_PLACE)
    line = body.replace("\n", " ")
    at = line.find(f"{cue} ")
    while at >= 0:
        match = place.match(body, at + len(cue) + 1)
        if match and not body.endswith(_SEVERAL, 0, at):
            yield " ".join(match.group().split())
        at = line.find(f"{cue} ", match.end() if match else at + 1)


_SEVERAL = ("các ", "hai ", "của các ", "02 ")
"""`các tỉnh Bolikhămxay, Khăm Muồn`: partners, not the own province."""
_FOREIGN = ("Việt Nam", "Lào", "Trung ", "Hoa ", "Thái Lan", "Nhân ")


def _ends(name: str) -> list[int]:
    """Where a name may stop: behind each of its words, the longest first."""
    return [match.end() for match in re.finditer(r"\w+", name)][::-1]


def _provinces() -> frozenset[str]:
    try:
        return frozenset(row[0] for row in rows("provinces"))
    except FileNotFoundError:
        return frozenset()
