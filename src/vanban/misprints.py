"""Slips that can be seen without knowing what the text should say: doubled and glued words, unreadable passages.

`lực lực`, `BANHÀNH`, `ngày19/11/2013`, `á»§y ban`. Doubled words that the language has (`dần dần`) and those that come
of two words which share a syllable (`cơ quan quan tâm`) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress, count, islice
from operator import eq
from typing import NamedTuple

from vanban.findings import Span
from vanban.lexicon import rows


class Misprint(NamedTuple):
    """A place in the text and what is wrong there."""

    code: str
    message: str
    span: Span


_TONED = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
_ONSETS = frozenset({"ngh", *("ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch"), *"bcdđghklmnprstvx", ""})
_VOWELS = "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ"
_CODAS = frozenset({"", "ng", "nh", "ch", *"cmnpt"})
_MARKED = frozenset(f"{_TONED}{_TONED.upper()}")
_SMALL = frozenset(f"abcdefghijklmnopqrstuvwxyz{_TONED}")
_CAPITALS = frozenset(map(str.upper, _SMALL))
_GLUED_DATE = re.compile(r"\W*([^\W\d_]{2,10}\d{1,2}/\d{1,2}/\d{4}|(?:[Nn]gày|tháng|năm)\d{1,4})\W*")
_MOJIBAKE = (
    r"(?:Ã[\u0080-\u00bf\u0192\u201a]|á[»º][\u0080-\u00bf\u2018-\u2122]?|Æ[°¡]|Ä[‘ƒ\u0090\u0091]"
    r"|â€[\u0080-\u2122]){2,40}"
)
_USUAL = frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x100)))
    + f"{_TONED}{_TONED.upper()}\n‘’“”„…•·▪■●◦–—≥≤±×→✓➢€\ufb01"
)
"""Characters that Vietnamese official text uses."""
_SYMBOLS = "#$^~<>\\{}§¿¡¶¬¤"
_RUBBISH = r"[#$^~<>\\{}§¿¡¶¬¤]"
"""Signs that stand inside words only where a page was misread."""
_MOJIBAKE_SIGNS = "»º¡¢´ª°€"
_QUIET = _USUAL.difference(_SYMBOLS, _MOJIBAKE_SIGNS)
_SHORTEST = 6
"""Letters of the shortest pair of words run together that is looked at; single words of seven exist (`nghiêng`)."""
_LONGEST = 16
"""Letters of the longest pair: a syllable has eight at most."""
_NEAR = 30
"""Odd characters this near to each other are one unreadable passage."""
_EXAMINED = 60
"""So many doubled words are looked at; a text with more is no prose."""
_MOST = 20
"""So many misprints of a kind are told of a window; more say nothing new."""
_REMEMBERED = 4_000
"""Words without fault that are not looked at again in the windows that follow."""
_WINDOW = 12_000
"""Characters in which misprints are told once and their number is bounded."""
_PIECE = 1_500
"""Characters cut into words at a time: the words of a text, each by itself, take twenty times its room."""


def find(flat: str, start: int, end: int) -> Iterator[Misprint]:
    """The misprints between two offsets."""
    examined = iter(range(_EXAMINED))
    known: set[str] = set()
    while start < end:
        stop = end if end - start <= _WINDOW else flat.rfind("\n", start, start + _WINDOW) + 1 or start + _WINDOW
        text = flat[start:stop]
        forms, doubled = _forms(text, known)
        signs = set("".join(forms))
        glued = sorted(form for form in forms if len(form) >= _SHORTEST - 1 and _is_glued(form))
        if doubled:
            yield from _doubled(flat, text, text.split(), start, examined)
        yield from _glued(text, glued, start)
        yield from _unreadable(text, signs, start)
        if not glued and signs <= _QUIET and len(known) < _REMEMBERED:
            known |= forms
        start = stop


def _forms(text: str, known: set[str]) -> tuple[set[str], bool]:
    """The words of a text that are not known yet, and whether any two words in a row are the same."""
    forms: set[str] = set()
    doubled = False
    last = ""
    start, end = 0, len(text)
    while start < end:
        stop = text.find(" ", start + _PIECE) + 1 or end
        words = text[start:stop].split()
        forms.update(words)
        doubled = doubled or words[:1] == [last] or any(map(eq, words, islice(words, 1, None)))
        last = words[-1] if words else last
        forms -= known
        start = stop
    return forms, doubled


@cache
def _listed(what: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows("reduplications") if row[1] == what)


def _doubled(flat: str, text: str, words: list[str], offset: int, examined: Iterator[int]) -> Iterator[Misprint]:
    position = 0
    for _, index in zip(examined, compress(count(), map(eq, words, words[1:])), strict=False):
        word = words[index]
        place = text.find(f"{word} {word}", position)
        if place < 0 or not word.isalpha() or word.casefold() in _listed("doubled") | _listed("shared"):
            continue
        position = place + len(word)
        before = words[index - 1] if index else ""
        behind = words[index + 2] if index + 2 < len(words) else ""
        if word.casefold() in _listed("slip") or not _shared(flat, before, word, behind):
            span = (offset + place, offset + place + 2 * len(word) + 1)
            yield Misprint("doubled-word", f"Từ “{word}” lặp lại hai lần liền nhau.", span)


def _shared(flat: str, before: str, word: str, behind: str) -> bool:
    """Whether two words meet that share a syllable: both pairs then also stand elsewhere (`cơ quan` + `quan tâm`)."""
    if not before or not behind:
        return False
    first, second = f"{before} {word}", f"{word} {behind.rstrip('.,;:')}"
    return flat.count(first) > 1 and flat.count(second) > 1


def _glued(text: str, glued: list[str], offset: int) -> Iterator[Misprint]:
    for form in glued[:_MOST]:
        date = _GLUED_DATE.fullmatch(form)
        word = date[1] if date else form.strip(_PUNCTUATION)
        place = offset + text.find(word)
        yield Misprint("glued-word", f"“{word}” viết liền, thiếu dấu cách.", (place, place + len(word)))


@lru_cache(maxsize=16_384)
def _is_glued(form: str) -> bool:
    """Whether a word with the marks around it is two run together; most words of a text are met again and again."""
    if form[-1] in _DATE_ENDS and _GLUED_DATE.fullmatch(form):
        return True
    return _is_pair(form.strip(_PUNCTUATION))


_PUNCTUATION = ".,;:!?()[]“”\"'…/-"
_DATE_ENDS = frozenset("0123456789,;.)")


def _is_pair(word: str) -> bool:
    """Whether letters without a blank are two Vietnamese words: `THỰCHIỆN`, `SởNgoại`, `vàUBND`."""
    if not _SHORTEST - 1 <= len(word) <= _LONGEST or not word.isalpha() or _MARKED.isdisjoint(word):
        return False
    camel = 0 if word[1:].islower() or word.isupper() else _camel(word)
    if camel > 1:
        first, second = word[:camel], word[camel:]
        return not first.isupper() and _is_word(first) and (_is_word(second) or second in _ABBREVIATIONS)
    small = word.lower()
    if not (word.islower() or word.isupper()) or len(word) < _SHORTEST or small in _listed("foreign"):
        return False
    if _is_syllable(small):
        return False
    return any(
        _is_syllable(small[:cut]) and not _MARKED.isdisjoint(small[cut:]) and _is_syllable(small[cut:])
        for cut in range(2, len(word) - 1)
    )


def _camel(word: str) -> int:
    """Where the first capital stands behind a small letter and before another letter; 0 where none does."""
    for place in range(1, len(word) - 1):
        following = word[place + 1]
        if word[place] in _CAPITALS and word[place - 1] in _SMALL and (following in _SMALL or following in _CAPITALS):
            return place
    return 0


_ABBREVIATIONS = frozenset({"UBND", "HĐND", "UBMTTQ", "MTTQ", "NQ", "QĐ", "TW", "CP"})


def _is_word(text: str) -> bool:
    return len(text) > 1 and _is_syllable(text.lower())


def _is_syllable(small: str) -> bool:
    """Whether small letters are one Vietnamese syllable: an onset if any, one to three vowels, a coda if any."""
    for length in range(min(3, len(small)), -1, -1):
        if small[:length] in _ONSETS:
            rest = small[length:]
            coda = rest.lstrip(_VOWELS)
            if coda in _CODAS and 1 <= len(rest) - len(coda) <= _MOST_VOWELS:
                return True
    return False


_MOST_VOWELS = 3


def _unreadable(text: str, signs: set[str], offset: int) -> Iterator[Misprint]:
    spans: list[Span] = []
    if not signs.isdisjoint(_MOJIBAKE_SIGNS):
        spans += [match.span() for match in re.finditer(_MOJIBAKE, text)]
    odd = signs - _USUAL
    if odd:
        spans += _clusters([match.span() for match in re.finditer(f"[{re.escape(''.join(sorted(odd)))}]", text)])
    if not signs.isdisjoint(_SYMBOLS):
        places = [match.start() for match in re.finditer(_RUBBISH, text)]
        spans += _clusters([_around(text, place) for place in places if _inside(text, place)])
    for start, end in sorted(spans)[:_MOST]:
        message = "Đoạn này không đọc được (lỗi phông chữ hoặc nhận dạng)."
        yield Misprint("unreadable", message, (offset + start, offset + end))


def _inside(text: str, place: int) -> bool:
    return text[place - 1 : place].isalpha() or text[place + 1 : place + 2].isalpha()


def _around(text: str, place: int) -> Span:
    return max(0, place - 1), min(len(text), place + 2)


def _clusters(spans: list[Span]) -> list[Span]:
    """Runs of two and more places near each other; one odd character alone may be a bullet of an unknown font."""
    found: list[Span] = []
    count = 0
    for start, end in spans:
        if found and start - found[-1][1] <= _NEAR:
            found[-1] = (found[-1][0], end)
            count += 1
        else:
            if found and count < 2:
                found.pop()
            found.append((start, end))
            count = 1
    if found and count < 2:
        found.pop()
    return found
