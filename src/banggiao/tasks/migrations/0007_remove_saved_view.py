from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tasks", "0006_saved_views_move")]

    operations = [migrations.DeleteModel(name="SavedView")]
