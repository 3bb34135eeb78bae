"""What a service of this app refuses, in sentences for the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


class TaskError(Exception):
    """Something that cannot be done now; the message says what happened, what was kept, what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ChangedMeanwhile(TaskError):
    """Somebody else changed the row after it was shown."""

    def __init__(self) -> None:
        super().__init__(
            _("Nhiệm vụ vừa được người khác thay đổi. Chưa ghi gì; hãy xem lại bản mới nhất rồi thực hiện lại.")
        )


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in a plan that leads to no agency; `paths` are the places of the duties that use it."""

    written: str
    reason: str
    leads: bool
    paths: tuple[str, ...]


class UnresolvedNames(TaskError):
    """A plan gives work to names that the register of agencies does not know."""

    def __init__(self, names: Sequence[UnknownName]) -> None:
        super().__init__(
            _("Chưa xác nhận được: %(count)d tên cơ quan chưa rõ là cơ quan nào. Hãy chọn cơ quan ở bước rà soát.")
            % {"count": len(names)}
        )
        self.names = tuple(names)
