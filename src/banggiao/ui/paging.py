"""Which numbers of pages stand below a list."""

from __future__ import annotations


def page_numbers(current: int, last: int, *, around: int = 1) -> list[int | None]:
    """The first, the last, and those around the current one; None stands for those left out."""
    wanted = sorted({1, last, *range(max(1, current - around), min(last, current + around) + 1)})
    numbers: list[int | None] = []
    for number in wanted:
        before = numbers[-1] if numbers else 0
        if before is not None and number - before == 2:
            numbers.append(number - 1)
        elif before is not None and number - before > 2:
            numbers.append(None)
        numbers.append(number)
    return numbers
