"""`banggiao setup`: a new province. `banggiao check`: what is missing for it to run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Annotated

import typer
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.core.validators import validate_email
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from banggiao.accounts.models import User
from banggiao.accounts.services import administrator_create
from banggiao.agencies.services.setting_up import province_set_up
from banggiao.cli.app import app, refuse, say
from banggiao.cli.preparing import prepare


@app.command()
def setup(
    province: Annotated[str, typer.Option(prompt="Tên tỉnh (ví dụ: tỉnh Lam Giang)", help="Tên tỉnh, thành phố.")],
    email: Annotated[str, typer.Option(prompt="Thư điện tử của người quản trị đầu tiên", help="Người quản trị.")],
    full_name: Annotated[str, typer.Option(prompt="Họ và tên người đó", help="Họ và tên người quản trị.")],
    password: Annotated[
        str, typer.Option(prompt="Mật khẩu", hide_input=True, confirmation_prompt="Nhập lại mật khẩu", help="Mật khẩu.")
    ],
) -> None:
    """Lập một tỉnh mới: các cơ quan theo danh mục chuẩn và người quản trị đầu tiên."""
    prepare()
    try:
        validate_email(email)
        validate_password(password, User(email=email, full_name=full_name))
        agencies = province_set_up(by=None, province=province, today=timezone.localdate())
        administrator_create(email=email, full_name=full_name, password=password, today=timezone.localdate())
    except ValidationError as refused:
        refuse("\n".join(refused.messages))
    say(f"Đã lập {province}: {len(agencies)} cơ quan. Người quản trị: {email}.")
    say("Tiếp theo:  banggiao run")


@app.command()
def check() -> None:
    """Kiểm tra cấu hình, cơ sở dữ liệu và chương trình cần có; nói rõ thiếu gì."""
    faults = [fault for look in LOOKS for fault in look()]
    for fault in faults:
        say(f"- {fault}")
    if faults:
        raise typer.Exit(1)
    say("Mọi thứ sẵn sàng.")


def _settings_are_safe() -> Iterator[str]:
    try:
        call_command("check", deploy=settings.ENV.production, fail_level="WARNING", verbosity=0)
    except CommandError as fault:
        yield f"Cấu hình: {fault}"


def _database_is_there() -> Iterator[str]:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        yield f"Cơ sở dữ liệu không mở được: {fault}"
        return
    if waiting:
        yield f"Cơ sở dữ liệu còn {len(waiting)} thay đổi chưa áp dụng: chạy `banggiao manage migrate`."


def _folder_can_be_written() -> Iterator[str]:
    probe = settings.ENV.data_dir / ".probe"
    try:
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as fault:
        yield f"Thư mục dữ liệu {settings.ENV.data_dir} không ghi được: {fault.strerror}."


def _assets_are_there() -> Iterator[str]:
    if finders.find("vendor/tabler/tabler.min.css") is None:
        yield "Thiếu phần giao diện lấy từ npm: chạy `make setup`, hoặc `scripts/assets`."


def _programs_are_there() -> Iterator[str]:
    if shutil.which("tesseract") is None:
        yield "Thiếu Tesseract, bản quét sẽ không đọc được: sudo apt-get install tesseract-ocr tesseract-ocr-vie"


LOOKS = (_settings_are_safe, _database_is_there, _folder_can_be_written, _assets_are_there, _programs_are_there)
