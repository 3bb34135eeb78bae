"""Groups of agencies, and names that share their first word: `các sở, ban, ngành cấp tỉnh`, `các Sở: Tài chính, Y tế`.

A group is a word of kind `all`, units joined by commas and `và`, and words that say which ones; see `groups.txt`.
"""

from __future__ import annotations

from typing import NamedTuple

from vanban.agencies.catalogue import JOINTS, longest, vocabulary
from vanban.agencies.seats import LEVELS, LOOK_AHEAD, PlaceReader


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

_SHARING = frozenset({"sở", "phòng", "ban", "hội", "bộ", "cục", "chi"})
_STOPPING = frozenset({"lead", "coordinate", "act", "manner", "order", "condition", "stop"})
_LONGEST_NAME = 12
_MOST_STEPS = 24
_NO_WHICH = (["tỉnh", "ủy"], ["thành", "ủy"], ["huyện", "ủy"], ["tỉnh", "đoàn"], ["huyện", "đoàn"], ["trên", "cơ"])
"""Behind a group these open something else: `các sở, ngành, Tỉnh ủy`, `các sở, ngành trên cơ sở chức năng …`."""
_BUSY = frozenset({"doanh", "hãng", "công", "cơ", "hợp", "hộ", "trường", "tổ", "hội", "hiệp", "trung", "chủ"})
"""First words of groups that more words may say the kind of: `các hãng` + `lữ hành`, `các cơ sở` + `chế biến`."""
_KIND_ENDS = frozenset({"và", "cùng", "để", "nhằm", "theo", "trong", "tại", "trên", "với", "của"})
_LONGEST_KIND = 5
_GROUP_JOINTS = frozenset({",", "và", "/", "-", "&", "hoặc"})
_MOST_SHARING = 40


class GroupReader(PlaceReader):
    """Reads groups; single names are read by the class that derives from it."""

    __slots__ = ()

    def name(self, index: int, *, bare_units: bool = False, depth: int = 0) -> Found | None:
        """What begins at a word; `bare_units` also accepts groups without `các` (behind a comma or `của`)."""
        raise NotImplementedError

    def _body(self, index: int) -> Found | None:
        """The single body that begins at a word."""
        raise NotImplementedError

    # -- groups ----------------------------------------------------------------------------------------------------

    def _is_bare_group(self, index: int) -> bool:
        """`cơ quan có thẩm quyền`, `sở, ngành liên quan`: a unit that cannot be read as something else."""
        unit = longest(vocabulary().units, self.low, index)
        if not unit:
            return False
        end = unit[1]
        other = longest(vocabulary().others, self.low, index)
        if other and (other[1] > end or end - index == 1):
            return False
        if end - index == 1:
            return self._joined_unit(end) is not None
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
        verb, verb_end = self.verb(position)
        if "act" in verb and verb_end >= unit[1] and not self._qualified(unit[1]):
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
        if end == unit[1] and self.low[first] in _BUSY:
            end = self._kind_end(end)
        return self._found(index, end, None, "group", confidence, None)

    def _group_end(self, index: int, confidence: float) -> tuple[int, float]:
        """Where a group ends whose first unit ends at `index`, and how sure it is to be one of agencies."""
        said, position = "", index
        for _ in range(_MOST_STEPS):
            self.reach(position + LOOK_AHEAD)
            which = longest(vocabulary().whiches, self.low, position)
            if which and self.low[which[1] - 1 : which[1] + 1] in _NO_WHICH:
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

    def _kind_end(self, index: int) -> int:
        """The end of words that say what kind of units: `các doanh nghiệp` + `kho bãi`, up to a verb or a joint."""
        position = index
        while self.reach(position) and position - index <= _LONGEST_KIND:
            low = self.low[position]
            if low in _KIND_ENDS or not low[0].isalpha():
                return position
            roles = self.roles(position)
            if roles:
                return index if roles == ("stop",) else position
            if self.raw[position][0].isupper():
                return index
            position += 1
        return index if self.reach(position) else position

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
        text = f"{first} {self._text[self.start(index) : self.end(end - 1)]}"
        return Name(text, self.start(index), self.end(end - 1), match[0].name, match[0].kind, GROUP), end

    # -- what single names need as well -----------------------------------------------------------------------

    def _is_proper(self, index: int, end: int) -> bool:
        """Whether a body's name is written as one, with a capital; `báo`, `thanh tra` are common words."""
        return self.raw[index][0].isupper() or any(raw[0].isupper() for raw in self.raw[index + 1 : end])

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
        return not _STOPPING.isdisjoint(self.roles(index))

    def _found(
        self, index: int, end: int, official: str | None, kind: str, confidence: float, doubt: str | None
    ) -> Found:
        start, stop = self.start(index), self.end(end - 1)
        return Found((Name(self._text[start:stop], start, stop, official, kind, confidence, doubt),), end)
