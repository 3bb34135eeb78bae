"""`banggiao demo`: tỉnh Lam Giang, filled, for whoever wants to see how the application works."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from banggiao.cli.app import app, refuse, say
from banggiao.cli.preparing import prepare
from banggiao.demonstration.documents import SamplesMissing
from banggiao.demonstration.loading import NotEmpty, demonstration_load, is_empty, is_loaded
from banggiao.demonstration.people import SignIn, new_passwords


@app.command()
def demo(
    samples: Annotated[Path | None, typer.Option(help="Thư mục chứa các văn bản mẫu.")] = None,
    renew: Annotated[bool, typer.Option("--new-passwords", help="Cấp lại mật khẩu cho người dùng trình diễn.")] = False,
) -> None:
    """Nạp dữ liệu trình diễn (tỉnh Lam Giang, không có thật) vào cơ sở dữ liệu còn trống."""
    prepare()
    if renew:
        _renew()
        return
    try:
        loaded = demonstration_load(now=timezone.now(), samples=samples)
    except SamplesMissing as missing:
        refuse(str(missing))
    except NotEmpty:
        refuse(NOT_AGAIN if is_loaded() else NOT_EMPTY)
    show(loaded.sign_ins)
    say("Tiếp theo:  banggiao run")


def demo_on_first_start(*, production: bool = False) -> None:
    """Fill an empty database and show how to sign in; what has been started before stays as it is, and so does
    whatever serves others."""
    if is_loaded():
        say("Quên mật khẩu của người dùng trình diễn thì cấp lại:  banggiao demo --new-passwords")
    if production or not is_empty():
        return
    say("Lần đầu: đang nạp dữ liệu trình diễn, mất vài chục giây…")
    try:
        show(demonstration_load(now=timezone.now()).sign_ins)
    except SamplesMissing as missing:
        say(str(missing))
    except NotEmpty:
        say(NOT_AGAIN)


def _renew() -> None:
    if not is_loaded():
        refuse("Cơ sở dữ liệu này không có dữ liệu trình diễn nên không cấp lại mật khẩu.")
    show(new_passwords())
    say("Các phiên đăng nhập cũ đã kết thúc.")


def show(sign_ins: Sequence[SignIn]) -> None:
    """The sign-ins as a table: the only time that these passwords are seen."""
    cells = [("Thư điện tử", "Mật khẩu", "Vai trò", "Họ và tên", "Cơ quan")]
    cells += [(one.email, one.password, one.role, one.full_name, one.agency) for one in sign_ins]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    say("Dữ liệu trình diễn: tỉnh Lam Giang (không có thật). Đăng nhập bằng:")
    say()
    say(f"  {lines[0]}")
    say(f"  {'  '.join('─' * width for width in widths)}")
    for line in lines[1:]:
        say(f"  {line}")
    say()
    say("Mật khẩu chỉ hiện một lần này. Quên thì cấp lại:  banggiao demo --new-passwords")


NOT_AGAIN = (
    "Dữ liệu trình diễn đã được nạp trước đây, không nạp lại. Quên mật khẩu thì cấp lại:  banggiao demo --new-passwords"
)
NOT_EMPTY = (
    "Cơ sở dữ liệu đã có người dùng, cơ quan hoặc văn bản nên không nạp dữ liệu trình diễn, không có gì thay đổi. "
    "Muốn xem trình diễn thì dùng thư mục khác, ví dụ:  DATA_DIR=~/banggiao-demo banggiao demo"
)
