"""Slips that can be seen without knowing what the text should say: doubled and glued words, unreadable passages.

`lực lực`, `BANHÀNH`, `ngày19/11/2013`, `á»§y ban`. Doubled words that the language has (`dần dần`) and those that come
of two words which share a syllable (`cơ quan quan tâm`) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vanban.findings import Span
from vanban.lexicon import rows


class Misprint(NamedTuple):
    """A place in the text and what is wrong there."""

    code: str
    message: str
    span: Span


_TONED = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])"
_VOWELS = "[aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ]{1,3}"
_CODA = "(?:ng|nh|ch|[cmnpt])?"
_SYLLABLE = re.compile(f"{_ONSET}?{_VOWELS}{_CODA}")
_MARKED = re.compile(f"[{_TONED}{_TONED.upper()}]")
_CAMEL = re.compile(f"(?<=[a-z{_TONED}])(?=[A-Z{_TONED.upper()}][a-z{_TONED}A-Z{_TONED.upper()}])")
_WORD = re.compile(r"[^\W\d_]+")
_GLUED_DATE = re.compile(r"(?<=[^\W\d_])\d{1,2}/\d{1,2}/\d{4}|(?<=[^\W\d_])\d{1,2} tháng \d{1,2} năm \d{4}")
_MOJIBAKE = re.compile(
    r"(?:Ã[\u0080-\u00bf\u0192\u201a]|á[»º][\u0080-\u00bf\u2018-\u2122]?|Æ[°¡]|Ä[‘ƒ\u0090\u0091]|â€[\u0080-\u2122]){2,40}"
)
_ODD = re.compile(r"[^\x20-\x7e\u00a0-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0"
                  r"\u1ea0-\u1ef9‘’“”„…•·▪■●◦–—≥≤±×→✓➢€\n]")
"""Characters that Vietnamese official text does not use."""
_RUBBISH = re.compile(r"\S{0,12}(?:[^\W\d_][#$^~<>\\{}§¿¡¶¬¤]|[#$^~<>\\{}§¿¡¶¬¤][^\W\d_])\S{0,12}")
_SHORTEST = 6
"""Letters of the shortest pair of words run together that is looked at; single words of seven exist (`nghiêng`)."""
_NEAR = 30
"""Odd characters this near to each other are one unreadable passage."""
_MOST = 20
"""So many misprints of a kind are told; more say nothing new."""


def find(flat: str, start: int, end: int) -> Iterator[Misprint]:
    """The misprints between two offsets."""
    text = flat[start:end]
    yield from _doubled(flat, text, start)
    yield from _glued(text, start)
    yield from _unreadable(text, start)


@cache
def _listed(what: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows("reduplications") if row[1] == what)


def _doubled(flat: str, text: str, offset: int) -> Iterator[Misprint]:
    words = text.split()
    position = told = 0
    for index in [index for index, (word, after) in enumerate(zip(words, words[1:], strict=False)) if word == after]:
        word = words[index]
        if not word.isalpha() or word in _listed("doubled"):
            continue
        place = text.find(f"{word} {word}", position)
        if place < 0 or told >= _MOST:
            continue
        position = place + len(word)
        before = words[index - 1] if index else ""
        behind = words[index + 2] if index + 2 < len(words) else ""
        if word.casefold() in _listed("slip") or not _shared(flat, before, word, behind):
            told += 1
            yield Misprint("doubled-word", f"Từ “{word}” lặp lại hai lần liền nhau.", (offset + place, offset + place + 2 * len(word) + 1))


def _shared(flat: str, before: str, word: str, behind: str) -> bool:
    """Whether two words meet that share a syllable: both pairs then also stand elsewhere (`cơ quan` + `quan tâm`)."""
    if not before or not behind:
        return False
    first, second = f"{before} {word}", f"{word} {behind.rstrip('.,;:')}"
    return flat.count(first) > 1 and flat.count(second) > 1


def _glued(text: str, offset: int) -> Iterator[Misprint]:
    told = 0
    for match in _GLUED_DATE.finditer(text):
        start = _word_start(text, match.start())
        if match.start() - start <= _LONGEST_WORD and told < _MOST:
            told += 1
            yield Misprint("glued-word", f"“{text[start:match.end()]}” viết liền, thiếu dấu cách.", (offset + start, offset + match.end()))
    tokens = {token for token in set(text.split()) if len(token) >= _SHORTEST - 1}
    for token in sorted(tokens):
        for match in _WORD.finditer(token):
            parts = _parts(match.group()) if len(match.group()) >= _SHORTEST - 1 else None
            if parts is None or told >= _MOST:
                continue
            place = text.find(match.group())
            told += 1
            yield Misprint(
                "glued-word",
                f"“{match.group()}” có lẽ là “{parts}” viết liền.",
                (offset + place, offset + place + len(match.group())),
            )


_LONGEST_WORD = 10


def _word_start(text: str, end: int) -> int:
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return start


def _parts(word: str) -> str | None:
    """The two words that a glued one is made of, `THỰCHIỆN` → `THỰC HIỆN`; None for anything else."""
    if not _MARKED.search(word):
        return None
    camel = _CAMEL.search(word)
    if camel and camel.start() > 1:
        first, second = word[: camel.start()], word[camel.start() :]
        known = _is_word(first) and (_is_word(second) or second in _ABBREVIATIONS)
        return f"{first} {second}" if known and not first.isupper() else None
    if not (word.islower() or word.isupper()) or len(word) < _SHORTEST:
        return None
    small = word.lower()
    if _SYLLABLE.fullmatch(small) or small in _listed("foreign"):
        return None
    for cut in range(len(word) - 2, 1, -1):
        if _is_word(small[:cut]) and _is_word(small[cut:]) and _MARKED.search(small[cut:]):
            return f"{word[:cut]} {word[cut:]}"
    return None


_ABBREVIATIONS = frozenset({"UBND", "HĐND", "UBMTTQ", "MTTQ", "NQ", "QĐ", "TW", "CP"})


def _is_word(text: str) -> bool:
    return len(text) > 1 and _SYLLABLE.fullmatch(text.lower()) is not None


def _unreadable(text: str, offset: int) -> Iterator[Misprint]:
    spans = [match.span() for match in _MOJIBAKE.finditer(text)]
    if not text.isascii():
        spans += _clusters([match.span() for match in _ODD.finditer(text)])
    spans += _clusters([match.span() for match in _RUBBISH.finditer(text)])
    for start, end in sorted(spans)[:_MOST]:
        yield Misprint("unreadable", "Đoạn này không đọc được (lỗi phông chữ hoặc nhận dạng).", (offset + start, offset + end))


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
