"""Characters a second, growth, memory; against a plain regular-expression pass and eyecite, all in one run."""

from __future__ import annotations

import re
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial

import vanban
from bench.shared import SAMPLES, plans

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
    for name, source in _sources():
        text = _text(source, LENGTH)
        ours = best(partial(vanban.read_text, text), clock=time.process_time)
        plain = best(partial(PLAIN.findall, text), clock=time.process_time)
        print(f"{name}: {len(text):,} characters, one core, processor time, best of runs")
        _row("whole reading", len(text), ours)
        _row("plain regular expression", len(text), plain, ours)
        _eyecite(len(text), ours)
        _growth(source)
        print()


def _sources() -> Iterator[tuple[str, str]]:
    """The longest sample, which is dense with findings, and the longest real plan where there is one."""
    for what, paths in (("sample", sorted(SAMPLES.glob("*.txt"))), ("real plan", plans())):
        if paths:
            read = {path.stem: path.read_text(encoding="utf-8") for path in paths}
            name = max(read, key=lambda stem: len(read[stem]))
            yield f"{what} {name}", read[name]


def best(work: Callable[[], object], seconds: float = 2.0, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of the fastest run among as many as fit in the time given, at least three."""
    work()
    fastest, until, runs = float("inf"), time.perf_counter() + seconds, 0
    while runs < 3 or time.perf_counter() < until:
        start = clock()
        work()
        fastest = min(fastest, clock() - start)
        runs += 1
    return fastest


def _text(source: str, length: int) -> str:
    """A plan cut to a length; beyond its own its body once more and once more.

    Head and foot stand once: behind a second foot there would be nothing left to read.
    """
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
    theirs = best(partial(get_citations, english), clock=time.process_time)
    _row(f"eyecite ({found} citations)", length, theirs, ours)


def _growth(source: str) -> None:
    print(f"{'characters':>14} {'seconds':>9} {'M characters/s':>15} {'peak memory / bytes of text':>28}")
    for length in (30_000, 300_000, 3_000_000, 7_500_000):
        text = _text(source, length)
        size = len(text.encode())
        start = time.process_time()
        vanban.read_text(text)
        seconds = time.process_time() - start
        print(f"{length:14,} {seconds:9.2f} {length / seconds / 1e6:15.2f} {_peak(text) / size:28.1f}")


def _peak(text: str) -> int:
    tracemalloc.start()
    vanban.read_text(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
