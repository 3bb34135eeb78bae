"""Documents of the tests: entries, files that came in, plans that were read."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from banggiao.accounts.access import Actor
from banggiao.documents.intake import Upload
from banggiao.documents.models import Document, Finding, Reading, StoredFile
from banggiao.documents.rules import DocumentState, FindingKind, clean_fields, searchable
from banggiao.documents.services.citations import describe
from banggiao.documents.services.reading import document_read
from banggiao.documents.services.receiving import document_receive

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""When tests of documents happen."""

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: {number}/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lam Giang, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Hoạt động đối ngoại tỉnh Lam Giang năm 2026

Thực hiện Nghị quyết số 59-NQ/TW ngày 24/01/2025 của Bộ Chính trị, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao hiệu quả công tác đối ngoại của tỉnh.

II. NỘI DUNG
1. Ngoại giao kinh tế
- Tổ chức 03 hội nghị xúc tiến đầu tư với Nhật Bản và Hàn Quốc.
- Vận động viện trợ phi chính phủ nước ngoài đạt 30 tỷ đồng.
2. Biên giới
- Triển khai Chỉ thị số 15-CT/TW ngày 10/8/2022 của Ban Bí thư về ngoại giao kinh tế.

III. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
- Chủ trì, phối hợp với các sở, ban, ngành cấp tỉnh triển khai Kế hoạch này.
- Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 15/11/2026.
2. Sở Tài chính
- Tham mưu bố trí kinh phí thực hiện các hoạt động đối ngoại; chủ trì tổ chức hội nghị xúc tiến đầu tư.
3. Công an tỉnh
- Bảo đảm an ninh, an toàn các đoàn khách quốc tế đến thăm và làm việc tại tỉnh.

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Lam Giang
"""
"""A short plan with one of everything; `{number}` is its number."""

_numbers = count(1)


def plan_text(number: int | None = None) -> str:
    """The text of `PLAN` under a number of its own."""
    return PLAN.format(number=number or next(_numbers))


def make_upload(text: str | None = None, *, name: str = "ke-hoach.txt") -> Upload:
    """A plan as a text file."""
    return Upload(name=name, content=(text or plan_text()).encode())


def make_entry(**changes: Any) -> Document:
    """A document known from citations only."""
    number = next(_numbers)
    fields = {"kind": "Nghị quyết", "number": f"{number}-NQ/TW", "year": 2025, "issuer": "Bộ Chính trị"}
    entry = Document(**{**fields, **changes})
    describe(entry)
    entry.save()
    return entry


def make_document(text: str = "", **changes: Any) -> Document:
    """A document under review with a file and a reading without findings; fields may be changed."""
    number = next(_numbers)
    text = text or plan_text(number)
    stored = StoredFile.objects.create(
        sha256=f"{number:064x}",
        name="ke-hoach.txt",
        size=len(text.encode()),
        media_type="text/plain",
        file=f"x/{number}",
    )
    fields = {
        "kind": "Kế hoạch",
        "number": f"{number}/KH-UBND",
        "date": datetime(2026, 1, 20, tzinfo=UTC).date(),
        "issuer": "Ủy ban nhân dân tỉnh Lam Giang",
        "title": "Hoạt động đối ngoại tỉnh Lam Giang năm 2026",
        "state": DocumentState.TO_REVIEW,
        "received_at": NOW,
        "file": stored,
    }
    document = Document(**{**fields, **changes})
    describe(document)
    document.save()
    Reading.objects.create(document=document, engine="0", text=text, words=searchable(text), type="text", read_at=NOW)
    return document


def make_pdf_plan(*, by: Actor | None = None) -> Document:
    """A plan of the samples as PDF, read."""
    content = (Path(__file__).resolve().parents[3] / "samples/ke-hoach-hoi-nhap-2026.pdf").read_bytes()
    receipt = document_receive(by=by, upload=Upload(name="ke-hoach.pdf", content=content), now=NOW)
    if receipt.document_id is None:
        raise AssertionError(receipt)
    document_read(document_id=receipt.document_id, now=NOW)
    return Document.objects.select_related("reading", "file").get(pk=receipt.document_id)


def make_finding(document: Document, words: str = "Tổng hợp kết quả", **changes: Any) -> Finding:
    """A finding on the first place where `words` stand in the text of the document."""
    reading = document.reading
    start = max(reading.text.find(words), 0)
    kind = FindingKind(changes.pop("kind", FindingKind.ASSIGNMENT))
    given = {"what": words, "role": "lead", **changes.pop("fields", {})}
    fields = {
        "order": float(start),
        "text": words,
        "span_start": start,
        "span_end": start + len(words),
        "path": "III.1/1",
    }
    return Finding.objects.create(reading=reading, kind=kind, fields=clean_fields(kind, given), **{**fields, **changes})


def make_read_plan(text: str | None = None, *, by: Actor | None = None) -> Document:
    """A plan that went through intake and was read: in state `to_review` with its findings."""
    receipt = document_receive(by=by, upload=make_upload(text), now=NOW)
    if receipt.document_id is None:
        raise AssertionError(receipt)
    document_read(document_id=receipt.document_id, now=NOW)
    return Document.objects.select_related("reading", "file").get(pk=receipt.document_id)
