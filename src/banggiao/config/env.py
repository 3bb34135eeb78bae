"""The environment, typed: what may be set from outside, what holds where nothing is set, and what is refused.

Without a single variable the application runs on one machine for whoever sits at it: SQLite, local files, mails to the
terminal, addresses of this machine only. `PRODUCTION=1` serves others, and then unsafe values are refused in words.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

SHORTEST_SECRET = 50
"""Characters; what Django's own deployment check asks for."""

MOST_DAYS = 366

_CHECKOUT = Path(__file__).resolve().parents[3]
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SENDER = "Bang Giao <bang-giao@localhost>"
_OIDC_NAME = "Tài khoản của tỉnh"
_TRUE = {"1", "true", "yes", "on", "có"}
_FALSE = {"0", "false", "no", "off", "không"}


class BadEnvironment(Exception):
    """Some variables cannot be used; `reasons` says which and what to do, one sentence each."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Database:
    """Where rows are kept. `url` is None for SQLite in the data folder."""

    engine: str
    name: str
    host: str = ""
    port: str = ""
    user: str = ""
    password: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def is_sqlite(self) -> bool:
        return self.engine == "django.db.backends.sqlite3"


@dataclass(frozen=True, slots=True)
class Mail:
    """The server that sends mail; no host means that mails are written to the terminal."""

    host: str = ""
    port: int = 587
    user: str = ""
    password: str = ""
    encryption: str = "tls"
    sender: str = _SENDER


@dataclass(frozen=True, slots=True)
class Storage:
    """Where files are kept: in the data folder, or in a bucket of an S3-compatible store."""

    bucket: str = ""
    endpoint: str = ""
    region: str = ""
    access_key: str = ""
    secret_key: str = ""


@dataclass(frozen=True, slots=True)
class OpenIdConnect:
    """A provider of sign-ins, of the province or the ministry; none where the issuer is empty."""

    issuer: str = ""
    client_id: str = ""
    client_secret: str = ""
    name: str = _OIDC_NAME


@dataclass(frozen=True, slots=True)
class Work:
    """How the work is done in this province.

    `watched_folder`: files put there come in by themselves. `trusted_roots`: certificates (PEM, DER) of those whose
    signatures hold here. A task is due soon `due_soon_days` before its deadline, and continuous work is stale after
    `stale_days` of silence. `before_excludes_day`: whether `trước ngày 25/5` means 24/5 at the latest.
    """

    watched_folder: Path | None = None
    trusted_roots: Path | None = None
    due_soon_days: int = 7
    stale_days: int = 60
    before_excludes_day: bool = True


@dataclass(frozen=True, slots=True)
class Environment:
    """Everything that settings take from outside."""

    production: bool
    debug: bool
    data_dir: Path
    secret_key: str
    allowed_hosts: tuple[str, ...]
    behind_proxy: bool
    database: Database
    mail: Mail
    storage: Storage
    opensearch_url: str
    oidc: OpenIdConnect
    work: Work


def read_environment(environ: Mapping[str, str]) -> Environment:
    """All values, checked.

    Raises:
        BadEnvironment: with every reason at once, so that nobody has to start five times.
    """
    reasons: list[str] = []
    production = _flag(environ, "PRODUCTION", reasons)
    debug = _flag(environ, "DEBUG", reasons)
    data_dir = Path(environ.get("DATA_DIR") or _standard_data_dir()).expanduser().absolute()
    if production and debug:
        reasons.append("DEBUG=1 để lộ nội dung bên trong khi có lỗi: bỏ DEBUG khi PRODUCTION=1.")
    environment = Environment(
        production=production,
        debug=debug,
        data_dir=data_dir,
        secret_key=_secret_key(environ.get("SECRET_KEY", ""), data_dir, production, reasons),
        allowed_hosts=_hosts(environ.get("ALLOWED_HOSTS", ""), production, reasons),
        behind_proxy=_flag(environ, "BEHIND_PROXY", reasons),
        database=_database(environ.get("DATABASE_URL", ""), data_dir, reasons),
        mail=_mail(environ, production, reasons),
        storage=_storage(environ, reasons),
        opensearch_url=environ.get("OPENSEARCH_URL", ""),
        oidc=_oidc(environ, production, reasons),
        work=_work(environ, data_dir, reasons),
    )
    if reasons:
        raise BadEnvironment(reasons)
    return environment


def _standard_data_dir() -> Path:
    """`var/` of a checkout, otherwise a folder of the person who runs it."""
    return _CHECKOUT / "var" if (_CHECKOUT / "pyproject.toml").exists() else Path.home() / ".banggiao"


def _flag(environ: Mapping[str, str], name: str, reasons: list[str], *, usual: bool = False) -> bool:
    """Yes or no; an empty variable is one that is not set."""
    value = environ.get(name, "").strip().lower()
    if not value:
        return usual
    if value not in _TRUE | _FALSE:
        reasons.append(f"{name}={value} không hiểu được: ghi 1 (có) hoặc 0 (không).")
    return value in _TRUE


def _secret_key(value: str, data_dir: Path, production: bool, reasons: list[str]) -> str:
    if production and (len(value) < SHORTEST_SECRET or len(set(value)) < 5):
        reasons.append(
            f"SECRET_KEY phải có ít nhất {SHORTEST_SECRET} ký tự ngẫu nhiên khi PRODUCTION=1. "
            'Tạo bằng:  python -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
        return value
    try:
        return value or _kept_secret(data_dir / "secret_key")
    except OSError as fault:
        reasons.append(f"Thư mục dữ liệu {data_dir} không dùng được ({fault.strerror}): sửa quyền, hoặc đặt DATA_DIR.")
        return value


def _kept_secret(file: Path) -> str:
    """The key of this machine, made at the first start, readable by its owner only."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(SHORTEST_SECRET), encoding="ascii")
    return file.read_text(encoding="ascii").strip()


def _hosts(value: str, production: bool, reasons: list[str]) -> tuple[str, ...]:
    hosts = tuple(host.strip() for host in value.split(",") if host.strip())
    if not production:
        beyond = [host for host in hosts if host not in _LOOPBACK]
        if beyond:
            reasons.append(
                f"ALLOWED_HOSTS={','.join(beyond)} là địa chỉ ngoài máy này: "
                "đặt PRODUCTION=1 cùng SECRET_KEY để phục vụ người khác."
            )
        return hosts or _LOOPBACK
    if not hosts:
        reasons.append("ALLOWED_HOSTS còn trống: ghi tên miền của hệ thống, ví dụ ALLOWED_HOSTS=bang-giao.tinh.gov.vn.")
    if any(host.startswith("*") for host in hosts):
        reasons.append("ALLOWED_HOSTS=* nhận mọi tên miền: ghi rõ từng tên miền của hệ thống.")
    return hosts


def _database(value: str, data_dir: Path, reasons: list[str]) -> Database:
    sqlite = Database("django.db.backends.sqlite3", str(data_dir / "banggiao.sqlite3"))
    if not value:
        return sqlite
    url = urlsplit(value)
    if url.scheme == "sqlite":
        return Database(sqlite.engine, unquote(url.path.removeprefix("/")) or sqlite.name)
    if url.scheme not in ("postgres", "postgresql") or not url.path.strip("/"):
        reasons.append(
            "DATABASE_URL không dùng được: ghi postgresql://người-dùng:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu, "
            "hoặc bỏ trống để dùng SQLite."
        )
        return sqlite
    return Database(
        engine="django.db.backends.postgresql",
        name=unquote(url.path.strip("/")),
        host=unquote(url.hostname or ""),
        port=_port(url, "DATABASE_URL", reasons),
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        options=tuple(parse_qsl(url.query)),
    )


def _mail(environ: Mapping[str, str], production: bool, reasons: list[str]) -> Mail:
    value, sender = environ.get("EMAIL_URL", ""), environ.get("EMAIL_FROM", "") or _SENDER
    if not value:
        if production:
            reasons.append("EMAIL_URL còn trống, lời mời và nhắc việc sẽ không gửi được: ghi smtp://máy-chủ-thư:587.")
        return Mail(sender=sender)
    url = urlsplit(value)
    if url.scheme not in ("smtp", "smtps") or not url.hostname:
        reasons.append("EMAIL_URL không dùng được: ghi smtp://người-dùng:mật-khẩu@máy-chủ:587 (hoặc smtps://…:465).")
        return Mail(sender=sender)
    encryption = "ssl" if url.scheme == "smtps" else dict(parse_qsl(url.query)).get("encryption", "tls")
    return Mail(
        host=url.hostname,
        port=int(_port(url, "EMAIL_URL", reasons) or (465 if encryption == "ssl" else 587)),
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        encryption=encryption,
        sender=sender,
    )


def _storage(environ: Mapping[str, str], reasons: list[str]) -> Storage:
    value = environ.get("STORAGE_URL", "")
    if not value:
        return Storage()
    url = urlsplit(value)
    if url.scheme != "s3" or not url.hostname:
        reasons.append("STORAGE_URL không dùng được: ghi s3://tên-kho?endpoint=https://máy-chủ, hoặc bỏ trống.")
        return Storage()
    query = dict(parse_qsl(url.query))
    return Storage(
        bucket=url.hostname,
        endpoint=query.get("endpoint", ""),
        region=query.get("region", ""),
        access_key=unquote(url.username or "") or environ.get("STORAGE_ACCESS_KEY", ""),
        secret_key=unquote(url.password or "") or environ.get("STORAGE_SECRET_KEY", ""),
    )


def _oidc(environ: Mapping[str, str], production: bool, reasons: list[str]) -> OpenIdConnect:
    issuer = environ.get("OIDC_ISSUER", "")
    if not issuer:
        return OpenIdConnect()
    if production and not issuer.startswith("https://"):
        reasons.append("OIDC_ISSUER phải bắt đầu bằng https:// khi PRODUCTION=1.")
    client_id, client_secret = environ.get("OIDC_CLIENT_ID", ""), environ.get("OIDC_CLIENT_SECRET", "")
    if not client_id or not client_secret:
        reasons.append("OIDC_ISSUER cần thêm OIDC_CLIENT_ID và OIDC_CLIENT_SECRET do nơi cấp tài khoản đưa.")
    return OpenIdConnect(issuer, client_id, client_secret, environ.get("OIDC_NAME", "") or _OIDC_NAME)


def _work(environ: Mapping[str, str], data_dir: Path, reasons: list[str]) -> Work:
    usual = Work()
    watched = _folder(environ, "DOCUMENTS_WATCHED_FOLDER", reasons)
    if watched is not None and data_dir.is_relative_to(watched):
        reasons.append(
            f"DOCUMENTS_WATCHED_FOLDER={watched} chứa chính thư mục dữ liệu {data_dir}: chọn một thư mục riêng."
        )
    return Work(
        watched_folder=watched,
        trusted_roots=_folder(environ, "DOCUMENTS_TRUSTED_ROOTS", reasons),
        due_soon_days=_days(environ, "TASKS_DUE_SOON_DAYS", usual.due_soon_days, reasons),
        stale_days=_days(environ, "TASKS_STALE_DAYS", usual.stale_days, reasons),
        before_excludes_day=_flag(environ, "TASKS_BEFORE_EXCLUDES_DAY", reasons, usual=usual.before_excludes_day),
    )


def _folder(environ: Mapping[str, str], name: str, reasons: list[str]) -> Path | None:
    """A folder that must be there and open to us, so that a slip of the pen does not go unnoticed for weeks."""
    value = environ.get(name, "").strip()
    if not value:
        return None
    folder = Path(value).expanduser()
    if not folder.is_absolute():
        reasons.append(f"{name}={value} phải là đường dẫn đầy đủ, ví dụ /srv/bang-giao/van-ban-den.")
    elif not folder.is_dir():
        reasons.append(f"{name}={value} không có hoặc không phải thư mục: tạo thư mục đó, hoặc bỏ {name}.")
    elif not os.access(folder, os.R_OK | os.X_OK):
        reasons.append(f"{name}={value} không đọc được: cấp quyền đọc cho người chạy Bang Giao.")
    return folder


def _days(environ: Mapping[str, str], name: str, usual: int, reasons: list[str]) -> int:
    value = environ.get(name, "").strip()
    if not value:
        return usual
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= MOST_DAYS):
        reasons.append(f"{name}={value} không dùng được: ghi số ngày, từ 1 đến {MOST_DAYS}.")
        return usual
    return int(value)


def _port(url: SplitResult, name: str, reasons: list[str]) -> str:
    try:
        return str(url.port or "")
    except ValueError:
        reasons.append(f"{name} có số cổng không hợp lệ.")
        return ""
