"""How names sound, and whether they can be Vietnamese.

Every office spells foreign names its own way: `Bolykhămxay`, `Bolikhamsay` and `Bô-ly-khăm-xay` sound alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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


def bare(word: str) -> str:
    """A lower-case word without its marks."""
    return word.translate(_BARE)


def sound(name: str) -> str:
    """How a name sounds, for telling whether two spellings are one name."""
    return heard(name.lower())


def letter_of(letter: str) -> str:
    """The letter under which a foreign name is filed, one for all that its first sound may be written with."""
    return (letter.translate(_LOUD) or letter).replace("c", "k")


@lru_cache(maxsize=4096)
def heard(lowered: str) -> str:
    """How a lower-case name sounds."""
    letters = lowered.translate(_LOUD)
    if "h" in letters:
        letters = letters.replace("kh", "k").replace("th", "t").replace("ph", "p").replace("ch", "\1")
    return _DOUBLED.sub(r"\1", letters.replace("c", "k").replace("\1", "ch"))


@lru_cache(maxsize=4096)
def is_foreign(name: str) -> bool:
    """Whether a name cannot be Vietnamese: `Pocheon`, `Xa-vẳn-na-khệt`, but not `Huế`."""
    letters = name.lower().translate(_BARE)
    return len(letters) > 2 and not _SYLLABLES.fullmatch(letters) and not letters.isdigit()
