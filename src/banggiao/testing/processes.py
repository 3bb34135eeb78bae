"""The product as processes of their own, each with a folder of its own: what is killed must be real."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from uuid import uuid4

EMAIL, PASSWORD = "quan.tri@lamgiang.example", "một mật khẩu đủ dài"
LONGEST_START = 120.0
"""Seconds; a busy machine takes its time."""

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Nothing of this machine's settings but the path; data in `folder`."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    return {**kept, "DATA_DIR": str(folder), "PYTHONUTF8": "1", **more}


def banggiao(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "banggiao", *arguments],
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def start(folder: Path, *arguments: str, log: Path | None = None, **more: str) -> subprocess.Popen[bytes]:
    """Run the command beside the test; its words go into `log`."""
    with (log or Path(os.devnull)).open("ab") as words:
        return subprocess.Popen(
            [sys.executable, "-m", "banggiao", *arguments],
            env=environment(folder, **more),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            start_new_session=True,
        )


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started, without a word of warning."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def set_up(folder: Path) -> None:
    """A province with its first administrator."""
    done = banggiao(
        folder, "setup", "--province", "tỉnh Lam Giang", "--email", EMAIL, "--full-name", "Đỗ Quản Trị",
        "--password", PASSWORD,
    )  # fmt: skip
    if done.returncode:
        raise AssertionError(done.stderr)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(folder: Path, *, log: Path | None = None, jobs: int = 1, **more: str) -> Iterator[tuple[str, Any]]:
    """The address of a server that answers, and its process; killed at the end."""
    port = free_port()
    process = start(folder, "run", "--port", str(port), "--jobs", str(jobs), log=log, **more)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address, process
    finally:
        kill(process)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers."""
    end = monotonic() + LONGEST_START
    pause = threading.Event()
    while process.poll() is None and monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/tai-khoan/dang-nhap/", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            pause.wait(0.1)
    raise AssertionError(f"the server did not start: {process.poll()}")


class Person:
    """Somebody at a browser without JavaScript, as far as addresses and forms go."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD) -> Person:
        status, page = self.post("/tai-khoan/dang-nhap/", {"login": email, "password": password})
        if status != 200 or "Đăng xuất" not in page:
            raise AssertionError(page[:3000])
        return self

    def open(self, path: str) -> Any:
        """The answer itself, headers and all."""
        return self._opener.open(self.address + path, timeout=120)

    def get(self, path: str) -> tuple[int, str]:
        return self._send(urllib.request.Request(self.address + path))

    def post(self, path: str, fields: Mapping[str, str], *, token: str = "") -> tuple[int, str]:
        """Send a form as it stands on its page, with the token of that page unless another is at hand."""
        content = urlencode({**fields, "csrfmiddlewaretoken": token or self.token(path)}).encode()
        return self._send(urllib.request.Request(self.address + path, data=content, headers=self._headers()))

    def upload(self, files: Mapping[str, bytes], *, path: str = "/van-ban/nhap/", token: str = "") -> tuple[int, str]:
        """Bring files in as the page does: the answer is what became of each, and nothing else."""
        mark = uuid4().hex
        parts = [_part(mark, "csrfmiddlewaretoken", (token or self.token(path)).encode(), "")]
        parts += [_part(mark, "files", content, name) for name, content in files.items()]
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        headers = {**self._headers(), "Content-Type": f"multipart/form-data; boundary={mark}", "HX-Request": "true"}
        return self._send(urllib.request.Request(self.address + path, data=body, headers=headers))

    def token(self, path: str) -> str:
        _status, page = self.get(path)
        found = _TOKEN.search(page)
        if found is None:
            raise AssertionError(page[:3000])
        return found[1]

    def _headers(self) -> dict[str, str]:
        return {"Referer": self.address + "/", "Origin": self.address}

    def _send(self, request: urllib.request.Request) -> tuple[int, str]:
        try:
            with self._opener.open(request, timeout=120) as answer:
                return int(answer.status), answer.read().decode("utf-8", "replace")
        except HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode("utf-8", "replace")


def _part(mark: str, field: str, content: bytes, name: str) -> bytes:
    file = f'; filename="{name}"\r\nContent-Type: application/octet-stream' if name else ""
    head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"{file}\r\n\r\n'
    return head.encode() + content + b"\r\n"
