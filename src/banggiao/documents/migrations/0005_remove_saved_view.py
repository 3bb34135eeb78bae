from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_saved_views_move")]

    operations = [migrations.DeleteModel(name="SavedView")]
