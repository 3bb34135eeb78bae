"""A real server killed two hundred times while plans come in and are confirmed; what is left must be whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from time import perf_counter

KILLS = 200


def run() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banggiao.config.settings")
    django.setup()
    from banggiao.testing.ordeal import Ordeal

    kills = int(os.environ.get("KILLS", KILLS))
    start = perf_counter()
    with tempfile.TemporaryDirectory(prefix="banggiao-faults-") as folder:
        outcome = Ordeal(Path(folder), seed=kills).run(kills=kills, say=print)
    print(
        f"{outcome.kills} kills in {perf_counter() - start:.0f} s; acknowledged: {outcome.received} documents, "
        f"{outcome.confirmed} plans; {outcome.uncertain} unanswered at the end and sent again"
    )
    print("nothing lost, doubled or half done" if not outcome.faults else "\n".join(outcome.faults))
