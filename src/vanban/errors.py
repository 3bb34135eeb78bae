"""What reading a document can refuse, in words an official can act on."""

from __future__ import annotations


class ReadingError(Exception):
    """A document that cannot be read.

    `code` is stable and meant for programs (`empty`, `unknown-type`, `too-large`, …);
    `message` is a Vietnamese sentence for the person who sent the document.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


class SecretDocument(ReadingError):
    """A document that bears a marking of state secrecy; it carries nothing of its content.

    Source of the rule: Luật Bảo vệ bí mật nhà nước (117/2025/QH15): secrets are never stored
    on a networked machine. The exception therefore knows neither the text nor the level found.
    """

    def __init__(self) -> None:
        super().__init__(
            "secret",
            "Văn bản có dấu chỉ độ mật. Phần mềm không đọc và không lưu tài liệu bí mật nhà nước; "
            "không có nội dung nào được giữ lại. Hãy xử lý văn bản này theo quy định về bảo vệ bí mật nhà nước.",
        )
