"""Plain text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from typing import Final

from vanban.extract.document import MAX_TEXT_CHARS, Extracted, refusal

_CONTINUATION: Final = bytes(range(0x80, 0xC0))
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_CONTROL_TEXT: Final = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufffe\uffff]")
_WORD: Final = re.compile(r"[^\W\d_]")
_WESTERN: Final = re.compile("[\u00a1-\u00ff]")
_VIETNAMESE: Final = re.compile("[\u0300-\u0323\u1ea0-\u1ef9]")
_MARKDOWN: Final = re.compile(r"^(?:#{1,6} |\s?\|[ :|-]{3,}\||```|[-*] +\*\*)|\*\*[^\s*]", re.MULTILINE)
"""A first, cheap sign of Markdown; `vanban.extract.markdown` looks closer."""

_SAMPLE: Final = 65_536
_MAX_CONTROL_SHARE: Final = 0.005
"""Texts out of PDF converters hold a stray control character now and then; random bytes hold 10 %."""

_WIDE_HIGH: Final = frozenset((0x00, 0x01, 0x03, 0x1E, 0x20, 0x22, 0x25))
"""High bytes of UTF-16 in Vietnamese text: Latin, Vietnamese letters, combining marks, punctuation, frames."""

_MAX_SPOILT: Final = 0.01
"""Share of broken UTF-8 sequences up to which the rest is still worth reading."""

SPOILT_NOTE: Final = "Một số ký tự trong tệp bị hỏng, đã được thay bằng dấu \ufffd."


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a plain text file and notes about its encoding.

    Raises ReadingError: `unknown-type` for what is no text, `unreadable-encoding`, `too-large`.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _checked(_decode_wide(content[len(mark) :], name)), ()
    content = content.removeprefix(codecs.BOM_UTF8)
    wide = _wide(content)
    if wide:
        return _checked(_decode_wide(content, wide)), ()
    _refuse_binary(content)
    if len(content) > MAX_TEXT_CHARS and len(content.translate(None, _CONTINUATION)) > MAX_TEXT_CHARS:
        raise refusal("too-large")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_other(content)


_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _decode_wide(content: bytes, name: str) -> str:
    width = 4 if "32" in name else 2
    if len(content) // width > MAX_TEXT_CHARS:
        raise refusal("too-large")
    try:
        return content[: len(content) // width * width].decode(name)
    except UnicodeDecodeError as error:
        raise refusal("unknown-type") from error


def _checked(text: str) -> str:
    if len(_CONTROL_TEXT.findall(text, 0, _SAMPLE)) > _MAX_CONTROL_SHARE * min(len(text), _SAMPLE):
        raise refusal("unknown-type")
    return text


def _wide(content: bytes) -> str | None:
    """UTF-16 without its mark: every other byte comes from a handful of values, some of them 0."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    for name, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        fitting = sum(high.count(value) for value in _WIDE_HIGH)
        if fitting >= 0.97 * len(high) and low.count(0) < 0.05 * len(low):
            return name
    return None


def _refuse_binary(content: bytes) -> None:
    sample = content[:_SAMPLE]
    if b"\x00" in content or len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample):
        raise refusal("unknown-type")


def _decode_other(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Neither UTF-8 nor UTF-16: slightly spoilt UTF-8, or one of the encodings from before Unicode."""
    spoilt = content.decode("utf-8", errors="replace")
    many = len(content) - len(content.translate(None, bytes(range(0x80, 0x100))))
    if spoilt.count("\ufffd") <= max(1, _MAX_SPOILT * len(spoilt)) and spoilt.count("\ufffd") * 4 <= many:
        return spoilt, (SPOILT_NOTE,)
    from vanban.extract import legacy

    return legacy.decode(content)


def read(content: bytes) -> Extracted:
    """The text of a plain text or Markdown file."""
    text, notes = decode(content)
    if not text.strip():
        raise refusal("empty")
    if len(text) > MAX_TEXT_CHARS:
        raise refusal("too-large")
    if not _WORD.search(text):
        raise refusal("no-text")
    if not notes and _WESTERN.search(text) and not _VIETNAMESE.search(text):
        from vanban.extract import legacy

        text, name = legacy.repair(text)
        notes = (legacy.note(name),) if name else ()
    if _MARKDOWN.search(text):
        from vanban.extract import markdown

        if markdown.is_markdown(text):
            return Extracted(markdown.plain(text), (), "markdown", notes)
    return Extracted(text, (), "text", notes)
