"""Saved views of all lists stand in one place."""

from django.db import migrations


def move(apps, _schema_editor):
    views = apps.get_model("accounts", "SavedView").objects
    for view in apps.get_model("tasks", "SavedView").objects.order_by("pk"):
        views.get_or_create(
            user_id=view.user_id, listed="tasks:task_list", name=view.name, defaults={"query": view.query}
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_saved_view"), ("tasks", "0005_overview_indexes")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
