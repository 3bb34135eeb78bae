"""Small plans made by hand: a reading without reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vanban.findings import Assignment, Letterhead, Node, Span
from vanban.reading import Reading

Duty = tuple[str, tuple[str, ...], str]
"""Path of the node it stands in, agencies, words."""

HEADINGS = {"I": "MỤC ĐÍCH, YÊU CẦU", "II": "NỘI DUNG", "III": "TỔ CHỨC THỰC HIỆN", "IV": "KINH PHÍ"}


def plan(nodes: dict[str, str], duties: Iterable[Duty] = (), **changes: Any) -> Reading:
    """A reading whose text is its nodes, line by line.

    `nodes` leads from path to words; headings named in `HEADINGS` need no words. A path behind a `/` is an item.
    Each duty stands where its words first occur behind the start of its node, else on the whole node.
    """
    text, outline, places = "", [], {}
    for path, words in nodes.items():
        words = words or HEADINGS[path]
        marker = "- " if "/" in path else f"{path.rsplit('.', 1)[-1]}. "
        start = len(text) + len(marker)
        above = path.rsplit("/", 1)[0] if "/" in path else path.rsplit(".", 1)[0] if "." in path else None
        kind = "item" if "/" in path else "section" if "." in path else "part"
        places[path] = len(outline)
        parent = places.get(above) if above else None
        outline.append(Node(path, kind, marker.strip(), words, (start, start + len(words)), parent))
        text += f"{marker}{words}\n"
    assignments = tuple(_duty(text, outline[places[path]], who, words) for path, who, words in duties)
    made: dict[str, Any] = {
        "text": text,
        "type": "text",
        "pages": (),
        "notes": (),
        "letterhead": Letterhead(kind="Kế hoạch", number="20/KH-UBND", title="Đối ngoại năm 2030", date="2030-01-20"),
        "outline": tuple(outline),
        "citations": (),
        "assignments": assignments,
        "deadlines": (),
        "targets": (),
        "partners": (),
        "warnings": (),
    }
    return Reading(**{**made, **changes})


def _duty(text: str, node: Node, agencies: tuple[str, ...], words: str) -> Assignment:
    found = text.find(words, node.span[0], node.span[1])
    span: Span = (found, found + len(words)) if found >= 0 else node.span
    return Assignment(node.path, agencies, "implement", (), words, span)
