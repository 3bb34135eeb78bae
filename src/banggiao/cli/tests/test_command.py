"""The command as somebody at a terminal meets it: processes of their own, an empty folder, a real port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from urllib.error import URLError

import pytest

PROVINCE = (
    "setup",
    "--province",
    "tỉnh Lam Giang",
    "--email",
    "quan.tri@lamgiang.example",
    "--full-name",
    "Đỗ Quản Trị",
    "--password",
    "một mật khẩu đủ dài",
)


SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "v3ry-l0ng-and-rand0m-" * 4,
    "ALLOWED_HOSTS": "bang-giao.lamgiang.example",
    "EMAIL_URL": "smtp://mail.lamgiang.example",
}


def environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    return {**kept, "DATA_DIR": str(folder), "PYTHONUTF8": "1"}


def banggiao(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "banggiao", *arguments],
        env={**environment(folder), **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `banggiao setup` has set up a province."""
    folder = tmp_path_factory.mktemp("province")
    done = banggiao(folder, *PROVINCE)
    assert done.returncode == 0, done.stderr
    assert "Đã lập tỉnh Lam Giang" in done.stdout
    return folder


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(province: Path, port: int) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of `banggiao run` once it answers, and its process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "banggiao", "run", "--port", str(port)],
        env=environment(province),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    end = monotonic() + 60
    while not _answers(address) and process.poll() is None:
        assert monotonic() < end, "the server did not start within a minute"
    yield address, process
    process.kill()
    process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/tai-khoan/dang-nhap/", timeout=5):
            return True
    except (URLError, ConnectionError, TimeoutError):
        return False


def test_a_second_set_up_leaves_the_first_alone(province: Path) -> None:
    again = banggiao(province, *PROVINCE)
    assert again.returncode == 1
    assert "Đã có người quản trị" in again.stderr and "Traceback" not in again.stderr


def test_what_is_missing_is_said_and_nothing_once_all_is_there(province: Path, tmp_path: Path) -> None:
    empty = banggiao(tmp_path, "check")
    assert empty.returncode == 1 and "chưa áp dụng" in empty.stdout and "1 lỗi phải sửa" in empty.stdout
    ready = banggiao(province, "check")
    assert ready.returncode == 0 and ready.stdout.strip().endswith("Mọi thứ sẵn sàng.")
    assert "✓ Người dùng" in ready.stdout and "có người quản trị" in ready.stdout


def test_the_demonstration_does_not_mix_with_a_province(province: Path) -> None:
    refused = banggiao(province, "demo")
    assert refused.returncode == 1 and "đã có người dùng, cơ quan hoặc văn bản" in refused.stderr
    refused = banggiao(province, "demo", "--new-passwords")
    assert refused.returncode == 1 and "không có dữ liệu trình diễn" in refused.stderr


def test_the_server_answers_with_its_assets_and_stops_in_order(served: tuple[str, subprocess.Popen[str]]) -> None:
    address, process = served
    with urllib.request.urlopen(f"{address}/tai-khoan/dang-nhap/") as page:
        assert "Đăng nhập" in page.read().decode()
        assert page.headers["Content-Security-Policy"] and "waitress" not in (page.headers["Server"] or "")
    with urllib.request.urlopen(f"{address}/static/vendor/tabler/tabler.min.css") as asset:
        assert asset.status == 200
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 0 and said.rstrip().endswith("Đang dừng…")


def test_a_port_that_is_taken_is_said_with_a_way_out(province: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        refused = banggiao(province, "run", "--port", str(number))
    assert refused.returncode == 1
    assert f"Cổng {number} đang được chương trình khác dùng" in refused.stderr


def test_nobody_is_served_without_encryption_in_production(tmp_path: Path) -> None:
    refused = banggiao(tmp_path, "run", "--port", "0", **SAFE)
    assert refused.returncode == 1 and "cần BEHIND_PROXY=1" in refused.stderr


def test_a_folder_that_cannot_be_used_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "banggiao.sqlite3").write_bytes(b"not a database at all, but long enough to be looked at" * 40)
    (tmp_path / "secret_key").write_text("x" * 60)
    refused = banggiao(tmp_path, "run", "--port", "0")
    assert refused.returncode == 1 and "Không mở được cơ sở dữ liệu" in refused.stderr
    assert "Traceback" not in refused.stderr
