"""Which passages of one document stand again in another, kept or reworded: a one-to-one alignment.

Deterministic and close to linear: passages with the same words are joined first; the rest are compared only where they
share a pair of neighbouring syllables that is not everywhere, and joined greedily from the most alike downwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from math import log
from typing import NamedTuple

REWORDED = 0.3
"""Share of weighted syllable pairs from which two passages are the same one in other words. Between three yearly plans
of Hà Tĩnh and one of its districts, joined by hand, counterparts lie above 0.31 but for one (0.28), strangers below
0.26."""

PART_OF = 0.6
"""Share of a left-over passage that must stand in another for the two to be called split or merged."""

COMMON = 64
"""Pairs of syllables that more passages hold than this tell nothing and would make the search quadratic."""

Words = Sequence[str]
Weighted = dict[str, float]


class Link(NamedTuple):
    """Old passage `old` stands again as new passage `new`; `score` is 1.0 where the words are the same."""

    old: int
    new: int
    score: float


class Alignment(NamedTuple):
    """Links in the order of the new passages; of the rest, which stand inside another passage of the other side.

    `split` leads from a new passage to the old one it was part of, `merged` from an old to the new one that took it up.
    """

    links: tuple[Link, ...]
    split: dict[int, int]
    merged: dict[int, int]


def align(old: Sequence[Words], new: Sequence[Words], bonus: dict[tuple[int, int], float] | None = None) -> Alignment:
    """Align two lists of passages, each a list of syllables.

    `bonus` favours pairs that have something else in common; it breaks ties and lifts pairs that are nearly alike.
    """
    links = _same_words(old, new, bonus or {})
    olds, news = _weights(old, new)
    shared = _shared(olds, news)
    links += _reworded(links, shared, olds, news, bonus or {})
    linked_old, linked_new = {link.old for link in links}, {link.new for link in links}
    split: dict[int, tuple[float, int]] = {}
    merged: dict[int, tuple[float, int]] = {}
    for (before, after), weight in sorted(shared.items()):
        if after not in linked_new:
            _keep_best(split, after, before, weight / sum(news[after].values()))
        if before not in linked_old:
            _keep_best(merged, before, after, weight / sum(olds[before].values()))
    return Alignment(
        tuple(sorted(links, key=lambda link: link.new)),
        {after: before for after, (_, before) in split.items()},
        {before: after for before, (_, after) in merged.items()},
    )


def _keep_best(best: dict[int, tuple[float, int]], part: int, whole: int, share: float) -> None:
    if share >= PART_OF and share > best.get(part, (0.0, 0))[0]:
        best[part] = share, whole


def _same_words(old: Sequence[Words], new: Sequence[Words], bonus: dict[tuple[int, int], float]) -> list[Link]:
    """Passages with the same words, in their order; those that also share a bonus first."""
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for index, words in enumerate(old):
        places[tuple(words)].append(index)
    links: list[Link] = []
    waiting: list[int] = []
    for index, words in enumerate(new):
        queue = places.get(tuple(words))
        favoured = next((before for before in queue or () if (before, index) in bonus), None)
        if queue and favoured is not None:
            queue.remove(favoured)
            links.append(Link(favoured, index, 1.0))
        elif queue:
            waiting.append(index)
    return links + [Link(queue.popleft(), index, 1.0) for index in waiting if (queue := places[tuple(new[index])])]


def _reworded(
    same: Sequence[Link],
    shared: dict[tuple[int, int], float],
    olds: Sequence[Weighted],
    news: Sequence[Weighted],
    bonus: dict[tuple[int, int], float],
) -> list[Link]:
    taken_old, taken_new = {link.old for link in same}, {link.new for link in same}
    total_old = [sum(grams.values()) for grams in olds]
    total_new = [sum(grams.values()) for grams in news]
    candidates: list[tuple[float, float, int, int]] = []
    for (before, after), weight in shared.items():
        score = 2 * weight / (total_old[before] + total_new[after]) + bonus.get((before, after), 0.0)
        if score >= REWORDED and before not in taken_old and after not in taken_new:
            distance = abs(before / len(olds) - after / len(news))
            candidates.append((-score, distance, before, after))
    links: list[Link] = []
    for score, _, before, after in sorted(candidates):
        if before not in taken_old and after not in taken_new:
            taken_old.add(before)
            taken_new.add(after)
            links.append(Link(before, after, min(-score, 0.999)))
    return links


def _weights(old: Sequence[Words], new: Sequence[Words]) -> tuple[list[Weighted], list[Weighted]]:
    """The pairs of neighbouring syllables of each passage, the rarer the heavier, common ones left out.

    Rarity is counted on the side where a pair is more frequent, so that standing in both plans does not lighten it.
    """
    pairs = [[_pairs(words) for words in side] for side in (old, new)]
    holders, others = (Counter(pair for own in side for pair in own) for side in pairs)
    holders |= others
    everywhere = max(len(old), len(new)) + 1
    rarity = {pair: log(everywhere / count) for pair, count in holders.items() if count <= COMMON}
    olds, news = ([{pair: rarity[pair] for pair in own if pair in rarity} for own in side] for side in pairs)
    return olds, news


def _pairs(words: Words) -> dict[str, None]:
    return dict.fromkeys(f"{first} {second}" for first, second in zip(["", *words], [*words, ""], strict=True))


def _shared(olds: Sequence[Weighted], news: Sequence[Weighted]) -> dict[tuple[int, int], float]:
    """The weight that each old and new passage have in common, where it is any."""
    index: dict[str, list[int]] = defaultdict(list)
    for before, grams in enumerate(olds):
        for pair in grams:
            index[pair].append(before)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for after, grams in enumerate(news):
        for pair, weight in grams.items():
            for before in index.get(pair, ()):
                shared[before, after] += weight
    return shared
