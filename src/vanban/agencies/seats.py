"""Reading words one by one, and the seats that stand behind the names of bodies: province, district, region.

`tỉnh Hà Tĩnh`, `các huyện, thành phố, thị xã`, `cấp xã`, `khu vực XII`, `Bà Rịa - Vũng Tàu`, `trực thuộc Tỉnh ủy`.
"""

from __future__ import annotations

from vanban.agencies.catalogue import Words, longest, plain, vocabulary

LOOK_AHEAD = 14
"""Words that the longest entry of the vocabulary has, and one to spare."""
_LONGEST_VERB = 4
LEVELS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường", "tp", "thôn", "bản", "vùng", "cụm"})
_LONG_LEVELS = frozenset(
    {("thành", "phố"), ("thị", "xã"), ("thị", "trấn"), ("đặc", "khu"), ("khu", "vực"), ("trung", "ương"), ("cơ", "sở")}
)
_PARTY_PLACES = frozenset({"tỉnh", "thành", "huyện", "thị", "quận", "đảng"})
_OPENING_PLACES = LEVELS | _PARTY_PLACES | {low for low, _ in _LONG_LEVELS}
_OPENING_PLACES |= {"của", "thuộc", "trên", "trực", "các", "cấp"}
"""Words in small letters with which a place may go on behind a body."""
_LONGEST_PLACE = 5
_MOST_PLACES = 40
_PLACE_JOINTS = frozenset({",", "và", "/"})


class WordReader(Words):
    """The words of a stretch of text, read as far as they are asked for, with the verbs of duty among them."""

    __slots__ = ()

    def roles(self, index: int) -> tuple[str, ...]:
        """The roles of the verb of duty at a word, empty where there is none."""
        return self.verb(index)[0]

    def verb(self, index: int) -> tuple[tuple[str, ...], int]:
        """The roles of the verb of duty at a word, and the word behind it."""
        if index + _LONGEST_VERB >= len(self.low):
            self.reach(index + _LONGEST_VERB)
        return longest(vocabulary().verbs, self.low, index) or ((), index)


class PlaceReader(WordReader):
    """Reads where the place behind a body ends."""

    __slots__ = ()

    def name_end(self, index: int) -> int | None:
        """The word behind a name that begins at `index`; None where none does."""
        raise NotImplementedError

    def begins_other(self, index: int) -> bool:
        """Whether another body's name begins at a word."""
        words = vocabulary()
        found = longest(words.bodies, self.low, index) or longest(words.heads, self.low, index)
        if not found:
            return False
        other = longest(words.others, self.low, index)
        return not (other and other[1] >= found[1])

    def place(self, index: int) -> int:
        """The end of the place behind a body: `tỉnh Hà Tĩnh`, `các huyện, thành phố, thị xã`, `cấp xã`, `Bắc Giang`."""
        end = index
        if not self.reach(index) or (self.low[index] not in _OPENING_PLACES and not self.raw[index][0].isupper()):
            return index  # what stands behind most bodies: a mark or a verb
        for _ in range(4):
            self.reach(end + LOOK_AHEAD)
            step = self._place_step(end)
            if step == end:
                break
            end = step
        return end

    def _place_step(self, index: int) -> int:
        if index >= len(self.low):
            return index
        low = self.low[index]
        if low not in _OPENING_PLACES and not self.raw[index][0].isupper():
            return index
        if low in ("của", "thuộc") or self.low[index : index + 3] == ["trên", "địa", "bàn"]:
            start = index + (3 if low == "trên" else 1)
            end = self.levels(start) if start < len(self.low) else start
            return end if end > start else index
        if self.low[index : index + 2] == ["trực", "thuộc"]:
            return self.name_end(index + 2) or index + 2
        if low in ("các", "cấp") or self._level(index):
            return self.levels(index)
        if self.raw[index][0].isupper() and not self.begins_other(index):
            return self.capitals(index)
        return index

    def levels(self, index: int) -> int:
        """The end of `các huyện, thành phố, thị xã`, `xã, phường`, `cấp tỉnh`, `tỉnh Hà Tĩnh`; `index` for none."""
        many = index < len(self.low) and self.low[index] == "các"
        position = index + 1 if many else index
        end = index
        for _ in range(_MOST_PLACES):
            self.reach(position + LOOK_AHEAD)
            step = self._level(position)
            if end > index and not self._is_level_written(position):
                step = 0
            stop = self.capitals(position + step) if step or (many and end > index) else position
            if stop == position:
                break
            named = stop > position + step
            end = stop
            if named and not many:
                break
            position = end
            if many and step and self.reach(position) and self.low[position] == ":":
                position += 1
                continue
            while position - end < 2 and self.reach(position) and self.low[position] in _PLACE_JOINTS:
                position += 1
            if position == end:
                break
        return self._which_places(end) if many and end > index else end

    def _which_places(self, index: int) -> int:
        """The end of words that say which places: `các huyện` + `biên giới`, `các xã, phường` + `liên quan`."""
        self.reach(index + LOOK_AHEAD)
        which = longest(vocabulary().whiches, self.low, index)
        if not which or which[0] not in ("which", "last") or self.low[index : which[1]] == ["trên"]:
            return index
        return int(which[1])

    def _is_level_written(self, index: int) -> bool:
        """Behind a comma `huyện` goes on with places; `Tỉnh đoàn` begins another name."""
        return index < len(self.raw) and (self.raw[index][0].islower() or self.raw[index].isupper())

    def _level(self, index: int) -> int:
        """How many words name a level of government here: `tỉnh`, `thành phố`, `cấp xã`, `Huyện ủy`; 0 for none."""
        low = self.low
        if index >= len(low) or low[index] not in _OPENING_PLACES:
            return 0
        following = low[index + 1] if index + 1 < len(low) else ""
        if low[index] == "cấp" and following in ("tỉnh", "huyện", "xã", "thành", "cơ", "trên", "quận", "phường"):
            return 3 if following in ("thành", "cơ") else 2
        if low[index] == "cấp" and low[index - 1 : index] == ["các"]:
            return 1
        if (low[index], following) in _LONG_LEVELS or (low[index] == "thành" and plain(following) == "pho"):
            return 2
        if following == "đoàn":
            return 0
        if following == "ủy":
            return 2 if low[index] in _PARTY_PLACES else 0
        if low[index] in LEVELS:
            return 0 if low[index] == "xã" and following in ("hội", "giao") else 1
        return 0

    def capitals(self, index: int) -> int:
        """The end of a place's own name: `Hà Tĩnh`, `Bà Rịa - Vũng Tàu`, `XII`; `index` where there is none."""
        position = index
        while position - index < _LONGEST_PLACE and self.reach(position):
            raw = self.raw[position]
            if raw == "-" and position > index and self.reach(position + 1) and self.raw[position + 1][0].isupper():
                position += 1
                continue
            if not (raw[0].isupper() or (raw.isdigit() and position == index)):
                break
            if self.begins_other(position) or self.opens_duty(position):
                break
            position += 1
        return position

    def opens_duty(self, index: int) -> bool:
        """`Chủ trì` behind a name without a colon; a place such as `Phú Quốc` has capitals all through."""
        roles, end = self.verb(index)
        return bool(roles) and end > index + 1 and (self.raw[index + 1][0].islower() or self.raw[index + 1].isupper())
