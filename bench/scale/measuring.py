"""Fills the database of this process and asks for its pages, through the whole stack of the application.

`wall` is what somebody waits for at the server, `cpu` what the process computed meanwhile: on a machine that is busy
with other work the second is the truer one for SQLite, which works inside this process.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from itertools import cycle, islice

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (models need Django to be set up)
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.scale.filling import DOCUMENTS, People, fill  # noqa: E402
from bench.scale.pages import PAGES, Page  # noqa: E402

TASKS = int(os.environ.get("BENCH_TASKS", "100000"))
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "40"))
GOAL = 150
"""Milliseconds at the 95th percentile."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of the requests for one page by one person."""

    wall: list[float]
    cpu: list[float]
    queries: int


def main() -> None:
    started = time.perf_counter()
    call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor != "sqlite":
        call_command("createcachetable", verbosity=0)
    people = fill(tasks=TASKS, today=timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{TASKS:,} tasks, {DOCUMENTS:,} documents made in {time.perf_counter() - started:.0f} s")
    print(f"{'page':34} {'who':12} {'queries':>7} {'p50':>6} {'p95':>6} {'cpu p50':>8} {'cpu p95':>8}   milliseconds")
    missed = [f"{page.name} ({who})" for page in PAGES for who in page.asked_by if not _is_fast(page, who, people)]
    print(f"p95 above {GOAL} ms: {', '.join(missed) or 'none'}")


def _is_fast(page: Page, who: str, people: People) -> bool:
    client = Client(headers={"host": "localhost"})
    client.force_login(getattr(people, who))
    found = _asked(client, page)
    wall, cpu = sorted(found.wall), sorted(found.cpu)
    print(
        f"{page.name:34} {who:12} {found.queries:7} {_at(wall, 50):6.0f} {_at(wall, 95):6.0f}"
        f" {_at(cpu, 50):8.0f} {_at(cpu, 95):8.0f}{'' if _at(wall, 95) < GOAL else '   !'}",
        flush=True,
    )
    return _at(wall, 95) < GOAL


def _asked(client: Client, page: Page) -> Measured:
    addresses = page.addresses()
    queries = 0
    for address in addresses:  # the first time templates are compiled
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        queries = max(queries, len(asked))
    wall, cpu = [], []
    for address in islice(cycle(addresses), max(REQUESTS, len(addresses))):
        began, began_cpu = time.perf_counter(), time.process_time()
        client.get(address)
        wall.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - began_cpu) * 1000)
    return Measured(wall, cpu, queries)


def _at(ordered: list[float], percent: int) -> float:
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


if __name__ == "__main__":
    main()
