"""Styles of a DOCX as far as they change the text: numbering and fonts of the legacy encodings."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from vanban.extract.docx_names import BASED_ON, FONTS, ILVL, NUM_ID, NUM_PR, PARAGRAPH_PROPS, RUN_PROPS, VAL, W

_STYLE_DEPTH = 20
"""Styles based on styles; Word's own templates stay under 6."""


class NumberingRef(NamedTuple):
    """A paragraph's place in a list: `level` is None where only the list is named."""

    number: str | None
    level: int | None


class Style(NamedTuple):
    """What a style says itself, without what it is based on."""

    based_on: str | None
    numbering: NumberingRef | None
    font: str | None


class Styles:
    """Look-up of inherited properties."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        self.default_font: str | None = None
        if root is None:
            return
        fonts = root.find(f"{W}docDefaults/{W}rPrDefault/{RUN_PROPS}/{FONTS}")
        self.default_font = font_of(fonts)
        for style in root.iterfind(f"{W}style"):
            identifier = style.get(f"{W}styleId", "")
            self._styles[identifier] = _read(style)
            if style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph":
                self.default_paragraph = identifier

    def numbering(self, style: str | None) -> NumberingRef | None:
        """The list a style puts its paragraphs into, inherited ones included."""
        number: str | None = None
        level: int | None = None
        for entry in self._chain(style):
            if entry.numbering:
                number = entry.numbering.number if number is None else number
                level = entry.numbering.level if level is None else level
        return None if number is None else NumberingRef(number, level)

    def font(self, style: str | None) -> str | None:
        """The font a style names, inherited ones included."""
        return next((entry.font for entry in self._chain(style) if entry.font), None)

    def _chain(self, style: str | None) -> list[Style]:
        chain: list[Style] = []
        while style is not None and style in self._styles and len(chain) < _STYLE_DEPTH:
            chain.append(self._styles[style])
            style = chain[-1].based_on
        return chain


def numbering_of(properties: Element | None) -> NumberingRef | None:
    """The w:numPr of paragraph properties."""
    place = properties.find(NUM_PR) if properties is not None else None
    if place is None:
        return None
    number, level = place.find(NUM_ID), place.find(ILVL)
    return NumberingRef(
        number.get(VAL) if number is not None else None,
        whole(level.get(VAL), 0) if level is not None else None,
    )


def font_of(fonts: Element | None) -> str | None:
    """The font of western letters in a w:rFonts."""
    return (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")) if fonts is not None else None


def whole(value: str | None, default: int) -> int:
    """A whole number of an attribute, bounded, or the default."""
    try:
        return max(-1, min(int(value or default), 100_000))
    except ValueError:
        return default


def _read(style: Element) -> Style:
    based_on = style.find(BASED_ON)
    return Style(
        based_on.get(VAL) if based_on is not None else None,
        numbering_of(style.find(PARAGRAPH_PROPS)),
        font_of(style.find(f"{RUN_PROPS}/{FONTS}")),
    )
