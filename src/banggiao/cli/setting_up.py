"""`banggiao setup`: a new province."""

from __future__ import annotations

from typing import Annotated

import typer
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
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
