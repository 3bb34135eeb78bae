"""Names of WordprocessingML elements, with their namespace (ECMA-376 part 1, 17)."""

from __future__ import annotations

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
TEXT_PATH: Final = "{urn:schemas-microsoft-com:vml}textpath"

VAL: Final = f"{W}val"
BODY: Final = f"{W}body"
PARAGRAPH: Final = f"{W}p"
PARAGRAPH_PROPS: Final = f"{W}pPr"
PARAGRAPH_STYLE: Final = f"{W}pStyle"
TABLE: Final = f"{W}tbl"
ROW: Final = f"{W}tr"
CELL: Final = f"{W}tc"
RUN: Final = f"{W}r"
RUN_PROPS: Final = f"{W}rPr"
RUN_STYLE: Final = f"{W}rStyle"
FONTS: Final = f"{W}rFonts"
TEXT: Final = f"{W}t"
BOX: Final = f"{W}txbxContent"
NUM_PR: Final = f"{W}numPr"
NUM_ID: Final = f"{W}numId"
ILVL: Final = f"{W}ilvl"
BASED_ON: Final = f"{W}basedOn"
ALTERNATE: Final = f"{MC}AlternateContent"
CHOICE: Final = f"{MC}Choice"
FALLBACK: Final = f"{MC}Fallback"

TRANSPARENT: Final = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo")
)
"""Wrappers whose content belongs to the text; w:del and w:moveFrom do not (tracked changes read as accepted)."""

DRAWINGS: Final = frozenset((f"{W}drawing", f"{W}pict", f"{W}object", ALTERNATE))
"""What may hold a text box."""
