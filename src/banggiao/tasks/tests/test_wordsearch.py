"""Words in long tables: what is found, and that the index follows its rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from banggiao.tasks.models import Task
from banggiao.ui.wordsearch import MOST_WORDS, split

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Đối ngoại", [["doi"], ["ngoai"]]),
        ("22-NQ/TW", [["22", "nq", "tw"]]),
        ("  ", []),
        ("- / *", []),
        ('"doi" OR ngoai*', [["doi"], ["or"], ["ngoai"]]),
        ("a " * 50, [["a"]] * MOST_WORDS),
    ],
    ids=["accents", "symbol", "blank", "signs", "operators", "a page"],
)
def test_words_are_split_at_blanks_and_keep_their_parts_together(words: str, wanted: list[list[str]]) -> None:
    assert split(words) == wanted


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("đối ngoại", True),
        ("DOI NGOAI", True),
        ("ngoại đối", True),
        ("22-NQ/TW", True),
        ("nq/tw", True),
        ("2-NQ/TW", False),
        ("22-NQ/CP", False),
        ("hoi ngh", True),
        ("ho nghi", False),
        ("đối nội", False),
        ("'; DROP TABLE tasks_task; --", False),
        ("***", False),
    ],
)
def test_every_word_has_to_occur_and_the_last_may_go_on(make_task: Make, words: str, found: bool) -> None:
    make_task(what="Công tác đối ngoại, hội nghị theo Nghị quyết số 22-NQ/TW")
    assert Task.objects.filter(search__words=words).exists() is found


def test_what_is_found_follows_every_change_of_a_row(make_task: Make) -> None:
    task = make_task(what="Đón đoàn")
    Task.objects.filter(pk=task.pk).update(search="tiep khach")
    assert not Task.objects.filter(search__words="đoàn").exists()
    assert Task.objects.get(search__words="tiếp khách") == task
    task.pk, task.code, task.search = None, "b", "hoi dam"
    Task.objects.bulk_create([task])
    assert Task.objects.filter(search__words="hội đàm").count() == 1
    Task.objects.filter(search__words="hội đàm").delete()
    assert not Task.objects.filter(search__words="hội đàm").exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite lays tables out anew")
def test_a_table_that_a_migration_laid_out_anew_gets_its_triggers_back(make_task: Make) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER tasks_task_search_words_insert")
    make_task(what="Hội kiến")
    assert not Task.objects.filter(search__words="hội kiến").exists()
    call_command("migrate", verbosity=0)
    assert Task.objects.filter(search__words="hội kiến").count() == 1
    make_task(what="Hội kiến nữa")
    assert Task.objects.filter(search__words="hội kiến").count() == 2
