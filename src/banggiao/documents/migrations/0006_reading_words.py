from __future__ import annotations

from django.db import migrations, models

from banggiao.documents.rules import searchable


def fill(apps, _schema_editor):
    """Texts that were read before this step are found, too."""
    readings = apps.get_model("documents", "Reading").objects
    for pk, text in readings.filter(words="").values_list("pk", "text").iterator(chunk_size=50):
        readings.filter(pk=pk).update(words=searchable(text))


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0005_remove_saved_view"),
    ]

    operations = [
        migrations.AddField(
            model_name="reading",
            name="words",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
