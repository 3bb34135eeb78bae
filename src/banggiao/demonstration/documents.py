"""How plans of the demonstration come in, are reviewed and confirmed."""

from __future__ import annotations

import sysconfig
from datetime import datetime
from pathlib import Path

from banggiao.accounts.access import Actor
from banggiao.demonstration.story import PlanEntry, story
from banggiao.documents.intake import Upload
from banggiao.documents.models import Document, Finding
from banggiao.documents.rules import COUNTED_KINDS, FindingKind, FindingState
from banggiao.documents.services.findings import finding_accept, finding_drop, findings_accept_above
from banggiao.documents.services.reading import document_read
from banggiao.documents.services.receiving import document_receive
from banggiao.tasks.models import Plan
from banggiao.tasks.services import plan_confirm

_CHECKOUT = Path(__file__).resolve().parents[3] / "samples"
_INSTALLED = Path(sysconfig.get_path("data")) / "share" / "bang-giao" / "samples"
SURE = 0.8
"""What a careful person accepts in one go; the rest is looked at one by one."""


class SamplesMissing(Exception):
    """Sample plans that are not where they should be; the message says where they were looked for."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        super().__init__(
            f"Thiếu văn bản mẫu của dữ liệu trình diễn trong {folder}: {', '.join(names)}. "
            "Lấy thư mục samples/ từ mã nguồn Bang Giao rồi chạy lại với --samples THƯ-MỤC."
        )


def samples_folder() -> Path:
    """Where sample plans lie: beside the checkout, or where a wheel puts them."""
    return _CHECKOUT if _CHECKOUT.is_dir() else _INSTALLED


def demand_samples(folder: Path) -> None:
    """Raise SamplesMissing unless every plan of the story is there."""
    missing = [plan.sample for plan in story()[0] if not (folder / plan.sample).is_file()]
    if missing:
        raise SamplesMissing(folder, missing)


def plan_received(entry: PlanEntry, *, by: Actor, folder: Path, now: datetime) -> int:
    """Bring a plan in and read it at once; gives its document."""
    content = (folder / entry.sample).read_bytes()
    receipt = document_receive(by=by, upload=Upload(entry.sample, content), now=now)
    if receipt.document_id is None:
        raise AssertionError(receipt)
    document_read(document_id=receipt.document_id, now=now)
    if entry.confirmed is None:
        # Somebody has begun with it: citations are checked, the rest waits.
        findings_accept_above(
            by=by, document_id=receipt.document_id, confidence=SURE, now=now, kinds=(FindingKind.CITATION,)
        )
    return receipt.document_id


def plan_reviewed(entry: PlanEntry, *, document_id: int, by: Actor, now: datetime) -> Plan:
    """Decide on every finding and confirm: duties that are none are left out, all else is taken."""
    for finding in _proposed(document_id, FindingKind.ASSIGNMENT):
        if finding.text.startswith(entry.dropped):
            finding_drop(by=by, finding_id=finding.pk, version=finding.version, now=now)
    findings_accept_above(by=by, document_id=document_id, confidence=SURE, now=now)
    for finding in _proposed(document_id, *COUNTED_KINDS):
        finding_accept(by=by, finding_id=finding.pk, version=finding.version, now=now)
    return plan_confirm(by=by, document_id=document_id, now=now, keep_unknown=True).plan


def document_of(number: str) -> Document | None:
    """The document, or the entry, of a number."""
    return Document.objects.filter(number=number).order_by("pk").first()


def _proposed(document_id: int, *kinds: FindingKind) -> list[Finding]:
    found = Finding.objects.filter(
        reading__document_id=document_id, live=True, state=FindingState.PROPOSED, kind__in=kinds
    )
    return list(found.order_by("pk"))
