"""Foreign localities that no list holds, by the words around them.

`tỉnh Tula (Liên bang Nga)`, `các tỉnh A, B và C của Lào`, `huyện Mường Mộc, tỉnh Bolykhămxay`: what stands between a
word such as `tỉnh` and a foreign country or a known foreign locality is itself one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban import lexicon
from vanban.findings import Span
from vanban.partners.gazetteer import UPPER, Entry, Mention, is_domestic
from vanban.partners.sounds import bare, is_foreign, sound
from vanban.partners.verdicts import PARTNER, follows, syllables, verdict

_CUES = syllables("unit")
"""Last syllables of what a locality is called: tỉnh, thành phố, tiểu bang, thủ đô, vùng, khu tự trị …"""
_OWN_CUES = syllables("own")
"""Those behind which a foreign word is a foreign locality, even where no country is named."""
_PIECES = re.compile(r", | và |; | - ")


class Name(NamedTuple):
    """A judged place in the text at which a partner is named."""

    start: int
    end: int
    entry: Entry
    confidence: float
    aliases: tuple[Span, ...] = ()


def place_entry(name: str, code: str | None) -> Entry:
    """The entry of a place that no list holds; spellings that sound alike are one."""
    return Entry(f"locality:{sound(name)}", "locality", code)


def places_before(flat: str, end: int, floor: int, before: Mention | None) -> list[Span]:
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
    capital = all(word[0].isupper() for word in words if word)
    return (name if capital and _may_name_place(name) else None), False


_BREAKS = frozenset(lexicon.names("clause_words"))


_DIRECTIONS = frozenset(("bắc", "nam", "trung", "đông", "tây", "thượng", "hạ"))


def _may_name_place(name: str) -> bool:
    if not name[:1].isupper() or name.isupper() or len(name.split()) > 4 or is_domestic(name):
        return False
    if all(word in _DIRECTIONS for word in name.lower().split()):
        return False
    tail = [word for word in name.split() if not word[0].isupper()]
    return not tail or is_foreign(tail[-1]) or is_foreign(name.split(maxsplit=1)[0])


def foreign_word(flat: str, found: list[Mention], position: int, judged: str) -> list[Name]:
    """A foreign word behind `tỉnh`, `thành phố` … is a locality, though no list holds it."""
    mention = found[position]
    if judged is not PARTNER or flat[mention.start - 1 : mention.start] != " ":
        return []
    cue = flat[max(0, mention.start - 8) : mention.start - 1].rpartition(" ")[2].lower()
    if cue not in _CUES and bare(cue) not in _MISSPELT:
        return []
    end = _name_end(flat, mention.end)
    following = next((other for other in found[position + 1 : position + 4] if not _goes_on(other, end)), None)
    if following is not None and following.start < end:
        end = following.start - 1
    beside = following is not None and following.entry.kind in _ABROAD and follows(flat, end, following.start)
    name = flat[mention.start : end]
    if is_domestic(name) or not (beside or cue in _OWN_CUES or _abroad(flat, mention.start)):
        return []
    code = following.entry.country if following is not None and beside else None
    return [Name(mention.start, end, place_entry(name, code), 0.8 if beside else 0.6)]


def _goes_on(other: Mention, end: int) -> bool:
    """Whether a foreign word is but a further word of a name."""
    return other.start < end and other.entry.kind == "unknown"


def next_in_list(flat: str, mention: Mention, last: Name) -> list[Name]:
    """`các huyện Koh Thom, Kirivong`: a foreign word that goes on with a list of localities of no list."""
    if last.entry.kind != "locality" or flat[last.end : mention.start] not in _COMMAS:
        return []
    end = _name_end(flat, mention.end)
    name = flat[mention.start : end]
    return [] if is_domestic(name) else [Name(mention.start, end, place_entry(name, last.entry.country), 0.6)]


_COMMAS = (", ", " và ", ", và ", "; ")
_ENOUGH_LETTERS = 3
_MISSPELT = frozenset(bare(cue) for cue in _OWN_CUES if len(cue) >= _ENOUGH_LETTERS)
"""Those cues without their marks, which typing and scanning lose: `thành phô`."""
_TIES = ("kết nghĩa", "nước bạn", "phía bạn", "nước ngoài", "đối diện", "giáp biên", "tiếp giáp", "hữu nghị")


def _abroad(flat: str, start: int) -> bool:
    """Whether the words before a district's name speak of what lies across the border."""
    before = flat[max(0, start - 90) : start].rpartition("\n")[2]
    return any(tie in before for tie in _TIES)


_ABROAD = frozenset(("country", "locality"))
_MORE_NAME = re.compile(rf"(?:[ -][{UPPER}][\w'’]*){{0,3}}")


def _name_end(flat: str, end: int) -> int:
    match = _MORE_NAME.match(flat, end, end + 60)
    return match.end() if match else end


def inside_place(flat: str, found: list[Mention], position: int, floor: int) -> list[Name] | None:
    """What stands before a bracket that a locality opens to say where it lies: `quận Dongdaemun (thành phố Seoul)`.

    None where the locality does not, as in a list behind a country: `các tỉnh Nam Lào (Champasak, Attapeu)`.
    """
    mention = found[position]
    opening = _OPENED.search(flat, max(floor, mention.start - 24), mention.start)
    if opening is None or not capitalised_before(flat, opening.start()):
        return None
    before = found[position - 1] if position else None
    if before is not None and before.end == opening.start():
        return None if before.entry.kind in ("country", "domestic") else []
    places = places_before(flat, opening.start(), floor, before)
    code = mention.entry.country
    return [
        Name(start, end, place_entry(flat[start:end], code), 0.8)
        for start, end in places
        if verdict(flat, start) is PARTNER
    ]


_OPENED = re.compile(r" \((?:(?:tỉnh|thành phố|bang|tiểu bang|vùng|châu) )?$")


def with_districts(flat: str, mention: Mention, floor: int, judged: str, last: Name | None) -> list[Name]:
    """A locality, or what lies in it and stands before it: `huyện Mường Mộc, tỉnh Bolykhămxay`."""
    if judged is not PARTNER:
        return []
    if last is not None and last.entry.kind == "locality" and mention.start - last.end <= _LONGEST_WITHIN:
        within = _WITHIN.fullmatch(flat, last.end, mention.start)
        if within and flat.endswith(_SMALLER[within.group(1)], max(0, last.start - 11), last.start):
            return []
    own = Name(mention.start, mention.end, mention.entry, 1.0, _inner_name(flat, mention))
    if not flat.endswith(_LARGER, max(floor, mention.start - 6), mention.start):
        return [own]
    district = _DISTRICT.search(flat, max(floor, mention.start - 60), mention.start)
    if district is None or is_domestic(district.group(1)):
        return [own]
    start, end = district.span(1)
    return [Name(start, end, place_entry(district.group(1), mention.entry.country), 0.8)]


_LONGEST_WITHIN = 20
_WITHIN = re.compile(r",? (?:thuộc )?(?:tiểu )?(tỉnh|bang) ")
_SMALLER = {
    "tỉnh": ("huyện ", "quận ", "thị trấn ", "thị xã ", "xã "),
    "bang": ("huyện ", "quận ", "thị trấn ", "thị xã ", "xã ", "thành phố ", "hạt "),
}
"""What lies within a province, or within a state."""
_LARGER = ("tỉnh ", "phố ", "bang ", "huyện ", "quận ")
_DISTRICT = re.compile(
    rf"(?:huyện|quận|(?<!thị )trấn|hương) ([{UPPER}][\w'’-]*(?: [{UPPER}][\w'’-]*){{0,3}}),? (?:thuộc )?"
    r"(?:tỉnh|thành phố|bang|huyện|quận) $"
)


def _inner_name(flat: str, mention: Mention) -> tuple[Span, ...]:
    """`Quảng Tây` in `Khu tự trị dân tộc Choang Quảng Tây`: both are spellings of one name."""
    main = mention.entry.key.partition(":")[2]
    at = flat.rfind(main, mention.start + 1, mention.end)
    return ((at, at + len(main)),) if at > 0 else ()


def capitalised_before(flat: str, end: int) -> bool:
    """Whether the bracket follows a proper name."""
    words = flat[max(0, end - 30) : end].split()
    return bool(words) and (words[-1][0].isupper() or is_foreign(words[-1]))
