"""`banggiao check`: how everything stands that the application needs, in words."""

from __future__ import annotations

import typer

from banggiao.cli.app import app, say
from banggiao.cli.looks import LOOKS, Level

_MARKS = {Level.GOOD: "✓", Level.NOTICE: "!", Level.FAULT: "✗"}


@app.command()
def check() -> None:
    """Kiểm tra mọi thứ hệ thống cần và nói rõ tình trạng; mã thoát 1 khi có lỗi phải sửa."""
    found = [one for look in LOOKS for one in look()]
    width = max(len(one.what) for one in found)
    for one in found:
        say(f"{_MARKS[one.level]} {one.what.ljust(width)}  {one.words}")
    faults = sum(one.level is Level.FAULT for one in found)
    notices = sum(one.level is Level.NOTICE for one in found)
    say()
    if faults:
        say(f"{faults} lỗi phải sửa (✗), {notices} điều cần biết (!).")
        raise typer.Exit(1)
    say(f"{notices} điều cần biết (!). Mọi thứ sẵn sàng." if notices else "Mọi thứ sẵn sàng.")
