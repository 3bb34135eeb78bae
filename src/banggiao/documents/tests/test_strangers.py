"""Files of strangers at a server that really runs: refused in words, no trace of secrets, never served as a page."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Word

from banggiao.testing.documents import plan_text
from banggiao.testing.processes import Person, banggiao, served, set_up

MARK = "DAU-VET-8f2c51"
SECRET = plan_text(77).replace("Số: 77/KH-UBND", "MẬT\nSố: 77/KH-UBND").replace("hiệu quả", f"hiệu quả {MARK}")
PADDING = (MARK + "x" * 50).encode() * 50_000
"""Three megabytes: beyond what Django and waitress keep in memory by themselves."""


@dataclass(frozen=True)
class Place:
    """A running server: its folder, its scratch folder, what it said, who is at it, and its process."""

    folder: Path
    scratch: Path
    log: Path
    person: Person
    process: int

    def peak_memory(self) -> int:
        """Bytes that the process held at most."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder, scratch = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("scratch")
    log = tmp_path_factory.mktemp("log") / "server.log"
    set_up(folder)
    with served(folder, log=log, TMPDIR=str(scratch)) as (address, process):
        yield Place(folder, scratch, log, Person(address).sign_in(), process.pid)


def traces(place: Place) -> list[str]:
    """Files that hold the mark, in whatever encoding."""
    forms = [MARK.encode(), MARK.encode("utf-16-le")]
    roots = [
        place.folder,
        place.scratch,
        place.log.parent,
        *Path("/dev/shm").glob(f"banggiao-reader-{place.process}-*"),
    ]
    files = [file for root in roots for file in root.rglob("*") if file.is_file()]
    return [str(file) for file in files if any(form in file.read_bytes() for form in forms)]


def word_file(text: str) -> bytes:
    document = Word()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as packed:
        packed.writestr("word/media/anh.bin", PADDING)
    return out.getvalue()


def converted(content: bytes, kind: str, folder: Path) -> bytes:
    (folder / "mat.docx").write_bytes(content)
    program = shutil.which("soffice")
    assert program
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind, "--outdir",
         str(folder), str(folder / "mat.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / f"mat.{kind}").read_bytes() + PADDING


def test_a_secret_leaves_no_trace_at_a_running_server(place: Place, tmp_path: Path) -> None:
    document = word_file(SECRET)
    files = {"mat.txt": SECRET.encode() + b"\n" + PADDING, "mat.docx": document}
    if shutil.which("soffice"):
        files |= {f"mat.{kind}": converted(document, kind, tmp_path) for kind in ("pdf", "doc")}
    for name, content in files.items():
        assert len(content) > 2_500_000
        status, answer = place.person.upload({name: content})
        assert status == 200
        assert "receipt-refused" in answer, name
        assert "dấu chỉ độ mật" in answer, name
        assert MARK not in answer
    assert traces(place) == []
    assert list(place.scratch.iterdir()) == []


def test_a_secret_from_the_terminal_leaves_no_trace_beside_itself(place: Place, tmp_path: Path) -> None:
    (tmp_path / "mat.docx").write_bytes(word_file(SECRET))
    refused = banggiao(place.folder, "import", str(tmp_path), TMPDIR=str(place.scratch))
    assert refused.returncode == 1
    assert "dấu chỉ độ mật" in refused.stdout
    assert MARK not in refused.stdout + refused.stderr
    assert traces(place) == []
    assert list(place.scratch.iterdir()) == []


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


NOISE = random.Random(7)
TYPES = b"<Types/>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>'
HOSTILE: dict[str, bytes] = {
    "trong.docx": b"",
    "ngau-nhien.pdf": NOISE.randbytes(200_000),
    "cat-cut.pdf": b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[3 0",
    "bom.docx": _zip(Content__Types_xml=TYPES, word__document_xml=b"0" * (200 * 2**20)),
    "thuc-the.docx": _zip(Content__Types_xml=TYPES, word__document_xml=ENTITIES),
    "macro.docx": _zip(Content__Types_xml=TYPES, word__document_xml=b"<w:document/>", word__vbaProject=b"\xd0\xcf"),
    "long-nhau.html": b"<html><body>" + b"<div><table><tr><td>" * 100_000 + b"x",
    "../../../etc/cron.d/x.docx": b"PK\x03\x04" + b"x" * 500,
    "C:\\Windows\\x.exe": b"MZ" + NOISE.randbytes(5_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_in_words_and_the_server_stays_up(place: Place, name: str) -> None:
    status, answer = place.person.upload({name: HOSTILE[name]})
    assert status == 200
    assert "receipt-" in answer
    assert name == "long-nhau.html" or "receipt-refused" in answer
    assert "/etc/" not in answer
    assert place.person.get("/van-ban/nhap/")[0] == 200


def test_pathological_repeats_are_read_like_anything_else(place: Place) -> None:
    for name, content in {"lap.txt": "số " * 350_000, "ngoac.txt": "(" * 1_000_000}.items():
        status, answer = place.person.upload({name: content.encode()})
        assert status == 200
        assert "receipt-" in answer


def test_too_much_is_refused_and_costs_a_bounded_amount_of_memory(place: Place) -> None:
    status, answer = place.person.upload({"lon.pdf": b"%PDF-1.7\n" + bytes(101 * 2**20)})
    assert (status, "quá lớn" in answer) == (200, True)
    before = place.peak_memory()
    # The server turns away what is larger than any document before it has taken it in.
    beyond = _declared(place, 300 * 2**20)
    assert beyond in (0, 413)
    assert place.person.get("/van-ban/nhap/")[0] == 200
    assert place.peak_memory() < 800 * 2**20
    assert place.peak_memory() - before < 50 * 2**20


def _declared(place: Place, size: int) -> int:
    """What the server answers to a request that says it is so large; 0 where it hangs up."""
    try:
        return place.person.upload({"rat-lon.pdf": bytes(size)})[0]
    except OSError:
        return 0


def test_many_files_at_once_are_all_answered(place: Place) -> None:
    files = {f"{number}.txt": plan_text(500 + number).encode() for number in range(25)}
    status, answer = place.person.upload(files)
    assert (status, answer.count("receipt-received")) == (200, 25)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("trang.html", b"<html><body><p>" + plan_text(601).encode() + b"</p><script>alert(1)</script></body></html>"),
        ("hinh.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>Ke hoach</text></svg>'),
        ("du-lieu.xml", b'<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></x>'),
    ],
)
def test_what_could_run_in_a_browser_is_never_served_as_a_page(place: Place, name: str, content: bytes) -> None:
    status, answer = place.person.upload({name: content})
    assert status == 200
    assert "<script>alert" not in answer
    kept = re.search(r'hx-get="/van-ban/nhap/(\d+)/"', answer)
    if kept is None:
        assert "receipt-refused" in answer
        return
    headers = _headers(place, f"/van-ban/{kept[1]}/tep/")
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert "<script>alert" not in place.person.get(f"/van-ban/{kept[1]}/")[1]


def _headers(place: Place, path: str) -> Any:
    with place.person.open(path) as answer:
        return answer.headers
