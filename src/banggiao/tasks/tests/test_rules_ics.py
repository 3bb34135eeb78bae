"""Calendars as RFC 5545 wants them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from banggiao.tasks.rules import Event, calendar_text

NOW = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)


def made(title: str) -> str:
    return calendar_text("Hạn", [Event("1@x", date(2026, 12, 31), title, "một\nhai", "https://x/1/")], now=NOW)


def test_a_day_ends_with_the_next_one() -> None:
    lines = made("Báo cáo").split("\r\n")
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTAMP:20260316T020000Z" in lines
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_signs_with_a_meaning_are_escaped() -> None:
    found = made("a, b; c\\d\r\x07")
    assert "SUMMARY:a\\, b\\; c\\\\d  " in found
    assert "DESCRIPTION:một\\nhai" in found


def test_long_lines_are_folded_between_letters() -> None:
    found = made("Tổ chức hội nghị xúc tiến đầu tư " * 10)
    assert all(len(line.encode()) <= 75 for line in found.split("\r\n"))
    assert ("Tổ chức hội nghị xúc tiến đầu tư " * 10).strip() in found.replace("\r\n ", "")
