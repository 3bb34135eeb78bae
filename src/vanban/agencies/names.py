"""One agency or group of agencies at a place in a text.

Forms: a body of the catalogue with its place (`Cục Hải quan Hà Tĩnh`, `UBND các huyện, thành phố, thị xã`), a group
(`các sở, ban, ngành cấp tỉnh`), an office that speaks for a body (`Giám đốc Sở Ngoại vụ`, `Thủ trưởng các cơ quan`),
several bodies that share their first word (`các Sở: Tài chính, Công Thương`), a body known by its first word only, a
misspelt one.
"""

from __future__ import annotations

from functools import lru_cache

from vanban.agencies.catalogue import Body, longest, near, plain, toneless, toneless_pairs, vocabulary
from vanban.agencies.collectives import FOREIGN, GROUP, LISTED, MISSPELT, UNKNOWN, UNLISTED, Found, GroupReader, Name
from vanban.agencies.seats import LOOK_AHEAD

__all__ = ["FOREIGN", "GROUP", "Found", "Name", "NameReader", "may_be_misspelt"]

_PLACE_KINDS = frozenset({"committee", "vertical", "party", "front", "unit", "district", "commune", "department"})
_OPEN_FIRST = frozenset({"trường", "trung", "công", "hội", "hiệp", "câu", "quỹ", "viện", "bệnh", "học", "vườn"})
"""First words of bodies whose listed name may go on (`Trường Cao đẳng` + `Y tế Lam Giang`)."""


class NameReader(GroupReader):
    """Reads names from a stretch of text, word by word."""

    __slots__ = ()

    def name_end(self, index: int) -> int | None:
        """The word behind a name that begins at `index`; None where none does."""
        found = self.name(index, depth=1)
        return found.next if found else None

    def name(self, index: int, *, bare_units: bool = False, depth: int = 0) -> Found | None:
        """What begins at a word; `bare_units` also accepts groups without `các` (behind a comma or `của`)."""
        self.reach(index + LOOK_AHEAD)
        if index >= len(self.low) or depth > 2:
            return None
        words = vocabulary()
        first = self.low[index]
        second = self.low[index + 1] if index + 1 < len(self.low) else ""
        if not words.openings.fits(first, second) and not may_be_misspelt(self.raw[index], second):
            return self._group(index, index) if bare_units and self._is_bare_group(index) else None
        opening = longest(words.alls, self.low, index) if first in words.alls else None
        if opening:
            return self._group(index, opening[1])
        held = longest(words.holders, self.low, index) if first in words.holders else None
        if held and not longest(words.others, self.low, index):
            return self._office(index, held[1], depth)
        if bare_units and self.raw[index][0].islower() and self._is_bare_group(index):
            return self._group(index, index)
        return self._body(index)

    def capital_name(self, index: int) -> Found | None:
        """A name in capitals that is no body's, as of foreign partners: `JICA`, `Plan International`."""
        end = self.capitals(index)
        if end == index or self.raw[index].isdigit():
            return None
        return self._found(index, end, None, "unknown", UNKNOWN, None)

    # -- single bodies ---------------------------------------------------------------------------------------------

    def _body(self, index: int) -> Found | None:
        words = vocabulary()
        other = longest(words.others, self.low, index)
        listed = longest(words.bodies, self.low, index)
        if listed and not (other and other[1] >= listed[1]):
            if self._is_proper(index, listed[1]):
                return self._listed(index, *listed, LISTED, None)
            return None
        if other or not self.raw[index][0].isupper():
            return None
        return self._misspelt(index) or self._unlisted(index)

    def _listed(self, index: int, body: Body, end: int, confidence: float, doubt: str | None) -> Found:
        stop = self.place(end) if body.kind in _PLACE_KINDS or body.kind == "central" else end
        if body.kind == "party" and stop == end and self.reach(end) and self.raw[end][0].isupper():
            owner = self._body(end)
            stop = owner.next if owner and len(owner.names) == 1 else stop
        if self.low[index] in _OPEN_FIRST:
            stop = max(stop, self._further(index, end))
        if body.kind in ("central", "front") and self.reach(stop + 1) and self.low[stop] == "tại":
            abroad = self.capitals(stop + 1)
            stop = abroad if abroad > stop + 1 else stop
        official = body.name
        if stop > end:
            official += self._text[self.end(end - 1) : self.end(stop - 1)]
        return self._found(index, stop, official, body.kind, confidence, doubt)

    def _misspelt(self, index: int) -> Found | None:
        if not may_be_misspelt(self.raw[index], self.low[index + 1] if index + 1 < len(self.low) else ""):
            return None
        match = longest(toneless(), [plain(word) for word in self.low[index : index + LOOK_AHEAD]], 0)
        if match and (match[1] > 1 or (self.raw[index].isupper() and len(self.raw[index]) > 2)):
            end = index + match[1]
            return self._listed(index, match[0], end, MISSPELT, self._misspelt_doubt(index, end, match[0]))
        raw = self.raw[index]
        if raw.isupper() and 3 <= len(raw) <= 9:
            body = near(raw)
            if body:
                return self._listed(index, body, index + 1, MISSPELT, self._misspelt_doubt(index, index + 1, body))
        return None

    def _misspelt_doubt(self, index: int, end: int, body: Body) -> str:
        written = self._text[self.start(index) : self.end(end - 1)]
        return f"“{written}” có thể viết sai của “{body.name}”."

    def _unlisted(self, index: int) -> Found | None:
        head = longest(vocabulary().heads, self.low, index)
        if not head or not self.reach(head[1]) or not self.raw[head[1]][0].isupper():
            return None
        roles = self.roles(head[1])
        if roles and "weak" not in roles:
            return None
        end = self._run(head[1])
        written = self._text[self.start(index) : self.end(end - 1)]
        body = near(written)
        if body:
            return self._found(index, end, body.name, body.kind, MISSPELT, self._misspelt_doubt(index, end, body))
        return self._found(index, end, None, "head", UNLISTED, f"“{written}” không có trong danh mục cơ quan.")

    def _further(self, index: int, end: int) -> int:
        """The end of a listed name that goes on, also behind a joint: `Trung tâm Xúc tiến Thương mại` + `và Đầu tư`."""
        if not self.reach(end):
            return end
        if self.low[end] not in ("và", "-", "&", ","):
            return self._run(end) if self._opens_run(end) else end
        following = end + 1
        self.reach(following + LOOK_AHEAD)
        if following >= len(self.low) or not self.raw[following][0].isupper() or self.begins_other(following):
            return end
        if self.opens_duty(following) and "weak" not in self.roles(following):
            return end
        if self.low[end] == "," and (self.low[index] != "trung" or self.raw[following].isupper()):
            return end
        return end if self.shared(index, following) else self._run(following)

    def _opens_run(self, index: int) -> bool:
        """Whether a listed name goes on: `Trường Cao đẳng` + `Y tế Lam Giang`."""
        return self.raw[index][0].isupper() and not self.begins_other(index) and not self.opens_duty(index)

    # -- offices ---------------------------------------------------------------------------------------------------

    def _office(self, index: int, end: int, depth: int) -> Found | None:
        inner = self.name(end, bare_units=True, depth=depth + 1)
        if inner is None:
            return None
        office = self._text[self.start(index) : self.end(end - 1)]
        if len(inner.names) == 1:
            name = inner.names[0]
            official = f"{office} {name.official}" if name.official else None
            start = self.start(index)
            text = self._text[start : name.end]
            return Found((Name(text, start, name.end, official, name.kind, name.confidence, name.doubt),), inner.next)
        names = tuple(
            name._replace(text=f"{office} {name.text}", confidence=min(name.confidence, MISSPELT))
            for name in inner.names
        )
        return Found(names, inner.next)


@lru_cache(maxsize=4096)
def may_be_misspelt(word: str, following: str) -> bool:
    """Whether two words may begin a misspelt name: an abbreviation, or a capital word that is one but for its tones."""
    if not word[0].isupper():
        return False
    if (plain(word), plain(following)) in toneless_pairs():
        return True
    if not (word.isupper() and _SHORTEST_ABBREVIATION <= len(word) <= _LONGEST_ABBREVIATION):
        return False
    return "" in toneless().get(plain(word), ()) or near(word) is not None


_SHORTEST_ABBREVIATION = 3
_LONGEST_ABBREVIATION = 9
