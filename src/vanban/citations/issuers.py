"""Reads the name of an issuing body where it begins, and says where it ends.

`Ban Thường vụ Đảng ủy UBND tỉnh về …` → `Ban Thường vụ Đảng ủy UBND tỉnh`. Names stand in
`lexicon/bodies.txt`, which also says what may follow each: a place, another body, a field with commas and `và`,
or a free name. A term (`khóa XII`, `(khóa IX)`) belongs to the name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

from vanban import lexicon
from vanban.text import bare

REACH = 220
"""Characters read behind `của`; the longest names of the lexicon with place and term stay below 130."""

_PLACE, _BODY, _FIELD, _OPEN = "nơi", "cơ quan", "lĩnh vực", "mở"
_IS_FIELD, _IS_PLACE, _IS_STOP = "tên lĩnh vực", "tên nơi", "dừng"

_TOKEN = re.compile(r"[^\W_]+(?:&[^\W_]+)*|[^\s\w]")
_TERM = (
    r"\s?,?\s?(?:\(\s?(?:khóa|nhiệm kỳ)\s(?:thứ\s)?(?:[ivx]{1,6}|[0-9]{1,2})\s?\)"
    r"|khóa\s(?:thứ\s)?(?:[ivx]{1,6}|[0-9]{1,2})(?!\w))"
)
_CONFERENCE = (
    r"(?i)(?:Hội nghị|Kỳ họp)\s(?:lần\s)?(?:thứ\s|Trung ương\s(?:lần\s)?(?:thứ\s)?)"
    r"(?:[IVX]{1,6}|[0-9]{1,2}|\w{2,5})(?!\w),?\s?"
)
_TERM_START, _TERM_REACH = 12, 40
"""Characters in which the word of a term begins, if one follows, and in which it ends."""
_PLACE_NOUNS = frozenset(
    {"tỉnh", "thành phố", "tp", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu", "khu vực", "tx"}
)
_PLURAL = frozenset({"các", "cấp", "liên"})
_STOP_AT_CAPITAL = frozenset({"về", "ban", "triển", "thực", "phê", "quy", "kèm", "ngày", "v"})
"""Words that end a name even with a capital (`UBND tỉnh Về việc …`); other capitals belong to it (`huyện Năm Căn`)."""
_NAME_WORDS = 4
"""Syllables of a place name (`Hồ Chí Minh`, `Đắk Nông`); longer ones stand in the lexicon."""
_OPEN_WORDS = 14
_DEEPEST = 4
"""Bodies within bodies: `Giám đốc` + `Văn phòng` + `Đảng ủy` + `UBND tỉnh`."""
_NEAR = 60
"""Characters looked at first: most names end well before."""

_SHORTEST_GLUED = 5
"""Letters of the shortest pair of words that can be told from one."""

Trie = dict[str, Any]


class _Words(NamedTuple):
    """Words and marks of a stretch of text, as written and in small letters."""

    written: list[str]
    low: list[str]


class Issuer(NamedTuple):
    """Where a body's name ends, and how sure that is."""

    end: int
    confidence: float


def read(flat: str, start: int, *, joint: bool = False) -> Issuer | None:
    """The body whose name begins at `start`, or None. `joint`: several bodies may have issued it together."""
    conference = None
    if flat[start] in "HhKk" and flat[start : start + 8].lower().startswith(("hội nghị", "kỳ họp")):
        conference = re.compile(_CONFERENCE).match(flat, start, start + REACH)
    begin = conference.end() if conference else start
    words = _words(flat, begin, _NEAR)
    index, confidence = _body(words, 0, 0)
    if joint or index + 4 > len(words.low):
        words = _words(flat, begin, REACH)
        index, confidence = _body(words, 0, 0)
    if index and joint:
        index = _further_bodies(words, index)
    if not index and not conference:
        return None
    stop = _end(flat, begin, words.written[:index])
    ahead = flat[stop : stop + _TERM_REACH].lower()
    if "khóa" in ahead[:_TERM_START] or "nhiệm k" in ahead[:_TERM_START]:
        term = re.match(_TERM, ahead)
        stop += term.end() if term else 0
    return Issuer(start + len(flat[start:stop].rstrip(" ,\n")), confidence if index else 0.8)


def _words(flat: str, start: int, reach: int) -> _Words:
    """Words and marks from `start` to the end of the line, `reach` characters at most."""
    line_end = flat.find("\n", start, start + reach)
    line = flat[start : line_end if line_end >= 0 else start + reach]
    written = list(chain.from_iterable(map(_pieces, line.split())))
    return _Words(written, list(map(str.lower, written)))


@lru_cache(maxsize=4096)
def _pieces(letters: str) -> tuple[str, ...]:
    """The words and marks of what stands between two blanks."""
    words = (letters,) if letters.isalnum() else _TOKEN.findall(letters)
    return tuple(chain.from_iterable(map(_parts, words)))


def _parts(word: str) -> tuple[str, ...]:
    """A word that lost the blank inside it, as two: `UBNDtỉnh`, `SởNgoại`, `trịvề`; any other as it is."""
    low = word.lower()
    if len(word) < _SHORTEST_GLUED or low in _VOCABULARY:
        return (word,)
    for cut in range(2, len(word) - 1):
        turns = word[cut - 1].islower() and word[cut].isupper()
        known = low[:cut] in _VOCABULARY
        if (turns and (known or word[:cut].istitle())) or (known and low[cut:] in _VOCABULARY):
            return (word[:cut], word[cut:])
    return (word,)


def _end(flat: str, start: int, words: list[str]) -> int:
    """Where the last of the words ends that stand from `start` on."""
    for word in words:
        start = flat.index(word, start) + len(word)
    return start


def _plant(trie: Trie, words: list[str], value: frozenset[str]) -> None:
    for word in words:
        trie = trie.setdefault(word, {})
    trie[""] = value


def _tokens(low: str) -> list[str]:
    """The words and marks of a name in small letters."""
    words = low.split()
    return words if all(map(str.isalnum, words)) else _TOKEN.findall(low)


@cache
def _tails(column: str) -> frozenset[str]:
    return frozenset(tail.strip() for tail in column.split(",")) if column else _NO_TAILS


_NO_TAILS: frozenset[str] = frozenset()
_BODIES: Trie = {}
_FIELDS: Trie = {}
_PLACES: Trie = {}
_STOPS: Trie = {}
_KINDS: Trie = {}
_VOCABULARY = {word for noun in _PLACE_NOUNS for word in noun.split()}
"""Words of bodies, fields and stops."""


def _grow() -> None:
    """Plant the lexicon."""
    roles = {_IS_FIELD: _FIELDS, _IS_PLACE: _PLACES, _IS_STOP: _STOPS}
    for name, *rest in lexicon.rows("bodies"):
        tails = _tails(rest[0] if rest else "")
        role = next((trie for tail, trie in roles.items() if tail in tails), _BODIES)
        words = _tokens(name.lower())
        _plant(role, words, tails)
        if role is not _PLACES:
            _VOCABULARY.update(words)
    for name, *_ in lexicon.rows("kinds"):
        _plant(_KINDS, _tokens(name.lower()), _NO_TAILS)


_grow()


@cache
def _by_first_word() -> dict[tuple[str, str], list[tuple[str, frozenset[str]]]]:
    """Names of bodies and fields under what they are and their first word without its tones."""
    names: dict[tuple[str, str], list[tuple[str, frozenset[str]]]] = {}
    for name, *rest in lexicon.rows("bodies"):
        tails = _tails(rest[0] if rest else "")
        if not tails & {_IS_PLACE, _IS_STOP}:
            first = name.partition(" ")[0].lower()
            first = first if first.isalnum() else _TOKEN.findall(first)[0]
            names.setdefault((_IS_FIELD if _IS_FIELD in tails else _BODY, _bare(first)), []).append((name, tails))
    return names


@lru_cache(maxsize=1024)
def _bare_trie(what: str, first: str) -> Trie:
    """Bodies or fields of two words and more, that begin with one word, without their tones.

    They find `Thủ tướng Chinh phủ`, `Nôi vụ`.
    """
    trie: Trie = {}
    for name, tails in _by_first_word().get((what, first), ()):
        words = _tokens(bare(name))
        if len(words) > 1:
            _plant(trie, words, tails)
    return trie


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    return bare(word)


def _match(trie: Trie, words: _Words, index: int) -> tuple[int, frozenset[str]]:
    """The longest entry that begins at `index`: where it ends (`index` where none does), and its tails."""
    low = words.low
    best, tails = index, _NO_TAILS
    for here in range(index, len(low)):
        step = trie.get(low[here])
        if step is None:
            break
        trie = step
        if "" in trie:
            best, tails = here + 1, trie[""]
    return best, tails


def _body(words: _Words, index: int, depth: int) -> tuple[int, float]:
    """Where the body that begins at `index` ends (0 where none begins there), and how sure that is."""
    after, tails = _match(_BODIES, words, index)
    doubt = 0.0
    if after < len(words.low) and (after == index or not _ends(words, after)):
        loose, loose_tails = _match_bare(_BODY, words, index)
        if loose > max(after, index + 1):
            after, tails, doubt = loose, loose_tails, 0.15
    if after == index:
        if depth or not words.low or not words.written[0][0].isupper() or _stops(words, 0) or _is_kind(words, 0):
            return 0, 0.0
        after = _open_name(words, index)
        return (after, 0.7) if after > index else (0, 0.0)
    end, confidence = _rest(words, after, tails, depth)
    return end, confidence - doubt


def _rest(words: _Words, head: int, tails: frozenset[str], depth: int) -> tuple[int, float]:
    """What belongs to a body behind its `head`: field, further body, place or free name, as its `tails` allow."""
    if _FIELD in tails:
        after, _ = _match(_FIELDS, words, head)
        if after == head:
            after, _ = _match_bare(_IS_FIELD, words, head)
        if after > head:
            return _place(words, after), 1.0
    if _BODY in tails and depth < _DEEPEST:
        inner, confidence = _body(words, head, depth + 1)
        if inner > head:
            return inner, confidence
    if _PLACE in tails:
        after = _place(words, head)
        if after > head and not (_OPEN in tails and _goes_on(words, after)):
            return after, 1.0
    if _OPEN in tails:
        after = _open_name(words, head)
        return after, 0.9 if after > head else 0.7
    return head, 1.0


def _ends(words: _Words, index: int) -> bool:
    """Whether a name can end before this word: a mark, a word that ends names, a kind, or a place."""
    first = words.written[index][0]
    return (
        not first.isalnum()
        or _stops(words, index)
        or words.low[index] == "và"
        or _place_noun(words, index) > index
        or _is_kind(words, index)
    )


def _match_bare(what: str, words: _Words, index: int) -> tuple[int, frozenset[str]]:
    """As `_match` among bodies or fields, blind to tones."""
    if index >= len(words.low):
        return index, _NO_TAILS
    trie = _bare_trie(what, _bare(words.low[index]))
    if not trie:
        return index, _NO_TAILS
    return _match(trie, _Words(words.written, list(map(_bare, words.low[: index + _OPEN_WORDS]))), index)


def _further_bodies(words: _Words, index: int) -> int:
    """`Bộ Nội vụ và Bộ Tài chính`, `Bộ Ngoại giao - Bộ Nội vụ`: the bodies of a joint document."""
    while index + 1 < len(words.low) and words.low[index] in {",", "-", "và"}:
        after, _ = _body(words, index + 1, 1)
        if after <= index + 1:
            break
        index = after
    return index


def _place(words: _Words, index: int) -> int:
    """Where the places from `index` on end: `xã Cẩm Bình, huyện Cẩm Xuyên`, `các tỉnh`, `TP. Hồ Chí Minh`."""
    for _ in range(3):
        after = _one_place(words, index)
        if after == index:
            break
        index = after
        follows = index + 1 < len(words.low) and words.low[index] == "," and words.low[index + 1] in _PLACE_NOUNS
        if follows and index + 2 < len(words.low) and words.written[index + 2][0].isupper():
            index += 1
    return index


def _one_place(words: _Words, index: int) -> int:
    if index < len(words.low) - 1 and words.low[index] in _PLURAL:
        noun = _place_noun(words, index + 1)
        if noun > index + 1:
            return noun
    after = _place_noun(words, index)
    if after < len(words.low) and after > index and words.written[after].isdigit():
        return after + 1
    return _place_name(words, after)


def _place_noun(words: _Words, index: int) -> int:
    if index >= len(words.low):
        return index
    if words.low[index] in _PLACE_NOUNS:
        dotted = index + 1 < len(words.low) and words.low[index] in {"tp", "tx"} and words.written[index + 1] == "."
        return index + 1 + dotted
    if index + 1 < len(words.low) and f"{words.low[index]} {words.low[index + 1]}" in _PLACE_NOUNS:
        return index + 2
    return index


def _place_name(words: _Words, index: int) -> int:
    known, _ = _match(_PLACES, words, index)
    if known > index:
        return known
    shouting = index > 0 and _shouts(words)
    for here in range(index, min(len(words.low), index + _NAME_WORDS)):
        word = words.written[here]
        capital = word[0].isupper() and (len(word) == 1 or shouting or not word.isupper())
        if not capital or _stops(words, here) or _is_kind(words, here):
            return here
    return min(len(words.low), index + _NAME_WORDS)


def _open_name(words: _Words, index: int) -> int:
    """A name that the lexicon does not hold: on to a word that ends it, a punctuation mark or a place."""
    limit = min(len(words.low), index + _OPEN_WORDS)
    for here in range(index, limit):
        low = words.low[here]
        if not (low[0].isalnum() or low in "-&") or _stops(words, here) or _is_kind(words, here):
            return _without_tail(words, index, here)
        if here > index and _place_noun(words, here) > here:
            return _place(words, here)
        if low == "và" and (here + 1 >= limit or not _continues(words, here + 1)):
            return _without_tail(words, index, here)
    return _without_tail(words, index, limit)


def _goes_on(words: _Words, index: int) -> bool:
    """Whether a name runs on in small letters, so that its capitals were no place: `Ban Chỉ đạo Hội nhập quốc tế`."""
    return index < len(words.low) and words.written[index].islower() and not _stops(words, index)


def _continues(words: _Words, index: int) -> bool:
    """Whether what stands behind `và` still belongs to the name: `Quảng bá và Xúc tiến`, but not `và Kế hoạch số …`."""
    return not (_is_kind(words, index) or _stops(words, index) or _match(_BODIES, words, index)[0] > index)


def _without_tail(words: _Words, start: int, end: int) -> int:
    while end > start and words.low[end - 1] in {"-", "&", "và", "của", "các", "thuộc"}:
        end -= 1
    return end


def _is_kind(words: _Words, index: int) -> bool:
    """Whether a kind of document begins here: the next citation, not a part of this name."""
    if words.low[index] not in _KINDS or not words.written[index][0].isupper():
        return False
    return _match(_KINDS, words, index)[0] > index + 1


def _stops(words: _Words, index: int) -> bool:
    if words.low[index] not in _STOPS or _match(_STOPS, words, index)[0] == index:
        return False
    word = words.written[index]
    titled = word[0].isupper() and not (word.isupper() and _shouts(words))
    return not titled or words.low[index] in _STOP_AT_CAPITAL


def _shouts(words: _Words) -> bool:
    """Whether the name stands in a heading in capitals."""
    return all(map(str.isupper, words.written[:2]))
