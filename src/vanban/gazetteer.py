"""Names of countries, localities and organisations in a text, by the lexicon.

`mentions` finds them; what a mention means (a partner, a venue, a border) is for `partners` to judge.

Names are looked up by their first word, the longest name first. Foreign names are also found by their sound, as every
office spells them its own way: `Bolykhămxay`, `Bolikhamsay` and `Bô-ly-khăm-xay` sound alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from vanban import lexicon
from vanban.findings import Span

UPPER = "A-ZÀ-ÖØ-ÞĀĂĐĨŌŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
"""The inside of a character class: capital letters of Vietnamese and of names met in it."""

_WORD = re.compile(rf"[{UPPER}]\w*(?:[-'’](?![{UPPER}])\w+)*")
_SOUNDS_OF_SYLLABLES = (
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:(?:uye|ie|ye|uo|oa|oe|oo|u[aey]|[aeiouy])(?:ch|ng|nh|[cmnpt])?"
    r"|ieu|yeu|uoi|uou|oai|oay|oao|oeo|uay|uai|uao|uau|ueu|uya|uyu|ai|ao|au|ay|eo|eu|ia|iu|oi|ui|uu)"
)
_SYLLABLES = re.compile(rf"{_SOUNDS_OF_SYLLABLES}(?: {_SOUNDS_OF_SYLLABLES}){{0,9}}")
"""Vietnamese syllables without their marks; a name that does not match is foreign."""

_BARE = {
    code: unicodedata.normalize("NFD", chr(code)).encode("ascii", "ignore").decode()
    for code in (*range(0xE0, 0x180), *range(0x1EA0, 0x1EFA), 0x1A1, 0x1B0)
} | {ord("đ"): "d", ord("-"): "", ord("'"): "", ord("’"): ""}
"""Letters to their bare forms, as `str.translate` wants them."""
_LOUD = _BARE | {ord(letter): ord(other) for letter, other in ("yi", "xs", "zs", "wv")} | {32: "", ord("."): ""}
_LOUD |= {code: "i" for code, letter in _BARE.items() if letter == "y"}
_DOUBLED = re.compile(r"(.)\1+")
_OPENING = re.compile(rf"\w+(?:[-'’](?![{UPPER}])\w+)*")
_ABBREVIATION = 6
"""Names in capitals of up to so many letters are abbreviations."""
_SAFE_LENGTH = 5
"""One-word names of countries with fewer letters (Đức, Mỹ, Nga) are also syllables of other names."""
_CLEAR_SOUND = 8
"""Letters from which on three Vietnamese-looking syllables that sound like a foreign name are that name."""
_CLEAR_WORDS = 3
_MOST_WORDS = 4

_BEFORE_SHORT = frozenset(("nước", "bạn", "các", "tỉnh", "bang", "liên", "thành", "phố", "vùng"))


class Entry(NamedTuple):
    """What a name stands for. `kind` is `country`, `locality`, `organisation`, `domestic` or `nothing`."""

    key: str
    kind: str
    country: str | None = None


class Mention(NamedTuple):
    """A name at its place. `doubtful`: it is also a name within Việt Nam; `foreign`: its letters say that it is not."""

    start: int
    end: int
    entry: Entry
    doubtful: bool = False


class _Phrase(NamedTuple):
    lowered: str
    entry: Entry
    exact: str | None
    """The only spelling of capitals that counts (abbreviations)."""
    guarded: bool
    """Whether the name may be a part of a longer capitalised name."""
    doubtful: bool


_Buckets = dict[str, list[_Phrase]]
"""Names that open with one word, by the few letters behind it; the shorter ones under the empty string."""
_BEHIND = 7


_Spelling = tuple[str, str, lexicon.Row]
"""A spelling as the lexicon has it, the kind of what it names, and its row."""


class _Sounds(NamedTuple):
    """Foreign names by their sound."""

    names: dict[str, tuple[Entry, bool]]
    beginnings: frozenset[str]
    """Two to four letters with which they open."""


class _Index:
    """The names of the lexicon, made ready for matching as the text asks for them."""

    def __init__(self) -> None:
        self.spellings: dict[str, list[_Spelling]] = {}
        """By their first words."""
        self.openings: set[str] = set()
        """First words of all domestic names whose further words are free (`Krông …`)."""
        self._letters: dict[str, list[_Spelling]] = {}
        self._phrases: dict[str, _Buckets] = {}
        self._sounds: dict[str, _Sounds] = {}
        for kind, name in _FILES:
            for row in lexicon.rows(name):
                self._file(kind, row)

    def _file(self, kind: str, row: lexicon.Row) -> None:
        abroad = kind in _BY_SOUND
        for spelling in (row[0], *row[2:]):
            if spelling.endswith(" …"):
                self.openings.add(spelling[:-2].lower())
            elif spelling:
                filed = (spelling, kind, row)
                self.spellings.setdefault(_first_word(spelling), []).append(filed)
                if abroad:
                    self._letters.setdefault(_letter(spelling[0].lower()), []).append(filed)

    def phrases(self, word: str) -> _Buckets:
        """The names that open with a word of `spellings`."""
        made = self._phrases.get(word)
        if made is None:
            made = self._phrases[word] = {}
            for filed in self.spellings[word]:
                _add_phrase(filed, len(word), made)
            for some in made.values():
                if len(some) > 1:
                    some.sort(key=_longest_first)
        return made

    def sounds(self, heard: str) -> _Sounds:
        """The foreign names whose sound opens with the same letter."""
        letter = _letter(heard[:1])
        made = self._sounds.get(letter)
        if made is None:
            names: dict[str, tuple[Entry, bool]] = {}
            for spelling, kind, row in self._letters.get(letter, ()):
                lowered = spelling.rstrip("*").lower()
                if _is_foreign(lowered):
                    names.setdefault(_heard(lowered), (_entry(kind, row), spelling[-1] == "*"))
            beginnings = frozenset(name[:count] for name in names for count in (2, 3, 4))
            made = self._sounds[letter] = _Sounds(names, beginnings)
        return made


_BY_SOUND = frozenset(("country", "locality"))


def _letter(letter: str) -> str:
    """The letter under which a foreign name is filed, one for all that its first sound may be written with."""
    return (letter.translate(_LOUD) or letter).replace("c", "k")


COMMON = frozenset(spelling for name in lexicon.names("event_words") for spelling in (name, name.lower()))
"""Foreign words that are no names: `Festival`, `Smart`."""
UNKNOWN = Entry("", "unknown")
"""The entry of a foreign word that no list holds."""


def mentions(flat: str, spans: Sequence[Span] | None = None) -> list[Mention]:
    """All names in the text in their order, none inside another; foreign words of no list come as `UNKNOWN`."""
    index = _index()
    found: list[Mention] = []
    for start, end in spans or ((0, len(flat)),):
        _scan(flat, start, end, index, found)
    return found


def inner_spellings(flat: str, mention: Mention) -> tuple[Span, ...]:
    """Shorter spellings of the same name inside a mention: `ASEAN` in `Cộng đồng kinh tế ASEAN`."""
    found: list[Mention] = []
    _scan(flat, mention.start + 1, mention.end, _index(), found)
    return tuple((inner.start, inner.end) for inner in found if inner.entry == mention.entry)


def is_foreign(word: str) -> bool:
    """Whether a word cannot be Vietnamese: `Pocheon`, `Xa-vẳn-na-khệt`, but not `Huế`."""
    return _foreign(word.lower())


def sound(name: str) -> str:
    """How a name sounds, for telling whether two spellings are one name."""
    return _heard(name.lower())


def bare(word: str) -> str:
    """A lower-case word without its marks."""
    return word.translate(_BARE)


def is_domestic(name: str) -> bool:
    """Whether a name is that of a Vietnamese province or known city, or opens as names of the highlands do."""
    index = _index()
    if _first_word(name) in index.openings:
        return True
    return any(mention.entry.kind == "domestic" and mention.end == len(name) for mention in mentions(name)[:1])


def _scan(flat: str, start: int, stop: int, index: _Index, found: list[Mention]) -> None:
    spellings, openings = index.spellings, index.openings
    done = before = -2
    for match in _WORD.finditer(flat, start, stop):
        begin, end = match.span()
        if begin < done:
            continue
        written = match.group()
        word = written.lower()
        mention = None
        if word in spellings:
            buckets = index.phrases(word)
            candidates = (*buckets.get(flat[end : end + _BEHIND].lower(), ()), *buckets.get("", ()))
            if candidates:
                glued = before == begin - 1 and flat[before] == " "
                mention = _by_phrase(flat, begin, stop, candidates, glued)
        if mention is None and word not in openings:
            foreign = _foreign(word)
            if foreign or (flat[end + 1 : end + 2].isupper() and not written.isupper()):
                mention = _by_sound(flat, begin, end, stop, foreign, index)
            if mention is None and foreign and _may_be_name(written):
                mention = Mention(begin, end, UNKNOWN)
        if mention is None:
            before = end
            continue
        if mention.entry.kind == "country":
            mention = _with_form(flat, mention, max(start, done))
        found.append(mention)
        done = mention.end
        before = done if mention.entry is UNKNOWN else -2


def _may_be_name(word: str) -> bool:
    """Whether a foreign word is neither an abbreviation nor two words that a typing error glued (`HàTĩnh`)."""
    if word in COMMON or word.isupper():
        return False
    return word.isascii() or "-" in word or word[1:].islower()


def _with_form(flat: str, mention: Mention, floor: int) -> Mention:
    """A country with the form of its state before it: `Cộng hòa Namibia`."""
    for form in _FORMS:
        start = mention.start - len(form)
        if start >= floor and flat.startswith(form, start):
            return mention._replace(start=start)
    return mention


_FORMS = ("Cộng hòa ", "Vương quốc ", "Liên bang ", "CH ", "CHLB ")


def _by_phrase(flat: str, start: int, stop: int, candidates: Iterable[_Phrase], glued: bool) -> Mention | None:
    for phrase in candidates:
        end = start + len(phrase.lowered)
        if end > stop:
            continue
        text = flat[start:end]
        if text.lower() != phrase.lowered or (
            phrase.exact and (text != phrase.exact or flat[start - 1 : start] == "-")
        ):
            continue
        after = flat[end : end + 2]
        if after and (after[0].isalnum() or after[0] == "_"):
            continue
        if phrase.guarded and not _stands_alone(flat, start, after, glued, phrase):
            continue
        return Mention(start, end, phrase.entry, phrase.doubtful)
    return None


def _stands_alone(flat: str, start: int, after: str, glued: bool, phrase: _Phrase) -> bool:
    """Whether a short name is no part of a longer one: `nước Đức`, but not `Đức Thọ` or `Thủ Đức`."""
    short = phrase.entry.kind == "country"
    if short and len(after) == 2 and after[0] == " " and after[1].isupper():
        return False
    if not glued:
        return True
    previous = flat[max(0, start - 12) : start - 1].rpartition(" ")[2]
    return previous.lower() in _BEFORE_SHORT or (not short and previous.isupper())


def _by_sound(flat: str, start: int, end: int, stop: int, foreign: bool, index: _Index) -> Mention | None:
    """The longest run of words from here that sounds like a foreign name."""
    first = heard = _sound(flat[start:end].lower())
    if foreign and first[:4] not in index.sounds(first).beginnings:
        return None
    runs = [(end, heard, foreign)]
    while len(runs) < _MOST_WORDS and end < stop and flat[end] in " -":
        following = _WORD.match(flat, end + 1, stop)
        if following is None:
            break
        end = following.end()
        word = following.group().lower()
        more = _sound(word)
        heard += more[1:] if heard[-1:] == more[:1] else more
        foreign = foreign or _foreign(word)
        runs.append((end, heard, foreign))
    if not foreign and len(runs) < _CLEAR_WORDS:
        return None
    sounds = index.sounds(first)
    if first[:4] not in sounds.beginnings:
        return None
    for count in range(len(runs), 0, -1):
        end, heard, foreign = runs[count - 1]
        entry = sounds.names.get(heard)
        if entry is not None and (foreign or (count >= _CLEAR_WORDS and len(heard) >= _CLEAR_SOUND)):
            return Mention(start, end, entry[0], entry[1])
    return None


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """How one lower-case word sounds."""
    return _heard(word)


@lru_cache(maxsize=4096)
def _foreign(word: str) -> bool:
    """Whether one lower-case word is foreign."""
    return _is_foreign(word)


def _heard(lowered: str) -> str:
    letters = lowered.translate(_LOUD)
    if "h" in letters:
        letters = letters.replace("kh", "k").replace("th", "t").replace("ph", "p").replace("ch", "\1")
    return _DOUBLED.sub(r"\1", letters.replace("c", "k").replace("\1", "ch"))


def _is_foreign(lowered: str) -> bool:
    letters = lowered.translate(_BARE)
    return len(letters) > 2 and not _SYLLABLES.fullmatch(letters) and not letters.isdigit()


def _first_word(name: str) -> str:
    """The word by which a name is looked up, as `mentions` cuts words: `konrad` of `Konrad-Adenauer`."""
    first = name.partition(" ")[0]
    if not first.isalnum():
        match = _OPENING.match(name)
        first = match.group() if match else first
    return first.lower()


@cache
def _index() -> _Index:
    return _Index()


_FILES = (
    ("domestic", "provinces"),
    ("nothing", "not_partners"),
    ("country", "countries"),
    ("organisation", "organisations"),
    ("locality", "localities"),
)


def _longest_first(phrase: _Phrase) -> tuple[int, bool]:
    return -len(phrase[0]), phrase[4]


def _entry(kind: str, row: lexicon.Row) -> Entry:
    code = row[1] if kind not in ("domestic", "nothing") and len(row) > 1 and row[1] else None
    name = row[0].rstrip("*")
    return Entry(code or name if kind == "country" else f"{kind}:{name}", kind, code)


def _add_phrase(filed: _Spelling, first: int, buckets: _Buckets) -> None:
    """Add a spelling whose first word has so many letters."""
    spelling, kind, row = filed
    doubtful = spelling[-1] == "*"
    name = spelling[:-1] if doubtful else spelling
    lowered = name.lower()
    guarded = False
    exact = None
    if kind == "organisation":
        exact = name if len(name) <= _ABBREVIATION and name.isupper() else None
    elif kind == "locality":
        guarded = not _is_foreign(lowered)
    elif kind == "country" and len(name) < _SAFE_LENGTH and name != "Lào":
        guarded = not (_is_foreign(lowered) and name.istitle())
    behind = lowered[first : first + _BEHIND]
    bucket = buckets.setdefault(behind if len(behind) == _BEHIND else "", [])
    bucket.append(_Phrase(lowered, _entry(kind, row), exact, guarded, doubtful))
