"""Bytes to text with pages: what a document says, whatever it came in.

`extract` finds the type by content, never by name, and refuses what it cannot read in words (`document.REFUSALS`).
Readers are loaded when their type is met: a text file must not pay for the PDF library (cold start below 0.4 s).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from vanban.extract.document import Extracted
from vanban.extract.sniff import sniff
from vanban.extract.source import Source, load

__all__ = ["Extracted", "Source", "extract"]


def extract(source: Source) -> Extracted:
    """The text of a document given as path, bytes or binary file object.

    Raises ReadingError with one of the codes of `vanban.extract.document`.
    """
    content = load(source)
    kind = sniff(content)
    read: Callable[[bytes], Extracted] = import_module(f"vanban.extract.{_READERS[kind]}").read
    return read(content)


_READERS = {
    "text": "plain",
    "html": "html",
    "zip": "packed",
    "pdf": "pdf",
    "image": "scan",
    "ole": "office",
    "rtf": "office",
}
"""The module whose `read` takes the bytes of each kind that `sniff` tells apart."""
