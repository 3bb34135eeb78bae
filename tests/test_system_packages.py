"""What `make test` does on a machine that lacks programs: the script runs with a path of stand-ins for the system's."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "system-packages"
TOOLS = ("bash", "cat", "chmod", "cut", "dirname", "env", "find", "grep", "head", "paste", "sed", "tr")
PROGRAMS = ("tesseract", "soffice", "chromium")
DARWIN, LINUX = "Darwin", "Linux"

Machine = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Runs the script on a machine of this `system`, with an installer of this name that brings all programs or none."""
    binaries, log = tmp_path / "bin", tmp_path / "asked"
    binaries.mkdir()
    (tmp_path / "scripts").mkdir()
    script = shutil.copy(SCRIPT, tmp_path / "scripts")

    def add(name: str, body: str) -> None:
        (binaries / name).write_text(f"#!/usr/bin/env bash\n{body}\n")
        (binaries / name).chmod(0o755)

    def run(
        *, system: str, installer: str = "", brings: bool = True, user: int = 0
    ) -> subprocess.CompletedProcess[str]:
        for tool in TOOLS:
            (binaries / tool).symlink_to(str(shutil.which(tool)))
        add("uname", f"echo {system}")
        add("id", f"echo {user}")
        if installer:
            made = "\n".join(
                f"printf '#!/usr/bin/env bash\\necho vie\\n' > {binaries / name}; chmod 755 {binaries / name}"
                for name in PROGRAMS
            )
            bring = f"case $* in *install*) {made};; esac" if brings else "exit 1"
            add(installer, f'echo "{installer} $*" >> {log}\n{bring}')
        result = subprocess.run(
            [str(shutil.which("bash")), script],
            env={"PATH": str(binaries)},
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )
        result.args = log.read_text().splitlines() if log.exists() else []
        return result

    return run


def test_homebrew_brings_everything_on_a_mac(machine: Machine) -> None:
    result = machine(system=DARWIN, installer="brew", user=501)
    assert result.args == ["brew install tesseract tesseract-lang libreoffice google-chrome"]
    assert result.returncode == 0, result.stderr


def test_root_of_a_debian_machine_gets_everything_from_apt(machine: Machine) -> None:
    result = machine(system=LINUX, installer="apt-get")
    asked = " ".join(result.args)
    assert "apt-get update" in asked
    assert all(name in asked for name in ("tesseract-ocr", "tesseract-ocr-vie", "libreoffice-writer", "chromium"))


def test_where_nobody_may_install_the_command_is_said(machine: Machine) -> None:
    result = machine(system=LINUX, installer="apt-get", user=1000)
    assert result.args == []
    assert result.returncode == 1
    assert "Run:  sudo apt-get install tesseract-ocr tesseract-ocr-vie libreoffice-writer" in result.stderr


def test_an_installer_that_fails_is_not_believed(machine: Machine) -> None:
    result = machine(system=DARWIN, installer="brew", brings=False, user=501)
    assert result.returncode == 1
    assert "Run:  brew install tesseract tesseract-lang libreoffice google-chrome" in result.stderr


def test_without_any_installer_the_packages_are_named(machine: Machine) -> None:
    result = machine(system=LINUX, user=1000)
    assert result.returncode == 1
    assert "Install with your system's packages what Debian calls:  tesseract-ocr" in result.stderr
