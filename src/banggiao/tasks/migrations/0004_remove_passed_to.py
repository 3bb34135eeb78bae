from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tasks", "0003_passings_of_before")]

    operations = [migrations.RemoveField(model_name="taskagency", name="passed_to")]
