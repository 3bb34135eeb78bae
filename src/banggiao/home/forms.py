"""The shape of what people send from their desk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from banggiao.documents.intake import Upload
from banggiao.tasks.forms import FilesField
from banggiao.tasks.rules import State
from banggiao.tasks.services import Progress


class OwnUpdateForm(forms.Form):
    """How far a task is, in percent; the state follows from it."""

    progress = forms.IntegerField(
        min_value=0,
        max_value=100,
        error_messages={"required": _("Hãy chọn tiến độ trước khi cập nhật. Chưa ghi gì.")},
    )
    text = forms.CharField(required=False, max_length=10_000)
    evidence = FilesField(required=False)
    version = forms.IntegerField(required=False)

    def report(self) -> Progress:
        """What was said: nothing done is not started, all is done."""
        given = self.cleaned_data
        percent = given["progress"]
        state = State.IN_PROGRESS if 0 < percent < 100 else State.DONE if percent else State.NOT_STARTED
        return Progress(state=state, progress=percent, text=given["text"])

    def uploads(self) -> list[Upload]:
        """The files that came along, in memory."""
        found = []
        for file in self.cleaned_data["evidence"]:
            with file:
                found.append(Upload(file.name or "", file.read()))
        return found
