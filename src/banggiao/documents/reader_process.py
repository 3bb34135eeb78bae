"""The other end of `reader`: a process that turns bytes of strangers into text, and may die of them.

It knows vanban and nothing else: no settings, no database, no key. A request is a length and the bytes of a file, an
answer a length and JSON: `{"text", "pages", "type", "notes"}`, or `{"code", "message"}` of a refusal.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from contextlib import suppress
from typing import IO, Any

from vanban.errors import ReadingError
from vanban.extract import extract
from vanban.extract.document import refusal

if sys.platform != "win32":
    import resource

MOST_MEMORY = 3 * 2**30
"""Bytes of address space. Extraction keeps within 512 MB; LibreOffice, which it starts, maps more than two GB."""

MOST_SECONDS = 120
"""Seconds of work on one file, those of the programs that it starts not counted: they have limits of their own."""

LENGTH = struct.Struct(">Q")


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer one file after the other until there are no more."""
    _be_first_to_go()
    while (content := receive(requests)) is not None:
        _limit()
        send(answers, json.dumps(_answer(content)).encode("ascii"))


def receive(source: IO[bytes]) -> bytes | None:
    """The next message; None where the other end has gone."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    size = LENGTH.unpack(head)[0]
    content = source.read(size)
    return content if len(content) == size else None


def send(target: IO[bytes], content: bytes) -> None:
    target.write(LENGTH.pack(len(content)))
    target.write(content)
    target.flush()


def _answer(content: bytes) -> dict[str, Any]:
    try:
        return extract(content)._asdict()
    except ReadingError as refused:
        return {"code": refused.code, "message": refused.message}
    except (MemoryError, RecursionError):
        found = refusal("too-large")
    except Exception as error:
        # Only its kind: the message of an error may quote the document.
        return {"code": "damaged", "message": refusal("damaged").message, "error": type(error).__name__}
    return {"code": found.code, "message": found.message}


def _be_first_to_go() -> None:
    """Where memory runs out, the system ends this process and not the server."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:  # noqa: PTH123
        score.write("1000")


def _limit() -> None:
    if sys.platform == "win32":
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + MOST_SECONDS
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold the document


if __name__ == "__main__":
    # Whatever a library prints must not stand between the answers.
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, channel)
