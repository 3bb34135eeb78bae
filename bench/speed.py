"""Characters a second, growth, memory; against a plain regular-expression pass and eyecite, all in one run."""

from __future__ import annotations

import re
import time
import tracemalloc
from collections.abc import Callable

import vanban
from bench.shared import texts

LENGTH = 30_000
"""Characters of the text that is read: a plan of some fifteen pages."""

PLAIN = re.compile(
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Chương trình|Kế hoạch|Thông báo|Văn bản)[^.;]{0,40}?\d+\s*[-/]\s*\w+"
)
ENGLISH = (
    "The court held in Roe v. Wade, 410 U.S. 113, 120 (1973), that the rule of the lower court was too narrow. "
    "Many later judges took another view of the matter and set out their reasons at great length in their opinions, "
    "which we need not repeat in this place, since nothing in the case before us turns on them in any way at all. "
    "The record shows no more than that the parties had agreed upon the sale and fixed the day on which it was due. "
)


def run() -> None:
    text = _text(LENGTH)
    ours = best(lambda: vanban.read_text(text))
    plain = best(lambda: PLAIN.findall(text))
    print(f"text of {len(text):,} characters, one core, best of runs")
    _row("whole reading", len(text), ours)
    _row("plain regular expression", len(text), plain, ours)
    _eyecite(len(text), ours)
    _growth()


def best(work: Callable[[], object], seconds: float = 2.0) -> float:
    """Seconds of the fastest run among as many as fit in the time given, at least three."""
    work()
    fastest, until, runs = float("inf"), time.perf_counter() + seconds, 0
    while runs < 3 or time.perf_counter() < until:
        start = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - start)
        runs += 1
    return fastest


def _text(length: int) -> str:
    """The longest plan, a real one where present; beyond its own length its body once more and once more.

    Head and foot stand once: behind a second foot there would be nothing left to read.
    """
    source = max((text for _, text in texts()), key=len)
    if length <= len(source):
        return source[:length]
    head, body, foot = _parts(source)
    return head + (body * (length // len(body) + 1))[: length - len(head) - len(foot)] + foot


def _parts(source: str) -> tuple[str, str, str]:
    """Head, body and foot: the body from the first part heading to Nơi nhận."""
    start = source.index("\nI. ")
    end = source.index("\nNơi nhận")
    return source[:start], source[start:end], source[end:]


def _row(name: str, length: int, seconds: float, ours: float | None = None) -> None:
    ratio = f"   vanban takes {ours / seconds:.2f} times as long" if ours else ""
    print(f"{name:28} {length / seconds / 1e6:8.2f} M characters/s{ratio}")


def _eyecite(length: int, ours: float) -> None:
    try:
        from eyecite import get_citations
    except ImportError:
        print("eyecite is not installed (requirements/bench.txt)")
        return
    filler = ENGLISH[ENGLISH.index("Many") :]
    passage = ENGLISH + filler * ((length // 50 - len(ENGLISH)) // len(filler))
    english = (passage * 51)[:length]
    found = len(get_citations(english))
    _row(f"eyecite ({found} citations)", length, best(lambda: get_citations(english)), ours)


def _growth() -> None:
    print(f"{'characters':>14} {'seconds':>9} {'M characters/s':>15} {'peak memory / bytes of text':>28}")
    for length in (30_000, 300_000, 3_000_000, 7_500_000):
        text = _text(length)
        size = len(text.encode())
        start = time.perf_counter()
        vanban.read_text(text)
        seconds = time.perf_counter() - start
        print(f"{length:14,} {seconds:9.2f} {length / seconds / 1e6:15.2f} {_peak(text) / size:28.1f}")


def _peak(text: str) -> int:
    tracemalloc.start()
    vanban.read_text(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
