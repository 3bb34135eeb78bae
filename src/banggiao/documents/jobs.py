"""Background jobs of documents. Arguments are ids: a job that runs twice finds the work done."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from banggiao.documents.services.reading import document_read


@task()
def read_document(document_id: int) -> bool:
    """Read one document; false where there was nothing to do."""
    return document_read(document_id=document_id, now=timezone.now())
