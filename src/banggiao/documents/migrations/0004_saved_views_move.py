"""Saved views of all lists stand in one place."""

from django.db import migrations


def move(apps, _schema_editor):
    views = apps.get_model("accounts", "SavedView").objects
    for view in apps.get_model("documents", "SavedView").objects.order_by("pk"):
        views.get_or_create(
            user_id=view.user_id, listed="documents:document_list", name=view.name, defaults={"query": view.query}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_saved_view"),
        ("documents", "0003_review_presence"),
    ]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
