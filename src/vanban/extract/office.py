"""DOC, ODT and RTF: LibreOffice makes a DOCX of them, in a profile of its own with macros off, and that is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from vanban.extract import docx, programs
from vanban.extract.archive import Archive
from vanban.extract.document import MAX_FILE_BYTES, Extracted, refusal
from vanban.extract.xmltree import parse

_SECONDS: Final = 120.0
"""LibreOffice starts in 1-5 seconds and converts a hundred pages in about ten; the first start is slower."""

_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_MANIFEST: Final = "META-INF/manifest.xml"
_RTF_OBJECT: Final = re.compile(rb"\\objupdate|\\objautlink", re.IGNORECASE)

_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
"""Macros never run, links to other places are never followed."""


def read(content: bytes) -> Extracted:
    """The text of a DOC or RTF. Other files of the same container, such as XLS, are refused."""
    if content.startswith(b"\xd0\xcf"):
        if _ENCRYPTED_STREAM in content:
            raise refusal("encrypted")
        if _WORD_STREAM not in content:
            raise refusal("unknown-type")
        if _word_is_encrypted(content):
            raise refusal("encrypted")
        return convert(content, "doc")
    return convert(_RTF_OBJECT.sub(rb"\\objignored", content), "rtf")


def read_opendocument(content: bytes, archive: Archive) -> Extracted:
    """The text of an ODT whose parts have been found harmless."""
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise refusal("encrypted")
    if "content.xml" not in archive:
        raise refusal("damaged")
    for name in ("content.xml", "styles.xml"):
        if name in archive:
            parse(archive.read(name))
    return convert(content, "odt")


def convert(content: bytes, kind: str) -> Extracted:
    """The text of a file of LibreOffice's, by way of DOCX.

    Raises ReadingError: `missing-program`, `timeout`, `damaged`.
    """
    program = programs.find("soffice")
    with programs.workplace() as place:
        source = place / f"document.{kind}"
        source.write_bytes(content)
        profile = place / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(place / "out"), str(source)),
        ]
        programs.run(command, place, seconds=_SECONDS)
        converted = _result(place / "out" / "document.docx")
    return docx.read(Archive(converted))._replace(type=kind)


def _result(path: Path) -> bytes:
    if not path.is_file():  # LibreOffice reports success even where it made nothing
        raise refusal("damaged")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise refusal("too-large")
    return path.read_bytes()


def _word_is_encrypted(content: bytes) -> bool:
    """Whether the file information block says so ([MS-DOC] 2.5.2: bit 8 of the flags at offset 10)."""
    place = content.find(b"\xec\xa5", 512)
    return place >= 0 and place % 512 == 0 and len(content) > place + 12 and bool(content[place + 11] & 1)
