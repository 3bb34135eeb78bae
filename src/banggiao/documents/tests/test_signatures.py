"""Signatures of PDF files: who, when, and whether they hold. Keys and certificates are made for each run."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from banggiao.documents.intake import Upload
from banggiao.documents.models import Document
from banggiao.documents.services.reading import document_read
from banggiao.documents.services.receiving import document_receive
from banggiao.testing.documents import NOW

pytestmark = pytest.mark.django_db

PLAN = Path(__file__).resolve().parents[4] / "samples" / "ke-hoach-tinh-uy.pdf"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A folder with a key and the certificate of an office that signs."""
    folder = tmp_path / "roots"
    folder.mkdir()
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "UBND tỉnh Lam Giang"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Tỉnh Lam Giang"),
        ]
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    (folder / "office.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "office.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder


def signed(certificate: Path) -> bytes:
    signer = signers.SimpleSigner.load(str(certificate.parent / "office.key"), str(certificate / "office.pem"))
    out = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(PLAN.read_bytes())),
        signers.PdfSignatureMetadata(field_name="Signature1", md_algorithm="sha256"),
        signer=signer,
    )
    return bytes(out.getvalue())


def signatures_of(content: bytes) -> list[dict[str, object]]:
    receipt = document_receive(by=None, upload=Upload("ke-hoach.pdf", content), now=NOW)
    document_read(document_id=receipt.document_id, now=NOW)
    return Document.objects.get(pk=receipt.document_id).signatures


def test_a_signature_says_who_signed_when_and_that_the_document_is_whole(certificate: Path):
    (signature,) = signatures_of(signed(certificate))
    assert (signature["signer"], signature["organisation"]) == ("UBND tỉnh Lam Giang", "Tỉnh Lam Giang")
    assert signature["signed_at"]
    assert (signature["verdict"], signature["whole"]) == ("untrusted", True)


def test_a_signature_of_a_trusted_root_is_valid(certificate: Path, settings):
    settings.DOCUMENTS_TRUSTED_ROOTS = certificate
    (signature,) = signatures_of(signed(certificate))
    assert signature["verdict"] == "valid"


def test_a_document_changed_after_signing_is_found_out(certificate: Path):
    content = signed(certificate)
    place = content.index(b"/Producer") if b"/Producer" in content else 200
    changed = content[:place] + b"/Zroducer" + content[place + 9 :]
    (signature,) = signatures_of(changed)
    assert signature["verdict"] == "changed"


def test_a_document_without_signatures_has_none():
    assert signatures_of(PLAN.read_bytes()) == []
