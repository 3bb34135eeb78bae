"""The electronic signatures of a PDF: who signed, when, and whether it still holds (PAdES; Luật 20/2023/QH15).

Nothing is fetched: certificates and revocation lists come from the file and from the roots that the province trusts
(setting DOCUMENTS_TRUSTED_ROOTS, a folder of PEM or DER files). No private key ever comes near this.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from banggiao.documents.models import StoredFile

Verdict = Literal["valid", "untrusted", "changed", "broken"]
"""`untrusted`: the document is as it was signed, the signer's certificate leads to no root that is trusted here."""

_MOST = 20
"""Signatures of one document that are looked at; official letters bear one to three."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Checked:
    """One signature: the name on the certificate, its organisation, the ISO time it claims, and how it stands.

    `whole` tells whether it covers the file to its last byte.
    """

    signer: str
    organisation: str
    signed_at: str
    verdict: Verdict
    whole: bool
    issuer: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def check(stored: StoredFile) -> list[Checked]:
    """All signatures of a stored file, in the order they were set; none for files that are no PDF."""
    if stored.media_type != "application/pdf":
        return []
    with stored.file.open("rb") as stream:
        try:
            embedded = PdfFileReader(stream, strict=False).embedded_regular_signatures
            return [_checked(signature) for signature in embedded[:_MOST]]
        except (PdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            # pyHanko reads PDF more strictly than PDFium; a document without readable signatures is still a document.
            _log.info("Signatures of file %s cannot be looked at: %s", stored.pk, type(error).__name__)
            return []


def _checked(signature: Any) -> Checked:
    certificate = signature.signer_cert
    subject = certificate.subject.native if certificate is not None else {}
    claimed = signature.self_reported_timestamp
    verdict, whole = _verdict(signature)
    return Checked(
        signer=str(subject.get("common_name", "")),
        organisation=_last(subject.get("organization_name", "")),
        signed_at=claimed.isoformat() if claimed else "",
        verdict=verdict,
        whole=whole,
        issuer=_last(certificate.issuer.native.get("common_name", "")) if certificate is not None else "",
    )


def _verdict(signature: Any) -> tuple[Verdict, bool]:
    try:
        context = ValidationContext(trust_roots=list(_roots()), allow_fetching=False, revocation_mode="soft-fail")
        status = validate_pdf_signature(signature, context)
    except (SignatureValidationError, PdfError, ValueError, KeyError, TypeError, AttributeError):
        return "broken", False
    whole = bool(status.coverage and status.coverage.name == "ENTIRE_FILE")
    if not status.intact or not status.valid:
        return "changed", whole
    if not whole and not status.bottom_line and status.docmdp_ok is False:
        return "changed", whole
    return ("valid" if status.trusted else "untrusted"), whole


def _last(value: Any) -> str:
    return str(value[-1] if isinstance(value, list) else value)


def _roots() -> Sequence[Any]:
    folder: Path | None = settings.DOCUMENTS_TRUSTED_ROOTS
    return _roots_in(folder) if folder is not None else ()


@lru_cache(maxsize=4)
def _roots_in(folder: Path) -> Sequence[Any]:
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in {".pem", ".crt", ".cer", ".der"})
    return tuple(load_certs_from_pemder([str(file) for file in files]))  # type: ignore[no-untyped-call]
