"""How the server takes requests in."""

from __future__ import annotations

from banggiao.cli.serving import _server_options
from banggiao.documents.intake import MAX_FILE_BYTES


def test_no_request_is_written_to_a_temporary_file_and_the_largest_document_fits() -> None:
    options = _server_options()
    assert options["inbuf_overflow"] > options["max_request_body_size"] > MAX_FILE_BYTES
