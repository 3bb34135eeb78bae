"""Bringing the database and the assets to this version, before anything is served or entered."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError

from banggiao.cli.app import refuse


def prepare() -> None:
    """Bring the database and the assets to this version; costs little where they are."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as fault:
        refuse(
            f"Không mở được cơ sở dữ liệu: {fault}. Kiểm tra DATABASE_URL, quyền ghi thư mục {settings.ENV.data_dir}."
        )
    if not settings.ENV.database.is_sqlite:
        call_command("createcachetable", verbosity=0)
    if settings.ENV.production:
        call_command("collectstatic", verbosity=0, interactive=False)
