"""With whom abroad: countries, localities, organisations."""

from vanban.partners.mentions import find

__all__ = ["find"]
