"""Markdown to text: its marks taken off, its lists and tables in the form that the stages after know."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_SIGNS: Final = re.compile(
    r"^#{1,6} +\S|^\|?[ :]*-{3,}[ :]*\|[ :|-]*$|^```|\*\*[^\s*][^*\n]{0,300}\*\*"
    r"|\[[^\[\]\n]{1,200}\]\([^()\[\]\s]{1,500}\)|^[*+] +\S",
    re.MULTILINE,
)
_ENOUGH_SIGNS: Final = 2
_SURE: Final = re.compile(r"^#{1,6} +\S|^\|?[ :]*-{3,}[ :]*\|[ :|-]*$|\*\*[^\s*][^*\n]{0,300}\*\*", re.MULTILINE)

_FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)[^\n]*\n?", re.MULTILINE)
_HEADING: Final = re.compile(r"^ {0,3}#{1,6} +([^\n]*)$", re.MULTILINE)
_RULE: Final = re.compile(r"^ {0,3}(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$\n?", re.MULTILINE)
_TABLE_RULE: Final = re.compile(r"^ {0,3}\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$\n?", re.MULTILINE)
_BULLET: Final = re.compile(r"^( {0,12})[*•] +(?=\S)", re.MULTILINE)
_QUOTE: Final = re.compile(r"^ {0,3}(?:> ?){1,5}", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"(\*{1,3}|~~)(?=\S)([^*~\n]{1,2000}?)(?<=\S)\1")
_UNDERSCORE: Final = re.compile(r"(?<!\w)(_{1,2})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?!\w)")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\[\]\s]{0,1000}(?: \"[^\"\n]{0,200}\")?\)")
_CODE: Final = re.compile(r"`([^`\n]{1,500})`")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_BREAK: Final = re.compile(r"<br ?/?>", re.IGNORECASE)
_BROKEN_ROW: Final = re.compile(r"^( {0,3}\|[^\n]*[^|\s])[ ]*\n(?=[^\n|]+\|[^\n]*\|[ ]*$)", re.MULTILINE)
"""A row whose cell was broken over two lines; the next line does not begin with a bar, but ends with one."""
_TABLE_ROW: Final = re.compile(r"^ {0,3}\|?([^\n|]*(?:\|[^\n|]*)+)\|?[ ]*$", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether a text bears enough marks of Markdown; official prose with a lone `*` or a table of ours does not."""
    sample = text[:100_000]
    if not _SURE.search(sample):
        return False
    return sum(1 for _, _ in zip(_SIGNS.finditer(sample), range(_ENOUGH_SIGNS), strict=False)) >= _ENOUGH_SIGNS


def plain(text: str) -> str:
    """The text without its marks; numbers, dashes and the words stay as they are.

    >>> plain("## I. MỤC ĐÍCH\\n* **Sở Ngoại vụ** chủ trì")
    'I. MỤC ĐÍCH\\n- Sở Ngoại vụ chủ trì'
    """
    text = text.replace("\r\n", "\n")
    if _TABLE_RULE.search(text):
        text = _TABLE_ROW.sub(_row, _BROKEN_ROW.sub(r"\1 ", _TABLE_RULE.sub("", text)))
    for pattern, kept in _STEPS:
        text = pattern.sub(kept, text)
    return text


def _heading(match: re.Match[str]) -> str:
    return match.group(1).rstrip().rstrip("#").rstrip()


_STEPS: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (_FENCE, ""),
    (_RULE, ""),
    (_HEADING, _heading),
    (_QUOTE, ""),
    (_BULLET, r"\1- "),
    (_BREAK, "\n"),
    (_LINK, r"\1"),
    (_CODE, r"\1"),
    (_EMPHASIS, r"\2"),
    (_EMPHASIS, r"\2"),
    (_UNDERSCORE, r"\2"),
    (_ESCAPE, r"\1"),
)


def _row(match: re.Match[str]) -> str:
    cells = _BREAK.sub(" ", match.group(1)).strip().strip("|").split("|")
    return "| " + " | ".join(cell.strip() for cell in cells) + " |"
