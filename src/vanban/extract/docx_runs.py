"""The text of one DOCX paragraph, and the text boxes anchored in it."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from vanban.extract.docx_names import (
    ALTERNATE,
    BOX,
    CHOICE,
    DRAWINGS,
    FALLBACK,
    FONTS,
    MATH_TEXT,
    RUN,
    RUN_PROPS,
    RUN_STYLE,
    TEXT,
    TRANSPARENT,
    VAL,
    W,
)
from vanban.extract.docx_styles import Styles, font_of

_FIXED: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_SYMBOL: Final = f"{W}sym"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SYMBOLS: Final = {
    0xF02D: "-",
    0xF0A3: "≤",
    0xF0A7: "•",
    0xF0B0: "°",
    0xF0B1: "±",
    0xF0B7: "•",
    0xF0D8: "•",
    0xF0FC: "✓",
}
"""Signs of the Symbol and Wingdings fonts that plans use as bullets and in targets; others say nothing."""

Piece = tuple[str, str | None]
"""Text with the font it is set in, None where no font matters."""


class Runs:
    """Collects the pieces of paragraphs; `fonts` is set where the document uses legacy fonts."""

    def __init__(self, styles: Styles, *, fonts: bool) -> None:
        self._styles = styles
        self._fonts = fonts

    def collect(self, paragraph: Element, style: str | None) -> tuple[list[Piece], list[Element]]:
        """The pieces of a paragraph in order, and its text boxes (each once)."""
        pieces: list[Piece] = []
        boxes: list[Element] = []
        base = (self._styles.font(style) or self._styles.default_font) if self._fonts else None
        self._inline(paragraph, base, pieces, boxes, 0)
        return pieces, boxes

    def _inline(self, parent: Element, base: str | None, pieces: list[Piece], boxes: list[Element], depth: int) -> None:
        if depth > _INLINE_DEPTH:
            return
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, base, pieces, boxes)
            elif tag in TRANSPARENT:
                self._inline(child, base, pieces, boxes, depth + 1)
            elif tag.startswith(_MATH):
                pieces.extend((text.text, None) for text in child.iter(MATH_TEXT) if text.text)

    def _run(self, run: Element, base: str | None, pieces: list[Piece], boxes: list[Element]) -> None:
        font = self._font(run, base) if self._fonts else None
        for child in run:
            tag = child.tag
            if tag == TEXT:
                if child.text:
                    pieces.append((child.text, font))
            elif tag in _FIXED:
                pieces.append((_FIXED[tag], font))
            elif tag == _SYMBOL:
                pieces.append((_symbol(child), None))
            elif tag in DRAWINGS:
                boxes.extend(_boxes(child))

    def _font(self, run: Element, base: str | None) -> str | None:
        properties = run.find(RUN_PROPS)
        if properties is None:
            return base
        own = font_of(properties.find(FONTS))
        if own:
            return own
        style = properties.find(RUN_STYLE)
        return (self._styles.font(style.get(VAL)) if style is not None else None) or base


_INLINE_DEPTH: Final = 30
"""Links within insertions within controls: Word's own files stay under 6."""


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(code | 0xF000 if code < 0x100 else code, "")


def _boxes(drawing: Element) -> list[Element]:
    """The outermost text boxes of a drawing; of two alternatives the first that holds any text."""
    found: list[Element] = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == BOX:
            found.append(element)
        elif element.tag == ALTERNATE:
            chosen = [child for child in element if child.tag in (CHOICE, FALLBACK)]
            waiting.extend(next(([child] for child in chosen if child.find(f".//{BOX}") is not None), []))
        else:
            waiting.extend(reversed(element))
    return found
