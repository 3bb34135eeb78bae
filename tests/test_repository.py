"""The repository's own rules notice what they are there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import check_repository as check


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository that the rules look at instead of this one."""
    monkeypatch.setattr(check, "ROOT", tmp_path)
    return tmp_path


def write(repository: Path, name: str, text: str) -> list[Path]:
    file = repository / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [file]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("--index-url https://packages.example/simple", id="an index"),
        pytest.param("--find-links wheels", id="a folder of wheels"),
        pytest.param("lxml @ file:wheels/lxml.whl", id="a direct reference"),
    ],
)
def test_an_address_in_a_requirement_file_is_noticed(repository: Path, line: str) -> None:
    assert list(check.locks_name_no_address(write(repository, "requirements/base.txt", f"{line}\n")))


def test_a_pin_without_a_hash_is_noticed_and_one_with_a_hash_passes(repository: Path) -> None:
    hashed = "lxml==6.1 \\\n    --hash=sha256:00\n"
    assert list(check.locks_name_no_address(write(repository, "requirements/base.txt", hashed))) == []
    assert list(check.locks_name_no_address(write(repository, "requirements/base.txt", f"{hashed}pillow==13.0\n"))) == [
        "requirements/base.txt: pillow has no hash"
    ]


def test_a_path_of_one_machine_is_noticed(repository: Path) -> None:
    home = "/".join(["", "home", "an", "plans"])
    assert list(check.no_machine_paths(write(repository, "bench/a.py", f"PLANS = '{home}'\n")))
    assert list(check.no_machine_paths(write(repository, "bench/a.py", "PLANS = '../shared/plans'\n"))) == []


def test_a_link_that_leads_nowhere_is_noticed(repository: Path) -> None:
    write(repository, "b.md", "")
    assert (
        list(check.links_lead_somewhere(write(repository, "a.md", "[there](b.md) [away](https://example.org)"))) == []
    )
    assert list(check.links_lead_somewhere(write(repository, "a.md", "[gone](c.md#part)")))


def test_a_readme_that_lacks_a_command_of_the_other_is_noticed(repository: Path) -> None:
    write(repository, "README.md", "# A\nmake run   # reads\nmake test\n")
    assert list(check.both_readmes_say_the_same(write(repository, "README.vi.md", "# B\nmake run   # đọc\n")))
    assert (
        list(check.both_readmes_say_the_same(write(repository, "README.vi.md", "# B\nmake run # đọc\nmake test\n")))
        == []
    )


def test_a_module_beyond_the_limit_is_noticed(repository: Path) -> None:
    assert list(check.modules_stay_small(write(repository, "src/vanban/a.py", "x = 1\n" * (check.MOST_LINES + 1))))
    assert list(check.modules_stay_small(write(repository, "src/vanban/a.py", "x = 1\n" * check.MOST_LINES))) == []
