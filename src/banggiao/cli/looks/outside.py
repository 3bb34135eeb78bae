"""What stands around the database: settings, disk, programs, mail, files, search."""

from __future__ import annotations

import shutil
import smtplib
import subprocess
import uuid
from collections.abc import Callable, Iterator
from typing import Final
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import WARNING, run_checks
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import get_connection

from banggiao.cli.looks.words import Found, fault, good, notice

LITTLE_SPACE: Final = 200 * 2**20
"""Bytes: SQLite's journal and a few scans; below, intake begins to be refused."""

SOON_LITTLE: Final = 2 * 2**30
_PATIENCE: Final = 10
"""Seconds that a server on the network gets to answer."""


def settings_are_safe() -> Iterator[Found]:
    """Django's own checks; in production those of deployment, too."""
    wrong = [one for one in run_checks(include_deployment_checks=settings.ENV.production) if one.level >= WARNING]
    for one in wrong:
        yield fault("Cấu hình", f"{one.id}: {one.msg}")
    if not wrong:
        kind = "vận hành thật (PRODUCTION=1)" if settings.ENV.production else "một máy, chỉ phục vụ máy này"
        yield good("Cấu hình", f"{kind}; kiểm tra của Django không thấy gì")


def data_folder_has_room() -> Iterator[Found]:
    """Whether the data folder can be written, and how much fits in."""
    folder = settings.ENV.data_dir
    probe = folder / f".probe-{uuid.uuid4().hex}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        yield fault("Thư mục dữ liệu", f"{folder} không ghi được ({error.strerror}): sửa quyền, hoặc đặt DATA_DIR")
        return
    free = shutil.disk_usage(folder).free
    words = f"{folder}, còn trống {_size(free)}"
    if free < LITTLE_SPACE:
        yield fault("Thư mục dữ liệu", f"{words}: sắp hết chỗ, hãy dọn hoặc mở rộng ổ đĩa ngay")
    elif free < SOON_LITTLE:
        yield notice("Thư mục dữ liệu", f"{words}: nên mở rộng ổ đĩa")
    else:
        yield good("Thư mục dữ liệu", words)


def files_can_be_stored() -> Iterator[Found]:
    """Whether a file can be kept, read and removed where files are kept."""
    bucket = settings.ENV.storage.bucket
    where = f"kho s3://{bucket}" if bucket else str(settings.MEDIA_ROOT)
    try:
        name = default_storage.save(f"check/{uuid.uuid4().hex}", ContentFile(b"x"))
        with default_storage.open(name) as kept:
            kept.read()
        default_storage.delete(name)
    except Exception as error:
        # Every store has errors of its own; whichever it is, files cannot be kept.
        yield fault("Kho tệp", f"{where} không dùng được ({_reason(error)}): kiểm tra STORAGE_URL và khóa truy cập")
        return
    yield good("Kho tệp", f"{where}, ghi và đọc được")


def assets_are_there() -> Iterator[Found]:
    """Whether what pages look like was brought from npm."""
    if finders.find("vendor/tabler/tabler.min.css") is None:
        yield fault("Giao diện", "thiếu phần lấy từ npm: chạy `make setup`, hoặc `scripts/assets`")
    else:
        yield good("Giao diện", "đủ")


def programs_are_there() -> Iterator[Found]:
    """Tesseract for scans, LibreOffice for old formats; without them other documents are still read."""
    tesseract = shutil.which("tesseract")
    if tesseract is None:
        install = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
        yield notice("Tesseract", f"chưa cài, bản quét và ảnh sẽ không đọc được: {install}")
    elif "vie" not in _output(tesseract, "--list-langs").split():
        yield notice("Tesseract", "thiếu dữ liệu tiếng Việt: sudo apt-get install tesseract-ocr-vie")
    else:
        yield good("Tesseract", "có, kèm dữ liệu tiếng Việt")
    if shutil.which("soffice") or shutil.which("libreoffice"):
        yield good("LibreOffice", "có")
    else:
        install = "sudo apt-get install --no-install-recommends libreoffice-writer"
        yield notice("LibreOffice", f"chưa cài, tệp .doc, .odt, .rtf sẽ không đọc được: {install}")


def mail_can_be_sent() -> Iterator[Found]:
    """Whether the mail server lets us in; nothing is sent."""
    mail = settings.ENV.mail
    if not mail.host:
        yield notice("Thư", "EMAIL_URL còn trống: thư chỉ in ra màn hình lệnh")
        return
    server = get_connection(timeout=_PATIENCE)
    try:
        server.open()
        server.close()
    except (OSError, smtplib.SMTPException) as error:
        yield fault("Thư", f"không vào được máy chủ {mail.host}:{mail.port} ({_reason(error)}): kiểm tra EMAIL_URL")
        return
    yield good("Thư", f"máy chủ {mail.host}:{mail.port} nhận, gửi từ {mail.sender}")


def search_answers() -> Iterator[Found]:
    """OpenSearch where it is set; otherwise the database searches."""
    url = settings.ENV.opensearch_url
    if not url:
        yield good("Tìm kiếm", "bằng cơ sở dữ liệu")
        return
    host = urlsplit(url).hostname
    try:
        with urlopen(url, timeout=_PATIENCE):  # noqa: S310 the address is the administration's own
            yield good("Tìm kiếm", f"OpenSearch tại {host} trả lời")
    except (URLError, OSError, ValueError) as error:
        yield fault("Tìm kiếm", f"OpenSearch tại {host} không trả lời ({_reason(error)}): kiểm tra OPENSEARCH_URL")


def watched_folder_can_be_used() -> Iterator[Found]:
    """The folder whose files come in by themselves, where one is set."""
    folder = settings.ENV.work.watched_folder
    if folder is None:
        return
    probe = folder / f".probe-{uuid.uuid4().hex}"
    try:
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        yield fault(
            "Thư mục nhận văn bản", f"{folder} không ghi được ({error.strerror}): tệp đã nhập không dời đi được"
        )
        return
    yield good("Thư mục nhận văn bản", f"{folder}")


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _reason(error: Exception) -> str:
    """The first line of what went wrong, without quoting secrets of addresses."""
    words = str(error).strip().splitlines()
    return words[0][:160] if words else type(error).__name__


def _size(count: int) -> str:
    return f"{count / 2**30:.1f} GB".replace(".", ",")


OUTSIDE_LOOKS: tuple[Callable[[], Iterator[Found]], ...] = (
    settings_are_safe,
    data_folder_has_room,
    files_can_be_stored,
    assets_are_there,
    programs_are_there,
    mail_can_be_sent,
    search_answers,
    watched_folder_can_be_used,
)
