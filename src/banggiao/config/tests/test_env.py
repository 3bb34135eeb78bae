"""What may be set from outside, and what is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from banggiao.config.env import BadEnvironment, Work, read_environment
from banggiao.tasks.rules import Thresholds

SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "k" + "abcdefghij" * 6,
    "ALLOWED_HOSTS": "bang-giao.lamgiang.example",
    "EMAIL_URL": "smtp://thu:mat%20khau@mail.lamgiang.example:2525",
    "DATABASE_URL": "postgresql://bg:p%40ss@db:5433/banggiao?sslmode=require",
}


def environ(tmp_path: Path, **changes: str) -> dict[str, str]:
    return {"DATA_DIR": str(tmp_path), **changes}


def test_without_a_variable_it_serves_this_machine_from_the_data_folder(tmp_path: Path) -> None:
    found = read_environment(environ(tmp_path))
    assert (found.production, found.debug, found.behind_proxy) == (False, False, False)
    assert found.allowed_hosts == ("127.0.0.1", "localhost", "[::1]")
    assert found.database.is_sqlite and found.database.name == str(tmp_path / "banggiao.sqlite3")
    assert found.mail.host == "" and found.storage.bucket == "" and found.oidc.issuer == ""


def test_how_the_work_is_done_may_be_set_and_has_usual_values(tmp_path: Path) -> None:
    assert read_environment(environ(tmp_path)).work == Work()
    inbox, roots = tmp_path / "den", tmp_path / "roots"
    inbox.mkdir()
    roots.mkdir()
    changed = environ(
        tmp_path / "data",
        DOCUMENTS_WATCHED_FOLDER=str(inbox),
        DOCUMENTS_TRUSTED_ROOTS=str(roots),
        TASKS_DUE_SOON_DAYS="10",
        TASKS_STALE_DAYS="90",
        TASKS_BEFORE_EXCLUDES_DAY="không",
    )
    assert read_environment(changed).work == Work(inbox, roots, 10, 90, before_excludes_day=False)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        pytest.param("DOCUMENTS_WATCHED_FOLDER", "van-ban-den", "đường dẫn đầy đủ", id="a relative folder"),
        pytest.param("DOCUMENTS_WATCHED_FOLDER", "{here}/khong-co", "tạo thư mục đó", id="a folder that is not there"),
        pytest.param("DOCUMENTS_WATCHED_FOLDER", "{here}", "chọn một thư mục riêng", id="the data folder"),
        pytest.param("DOCUMENTS_TRUSTED_ROOTS", "/dev/null", "không phải thư mục", id="a file"),
        pytest.param("TASKS_DUE_SOON_DAYS", "7 ngày", "ghi số ngày", id="words"),
        pytest.param("TASKS_DUE_SOON_DAYS", "0", "từ 1 đến 366", id="no day at all"),
        pytest.param("TASKS_STALE_DAYS", "-5", "từ 1 đến 366", id="days before"),
        pytest.param("TASKS_STALE_DAYS", "³", "từ 1 đến 366", id="a digit that is no number"),
        pytest.param("TASKS_BEFORE_EXCLUDES_DAY", "trước", "ghi 1 (có) hoặc 0", id="neither yes nor no"),
    ],
)
def test_what_cannot_be_used_of_it_is_refused_in_words(tmp_path: Path, name: str, value: str, words: str) -> None:
    with pytest.raises(BadEnvironment) as refused:
        read_environment(environ(tmp_path, **{name: value.format(here=tmp_path)}))
    assert len(refused.value.reasons) == 1
    assert name in refused.value.reasons[0] and words in refused.value.reasons[0]


def test_the_usual_limits_of_tasks_are_those_of_their_rules() -> None:
    usual, rules = Work(), Thresholds()
    assert (usual.due_soon_days, usual.stale_days, usual.before_excludes_day) == (
        rules.due_soon_days,
        rules.stale_days,
        rules.before_excludes_day,
    )


def test_the_key_of_a_machine_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    first = read_environment(environ(tmp_path)).secret_key
    assert len(first) >= 50
    assert read_environment(environ(tmp_path)).secret_key == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_a_production_environment_is_read_in_full(tmp_path: Path) -> None:
    found = read_environment(environ(tmp_path, **SAFE, BEHIND_PROXY="có"))
    assert found.production and found.behind_proxy
    assert (found.database.host, found.database.port, found.database.password) == ("db", "5433", "p@ss")
    assert found.database.options == (("sslmode", "require"),)
    assert (found.mail.host, found.mail.port, found.mail.password) == ("mail.lamgiang.example", 2525, "mat khau")
    assert not (tmp_path / "secret_key").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"SECRET_KEY": "ngắn"}, "SECRET_KEY phải có ít nhất 50 ký tự", id="a short key"),
        pytest.param({"SECRET_KEY": "a" * 80}, "SECRET_KEY phải có ít nhất 50 ký tự", id="a key of one letter"),
        pytest.param({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS còn trống", id="no host"),
        pytest.param({"ALLOWED_HOSTS": "*"}, "ghi rõ từng tên miền", id="every host"),
        pytest.param({"DEBUG": "1"}, "bỏ DEBUG", id="debugging in production"),
        pytest.param({"EMAIL_URL": ""}, "EMAIL_URL còn trống", id="no mail"),
        pytest.param({"EMAIL_URL": "mail.example"}, "EMAIL_URL không dùng được", id="mail without a scheme"),
        pytest.param({"EMAIL_URL": "smtp://mail:cổng"}, "số cổng không hợp lệ", id="a port in letters"),
        pytest.param({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL không dùng được", id="another database"),
        pytest.param({"DATABASE_URL": "postgresql://host"}, "DATABASE_URL không dùng được", id="a nameless one"),
        pytest.param({"STORAGE_URL": "ftp://kho"}, "STORAGE_URL không dùng được", id="another store"),
        pytest.param({"OIDC_ISSUER": "http://sso.example"}, "phải bắt đầu bằng https://", id="sign-in without TLS"),
        pytest.param({"OIDC_ISSUER": "https://sso.example"}, "cần thêm OIDC_CLIENT_ID", id="sign-in without client"),
        pytest.param({"PRODUCTION": "ừ"}, "PRODUCTION=ừ không hiểu được", id="neither yes nor no"),
        pytest.param(
            {"PRODUCTION": "", "ALLOWED_HOSTS": "a.example"}, "địa chỉ ngoài máy này", id="others without production"
        ),
    ],
)
def test_what_is_unsafe_or_unreadable_is_refused_in_words(tmp_path: Path, changes: dict[str, str], words: str) -> None:
    with pytest.raises(BadEnvironment, match=words.replace("*", r"\*")):
        read_environment(environ(tmp_path, **{**SAFE, **changes}))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")
    with pytest.raises(BadEnvironment, match="Thư mục dữ liệu"):
        read_environment({"DATA_DIR": str(tmp_path / "tep" / "var")})


def test_every_reason_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadEnvironment) as refused:
        read_environment(environ(tmp_path, PRODUCTION="1"))
    assert len(refused.value.reasons) == 3


def test_a_store_takes_its_keys_from_the_address_or_beside_it(tmp_path: Path) -> None:
    inside = read_environment(environ(tmp_path, STORAGE_URL="s3://a:b@kho?endpoint=https://s3.example")).storage
    assert (inside.bucket, inside.endpoint, inside.secret_key) == ("kho", "https://s3.example", "b")
    beside = read_environment(environ(tmp_path, STORAGE_URL="s3://kho", STORAGE_ACCESS_KEY="a", STORAGE_SECRET_KEY="b"))
    assert (beside.storage.access_key, beside.storage.secret_key) == ("a", "b")
