"""Running an outside program on one document: in a directory of its own, with an end, leaving nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from vanban.extract.document import missing_program, refusal

_MAC_OFFICE = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
"""LibreOffice on macOS installs no command on the path."""


def find(program: str) -> str:
    """The full path of a program. Raises ReadingError `missing-program`."""
    found = shutil.which(program)
    if found is None and program == "soffice":
        found = shutil.which("libreoffice") or (_MAC_OFFICE if Path(_MAC_OFFICE).exists() else None)
    if found is None:
        raise missing_program(program)
    return found


@contextmanager
def workplace() -> Iterator[Path]:
    """A directory that only this user can read and that is gone afterwards, whatever happens."""
    with tempfile.TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def run(command: Sequence[str], place: Path, *, seconds: float) -> bytes:
    """What a program writes to its output. Raises ReadingError: `timeout`, `damaged` where it fails.

    The program and all that it starts are ended when its time is up; its messages are thrown away, as they may
    quote the document.
    """
    environment = {
        **{key: value for key, value in os.environ.items() if key in _KEPT_VARIABLES},
        "HOME": str(place),
        "TMPDIR": str(place),
        "OMP_THREAD_LIMIT": "1",
        "LC_ALL": "C.UTF-8",
    }
    process = subprocess.Popen(
        command,
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise refusal("timeout") from error
    finally:
        _end(process)
    if process.returncode != 0:
        raise refusal("damaged")
    return output


_KEPT_VARIABLES = frozenset(("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT"))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that is still running, with its children: soffice is a script that starts another."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.communicate()
