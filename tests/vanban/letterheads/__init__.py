"""Heads and feet of documents with what is to be read in them; the province is made up."""

from __future__ import annotations

from typing import Any

Specimen = tuple[str, str, dict[str, Any]]
"""What it is, the source, and what is found in it."""
