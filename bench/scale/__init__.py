"""Server time of the application's pages with 100,000 tasks, 500 agencies and 2,000 documents.

Each database gets a process and a folder of its own, both gone afterwards: SQLite always, PostgreSQL where one
answers (`TEST_POSTGRES_URL`, else a local one without a password). `BENCH_TASKS` and `BENCH_REQUESTS` shrink the run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

import psycopg

from bench.shared import ROOT

LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"


def run() -> None:
    _measure("SQLite", "")
    server = os.environ.get("TEST_POSTGRES_URL") or LOCAL
    try:
        connection = psycopg.connect(server, connect_timeout=2, autocommit=True)
    except psycopg.OperationalError as error:
        print(f"\nPostgreSQL: not measured, {str(error).strip().splitlines()[0]}")
        return
    own = f"banggiao_bench_{os.getpid()}"
    with connection:
        connection.execute(f'create database "{own}"')
    try:
        _measure("PostgreSQL", urlsplit(server)._replace(path=f"/{own}").geturl())
    finally:
        with psycopg.connect(server, autocommit=True) as last:
            last.execute(f'drop database "{own}" with (force)')


def _measure(name: str, database: str) -> None:
    print(f"\n{name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DATA_DIR": folder,
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "banggiao.config.settings",
        }
        subprocess.run([sys.executable, "-m", "bench.scale.measuring"], cwd=ROOT, env=environment, check=True)
