"""Which passages say the same thing.

Two passages of Vietnamese administrative prose say the same where a clause of one names the same action on the same
thing as a clause of the other. Clauses open with what is to be done and trail off into purposes and manners that every
plan repeats; a word therefore weighs less the further back it stands in its clause, the more passages hold it, and
nothing at all where it only says how (`lexicon/manner.txt`). No model is involved: the same texts give the same answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
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

SMALLEST_CLAUSE = 2.0
"""Weight, in words that stand in one passage only, under which a clause is too slight to be found in another."""


class Clause(NamedTuple):
    """A clause as written and its grams, each with its weight."""

    text: str
    grams: dict[Gram, float]
    total: float


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
    for here, following in zip_longest(words, words[1:], fillvalue=""):
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


Ranked = tuple[str, dict[Gram, int]]
"""A clause with its grams and their ranks."""

Place = tuple[int, int]
"""The number of a passage, and that of a clause in it."""


SCATTERED = 0.7
"""What a clause counts for whose words stand in a passage, but spread over several of its clauses."""

Passage = Sequence[tuple[str, str]]
"""The clauses of a passage: each as it is shown, and the words of it that count."""


class Matcher:
    """Finds, for passages of one list, those of another that say the same."""

    def __init__(self, ours: Sequence[Passage], theirs: Sequence[Passage]) -> None:
        sides = [[_ranked(passage) for passage in side] for side in (ours, theirs)]
        largest = max(len(ours), len(theirs)) + 1
        self._rarity = {gram: log(largest / count) for gram, count in _holders(sides).items()}
        self._smallest = SMALLEST_CLAUSE * log(largest)
        self._ours, self._theirs = ([self._weigh(passage) for passage in side] for side in sides)
        self._index = self._indexed()

    def likenesses(self, index: int, *, share: float) -> dict[int, Likeness]:
        """The passages of theirs that say the same as something in passage `index` of ours.

        Each clause of ours votes for the passage that holds its closest counterpart and for those that come within
        `share` of it: what a duty takes word for word from one item, it does not also take from a distant cousin.
        """
        best: dict[int, Likeness] = {}
        for clause in self._ours[index]:
            found = self._closest(clause)
            enough = share * max((likeness.score for likeness in found.values()), default=0.0)
            for passage, likeness in found.items():
                if likeness.score >= enough and (passage not in best or likeness.score > best[passage].score):
                    best[passage] = likeness
        return best

    def _weigh(self, passage: Sequence[Ranked]) -> list[Clause]:
        clauses = []
        for text, found in passage:
            weights = {
                gram: self._rarity[gram] * (1.0 if " " in gram else LONE_SYLLABLE) * HALF_WEIGHT / (HALF_WEIGHT + rank)
                for gram, rank in found.items()
            }
            clauses.append(Clause(text, weights, sum(weights.values())))
        return clauses

    def _indexed(self) -> dict[Gram, list[Place]]:
        """For each gram the clauses of theirs that hold it."""
        index: dict[Gram, list[Place]] = {}
        for passage, own in enumerate(self._theirs):
            for number, clause in enumerate(own):
                for gram in clause.grams:
                    index.setdefault(gram, []).append((passage, number))
        return index

    def _closest(self, clause: Clause) -> dict[int, Likeness]:
        """For each passage of theirs the clause in it that is closest to one of ours."""
        shared: dict[Place, float] = {}
        scattered: dict[int, float] = {}
        for gram, weight in clause.grams.items():
            most: dict[int, float] = {}
            for place in self._index.get(gram, ()):
                common = min(weight, self._theirs[place[0]][place[1]].grams[gram])
                shared[place] = shared.get(place, 0.0) + common
                most[place[0]] = max(common, most.get(place[0], 0.0))
            for passage, common in most.items():
                scattered[passage] = scattered.get(passage, 0.0) + common
        closest: dict[int, Likeness] = {}
        for (passage, number), weight in shared.items():
            other = self._theirs[passage][number]
            score = min(1.0, weight / max(min(clause.total, other.total), self._smallest))
            if passage not in closest or score > closest[passage].score:
                closest[passage] = Likeness(score, clause.text, other.text)
        return {
            passage: likeness._replace(score=max(likeness.score, SCATTERED * scattered[passage] / self._full(clause)))
            for passage, likeness in closest.items()
        }

    def _full(self, clause: Clause) -> float:
        return max(clause.total, self._smallest)


def passage(text: str) -> Passage:
    """A passage all of whose words count."""
    return [(clause, clause) for clause in clauses(text)]


def _ranked(own: Passage) -> list[Ranked]:
    """The clauses of a passage that say something, with their grams."""
    return [(shown, found) for shown, words in own if (found := ranks(words))]


def _holders(sides: Sequence[Sequence[Sequence[Ranked]]]) -> Counter[Gram]:
    """In how many passages a gram stands, on the side where it stands in more: standing in both is no commonness."""
    counts: Counter[Gram] = Counter()
    for side in sides:
        counts |= Counter(gram for passage in side for gram in {gram for _, found in passage for gram in found})
    return counts
