"""Seconds from the upload of a plan of some fifteen pages to its review page, as the browser does it.

A real `banggiao run` on a free port with a folder of its own and its usual jobs in the same process; every file is of
a plan of its own, since the same one would be refused as a duplicate.
"""

from __future__ import annotations

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.conversions import as_docx, as_pdf, office
from bench.shared import ROOT, texts

ROUNDS = 5
GOAL = 2.0
"""Seconds."""

ASKS_AGAIN = 0.3
"""Seconds after which the page asks how far the reading is."""

EMAIL, PASSWORD = "quan.tri@lamgiang.example", "Do thoi gian nhap van ban"


def run() -> None:
    name, source = max(texts(), key=lambda entry: len(entry[1]))
    print(f"{name}, {len(source):,} characters; from upload to the review page, best and median of {ROUNDS}")
    with tempfile.TemporaryDirectory() as folder, _serving(Path(folder)) as address:
        browser = Browser(address)
        browser.sign_in()
        for kind in ("docx", "pdf") if office() else ("docx",):
            files = [_file(Path(folder), name, source, kind, number) for number in range(ROUNDS + 1)]
            seconds = sorted([browser.take_in(file) for file in files][1:])  # the first one finds everything cold
            median = seconds[len(seconds) // 2]
            print(f"{kind:5} {seconds[0]:.2f} s {median:.2f} s{'' if median < GOAL else '   !'}", flush=True)


def _file(folder: Path, name: str, source: str, kind: str, number: int) -> Path:
    """The plan under a number of its own."""
    own = re.sub(r"(Số:?\s*)\d*(\s*/)", rf"\g<1>{number + 1}{'' if kind == 'docx' else '0'}\g<2>", source, count=1)
    docx = as_docx(own, folder / f"{name}-{kind}-{number}.docx")
    return docx if kind == "docx" else as_pdf(docx)


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """The address of a server with one administrator."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = Path(sys.executable).with_name("banggiao")
    environment = os.environ | {"DATA_DIR": str(folder / "var"), "DATABASE_URL": ""}
    person = ("--email", EMAIL, "--full-name", "Đỗ Quản Trị", "--password", PASSWORD)
    subprocess.run(
        [command, "setup", "--province", "tỉnh Lam Giang", *person],
        cwd=ROOT, env=environment, check=True, capture_output=True,
    )  # fmt: skip
    with subprocess.Popen(
        [command, "run", "--port", str(port)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    ) as server:
        try:
            _await(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _await(port: int) -> None:
    for _try in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


class Browser:
    """What a browser sends while somebody takes a file in."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))

    def sign_in(self) -> None:
        page = "/tai-khoan/dang-nhap/"
        self._get(page)
        self._post(page, {"login": EMAIL, "password": PASSWORD})

    def take_in(self, file: Path) -> float:
        """Seconds until the review page has come."""
        self._get("/van-ban/nhap/")
        content = file.read_bytes()
        began = time.perf_counter()
        answer = self._post("/van-ban/nhap/", {}, file=(file.name, content), headers={"HX-Request": "true"})
        found = re.search(r'id="receipt-(\d+)"', answer)
        if found is None:
            raise AssertionError(answer)
        while 'hx-trigger="load' in self._get(f"/van-ban/nhap/{found[1]}/"):
            time.sleep(ASKS_AGAIN)
        self._get(f"/van-ban/{found[1]}/ra-soat/")
        return time.perf_counter() - began

    def _get(self, path: str) -> str:
        with self._opener.open(self._address + path) as response:
            return str(response.read().decode())

    def _post(
        self,
        path: str,
        values: dict[str, str],
        *,
        file: tuple[str, bytes] | None = None,
        headers: dict[str, str] | None = None,
    ) -> str:
        token = next(cookie.value or "" for cookie in self._cookies if cookie.name == "csrftoken")
        mark = "----banggiao"
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in {**values, "csrfmiddlewaretoken": token}.items()
        ]
        if file:
            head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{file[0]}"\r\n\r\n'
            parts.append(head.encode() + file[1] + b"\r\n")
        request = urllib.request.Request(
            self._address + path,
            data=b"".join([*parts, f"--{mark}--\r\n".encode()]),
            headers={"Content-Type": f"multipart/form-data; boundary={mark}", **(headers or {})},
        )
        with self._opener.open(request) as response:
            return str(response.read().decode())
