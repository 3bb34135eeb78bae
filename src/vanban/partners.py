"""Foreign countries, localities and organisations that a plan names as partners (đối tác nước ngoài).

A name counts unless it only says where something is or what something is called: a venue (`tại Thủ đô Paris`), the
country in which a named place lies (`tỉnh Tula (Liên bang Nga)`), the border with a country, a language, a body within
Việt Nam (`Hội Hữu nghị Việt Nam - Lào`), a body that merely honours (`được UNESCO công nhận`).
Names that stand in one list are judged together by what stands before the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from vanban import lexicon
from vanban.findings import Partner, Span
from vanban.gazetteer import UNKNOWN, UPPER, Entry, Mention, inner_spellings, is_domestic, is_foreign, mentions, sound
from vanban.organisations import Body, association, body_before, school_before, unlisted_body, with_seat


def _syllables(sort: str) -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("place_words") if sort in row[1].split())


_CUES = _syllables("unit")
"""Last syllables of what a locality is called: tỉnh, thành phố, tiểu bang, thủ đô, vùng, khu tự trị …"""
_OWN_CUES = _syllables("own")
"""Those behind which a foreign word is a foreign locality, even where no country is named."""
_LEADING = _syllables("lead")
"""Syllables that may stand between a cue (`tại`) and a name, or between two names of a list."""
_LONGEST_GAP = 44
_LOOK_BACK = 72

_VENUE = frozenset(("tại", "ở"))
_HOST_IS_PARTNER = re.compile(r"(?:đối tác|nhà đầu tư|nhà tài trợ|địa phương) (?:tại|ở)(?: \w+){0,4} ?$")
_BESIDE = re.compile(
    r"(?:(?:biên giới|đường biên|giáp biên|tiếng|ngôn ngữ|chống|thực dân|đế quốc|kiều bào|kiều|đô la|đô-la|bảng"
    r"|đồng yên|gốc|doanh nhân|thẻ ABTC)(?: (?:đất liền|trên bộ|trên biển|hai nước|giữa|chung|quốc gia))*"
    r"|(?:[Hh]ội|[Nn]hóm nghị sĩ|[Nn]hóm Nghị sĩ) [Hh]ữu nghị)(?: Việt(?: Nam)? ?-)? ?$"
)
"""What stands before names that are no partners."""
_BESIDE_ENDS = frozenset(
    (
        *("giới", "biên", "tiếng", "ngữ", "chống", "dân", "quốc", "bào", "kiều", "la", "đô-la", "bảng", "yên", "gốc"),
        *("nhân", "ABTC", "liền", "bộ", "biển", "nước", "giữa", "chung", "gia", "nghị", "-", "Nam-", "Việt-"),
    )
)
"""The last words of all that, so that most names need no closer look."""
_CONFLICT = re.compile(r"(?:xung đột|chiến tranh|chiến sự|cạnh tranh|căng thẳng)(?: \w+){0,4} ?$")
_CONFLICTS = ("xung đột", "chiến", "cạnh tranh", "căng thẳng")
_NAMED_AFTER = re.compile(
    r"(?:(?:[Bb]ệnh viện|(?<!thị )(?<!môi )[Tt]rường|Cung|[Cc]ầu|[Kk]hu công nghiệp|KCN|[Ll]àng|[Nn]hà máy|Trung tâm)"
    r"(?: [Cc]ao đẳng| [Tt]rung học| nghề| [Đđ]ại học)*(?: [Hh]ữu nghị| [Vv]ăn hóa)?"
    r"|[Hh]iệp định(?: \w+){0,7})(?: Việt(?: Nam)? ?-)? ?$"
)
"""What stands before `Việt Nam - …` where that is a name within Việt Nam or of a treaty."""
_HONOURS = re.compile(r"\W{0,2}(?:đã |được )?(?:công nhận|vinh danh|ghi danh|tôn vinh|xếp hạng|phong tặng)")
_HONOURED = re.compile(
    r"(?:[Dd]i sản|[Dd]anh hiệu|[Cc]ông viên|[Mm]ạng lưới|[Tt]hành phố|[Gg]iải thưởng|sinh quyển|vinh danh|công nhận"
    r"|ghi danh|tiêu chí)[^.;,\n]{0,40}$"
)
_ONWARD = re.compile(r"(?: \(| ?, ?| - | của| thuộc| )(?:\s?(?:các|nước|bạn|phía))*\s?$")
_BRACKET = re.compile(r"\((?:\s?(?:nước|bạn|thuộc))*\s?$")
_PIECES = re.compile(r", | và |; | - ")
_LOWER_CASE = re.compile(rf"[^{UPPER}]")

_PARTNER, _VENUE_ONLY, _OTHER = "partner", "venue", "other"


class _Name(NamedTuple):
    """One judged place in the text at which a partner is named."""

    start: int
    end: int
    entry: Entry
    confidence: float
    aliases: tuple[Span, ...] = ()


def find(flat: str, *, spans: Sequence[Span] | None = None) -> list[Partner]:
    """The partners named in the text (or in its `spans`), one entry each, in order of their first mention.

    `names` holds every spelling met. Confidence is lower for names that no list holds.
    """
    found = mentions(flat, spans)
    names = _judge(flat, found)
    return _collect(flat, names)


def _judge(flat: str, found: list[Mention]) -> list[_Name]:
    """Walk through the mentions once and keep those that name a partner."""
    names: list[_Name] = []
    floor = body_floor = 0
    verdict = _OTHER
    previous: Mention | None = None
    skip_until = -1
    for position, mention in enumerate(found):
        if mention.start < skip_until:
            continue
        if mention.entry.kind == "nothing":
            floor = body_floor = mention.end
            previous = None
            continue
        linked = previous is not None and _linked(flat, previous, mention)
        if not linked:
            verdict = _verdict(flat, mention.start)
        elif verdict is _VENUE_ONLY and mention.entry.kind == "organisation":
            verdict = _PARTNER
        body = _body(flat, found, position, body_floor)
        if body is not None:
            if verdict is not _VENUE_ONLY or not linked:
                names.append(_Name(body.start, body.end, body.entry, body.confidence, body.aliases))
            skip_until = floor = body_floor = body.end
            previous = None
            continue
        named = _named(flat, found, position, floor, verdict)
        if mention.entry.kind == "country" and names and names[-1].entry.country is None:
            names[-1] = _located(flat, names[-1], mention)
        names.extend(named)
        previous = mention
        floor = mention.end
        if mention.entry is not UNKNOWN:
            body_floor = floor
    return names


def _linked(flat: str, previous: Mention, mention: Mention) -> bool:
    """Whether two names stand in one list: `Lào, Thái Lan`, `tỉnh A (Lào) và tỉnh B`."""
    gap = flat[previous.end : mention.start]
    if len(gap) > _LONGEST_GAP or "\n" in gap or "|" in gap or gap[:1] == "." or ". " in gap:
        return False
    if previous.entry.kind == "domestic" and "và" not in gap and "-" not in gap:
        return False
    words = gap.lower().translate(_NO_SIGNS).split()
    return all(word in _LEADING or word in _LINKS for word in words)


_LINKS = frozenset(("và", "hoặc", "cùng"))
_NO_SIGNS = str.maketrans(dict.fromkeys(",;/&-():", " "))


def _verdict(flat: str, start: int) -> str:
    """What the words before a name, or before a list of names, make of it."""
    before = flat[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2]
    words = before.split()
    while words and words[-1].lower().strip(":(") in _LEADING:
        words.pop()
    while len(words) > 1 and words[-1] == "của" and words[-2].lower() in _LEADING:
        words.pop()
        while words and words[-1].lower() in _LEADING:
            words.pop()
    if words and words[-1].lower() in _VENUE:
        return _PARTNER if _HOST_IS_PARTNER.search(before) else _VENUE_ONLY
    last = before.rstrip().rpartition(" ")[2]
    if last in _BESIDE_ENDS and _BESIDE.search(before):
        return _OTHER
    if any(word in before for word in _CONFLICTS) and _CONFLICT.search(before):
        return _OTHER
    with_vietnam = flat.startswith("Việt", start) or before.endswith(("Việt - ", "Việt Nam - ", "Việt-"))
    return _OTHER if with_vietnam and _NAMED_AFTER.search(before) else _PARTNER


def _body(flat: str, found: list[Mention], position: int, floor: int) -> Body | None:
    """The organisation whose name this mention opens or is part of."""
    mention = found[position]
    kind = mention.entry.kind
    if kind == "domestic":
        return association(flat, found, position)
    if kind == "country":
        return association(flat, found, position) or body_before(flat, mention, floor)
    if kind == "locality":
        return school_before(flat, mention, floor)
    if mention.entry is UNKNOWN:
        return unlisted_body(flat, mention)
    return None


def _named(flat: str, found: list[Mention], position: int, floor: int, verdict: str) -> list[_Name]:
    mention = found[position]
    kind = mention.entry.kind
    if kind == "domestic":
        return []
    if kind == "organisation":
        if verdict is not _PARTNER or _only_honours(flat, mention):
            return []
        if mention.doubtful and not _GROUP.search(flat, max(0, mention.start - 12), mention.start):
            return []
        return [_organisation(flat, found, position)]
    if kind == "unknown":
        return _foreign_word(flat, found, position, verdict)
    if kind == "locality":
        if mention.doubtful and not _beside_foreign(flat, found, position):
            return []
        inner = _inside_place(flat, found, position)
        return _with_districts(flat, mention, floor, verdict) if inner is None else inner
    return _country(flat, found, position, floor, verdict)


def _country(flat: str, found: list[Mention], position: int, floor: int, verdict: str) -> list[_Name]:
    """A country, and the places before it that no list holds (`thành phố Pocheon (Hàn Quốc)`)."""
    mention = found[position]
    own = _Name(mention.start, mention.end, mention.entry, 1.0)
    before = found[position - 1] if position else None
    connector = _ONWARD.search(flat, max(floor, mention.start - 24), mention.start)
    if connector is None:
        return [own] if verdict is _PARTNER else []
    if before is not None and before.end == connector.start() and before.entry.kind in _PLACES:
        locates = before.entry.country in (None, mention.entry.country) or before.entry.kind == "organisation"
        if locates and not connector.group().startswith((" của", " thuộc")):
            return []
        return [own] if verdict is _PARTNER else []
    places = _places_before(flat, connector.start(), floor, before)
    if not places:
        bracketed = connector.group().startswith(" (")
        if bracketed and _alone_in_bracket(flat, mention) and _capitalised_before(flat, connector.start()):
            return []
        return [own] if verdict is _PARTNER else []
    if verdict is not _PARTNER or _verdict(flat, places[0][0]) is not _PARTNER:
        return []
    code = mention.entry.country
    named = [_Name(start, end, _place_entry(flat[start:end], code), 0.8) for start, end in places]
    return [*named, own] if connector.group().startswith((" của", " thuộc")) else named


_PLACES = frozenset(("locality", "unknown", "organisation"))


def _located(flat: str, name: _Name, country: Mention) -> _Name:
    """A place of no list takes the country that is named right behind it."""
    if name.confidence == 1.0 or not _ONWARD.fullmatch(flat, name.end, country.start):
        return name
    return name._replace(entry=name.entry._replace(country=country.entry.country), confidence=0.8)


def _place_entry(name: str, code: str | None) -> Entry:
    return Entry(f"locality:{sound(name)}", "locality", code)


def _places_before(flat: str, end: int, floor: int, before: Mention | None) -> list[Span]:
    """Names of localities that end here, a list of them too: `các tỉnh A, B và C`. Empty where there are none."""
    start = max(floor, end - 120)
    window = flat[start:end].rpartition("\n")[2]
    start = end - len(window)
    bounds = [(0, 0), *(match.span() for match in _PIECES.finditer(window)), (len(window), len(window))]
    places: list[Span] = []
    for (_, first), (last, _) in zip(reversed(bounds[:-1]), reversed(bounds[1:]), strict=True):
        piece = window[first:last]
        name, cued = _place_name(piece)
        if name is None:
            return []
        if name:
            at = start + last - len(name)
            places.insert(0, (at, at + len(name)))
        if cued:
            return places
        if not first and start == floor and before is not None and before.entry.kind == "locality":
            return places
    return []


def _place_name(piece: str) -> tuple[str | None, bool]:
    """The locality that a piece of a list ends with, and whether a word such as `tỉnh` opens it."""
    words = piece.rstrip().split(" ")
    for count in range(1, min(len(words), 6) + 1):
        word = words[-count]
        if word.lower() in _CUES:
            name = " ".join(words[len(words) - count + 1 :])
            return (name if _may_name_place(name) else None), True
        if word in _BREAKS:
            return None, False
    name = " ".join(words).strip()
    if not name:
        return "", False
    capital = all(not _LOWER_CASE.match(word) for word in words if word)
    return (name if capital and _may_name_place(name) else None), False


_BREAKS = frozenset(lexicon.names("clause_words"))


_DIRECTIONS = frozenset(("bắc", "nam", "trung", "đông", "tây", "thượng", "hạ"))


def _may_name_place(name: str) -> bool:
    if not name or _LOWER_CASE.match(name) or name.isupper() or len(name.split()) > 4 or is_domestic(name):
        return False
    if all(word in _DIRECTIONS for word in name.lower().split()):
        return False
    tail = [word for word in name.split() if _LOWER_CASE.match(word)]
    return not tail or is_foreign(tail[-1]) or is_foreign(name.split(maxsplit=1)[0])


def _foreign_word(flat: str, found: list[Mention], position: int, verdict: str) -> list[_Name]:
    """A foreign word behind `tỉnh`, `thành phố` … is a locality, though no list holds it."""
    mention = found[position]
    cue = flat[max(0, mention.start - 8) : mention.start - 1].rpartition(" ")[2].lower()
    if verdict is not _PARTNER or cue not in _CUES or flat[mention.start - 1 : mention.start] != " ":
        return []
    end = _name_end(flat, mention.end)
    following = found[position + 1] if position + 1 < len(found) else None
    if following is not None and mention.end < following.start < end:
        end = following.start - 1
    beside = following is not None and following.entry.kind in _ABROAD and _follows(flat, end, following.start)
    name = flat[mention.start : end]
    if is_domestic(name) or not (beside or cue in _OWN_CUES):
        return []
    code = following.entry.country if following is not None and beside else None
    return [_Name(mention.start, end, _place_entry(name, code), 0.8 if beside else 0.6)]


_ABROAD = frozenset(("country", "locality"))
_GROUP = re.compile(r"[Tt]ập đoàn $")
_MORE_NAME = re.compile(rf"(?:[ -][{UPPER}][\w'’]*){{0,3}}")


def _name_end(flat: str, end: int) -> int:
    match = _MORE_NAME.match(flat, end, end + 60)
    return match.end() if match else end


def _inside_place(flat: str, found: list[Mention], position: int) -> list[_Name] | None:
    """What stands before a bracket that a locality opens to say where it lies: `quận Dongdaemun (thành phố Seoul)`.

    None where the locality does not, as in a list behind a country: `các tỉnh Nam Lào (Champasak, Attapeu)`.
    """
    mention = found[position]
    opening = _OPENED.search(flat, max(0, mention.start - 24), mention.start)
    if opening is None or not _capitalised_before(flat, opening.start()):
        return None
    before = found[position - 1] if position else None
    if before is not None and before.end == opening.start():
        return None if before.entry.kind in ("country", "domestic") else []
    places = _places_before(flat, opening.start(), before.end if before else 0, before)
    code = mention.entry.country
    return [
        _Name(start, end, _place_entry(flat[start:end], code), 0.8)
        for start, end in places
        if _verdict(flat, start) is _PARTNER
    ]


_OPENED = re.compile(r" \((?:(?:tỉnh|thành phố|bang|tiểu bang|vùng|châu) )?$")


def _with_districts(flat: str, mention: Mention, floor: int, verdict: str) -> list[_Name]:
    """A locality, and a district of it that stands before it: `huyện Mường Mộc, tỉnh Bolykhămxay`."""
    if verdict is not _PARTNER:
        return []
    own = _Name(mention.start, mention.end, mention.entry, 1.0, _inner_name(flat, mention))
    district = _DISTRICT.search(flat, max(floor, mention.start - 60), mention.start)
    if district is None or is_domestic(district.group(1)):
        return [own]
    start, end = district.span(1)
    return [_Name(start, end, _place_entry(district.group(1), mention.entry.country), 0.8), own]


_DISTRICT = re.compile(
    rf"(?:huyện|quận|thị trấn) ([{UPPER}][\w'’-]*(?: [{UPPER}][\w'’-]*){{0,3}}),? (?:thuộc |của )?"
    r"(?:tỉnh|thành phố|bang) $"
)


def _inner_name(flat: str, mention: Mention) -> tuple[Span, ...]:
    """`Quảng Tây` in `Khu tự trị dân tộc Choang Quảng Tây`: both are spellings of one name."""
    main = mention.entry.key.partition(":")[2]
    at = flat.rfind(main, mention.start + 1, mention.end)
    return ((at, at + len(main)),) if at > 0 else ()


def _beside_foreign(flat: str, found: list[Mention], position: int) -> bool:
    """Whether a foreign country or a sure foreign locality follows in the same list or bracket."""
    country = found[position].entry.country
    for here, there in zip(found[position : position + 6], found[position + 1 : position + 7], strict=False):
        if there.start - here.end > _LONGEST_GAP or not _follows(flat, here.end, there.start):
            return False
        if there.entry.country == country and not there.doubtful:
            return True
    return False


def _follows(flat: str, end: int, start: int) -> bool:
    words = flat[end:start].lower().translate(_NO_SIGNS).split()
    return all(word in _LEADING or word in _LINKS or word in ("của", "thuộc") for word in words)


def _alone_in_bracket(flat: str, mention: Mention) -> bool:
    return flat[mention.end : mention.end + 1] == ")"


def _capitalised_before(flat: str, end: int) -> bool:
    """Whether the bracket follows a proper name."""
    words = flat[max(0, end - 30) : end].split()
    return bool(words) and (not _LOWER_CASE.match(words[-1]) or is_foreign(words[-1]))


def _only_honours(flat: str, mention: Mention) -> bool:
    if _HONOURS.match(flat, mention.end, mention.end + 40):
        return True
    before = flat[max(0, mention.start - 64) : mention.start]
    return bool(_HONOURED.search(before))


def _organisation(flat: str, found: list[Mention], position: int) -> _Name:
    mention = found[position]
    body = with_seat(flat, mention, found[position + 1] if position + 1 < len(found) else None)
    aliases = body.aliases
    if flat[mention.end - 2 : mention.end].isupper() and " " in flat[mention.start : mention.end]:
        aliases += inner_spellings(flat, mention)
    return _Name(body.start, body.end, mention.entry, 1.0, aliases)


def _collect(flat: str, names: list[_Name]) -> list[Partner]:
    """One partner for each entry, with its spellings in the order in which they were met."""
    grouped: dict[str, list[_Name]] = {}
    keys: dict[str, str] = {}
    for name in names:
        key = keys.setdefault(name.entry.key, name.entry.key)
        grouped.setdefault(key, []).append(name)
    return [_partner(flat, some) for some in grouped.values()]


def _partner(flat: str, names: list[_Name]) -> Partner:
    spans = [span for name in names for span in ((name.start, name.end), *name.aliases)]
    spellings = dict.fromkeys(flat[start:end].replace("\n", " ") for start, end in spans)
    code = next((name.entry.country for name in names if name.entry.country), None)
    return Partner(
        names=tuple(spellings),
        kind=names[0].entry.kind,
        country=code,
        span=(names[0].start, names[0].end),
        mentions=tuple((name.start, name.end) for name in names),
        confidence=max(name.confidence for name in names),
    )
