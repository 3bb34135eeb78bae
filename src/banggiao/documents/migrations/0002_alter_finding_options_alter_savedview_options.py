from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [
        migrations.AlterModelOptions(
            name="finding",
            options={
                "ordering": ("order", "pk"),
                "verbose_name": "Kết quả đọc",
                "verbose_name_plural": "Kết quả đọc",
            },
        ),
        migrations.AlterModelOptions(
            name="savedview",
            options={
                "ordering": ("name",),
                "verbose_name": "Bộ lọc đã lưu",
                "verbose_name_plural": "Bộ lọc đã lưu",
            },
        ),
    ]
