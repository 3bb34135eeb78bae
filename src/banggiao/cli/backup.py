"""`banggiao backup` and `banggiao restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.db import DatabaseError
from django.utils import timezone

from banggiao.archive.checking import archive_check
from banggiao.archive.form import ArchiveError, Manifest
from banggiao.archive.restoring import backup_restore
from banggiao.archive.writing import backup_write
from banggiao.cli.app import app, refuse, say

_KEEP_SAFE = (
    "Bản sao lưu có dữ liệu cá nhân và mật khẩu đã băm, chỉ người tạo đọc được: hãy cất như cất chính hệ thống. "
    "Không sao lưu: SECRET_KEY, mật khẩu trong cấu hình, phiên đăng nhập, chỉ mục tìm kiếm."
)


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(help="Tệp hoặc thư mục để ghi; bỏ trống: thư mục hiện tại.")] = Path(),
    verify: Annotated[bool, typer.Option("--verify", help="Không sao lưu, chỉ kiểm tra tệp sao lưu này.")] = False,
) -> None:
    """Sao lưu mọi dữ liệu và tệp vào một tệp, trong khi hệ thống vẫn chạy."""
    try:
        if verify:
            _describe(archive_check(target))
            say("Bản sao lưu nguyên vẹn.")
            return
        file = target / f"bang-giao-{timezone.localtime():%Y-%m-%d-%H%M%S}.zip" if target.is_dir() else target
        manifest = backup_write(file, now=timezone.localtime(), say=say)
    except ArchiveError as refused:
        refuse(str(refused))
    except DatabaseError as fault:
        refuse(f"Không đọc được cơ sở dữ liệu: {fault}. Chưa có bản sao lưu nào được ghi.")
    _describe(manifest)
    say(f"Đã sao lưu vào {file}")
    say(_KEEP_SAFE)
    if manifest.missing:
        refuse(
            f"Chú ý: {len(manifest.missing)} tệp có ghi trong cơ sở dữ liệu nhưng không còn trong kho, "
            "nên không có trong bản sao lưu:\n" + "\n".join(f"  - {name}" for name in manifest.missing[:20])
        )


@app.command()
def restore(source: Annotated[Path, typer.Argument(help="Tệp do `banggiao backup` tạo.")]) -> None:
    """Khôi phục một bản sao lưu vào nơi còn trống; tất cả hoặc không gì cả."""
    try:
        manifest = backup_restore(source, say=say)
    except ArchiveError as refused:
        refuse(str(refused))
    except (DatabaseError, OSError) as fault:
        refuse(f"Không khôi phục được: {fault}. Mọi thay đổi đã được hủy; hãy sửa nguyên nhân rồi chạy lại.")
    _describe(manifest)
    say("Đã khôi phục; dữ liệu và tệp giống hệt bản sao lưu. Mọi người cần đăng nhập lại.")


def _describe(manifest: Manifest) -> None:
    for part in (*manifest.tables, *manifest.files):
        if part.count:
            say(f"  {part.sha256[:16]}  {part.name} ({part.count})")
    say(
        f"Phiên bản {manifest.product}, lập lúc {manifest.made_at}, {manifest.engine}: "
        f"{manifest.rows} dòng của {len(manifest.tables)} bảng, {len(manifest.files)} tệp."
    )
