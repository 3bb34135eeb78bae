"""The real plans from `banggiao import` to confirmed tasks, and the duties of their gold readings among these.

Each plan comes into a province of its own with the standard catalogue as `banggiao setup` loads it, and Hà Tĩnh's
districts of before. Every finding is accepted as it was read. A duty of the gold is counted as right where a task
stands at its place in the plan with each of its agencies: known agencies, or the members of the group.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.shared import ROOT, SHARED, plans

CONFIRMING = "bench.plans_confirmed"


def run() -> None:
    found = plans()
    if not found:
        print("no real plans beside the project")
        return
    total = [0, 0]
    for plan in found:
        gold = SHARED / "gold" / f"{plan.stem}.json"
        counted = _counted(plan)
        duties = json.loads(gold.read_text(encoding="utf-8"))["assignments"] if gold.exists() else []
        missed = [duty for duty in duties if not _is_there(duty, counted["tasks"])]
        total = [total[0] + len(duties) - len(missed), total[1] + len(duties)]
        print(
            f"{plan.stem:18} {len(counted['tasks'])} tasks; gold {len(duties) - len(missed)} of {len(duties)};"
            f" names without an agency: {'; '.join(counted['unknown']) or 'none'}"
        )
        for duty in missed:
            print(f"    {duty['path']:10} {', '.join(duty['agencies'])}: {duty['start']}")
    print(f"all plans: {total[0]} of {total[1]} duties are tasks of the right agencies")


def _counted(plan: Path) -> dict[str, Any]:
    """Tasks and unknown names of a plan that was confirmed, from a process with a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DATA_DIR": folder,
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "banggiao.config.settings",
        }
        command = [sys.executable, "-m", CONFIRMING, plan]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    counted: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return counted


def _is_there(duty: dict[str, Any], tasks: list[dict[str, Any]]) -> bool:
    wanted = {_plain(name) for name in duty["agencies"]}
    return any(task["path"] == duty["path"] and wanted <= {_plain(name) for name in task["names"]} for task in tasks)


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("uỷ", "ủy").replace(",", " ").split())
