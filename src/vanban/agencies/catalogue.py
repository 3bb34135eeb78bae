"""The vocabulary of bodies and duties, ready to be matched word by word.

Names are kept as tries over lower-case words. A comma, hyphen, `&` or `và` inside a name all count as one joint, which
a text may also leave out (`Sở Lao động - Thương binh và Xã hội`, `Sở Lao động, Thương binh, Xã hội`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from vanban import lexicon
from vanban.text import bare

JOINTS = frozenset({",", "-", "&", "và", "/"})
JOINT = "&"
_TOKEN = re.compile(r"\w+|[^\w\s]")

Trie = dict[str, Any]
"""Words to tries; the empty string leads to the value of what ends here."""


class Words:
    """The words and punctuation marks of a stretch of text with their places, read as far as they are asked for."""

    __slots__ = ("_end", "_first", "_position", "_starts", "_text", "low", "raw")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Words of `text[start:end]`, but no more than `MOST_CHARACTERS`."""
        self.low: list[str] = []
        self.raw: list[str] = []
        self._starts: list[int] = []
        self._first = start
        self._text = text
        self._position = start
        self._end = min(end, start + MOST_CHARACTERS)

    def reach(self, index: int) -> bool:
        """Read on until there is a word number `index`; False where the text ends before."""
        while len(self.low) <= index:
            start, end = self._position, self._end
            if start >= end:
                return False
            most = start + _CHUNK + _LONGEST_WORD
            stop = self._text.find(" ", start + _CHUNK, min(end, most))
            if stop < 0:
                stop = min(end, most)
            raw = _cut(self._text[start:stop])
            self.raw += raw
            self.low += map(str.lower, raw)
            self._position = stop
        return True

    def start(self, index: int) -> int:
        """Where a word that was read begins.

        Places are found when they are asked for: of most words that are read nobody wants to know it.
        """
        starts = self._starts
        known = len(starts)
        if index >= known:
            text, raw = self._text, self.raw
            position = starts[-1] + len(raw[known - 1]) if known else self._first
            for word in raw[known : index + 1]:
                position = text.index(word, position)
                starts.append(position)
                position += len(word)
        return starts[index]

    def end(self, index: int) -> int:
        """Where a word that was read ends."""
        starts = self._starts
        return (starts[index] if index < len(starts) else self.start(index)) + len(self.raw[index])


def _cut(text: str) -> list[str]:
    """The words and marks of a text.

    As the pattern finds them, but in a third of the time where there is nothing but words, blanks and the usual marks.
    """
    letters = spaced = text
    for mark in _USUAL_MARKS:
        if mark in text:
            letters = letters.replace(mark, "")
            spaced = spaced.replace(mark, f" {mark} ")
    return spaced.split() if letters.replace(" ", "").isalnum() else _TOKEN.findall(text)


_USUAL_MARKS = ",;-.:()/"
MOST_CHARACTERS = 4000
"""The longest list of agencies that is read; the longest met has 600."""
_CHUNK = 80
_LONGEST_WORD = 60


class Body(NamedTuple):
    """An entry of the catalogue: its official name and kind."""

    name: str
    kind: str


class Vocabulary(NamedTuple):
    """All tries; see the heads of `agencies.txt`, `groups.txt` and `verbs.txt`."""

    bodies: Trie
    heads: Trie
    holders: Trie
    others: Trie
    alls: Trie
    units: Trie
    whiches: Trie
    tails: Trie
    verbs: Trie
    openings: Openings


class Openings(NamedTuple):
    """By which two words a name, an order or a condition may begin; a quick look before any reading."""

    single: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    others: frozenset[tuple[str, str]]

    def fits(self, first: str, second: str) -> bool:
        """Whether something of it may begin with these two words, in lower case."""
        pair = first, second
        return pair in self.pairs or (first in self.single and pair not in self.others)


def tokens(name: str) -> list[str]:
    """The words of a name of the vocabulary in lower case, each joint as `&`."""
    return [JOINT if word in JOINTS else word for word in _TOKEN.findall(name.lower()) if word not in ".()"]


def insert(trie: Trie, words: list[str], value: object) -> None:
    """Add a name to a trie; the first entry of a name stays."""
    for word in words:
        trie = trie.setdefault(word, {})
    trie.setdefault("", value)


def longest(trie: Trie, words: list[str], index: int) -> tuple[Any, int] | None:
    """The value of the longest name of `trie` that begins at `index`, and where it ends."""
    count = len(words)
    if index >= count or words[index] not in trie:
        return None
    found: tuple[Any, int] | None = None
    node = trie
    while index < count:
        word = words[index]
        following = node.get(word)
        if following is None:
            if JOINT not in node:
                break
            following = node[JOINT]
            if word in JOINTS:
                while index + 1 < count and words[index + 1] in JOINTS:
                    index += 1
            else:
                following = following.get(word)
                if following is None:
                    break
        node = following
        index += 1
        if "" in node:
            found = node[""], index
    return found


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read from its files at the first call."""
    bodies: Trie = {}
    kinds: dict[str, Trie] = {"head": {}, "holder": {}, "not": {}}
    for words, body in forms():
        insert(bodies, words, body)
    for name, kind, *aliases in lexicon.rows("agencies"):
        if kind in kinds:
            for form in (name, *aliases):
                insert(kinds[kind], tokens(form), Body(name, kind))
    groups: dict[str, Trie] = {"all": {}, "unit": {}, "which": {}, "tail": {}}
    for form, kind in lexicon.rows("groups"):
        insert(groups[_GROUP_TRIES.get(kind, "which")], tokens(form), kind)
    verbs: Trie = {}
    for form, role in lexicon.rows("verbs"):
        add_role(verbs, tokens(form), role)
    return Vocabulary(
        bodies=bodies,
        heads=kinds["head"],
        holders=kinds["holder"],
        others=kinds["not"],
        alls=groups["all"],
        units=groups["unit"],
        whiches=groups["which"],
        tails=groups["tail"],
        verbs=verbs,
        openings=_openings((bodies, kinds["head"], kinds["holder"], groups["all"]), verbs, kinds["not"]),
    )


@cache
def name_openings() -> frozenset[str]:
    """First words of names and of groups, in lower case."""
    words = vocabulary()
    return words.openings.single.union((first for first, _ in words.openings.pairs), words.units)


@cache
def no_verbs() -> frozenset[str]:
    """Words that, behind agencies, are no verb of theirs; see `no_verbs.txt`."""
    return frozenset(lexicon.names("no_verbs"))


_GROUP_TRIES = {"all": "all", "unit": "unit", "other": "unit", "tail": "tail"}
_OPENING_ROLES = frozenset({"order", "opener", "condition"})


def add_role(trie: Trie, words: list[str], role: str) -> None:
    """Add a verb; one that has several roles (`định kỳ`) keeps them all."""
    for word in words:
        trie = trie.setdefault(word, {})
    trie[""] = (*trie.get("", ()), role)


def _openings(names: tuple[Trie, ...], verbs: Trie, others: Trie) -> Openings:
    single = {first for trie in names for first, rest in trie.items() if "" in rest}
    pairs = {(first, second) for trie in names for first, rest in trie.items() for second in rest if second}
    for first, rest in verbs.items():
        if _opens_clause(rest.get("", ())):
            single.add(first)
        pairs |= {(first, second) for second, further in rest.items() if second and _opens(further)}
    return Openings(
        frozenset(single),
        frozenset(pairs),
        frozenset((first, second) for first, rest in others.items() for second, end in rest.items() if "" in end),
    )


def _opens(verbs: Trie) -> bool:
    """Whether any verb that goes on so may stand before agencies."""
    return any(_opens_clause(trie) if not word else _opens(trie) for word, trie in verbs.items())


def _opens_clause(roles: tuple[str, ...]) -> bool:
    """`giao`, `đề nghị`, `căn cứ`, `trong quá trình`; not `thực hiện`, which is the duty itself more often."""
    return bool(_OPENING_ROLES.intersection(roles)) and "act" not in roles


@cache
def forms() -> tuple[tuple[list[str], Body], ...]:
    """Every spelling of every body of the catalogue, as words, with the body."""
    return tuple(
        (tokens(form), body)
        for name, kind, *aliases in lexicon.rows("agencies")
        if kind not in ("head", "holder", "not")
        for body in (Body(name, kind),)
        for form in (name, *aliases)
    )


@cache
def toneless() -> Trie:
    """The catalogue without tones and marks, for names with typing errors (`Sở Nôi vụ`)."""
    trie: Trie = {}
    for words, body in forms():
        insert(trie, [plain(word) for word in words], body)
    return trie


@cache
def toneless_pairs() -> frozenset[tuple[str, str]]:
    """The first two words of the catalogue's names without tones."""
    return frozenset((plain(words[0]), plain(words[1])) for words, _ in forms() if len(words) > 1)


plain = lru_cache(maxsize=4096)(bare)
"""A word without tones and marks, remembered."""


@lru_cache(maxsize=1024)
def near(candidate: str) -> Body | None:
    """The catalogue's body whose name differs from `candidate` by a letter or two, None where none or several do."""
    wanted = " ".join(plain(word) for word in tokens(candidate) if word != JOINT)
    if len(wanted) < _SHORTEST_MISSPELT:
        return None
    allowed = 1 if len(wanted) < _LONG else 2
    found = {body for written, body in _spellings() if _distance(wanted, written, allowed) <= allowed}
    return found.pop() if len({body.name for body in found}) == 1 else None


_SHORTEST_MISSPELT = 5
_LONG = 16


@cache
def _spellings() -> tuple[tuple[str, Body], ...]:
    """Every spelling without tones and joints, for comparison by letters."""
    return tuple((" ".join(plain(word) for word in words if word != JOINT), body) for words, body in forms())


def _distance(left: str, right: str, most: int) -> int:
    """Letters to change, add, drop or swap between two words; anything above `most` is `most + 1`."""
    if abs(len(left) - len(right)) > most or (left[0] != right[0]):
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for line, char in enumerate(left, 1):
        current = [line]
        for column, other in enumerate(right, 1):
            cost = min(row[column] + 1, current[-1] + 1, row[column - 1] + (char != other))
            if before and column > 1 and char == right[column - 2] and left[line - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, row = row, current
    return row[-1]
