"""Takes one plan from its file to confirmed tasks and prints them as JSON; `bench.plans` calls it for each."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (models need Django to be set up)
from django.db.models import Q  # noqa: E402
from django.utils import timezone  # noqa: E402

from banggiao.accounts.models import Role  # noqa: E402
from banggiao.agencies.catalogue import Commune, District, Territory  # noqa: E402
from banggiao.agencies.models import Agency  # noqa: E402
from banggiao.agencies.services import province_set_up  # noqa: E402
from banggiao.documents.commands import import_files  # noqa: E402
from banggiao.documents.models import Document, Finding  # noqa: E402
from banggiao.documents.rules import FindingState  # noqa: E402
from banggiao.documents.services.findings import finding_accept  # noqa: E402
from banggiao.tasks.services import UnresolvedNames, plan_confirm  # noqa: E402
from banggiao.testing.accounts import make_actor  # noqa: E402

DISTRICTS = (
    "thành phố Hà Tĩnh", "thị xã Hồng Lĩnh", "thị xã Kỳ Anh", "huyện Nghi Xuân", "huyện Đức Thọ", "huyện Hương Sơn",
    "huyện Hương Khê", "huyện Vũ Quang", "huyện Can Lộc", "huyện Lộc Hà", "huyện Thạch Hà", "huyện Cẩm Xuyên",
    "huyện Kỳ Anh",
)  # fmt: skip
OLD_COMMUNES = ("thị trấn Cẩm Xuyên", "thị trấn Thiên Cầm", "xã Cẩm Bình", "xã Cẩm Duệ", "xã Cẩm Mỹ", "xã Yên Hòa")
COMMUNES = ("xã Cẩm Xuyên", "xã Thiên Cầm", "xã Cẩm Bình", "phường Thành Sen", "xã Hương Sơn")
"""Some of each, so that groups have members."""


_KNOWN = Q(agency__isnull=False) | Q(written_as__icontains="liên quan")
"""Whom it concerns besides (`các đơn vị liên quan`) a plan leaves open, and so does its task, in its words."""


def main() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    now = timezone.now()
    territory = Territory(
        districts=tuple(District(place, is_full=place == "huyện Cẩm Xuyên") for place in DISTRICTS),
        old_communes=tuple(Commune(place, "huyện Cẩm Xuyên") for place in OLD_COMMUNES),
        communes=tuple(Commune(place) for place in COMMUNES),
    )
    province_set_up(by=None, province="tỉnh Hà Tĩnh", territory=territory, today=now.date())
    office = Agency.objects.filter(name="Sở Ngoại vụ").first()
    coordinator = make_actor(role=Role.COORDINATOR, agency=office)
    import_files([Path(sys.argv[1])], later=False)
    document = Document.objects.exclude(file=None).get()
    for finding in Finding.objects.filter(reading__document=document, live=True, state=FindingState.PROPOSED):
        finding_accept(by=coordinator, finding_id=finding.pk, version=finding.version, now=now)
    unknown: list[str] = []
    try:
        plan = plan_confirm(by=coordinator, document_id=document.pk, now=now).plan
    except UnresolvedNames as refused:
        unknown = [name.written for name in refused.names]
        plan = plan_confirm(by=coordinator, document_id=document.pk, now=now, keep_unknown=True).plan
    tasks = [
        {
            "path": task.source_path,
            "names": sorted(
                {name for share in task.shares.filter(_KNOWN) for name in (share.written_as, share.group) if name}
            ),
        }
        for task in plan.tasks.all()
    ]
    print(json.dumps({"tasks": tasks, "unknown": unknown}))


if __name__ == "__main__":
    main()
