"""Which passages say the same thing.

Two passages of Vietnamese administrative prose say the same where a clause of one names the same action on the same
thing as a clause of the other. Clauses open with what is to be done and trail off into purposes and manners that every
plan repeats; a word therefore weighs less the further back it stands in its clause, the more passages hold it, and
nothing at all where it only says how (`lexicon/manner.txt`). No model is involved: the same texts give the same answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from vanban import lexicon
from vanban.text import fold

Gram = str
"""One syllable, or two neighbouring ones joined by a space: most Vietnamese words have one or two."""

_SYLLABLE = re.compile(r"\d[\w/-]{0,40}|\w{1,40}")
"""A syllable, or a number with its symbol (`57-KL/TW`), which stays whole."""

_CLAUSE_END = re.compile(r"[.;:…](?=\s|$)|\.\.\.")

HALF_WEIGHT = 4.0
"""How many meaningful syllables into a clause a word's weight has fallen to half."""

LONE_SYLLABLE = 0.5
"""Weight of one syllable beside a pair: alone it is often a homonym."""

SMALLEST_CLAUSE = 8.0
"""Weight under which a clause is too slight to be said to be contained in another (about three rare words)."""


class Clause(NamedTuple):
    """A clause as written and its grams, each with its weight."""

    text: str
    grams: dict[Gram, float]
    total: float


Index = dict[Gram, list[tuple[int, Clause]]]
"""For each gram the clauses that hold it, with the number of their passage."""


class Likeness(NamedTuple):
    """How far two passages say the same (0 to 1), and by which of their clauses."""

    score: float
    ours: str
    theirs: str


def syllables(text: str) -> list[str]:
    """The syllables and numbers of a text, without case and punctuation.

    >>> syllables("Kết luận số 57-KL/TW, ngày 15/6/2023")
    ['kết', 'luận', 'số', '57-kl/tw', 'ngày', '15/6/2023']
    """
    return [syllable.rstrip("-/") for syllable in _SYLLABLE.findall(text.casefold())]


def clauses(text: str) -> Iterator[str]:
    """The clauses of a passage, cut at full stops, colons and semicolons.

    >>> list(clauses("Rà soát quy chế; tập huấn cán bộ. Báo cáo."))
    ['Rà soát quy chế', 'tập huấn cán bộ', 'Báo cáo']
    """
    start = 0
    for end in _CLAUSE_END.finditer(text):
        if piece := text[start : end.start()].strip():
            yield piece
        start = end.end()
    if piece := text[start:].strip():
        yield piece


def ranks(clause: str) -> dict[Gram, int]:
    """The grams of a clause, each with the number of meaningful syllables before it."""
    manner = _manner()
    words = syllables(clause)
    found: dict[Gram, int] = {}
    rank = 0
    before = ""
    skip = False
    for here, following in zip(words, [*words[1:], ""], strict=True):
        if skip:
            skip, before = False, ""
        elif f"{here} {following}" in manner:
            skip, before = True, ""
        elif here in manner:
            before = ""
        else:
            found.setdefault(here, rank)
            if before:
                found.setdefault(f"{before} {here}", rank - 1)
            rank, before = rank + 1, here
    return found


@cache
def _manner() -> frozenset[str]:
    return frozenset(fold(word).casefold() for word in lexicon.names("manner"))


class Passages:
    """Passages of one document, weighed against each other and indexed by their grams."""

    def __init__(self, texts: Sequence[str]) -> None:
        ranked = [[(clause, ranks(clause)) for clause in clauses(text)] for text in texts]
        holders = Counter(gram for passage in ranked for gram in _grams(found for _, found in passage))
        self._rarity = {gram: log(len(texts) / count) for gram, count in holders.items()}
        self._indexes: dict[range, Index] = {}
        self._passages = [[self._weigh(clause, found) for clause, found in passage if found] for passage in ranked]

    def _weigh(self, clause: str, found: dict[Gram, int]) -> Clause:
        weights = {
            gram: self._rarity[gram] * (1.0 if " " in gram else LONE_SYLLABLE) * HALF_WEIGHT / (HALF_WEIGHT + rank)
            for gram, rank in found.items()
        }
        return Clause(clause, weights, sum(weights.values()))

    def __getitem__(self, index: int) -> list[Clause]:
        return self._passages[index]

    def likenesses(self, ours: int, theirs: range, *, share: float) -> dict[int, Likeness]:
        """The passages among `theirs` that say the same as something in passage `ours`.

        Each clause of ours votes for the passage that holds its closest counterpart and for those that come within
        `share` of it: what a duty takes word for word from one item, it does not also take from a distant cousin.
        """
        index = self._indexes.get(theirs) or self._indexed(theirs)
        best: dict[int, Likeness] = {}
        for clause in self._passages[ours]:
            found = self._closest(clause, index)
            enough = share * max((likeness.score for likeness in found.values()), default=0.0)
            for passage, likeness in found.items():
                if likeness.score >= enough and (passage not in best or likeness.score > best[passage].score):
                    best[passage] = likeness
        return best

    def _indexed(self, theirs: range) -> Index:
        index = self._indexes[theirs] = {}
        for passage in theirs:
            for clause in self._passages[passage]:
                for gram in clause.grams:
                    index.setdefault(gram, []).append((passage, clause))
        return index

    def _closest(self, clause: Clause, index: Index) -> dict[int, Likeness]:
        """For each passage the clause in it that is closest to a given one."""
        shared: dict[int, float] = {}
        owners: dict[int, tuple[int, Clause]] = {}
        for gram, weight in clause.grams.items():
            for passage, other in index.get(gram, ()):
                key = id(other)
                shared[key] = shared.get(key, 0.0) + min(weight, other.grams[gram])
                owners[key] = passage, other
        closest: dict[int, Likeness] = {}
        for key, weight in shared.items():
            passage, other = owners[key]
            score = min(1.0, weight / max(min(clause.total, other.total), SMALLEST_CLAUSE))
            if passage not in closest or score > closest[passage].score:
                closest[passage] = Likeness(score, clause.text, other.text)
        return closest


def _grams(found: Iterable[dict[Gram, int]]) -> set[Gram]:
    return {gram for clause in found for gram in clause}
