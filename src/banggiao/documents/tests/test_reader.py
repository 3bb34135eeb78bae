"""Files are read in processes of their own, and what becomes of these is no fault of the server."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest

from banggiao.documents import reader
from banggiao.documents.reader import ReaderProcess, is_alive, leftovers_remove, readers_end, text_of
from banggiao.testing.documents import plan_text
from vanban.errors import ReadingError

PLAN = plan_text(1).encode()


@pytest.fixture(autouse=True)
def _no_process_of_before() -> None:
    readers_end()


def waiting() -> ReaderProcess:
    (found,) = reader._idle
    return found


def end_without_warning(process: ReaderProcess) -> None:
    os.kill(process._process.pid, signal.SIGKILL)
    process._process.wait()


def test_one_process_reads_many_files_and_leaves_no_working_folder() -> None:
    first = text_of(PLAN)
    process = waiting()
    assert text_of(PLAN) == first
    assert waiting() is process
    assert first.text.startswith("ỦY BAN NHÂN DÂN")
    readers_end()
    assert not process.place.exists()
    assert not is_alive(process._process.pid)


def test_a_process_that_died_while_it_waited_is_replaced() -> None:
    text_of(PLAN)
    end_without_warning(waiting())
    assert text_of(PLAN).type == "text"


def test_a_file_that_ends_its_process_is_refused_in_words_and_the_next_one_is_read() -> None:
    fresh = ReaderProcess()
    end_without_warning(fresh)
    reader._idle.append(fresh)
    with pytest.raises(ReadingError) as refused:
        text_of(PLAN)
    assert refused.value.code == "reader-died"
    assert "hệ thống vẫn chạy bình thường" in refused.value.message
    assert text_of(PLAN).type == "text"


def test_refusals_come_back_as_they_were_said() -> None:
    with pytest.raises(ReadingError) as refused:
        text_of(b"%PDF-1.7\n" + b"\x00\xff" * 4000)
    assert refused.value.code == "damaged"


def test_working_folders_of_dead_servers_are_removed_and_those_of_the_living_stay() -> None:
    gone = ReaderProcess()
    end_without_warning(gone)
    gone.end()
    dead, alive = (
        Path(tempfile.mkdtemp(prefix=f"banggiao-reader-{number}-")) for number in (gone._process.pid, os.getpid())
    )
    leftovers_remove()
    assert (dead.exists(), alive.exists()) == (False, True)
    alive.rmdir()
