"""Gathers the words of pages for translation, and compiles the translations: `scripts/messages.py update|compile`.

Vietnamese is the language of the source; `locale/en` of each app holds the English. `locale/vi` of ui holds the
Vietnamese of what packages of others say in English. Works without GNU gettext: Babel reads and writes the catalogues.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/banggiao"
ENGLISH = "locale/en/LC_MESSAGES/django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

_PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


def main() -> None:
    """Update or compile."""
    if sys.argv[1:] == ["update"]:
        for app in apps():
            update(app)
    compile_all()


def apps() -> list[Path]:
    """Every package with words of its own."""
    found = {file.parent for file in PACKAGE.glob("**/apps.py")} | {PACKAGE / "cli"}
    return sorted(app for app in found if (app / "__init__.py").exists())


def update(app: Path) -> None:
    """Take in new words, leave out those that are gone, keep what is translated."""
    words = gathered(app)
    file = app / ENGLISH
    if not words and not file.exists():
        return
    catalog = _read(file)
    template = Catalog()
    for message, context in words:
        template.add(message, context=context)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, catalog, omit_header=True, no_location=True, sort_output=True, width=120)


def gathered(app: Path) -> list[tuple[str | tuple[str, str], str | None]]:
    """The words of one app: of its Python, its templates and its mails."""
    return sorted(set(_words(app)), key=str)


def missing(app: Path) -> list[str]:
    """Words of an app that have no English yet."""
    catalog = _read(app / ENGLISH)
    return [str(message) for message, context in gathered(app) if not _has(catalog, message, context)]


def broken(app: Path) -> list[str]:
    """Translations that lost or invented a `%(value)s`; such a page would fail when it is shown."""
    faults = []
    for file in app.glob("locale/*/LC_MESSAGES/django.po"):
        for entry in _read(file):
            originals = entry.id if isinstance(entry.id, tuple) else (entry.id,)
            strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            wanted = {place for original in originals for place in _PLACE.findall(original)}
            if entry.id and any(string and set(_PLACE.findall(string)) != wanted for string in strings):
                faults.append(f"{file.parts[-3]}: {originals[0]}")
    return faults


def fuzzy(app: Path) -> list[str]:
    """Translations that were guessed from similar words, which gettext leaves out."""
    return [_word(entry) for entry in _read(app / ENGLISH) if entry.id and entry.fuzzy]


def obsolete(app: Path) -> list[str]:
    """English of words that no page says any more."""
    said = {(message if isinstance(message, str) else message[0], context) for message, context in gathered(app)}
    catalog = _read(app / ENGLISH)
    left = [_word(entry) for entry in catalog if entry.id and (_word(entry), entry.context) not in said]
    return left + [str(key) for key in catalog.obsolete]


def ambiguous() -> list[str]:
    """Words that two apps translate differently without telling them apart by a context."""
    english: dict[tuple[str, str | None], set[str | tuple[str, ...]]] = {}
    for app in apps():
        for entry in _read(app / ENGLISH):
            if entry.id:
                english.setdefault((_word(entry), entry.context), set()).add(entry.string)
    return sorted(word for (word, _context), strings in english.items() if len(strings) > 1)


def compile_all() -> None:
    """Write the .mo file of every catalogue."""
    for file in PACKAGE.glob("**/locale/*/LC_MESSAGES/django.po"):
        with file.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, _read(file))


def _word(entry: Message) -> str:
    return str(entry.id[0] if isinstance(entry.id, tuple) else entry.id)


def _has(catalog: Catalog, message: str | tuple[str, str], context: str | None) -> bool:
    entry = catalog.get(message[0] if isinstance(message, tuple) else message, context)
    return entry is not None and bool(entry.string) and (isinstance(entry.string, str) or all(entry.string))


def _words(app: Path) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    for file in sorted(app.rglob("*")):
        if file.suffix not in (".py", ".html", ".txt") or {"tests", "migrations", "locale"} & set(file.parts):
            continue
        if file.suffix != ".py" and "templates" not in file.parts:
            continue
        source = file.read_text(encoding="utf-8")
        code = source if file.suffix == ".py" else _templatized(source, file)
        for _line, message, _comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS):
            yield (message if isinstance(message, str) else tuple(message)), context


def _templatized(source: str, file: Path) -> str:
    """A template as Python calls; what it is indented by means nothing."""
    return "\n".join(line.strip() for line in templatize(source, origin=str(file)).splitlines())


def _read(file: Path) -> Catalog:
    if not file.exists():
        return Catalog(locale="en", charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parts[-3], charset="utf-8")


if __name__ == "__main__":
    main()
