"""As in Vietnamese."""

from banggiao.config.formats.vi.formats import *  # noqa: F403
