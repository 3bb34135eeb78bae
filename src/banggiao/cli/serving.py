"""`banggiao run` and `banggiao worker`."""

from __future__ import annotations

import signal
import socket
from typing import Annotated, Any

import typer
import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.utils import timezone

from banggiao.cli.app import app, refuse, say
from banggiao.cli.demo import demo_on_first_start
from banggiao.cli.preparing import prepare
from banggiao.cli.tending import Crew, take_up_abandoned
from banggiao.demonstration.loading import is_empty
from banggiao.documents.reader import leftovers_remove
from banggiao.documents.storage import store_tidy

THREADS = 8
LARGEST_REQUEST = 128 * 1024 * 1024
"""Bytes: the largest document (100 MB) and its form; the page of uploads sends each file by itself."""

NEEDS_PROXY = (
    "PRODUCTION=1 cần BEHIND_PROXY=1: banggiao run không tự mã hóa đường truyền, nên phải đứng sau máy chủ proxy "
    "có TLS (xem docs/van-hanh.md). Chưa chạy gì."
)
PATIENCE = 20.0
"""Seconds that a running job gets when the server stops."""


@app.command()
def run(
    host: Annotated[str, typer.Option(help="Địa chỉ để nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Cổng để nghe.")] = 8000,
    jobs: Annotated[int, typer.Option(min=0, help="Số luồng làm việc nền; 0 khi đã chạy `banggiao worker` riêng.")] = 1,
    demo: Annotated[bool, typer.Option("--demo", help="Lần đầu thì nạp dữ liệu trình diễn.")] = False,
) -> None:
    """Phục vụ trang web; chuẩn bị cơ sở dữ liệu trước, và làm luôn việc nền."""
    if settings.ENV.production and not settings.ENV.behind_proxy:
        refuse(NEEDS_PROXY)
    _expect_free(host, port)
    prepare()
    if demo:
        demo_on_first_start(production=settings.ENV.production)
    elif is_empty():
        say("Chưa có ai đăng nhập được. Lập tỉnh:  banggiao setup   Xem trình diễn:  banggiao demo")
    take_up_abandoned()
    leftovers_remove()
    store_tidy(now=timezone.now())
    connection.close()
    crew = Crew(jobs)
    crew.start()
    server = waitress.create_server(get_wsgi_application(), host=host, port=port, **_server_options())
    signal.signal(signal.SIGTERM, _stop)
    say(f"Bang Giao: http://{host}:{port}   (Ctrl+C để dừng)")
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        say("Đang dừng…")
        server.close()
        crew.stop(patience=PATIENCE)


@app.command()
def worker(jobs: Annotated[int, typer.Option(min=1, help="Số luồng.")] = 1) -> None:
    """Chỉ làm việc nền; chạy bao nhiêu tiến trình như vậy cũng được khi dùng PostgreSQL."""
    connection.close()
    crew = Crew(jobs)
    crew.start()
    signal.signal(signal.SIGTERM, _stop)
    say("Đang làm việc nền   (Ctrl+C để dừng)")
    try:
        crew.join()
    except KeyboardInterrupt:
        say("Đang dừng…")
        crew.stop(patience=PATIENCE)


def _expect_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            refuse(f"Cổng {port} đang được chương trình khác dùng. Chạy ở cổng khác:  banggiao run --port {port + 1}")


def _server_options() -> dict[str, Any]:
    options: dict[str, Any] = {
        "threads": THREADS,
        "ident": None,
        "max_request_body_size": LARGEST_REQUEST,
        # Beyond this waitress writes what comes in to a temporary file: a secret document must not touch the disk.
        "inbuf_overflow": 2 * LARGEST_REQUEST,
        "channel_timeout": 120,
    }
    if settings.ENV.behind_proxy:
        options |= {
            "trusted_proxy": "*",
            "trusted_proxy_count": 1,
            "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
            "clear_untrusted_proxy_headers": True,
        }
    return options


def _stop(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt
