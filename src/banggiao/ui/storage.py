"""Assets in production: compressed, named by digest, also where one script of ours imports another."""

from __future__ import annotations

from typing import Any

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

_MIXIN: Any = HashedFilesMixin
_, _IMPORTS = _MIXIN._js_module_import_aggregation_patterns


class AssetStorage(CompressedManifestStaticFilesStorage):
    """A browser keeps an asset for ever; a new version has a new name."""

    # Scripts of packages lie elsewhere, and not all of what they import is there.
    patterns = (*_MIXIN.patterns, ("*/js/*.js", _IMPORTS))
