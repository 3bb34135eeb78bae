"""`banggiao import FILE…`: bring documents in from the terminal.

`register(app)` puts the command on the application's Typer; Django must be set up by then.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from banggiao.documents.intake import MAX_FILE_BYTES, Upload
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState
from banggiao.documents.services.reading import document_read
from banggiao.documents.services.receiving import Receipt, document_receive

_MARKS = {"received": "+", "duplicate": "=", "refused": "!"}


def register(app: typer.Typer) -> None:
    """Add the commands of this app."""
    app.command("import")(import_files)


def import_files(
    files: Annotated[list[Path], typer.Argument(help="Tệp hoặc thư mục chứa tệp.")],
    later: Annotated[bool, typer.Option("--later", help="Chỉ đưa vào hàng đợi; tiến trình nền sẽ đọc.")] = False,
) -> None:
    """Nhập văn bản: nhận, kiểm tra trùng, đọc. Tài liệu có dấu mật bị từ chối và không giữ lại gì."""
    receipts = [_take(path) for path in _found(files)]
    for receipt in receipts:
        words = receipt.message if receipt.outcome != "received" else _read(receipt, later=later)
        typer.echo(f"{_MARKS[receipt.outcome]} {receipt.name}: {words}")
    refused = sum(receipt.outcome == "refused" for receipt in receipts)
    received = sum(receipt.outcome == "received" for receipt in receipts)
    typer.echo(f"Đã nhận {received}, đã có {len(receipts) - received - refused}, từ chối {refused}.")
    if refused or not receipts:
        raise typer.Exit(1)


def _found(paths: list[Path]) -> list[Path]:
    """The files named, and those directly in folders that are named."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        else:
            found.append(path)
    return found


def _take(path: Path) -> Receipt:
    try:
        too_large = path.stat().st_size > MAX_FILE_BYTES
        content = bytes(MAX_FILE_BYTES + 1) if too_large else path.read_bytes()
    except OSError as error:
        return Receipt("refused", path.name, f"Không mở được tệp ({error.strerror}).", "no-file")
    return document_receive(by=None, upload=Upload(path.name, content), now=timezone.now())


def _read(receipt: Receipt, *, later: bool) -> str:
    """Read at once, so that the terminal says what came of it; the queued job will find it done."""
    assert receipt.document_id is not None
    if later:
        return receipt.message
    document_read(document_id=receipt.document_id, now=timezone.now())
    document = Document.objects.get(pk=receipt.document_id)
    if document.state == DocumentState.FAILED:
        return document.failure_message
    return f"{document}, chờ rà soát."
