"""A process that has everything loaded and forks a copy for each command: starting a server anew takes no time.

Each line on its input is a JSON list, the arguments of `banggiao`; each line of its answer the id of a process, which
leads a session of its own and writes its words to the file named first on the command line.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from banggiao.cli import load
from banggiao.cli.app import app


def main(log: str) -> None:
    load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever is killed is gone at once
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            _become(log)
            app(json.loads(line))
        sys.stdout.write(f"{process}\n")
        sys.stdout.flush()


def _become(log: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    words = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(words, 1)
    os.dup2(words, 2)


if __name__ == "__main__":
    main(sys.argv[1])
