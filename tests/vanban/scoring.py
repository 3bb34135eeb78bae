"""How well a reading agrees with a gold reading: F1 for each list.

Keys compare what counts for the person who uses a reading, not its every letter: case, white space, tone placement,
dashes and quotation marks are folded away, headings and duties are known by their first words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, NamedTuple

Entry = Mapping[str, Any]
Reading = Mapping[str, Any]

_EARLY = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ"}
_EARLY |= {"ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}
_TONES = re.compile("|".join(_EARLY))
_WORD = re.compile(r"[^\s.,;:()/-]+")
FIRST_WORDS = 5
"""So many words identify a heading or a duty."""


class Score(NamedTuple):
    """F1 with what was missed and what was found beyond the gold."""

    f1: float
    missed: tuple[Hashable, ...]
    extra: tuple[Hashable, ...]


def fold(text: object) -> str:
    """Only the words: `Quyết định số 07 – ` and `quyết định số 07` are the same."""
    if text is None:
        return ""
    folded = unicodedata.normalize("NFC", str(text)).casefold()
    folded = _TONES.sub(lambda match: _EARLY[match.group()], folded)
    folded = re.sub(r"[*“”\"'‘’]", "", folded)
    folded = re.sub(r"[–—−]", "-", folded)
    return " ".join(folded.split()).strip(" .,;:-/")


def first_words(text: object) -> str:
    """The first few words, without punctuation."""
    return " ".join(_WORD.findall(fold(text))[:FIRST_WORDS])


def symbol(number: object) -> str:
    """A number and symbol without white space and leading zeros."""
    return "".join(fold(number).split()).lstrip("0")


def names(values: Iterable[object] | None) -> frozenset[str]:
    return frozenset(fold(value) for value in values or ())


KEYS: dict[str, tuple[str, Callable[[Entry], Hashable]]] = {
    "outline": ("outline", lambda e: (e["kind"], first_words(e["start"]))),
    "outline, paths": ("outline", lambda e: (fold(e["path"]), first_words(e["start"]))),
    "citations": ("citations", lambda e: (fold(e["kind"]), symbol(e["number"]))),
    "citations, whole": (
        "citations",
        lambda e: (e["path"], fold(e["kind"]), symbol(e["number"]), e["date"], fold(e["issuer"])),
    ),
    "assignments": ("assignments", lambda e: (fold(e["path"]), names(e["agencies"]), first_words(e["start"]))),
    "assignments, whole": (
        "assignments",
        lambda e: (fold(e["path"]), names(e["agencies"]), e["role"], names(e["with"])),
    ),
    "deadlines": ("deadlines", lambda e: (fold(e["path"]), e["rhythm"], e["month"], e["day"], e["duty"])),
    "targets": ("targets", lambda e: (fold(e["path"]), e["minimum"], e["maximum"], fold(e["unit"]))),
}
"""What is compared: the list of the reading, and the key of an entry."""


def score(gold: Reading, found: Reading) -> dict[str, Score]:
    """The score of every list, and of the metadata."""
    scores = {name: _compare(map(key, gold[kind]), map(key, found[kind])) for name, (kind, key) in KEYS.items()}
    scores["partners"] = _partners(gold["partners"], found["partners"])
    scores["metadata"] = _compare(_metadata(gold["metadata"]), _metadata(found["metadata"]))
    return scores


def _compare(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Score:
    wanted, have = Counter(gold), Counter(found)
    total = wanted.total() + have.total()
    hits = (wanted & have).total()
    missed, extra = tuple((wanted - have).elements()), tuple((have - wanted).elements())
    return Score(2 * hits / total if total else 1.0, missed, extra)


def _partners(gold: Iterable[Entry], found: Iterable[Entry]) -> Score:
    """A partner counts as found where one of its names is."""
    wanted = [names(entry["names"]) for entry in gold]
    have = [names(entry["names"]) for entry in found]
    total = len(wanted) + len(have)
    extra = []
    for own in have:
        match = next((other for other in wanted if other & own), None)
        if match is None:
            extra.append(own)
        else:
            wanted.remove(match)
    hits = len(have) - len(extra)
    return Score(2 * hits / total if total else 1.0, tuple(wanted), tuple(extra))


def _metadata(metadata: Entry) -> list[Hashable]:
    fields: list[Hashable] = [
        (field, fold(metadata[field])) for field in ("kind", "number", "place", "date", "issuer", "title")
    ]
    fields += [("signer", field, fold(metadata["signer"][field])) for field in ("name", "role", "authority", "behalf")]
    return fields + [("recipient", fold(name)) for name in metadata["recipients"]]


PLACES = frozenset(
    {"span", "spans", "page", "pages", "confidence", "agency_spans", "mentions", "message", "notes", "type"}
)
"""Fields that say where something was found, how surely, or in which words it is reported."""


def essence(value: Any) -> Any:
    """A reading without places; strings without white space, so that `22- NQ/TW` is `22-NQ/TW`."""
    if isinstance(value, dict):
        return {key: essence(entry) for key, entry in value.items() if key not in PLACES}
    if isinstance(value, (list, tuple)):
        return [essence(entry) for entry in value]
    return fold(value).replace(" ", "") if isinstance(value, str) else value
