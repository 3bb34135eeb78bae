"""One agency or group of agencies at a place in a text.

Forms: a body of the catalogue with its place (`Cục Hải quan Hà Tĩnh`, `UBND các huyện, thành phố, thị xã`), a group
(`các sở, ban, ngành cấp tỉnh`), an office that speaks for a body (`Giám đốc Sở Ngoại vụ`, `Thủ trưởng các cơ quan`),
several bodies that share their first word (`các Sở: Tài chính, Công Thương`), a body known by its first word only, a
misspelt one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from vanban.catalogue import JOINTS, Body, longest, near, plain, toneless, toneless_pairs, vocabulary
from vanban.seats import LEVELS, LOOK_AHEAD, PlaceReader


class Name(NamedTuple):
    """A name as written (a shared first word put back), its place, its official name where the catalogue has it."""

    text: str
    start: int
    end: int
    official: str | None
    kind: str
    confidence: float = 1.0
    doubt: str | None = None


class Found(NamedTuple):
    """The names that begin at a word, and the word that follows them."""

    names: tuple[Name, ...]
    next: int


LISTED = 1.0
GROUP = 0.95
DESCRIBED = 0.8
UNLISTED = 0.75
MISSPELT = 0.7
FOREIGN = 0.4
UNKNOWN = 0.3

_PLACE_KINDS = frozenset({"committee", "vertical", "party", "front", "unit", "district", "commune", "department"})
_OPEN_FIRST = frozenset({"trường", "trung", "công", "hội", "hiệp", "câu", "quỹ", "viện", "bệnh", "học", "vườn"})
"""First words of bodies whose listed name may go on (`Trường Cao đẳng` + `Y tế Lam Giang`)."""
_SHARING = frozenset({"sở", "phòng", "ban", "hội", "bộ", "cục", "chi"})
_STOPPING = frozenset({"lead", "coordinate", "act", "manner", "order", "condition", "stop"})
_LONGEST_NAME = 12
_MOST_STEPS = 24


class NameReader(PlaceReader):
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
        opening = longest(words.alls, self.low, index)
        if opening:
            return self._group(index, opening[1])
        held = longest(words.holders, self.low, index)
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

    def _is_proper(self, index: int, end: int) -> bool:
        """Whether a body's name is written as one, with a capital; `báo`, `thanh tra` are common words."""
        if self.raw[index][0].isupper():
            return True
        return any(raw[0].isupper() for raw in self.raw[index + 1 : end])

    def _listed(self, index: int, body: Body, end: int, confidence: float, doubt: str | None) -> Found:
        stop = self.place(end) if body.kind in _PLACE_KINDS or body.kind == "central" else end
        if body.kind == "party" and stop == end and self.reach(end) and self.raw[end][0].isupper():
            owner = self._body(end)
            stop = owner.next if owner and len(owner.names) == 1 else stop
        if self.low[index] in _OPEN_FIRST and self.reach(end) and self._opens_run(end):
            stop = max(stop, self._run(end))
        if body.kind in ("central", "front") and self.reach(stop + 1) and self.low[stop] == "tại":
            abroad = self.capitals(stop + 1)
            stop = abroad if abroad > stop + 1 else stop
        rest = self._text[self.ends[end - 1] : self.ends[stop - 1]]
        return self._found(index, stop, body.name + rest, body.kind, confidence, doubt)

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
        written = self._text[self.starts[index] : self.ends[end - 1]]
        return f"“{written}” có thể viết sai của “{body.name}”."

    def _unlisted(self, index: int) -> Found | None:
        head = longest(vocabulary().heads, self.low, index)
        if not head or not self.reach(head[1]) or not self.raw[head[1]][0].isupper():
            return None
        roles = self.roles(head[1])
        if roles and "weak" not in roles:
            return None
        end = self._run(head[1])
        written = self._text[self.starts[index] : self.ends[end - 1]]
        body = near(written)
        if body:
            return self._found(index, end, body.name, body.kind, MISSPELT, self._misspelt_doubt(index, end, body))
        return self._found(index, end, None, "head", UNLISTED, f"“{written}” không có trong danh mục cơ quan.")

    def _opens_run(self, index: int) -> bool:
        """Whether a listed name goes on: `Trường Cao đẳng` + `Y tế Lam Giang`."""
        return self.raw[index][0].isupper() and not self.begins_other(index) and not self.opens_duty(index)

    def _run(self, index: int) -> int:
        """The end of a name that goes on freely: up to a verb, a stop word or a comma."""
        position = index
        while position - index < _LONGEST_NAME and self.reach(position):
            raw, low = self.raw[position], self.low[position]
            if not (raw[0].isalpha() or raw[0].isdigit()) or low in JOINTS:
                following = position + 1
                if low == "/" or not self.reach(following) or not self.raw[following][0].isupper():
                    break
                if low not in JOINTS or (
                    low in ("và", ",") and (self.begins_other(following) or self.opens_duty(following))
                ):
                    break
            elif position > index and self._stops(position):
                break
            elif position > index and low in LEVELS and self.low[position + 1 : position + 2] != ["hội"]:
                return self.place(position)
            position += 1
        return max(position, index + 1)

    def _stops(self, index: int) -> bool:
        return bool(_STOPPING.intersection(self.roles(index)))

    # -- offices ---------------------------------------------------------------------------------------------------

    def _office(self, index: int, end: int, depth: int) -> Found | None:
        inner = self.name(end, bare_units=True, depth=depth + 1)
        if inner is None:
            return None
        office = self._text[self.starts[index] : self.ends[end - 1]]
        if len(inner.names) == 1:
            name = inner.names[0]
            official = f"{office} {name.official}" if name.official else None
            start = self.starts[index]
            text = self._text[start : name.end]
            return Found((Name(text, start, name.end, official, name.kind, name.confidence, name.doubt),), inner.next)
        names = tuple(
            name._replace(text=f"{office} {name.text}", confidence=min(name.confidence, MISSPELT))
            for name in inner.names
        )
        return Found(names, inner.next)

    # -- groups ----------------------------------------------------------------------------------------------------

    def _is_bare_group(self, index: int) -> bool:
        """`cơ quan có thẩm quyền`, `sở, ngành liên quan`: a unit that cannot be read as something else."""
        unit = longest(vocabulary().units, self.low, index)
        if not unit:
            return False
        end = unit[1]
        if end - index == 1:
            return not longest(vocabulary().others, self.low, index) and self._joined_unit(end) is not None
        return "act" not in self.roles(index) or bool(longest(vocabulary().whiches, self.low, end))

    def _joined_unit(self, index: int, *, glued: bool = False) -> int | None:
        """The end of another unit joined at a word by a comma or `và`: `, ngành`; None where there is none.

        `glued`: the comma may be missing (`ngành đoàn thể`).
        """
        self.reach(index + LOOK_AHEAD)
        position = index
        while position < len(self.low) and position - index < 2 and self.low[position] in _GROUP_JOINTS:
            position += 1
        if position >= len(self.low) or (position == index and (not glued or self.roles(index))):
            return None
        unit = longest(vocabulary().units, self.low, position)
        if not unit or (self.low[position] == "xã" and self.low[position + 1 : position + 2] == ["hội"]):
            return None
        if unit[1] - position == 1 and longest(vocabulary().others, self.low, position):
            return None
        if "act" in self.roles(position) and not self._qualified(unit[1]):
            return None
        listed = longest(vocabulary().bodies, self.low, position)
        if listed and listed[1] > unit[1] and self._is_proper(position, listed[1]):
            return None
        return int(unit[1])

    def _qualified(self, index: int) -> bool:
        return bool(longest(vocabulary().whiches, self.low, index)) or self._joined_unit_after(index)

    def _joined_unit_after(self, index: int) -> bool:
        return (
            index < len(self.low)
            and self.low[index] == ","
            and bool(longest(vocabulary().units, self.low, index + 1) and not self.roles(index + 1))
        )

    def _group(self, index: int, first: int) -> Found | None:
        shared = self._sharing(first)
        if shared:
            return shared
        if self.low[first : first + 1] == self.low[first + 1 : first + 2]:
            first += 1
        unit = longest(vocabulary().units, self.low, first)
        if not unit:
            inner = self._body(first) if first > index and first < len(self.low) else None
            if inner is None or len(inner.names) != 1:
                return None
            end, confidence = self._group_end(inner.next, GROUP)
            return self._found(index, end, None, "group", confidence, None)
        end, confidence = self._group_end(unit[1], FOREIGN if unit[0] == "other" else GROUP)
        return self._found(index, end, None, "group", confidence, None)

    def _group_end(self, index: int, confidence: float) -> tuple[int, float]:
        """Where a group ends whose first unit ends at `index`, and how sure it is to be one of agencies."""
        said, position = "", index
        for _ in range(_MOST_STEPS):
            self.reach(position + LOOK_AHEAD)
            which = longest(vocabulary().whiches, self.low, position)
            if which and self.low[which[1] : which[1] + 1] in (["ủy"], ["đoàn"]):
                which = None
            if self.low[position : position + 1] == ["các"] and self.levels(position) > position:
                which = "level", self.levels(position)
            joined = None if which else self._joined_unit(position, glued=said == "")
            if which:
                said, position = which
                position = self.capitals(position) if said in ("level", "which") else position
                confidence = FOREIGN if said == "abroad" else confidence
            elif joined is not None and said in ("", "part"):
                position = joined
            elif self._joined_which(position):
                said, position = "level", self._joined_which(position)
            else:
                break
        if said != "level":
            end = self._tail(position, ended=said == "last")
            if end > position:
                return end, min(confidence, DESCRIBED)
        return position, confidence

    def _joined_which(self, index: int) -> int:
        """The end of `, cấp huyện`, `, nghề nghiệp`, `và địa phương`; 0 where there is none."""
        position = index
        while position < len(self.low) and position - index < 2 and self.low[position] in _GROUP_JOINTS:
            position += 1
        if position == index:
            return 0
        which = longest(vocabulary().whiches, self.low, position)
        if not which or which[0] not in ("level", "part", "last"):
            return 0
        if which[0] == "last" and self.low[position] not in ("liên", "có"):
            return 0
        unit = longest(vocabulary().units, self.low, position)
        if unit and unit[1] == which[1] and longest(vocabulary().whiches, self.low, which[1]):
            return 0
        return int(which[1])

    def _tail(self, index: int, *, ended: bool) -> int:
        """A longer description: `khu vực biên giới Việt Nam - Lào`, `của Bộ Ngoại giao`, a name in capitals.

        Behind `liên quan` (`ended`) only what it relates to: `có liên quan đến hoạt động …`.
        """
        self.reach(index + LOOK_AHEAD)
        if index >= len(self.low):
            return index
        if ended:
            related = self.low[index] in ("đến", "tới") and self.reach(index + 1)
            return self._run(index + 1) if related else index
        tail = longest(vocabulary().tails, self.low, index)
        if tail or self.low[index - 1] == "thuộc":
            start = tail[1] if tail else index
            inner = self.name(start, bare_units=True, depth=1)
            if inner:
                return inner.next
            return self._run(start) if tail and self.reach(start) else index
        if self.raw[index][0].isupper() and not self.opens_duty(index):
            if not self.begins_other(index):
                return self._run(index)
            owner = self._body(index)
            return owner.next if owner else index
        return index

    def _sharing(self, first: int) -> Found | None:
        """`các Sở: Tài chính, Công Thương`, with or without the colon: every name with the first word put back."""
        if first >= len(self.low) or self.low[first] not in _SHARING:
            return None
        position = first + 1
        if self.reach(position) and self.low[position] == ":":
            position += 1
        names: list[Name] = []
        end = position
        while len(names) < _MOST_SHARING:
            name = self.shared(first, position)
            if name is None:
                break
            names.append(name[0])
            end = position = name[1]
            while self.reach(position) and self.low[position] in JOINTS and position - end < 2:
                position += 1
            if position == end:
                break
        return Found(tuple(names), end) if len(names) > 1 else None

    def shared(self, head: int, index: int) -> tuple[Name, int] | None:
        """The body whose first word stands at `head` and whose further words begin at `index`."""
        if not self.reach(index) or not self.raw[index][0].isupper():
            return None
        self.reach(index + LOOK_AHEAD)
        match = longest(vocabulary().bodies, [self.low[head], *self.low[index : index + LOOK_AHEAD]], 0)
        if not match or match[1] < 2:
            return None
        end = self.place(index + match[1] - 1)
        first = self.raw[head]
        first = first if first[0].isupper() else first.capitalize()
        text = f"{first} {self._text[self.starts[index] : self.ends[end - 1]]}"
        return Name(text, self.starts[index], self.ends[end - 1], match[0].name, match[0].kind, GROUP), end

    def _found(
        self, index: int, end: int, official: str | None, kind: str, confidence: float, doubt: str | None
    ) -> Found:
        start, stop = self.starts[index], self.ends[end - 1]
        return Found((Name(self._text[start:stop], start, stop, official, kind, confidence, doubt),), end)


@lru_cache(maxsize=4096)
def may_be_misspelt(word: str, following: str) -> bool:
    """Whether two words may begin a misspelt name: an abbreviation, or a capital word that is one but for its tones."""
    if not word[0].isupper():
        return False
    return (word.isupper() and 3 <= len(word) <= 9) or (plain(word), plain(following)) in toneless_pairs()


_GROUP_JOINTS = frozenset({",", "và", "/", "-", "&", "hoặc"})
_MOST_SHARING = 40
