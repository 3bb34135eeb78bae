"""Names of countries, localities and organisations in a text, by the lexicon.

`mentions` finds them; what a mention means (a partner, a venue, a border) is for `partners` to judge.

Names are looked up by their first word, the longest name first. Foreign names are also found by their sound, as every
office spells them its own way: `Bolykhămxay`, `Bolikhamsay` and `Bô-ly-khăm-xay` sound alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from vanban import lexicon
from vanban.findings import Span
from vanban.partners.sounds import heard, is_foreign, letter_of

UPPER = "A-ZÀ-ÖØ-ÞĀĂĐĨŌŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
"""The inside of a character class: capital letters of Vietnamese and of names met in it."""

_WORD = re.compile(rf"[{UPPER}]\w*(?:[-'’](?![{UPPER}])\w+)*")
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
_BEHIND = 4


class _Met(NamedTuple):
    """What a capitalised word can be: its sort by its sound, and the names that it opens.

    `short`: short names are among those; `sounds`: the sound of a foreign name may begin as it does.
    """

    sort: str
    buckets: _Buckets | None
    short: bool
    sounds: bool


_Word = tuple[int, int, _Met]
"""A capitalised word at its place."""

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
        self.known: dict[str, _Met] = {}
        """Words met, with what they can be."""
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
                    self._letters.setdefault(letter_of(spelling[0].lower()), []).append(filed)

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

    def sounds(self, first: str) -> _Sounds:
        """The foreign names whose sound opens with the same letter."""
        letter = letter_of(first[:1])
        made = self._sounds.get(letter)
        if made is None:
            names: dict[str, tuple[Entry, bool]] = {}
            for spelling, kind, row in self._letters.get(letter, ()):
                lowered = spelling.rstrip("*").lower()
                if is_foreign(lowered):
                    names.setdefault(heard(lowered), (_entry(kind, row), spelling[-1] == "*"))
            beginnings = frozenset(name[:count] for name in names for count in (2, 3, 4))
            made = self._sounds[letter] = _Sounds(names, beginnings)
        return made


_BY_SOUND = frozenset(("country", "locality"))


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


def is_domestic(name: str) -> bool:
    """Whether a name is that of a Vietnamese province or known city, or opens as names of the highlands do."""
    index = _index()
    if _first_word(name) in index.openings:
        return True
    return any(mention.entry.kind == "domestic" and mention.end == len(name) for mention in mentions(name)[:1])


def _scan(flat: str, start: int, stop: int, index: _Index, found: list[Mention]) -> None:
    known = index.known
    if len(known) > _MOST_KNOWN:
        known.clear()
    done = before = end_of_run = -2
    run: list[_Word] = []
    for match in _WORD.finditer(flat, start, stop):
        written = match.group()
        word = known.get(written)
        if word is None:
            word = known[written] = _meet(written, index)
        begin, end = match.span()
        if begin < done:
            continue
        sort, buckets, short, _ = word
        mention = None
        if buckets is not None and (short or flat[end : end + _BEHIND].lower() in buckets):
            glued = before == begin - 1 and flat[before] == " "
            mention = _by_phrase(flat, begin, end, stop, buckets, glued)
        if mention is None and sort is not _FREE:
            if end_of_run != begin - 1 or flat[end_of_run] not in " -":
                run = []
            run.append((begin, end, word))
            end_of_run = end
            if (sort is _FOREIGN or len(run) >= _CLEAR_WORDS) and len(run) <= _LONGEST_RUN:
                mention = _unlisted(flat, run, stop, index)
        if mention is None:
            before = end
            continue
        found.append(_with_form(flat, mention, max(start, done)))
        end_of_run = -2
        done = mention.end
        before = done if mention.entry is UNKNOWN else -2


_MOST_KNOWN = 20_000
_LONGEST_RUN = 24
"""More capitalised words in a row than this are no names, but a text that is not prose."""
_PLAIN, _FOREIGN, _FREE = "plain", "foreign", "free"
"""What a capitalised word is by its sound; `free` ones have none to look for."""


def _meet(written: str, index: _Index) -> _Met:
    """What a word can be."""
    word = written.lower()
    buckets = index.phrases(word) if word in index.spellings else None
    sound = heard(word)
    sort = _FOREIGN if is_foreign(word) else _FREE if written.isupper() else _PLAIN
    if word in index.openings:
        sort = _FREE
    return _Met(sort, buckets, buckets is not None and "" in buckets, sound[:4] in index.sounds(sound).beginnings)


def _unlisted(flat: str, run: list[_Word], stop: int, index: _Index) -> Mention | None:
    """A name that no list spells so: by the sound of the words that end here, or the last one, a foreign word.

    `run` are capitalised words, one behind the other.
    """
    for begin, end, met in run[-_CLEAR_WORDS:]:
        mention = _by_sound(flat, begin, end, stop, index) if met.sounds else None
        if mention is not None:
            return mention
    begin, end, met = run[-1]
    return Mention(begin, end, UNKNOWN) if met.sort is _FOREIGN and _may_be_name(flat[begin:end]) else None


def _may_be_name(word: str) -> bool:
    """Whether a foreign word is neither an abbreviation nor two words that a typing error glued (`HàTĩnh`)."""
    if word in COMMON or word.isupper():
        return False
    return word.isascii() or "-" in word or word[1:].islower()


def _with_form(flat: str, mention: Mention, floor: int) -> Mention:
    """A country with the form of its state before it: `Cộng hòa Namibia`; others as they are."""
    if mention.entry.kind != "country":
        return mention
    for form in _FORMS:
        start = mention.start - len(form)
        if start >= floor and flat.startswith(form, start):
            return mention._replace(start=start)
    return mention


_FORMS = ("Cộng hòa ", "Vương quốc ", "Liên bang ", "CH ", "CHLB ")


def _by_phrase(flat: str, start: int, end: int, stop: int, buckets: _Buckets, glued: bool) -> Mention | None:
    """The longest listed name that stands here; `glued` to a capitalised word before it."""
    tail = flat[end : end + _BEHIND].lower()
    for candidates in (buckets.get(tail, ()), buckets.get("", ())):
        for phrase in candidates:
            last = start + len(phrase.lowered)
            if last <= stop and flat[start:last].lower() == phrase.lowered and _is_spelled(flat, start, last, phrase):
                after = flat[last : last + 2]
                if not phrase.guarded or _stands_alone(flat, start, after, glued, phrase):
                    return Mention(start, last, phrase.entry, phrase.doubtful)
    return None


def _is_spelled(flat: str, start: int, end: int, phrase: _Phrase) -> bool:
    """Whether letters that are a name's end where it ends, and have its capitals where those count."""
    if flat[end : end + 1].isalnum() or flat[end : end + 1] == "_":
        return False
    return not phrase.exact or (flat.startswith(phrase.exact, start) and flat[start - 1 : start] != "-")


def _stands_alone(flat: str, start: int, after: str, glued: bool, phrase: _Phrase) -> bool:
    """Whether a short name is no part of a longer one: `nước Đức`, but not `Đức Thọ` or `Thủ Đức`."""
    short = phrase.entry.kind == "country"
    if short and len(after) == 2 and after[0] == " " and after[1].isupper():
        return False
    if not glued:
        return True
    previous = flat[max(0, start - 12) : start - 1].rpartition(" ")[2]
    return previous.lower() in _BEFORE_SHORT or (not short and previous.isupper())


def _by_sound(flat: str, start: int, end: int, stop: int, index: _Index) -> Mention | None:
    """The longest run of words from here that sounds like a foreign name."""
    word = flat[start:end].lower()
    foreign, so_far = is_foreign(word), heard(word)
    sounds = index.sounds(so_far)
    if so_far[:4] not in sounds.beginnings:
        return None
    best: Mention | None = None
    for count in range(1, _MOST_WORDS + 1):
        entry = sounds.names.get(so_far)
        if entry is not None and (foreign or (count >= _CLEAR_WORDS and len(so_far) >= _CLEAR_SOUND)):
            best = Mention(start, end, entry[0], entry[1])
        following = _WORD.match(flat, end + 1, stop) if end < stop and flat[end] in " -" else None
        if following is None:
            break
        end = following.end()
        word = following.group().lower()
        more = heard(word)
        foreign = foreign or is_foreign(word)
        so_far += more[1:] if so_far[-1:] == more[:1] else more
    return best


def _first_word(name: str) -> str:
    """The word by which a name is looked up, as `mentions` cuts words: `konrad` of `Konrad-Adenauer`."""
    first = name.partition(" ")[0]
    if not first.isalnum():
        match = _WORD.match(name)
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
        guarded = not is_foreign(lowered)
    elif kind == "country" and len(name) < _SAFE_LENGTH and name != "Lào":
        guarded = not (is_foreign(lowered) and name.istitle())
    behind = lowered[first : first + _BEHIND]
    bucket = buckets.setdefault(behind if len(behind) == _BEHIND else "", [])
    bucket.append(_Phrase(lowered, _entry(kind, row), exact, guarded, doubtful))
