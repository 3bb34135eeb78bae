"""Django's settings, made from the typed environment; no other module reads variables of the environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from banggiao.config.env import BadEnvironment, Environment, read_environment

try:
    ENV: Environment = read_environment(os.environ)
except BadEnvironment as bad:
    sys.exit("Không khởi động được vì cấu hình chưa đúng:\n" + "\n".join(f"  - {reason}" for reason in bad.reasons))

PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
ALLOWED_HOSTS = list(ENV.allowed_hosts)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ENV.allowed_hosts] if ENV.production else []

# An app above may import those below it, never the reverse (import-linter).
OWN_APPS = [
    "banggiao.upkeep",
    "banggiao.home",
    "banggiao.tasks",
    "banggiao.documents",
    "banggiao.agencies",
    "banggiao.accounts",
    "banggiao.ui",
]
INSTALLED_APPS = [
    *OWN_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "auditlog",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "import_export",
    "modelsearch",
    "template_partials",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "banggiao.ui.middleware.content_security_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "banggiao.ui.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "banggiao.ui.middleware.ComposedWords",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "banggiao.accounts.middleware.RecordMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "banggiao.ui.middleware.messages_for_fragments",
    "banggiao.accounts.middleware.ActorMiddleware",
]
ROOT_URLCONF = "banggiao.config.urls"
WSGI_APPLICATION = "banggiao.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "banggiao.ui.navigation.frame",
            ],
        },
    }
]
FORM_RENDERER = "banggiao.ui.forms.FormRenderer"

# --- rows -------------------------------------------------------------------------------------------------------------
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  # an acknowledged document survives a power cut
    "PRAGMA busy_timeout=20000;"  # milliseconds that a writer waits for another one
    "PRAGMA foreign_keys=ON;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA mmap_size=134217728;"  # bytes
    "PRAGMA cache_size=-32000;"  # negative: KiB
)
_DATABASE_OPTIONS: dict[str, Any] = (
    {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    if ENV.database.is_sqlite
    else dict(ENV.database.options)
)
DATABASES = {
    "default": {
        "ENGINE": ENV.database.engine,
        "NAME": ENV.database.name,
        "HOST": ENV.database.host,
        "PORT": ENV.database.port,
        "USER": ENV.database.user,
        "PASSWORD": ENV.database.password,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _DATABASE_OPTIONS,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- background jobs and search ---------------------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
MODELSEARCH_BACKENDS: dict[str, dict[str, Any]] = {
    "default": (
        {"BACKEND": "modelsearch.backends.opensearch3", "URLS": [ENV.opensearch_url], "INDEX_PREFIX": "banggiao_"}
        if ENV.opensearch_url
        else {"BACKEND": "modelsearch.backends.database"}
    )
}

# --- files ------------------------------------------------------------------------------------------------------------
_STORE: dict[str, Any] = (
    {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": ENV.storage.bucket,
            "endpoint_url": ENV.storage.endpoint or None,
            "region_name": ENV.storage.region or None,
            "access_key": ENV.storage.access_key or None,
            "secret_key": ENV.storage.secret_key or None,
            "default_acl": None,
            "file_overwrite": True,  # a name is the digest of what it holds
            "querystring_auth": True,
        },
    }
    if ENV.storage.bucket
    else {"BACKEND": "banggiao.documents.storage.ContentStorage"}
)
STORAGES: dict[str, dict[str, Any]] = {
    "default": _STORE,
    "staticfiles": {
        "BACKEND": "banggiao.ui.storage.AssetStorage"
        if ENV.production
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = ENV.data_dir / "files"
# Files leave through views that ask who may, so no address leads to them.
MEDIA_URL = ""
# Pictures of pages, drawn on demand; may be emptied at any time.
SHEETS_DIR = ENV.data_dir / "sheets"
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
# Not one upload touches the disk before it is known not to be secret.
FILE_UPLOAD_HANDLERS = ["banggiao.documents.uploads.MemoryUploads"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
STATIC_URL = "/static/"
STATIC_ROOT = ENV.data_dir / "static" if ENV.production else None
# On one machine assets are served from where they lie; in production collected, compressed and named by digest.
WHITENOISE_USE_FINDERS = not ENV.production
WHITENOISE_MAX_AGE = 3600 if ENV.production else 60

# --- how the work is done here ----------------------------------------------------------------------------------------
DOCUMENTS_WATCHED_FOLDER = ENV.work.watched_folder
DOCUMENTS_TRUSTED_ROOTS = ENV.work.trusted_roots
TASKS_DUE_SOON_DAYS = ENV.work.due_soon_days
TASKS_STALE_DAYS = ENV.work.stale_days
TASKS_BEFORE_EXCLUDES_DAY = ENV.work.before_excludes_day

# --- language and time ------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = ["banggiao.config.formats"]

# --- people -----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "full_name", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "banggiao.accounts.signin.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation reached the address, or an administrator vouches for it
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Bang Giao] "
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_RATE_LIMITS = {
    # Whole offices share one address; whoever guesses a password is shut out by the account: five times in 15 minutes.
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/15m/key",
    "reset_password": "20/m/ip,5/h/key",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Bang Giao"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENV.production
SOCIALACCOUNT_ADAPTER = "banggiao.accounts.signin.SocialAccountAdapter"
# The provider is the province's own: whoever it says has an address is the person of that address.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "tinh",
                    "name": ENV.oidc.name,
                    "client_id": ENV.oidc.client_id,
                    "secret": ENV.oidc.client_secret,
                    "settings": {"server_url": ENV.oidc.issuer},
                }
            ],
        }
    }
    if ENV.oidc.issuer
    else {}
)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ENV.behind_proxy else 0
# Counts of failed sign-ins must be the same for all processes; on one machine there is only one.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if ENV.database.is_sqlite
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}
}

# --- mail -------------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if ENV.mail.host else 'console'}.EmailBackend"
EMAIL_HOST = ENV.mail.host
EMAIL_PORT = ENV.mail.port
EMAIL_HOST_USER = ENV.mail.user
EMAIL_HOST_PASSWORD = ENV.mail.password
EMAIL_USE_TLS = ENV.mail.encryption == "tls"
EMAIL_USE_SSL = ENV.mail.encryption == "ssl"
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.mail.sender

# --- on the wire ------------------------------------------------------------------------------------------------------
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # seconds: one working day
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "banggiao.ui.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.behind_proxy else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.production
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENV.production else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ENV.production

# --- the record of changes --------------------------------------------------------------------------------------------
AUDITLOG_INCLUDE_ALL_MODELS = False  # each app registers its own (accounts.record)
AUDITLOG_DISABLE_REMOTE_ADDR = False
AUDITLOG_MASK_CALLABLE = "banggiao.accounts.record.hidden"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
