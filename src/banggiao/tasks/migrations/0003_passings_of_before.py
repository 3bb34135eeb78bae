"""What shares said of their successor becomes a row with its moment."""

from datetime import UTC, datetime, time

from django.db import migrations


def keep_passings(apps, _schema_editor):
    shares = apps.get_model("tasks", "TaskAgency").objects.filter(passed_to__isnull=False, ended_on__isnull=False)
    passings = apps.get_model("tasks", "SharePassing").objects
    for share in shares.order_by("pk"):
        at = datetime.combine(share.ended_on, time.min, UTC)
        passings.get_or_create(share=share, to_id=share.passed_to_id, defaults={"at": at})


class Migration(migrations.Migration):
    dependencies = [("tasks", "0002_shares_pass_on_and_rounds")]

    operations = [migrations.RunPython(keep_passings, migrations.RunPython.noop)]
