"""The one code that an agency had becomes a row; those of the former scheme get their own column."""

from django.db import migrations


def keep_codes(apps, _schema_editor):
    codes = apps.get_model("agencies", "OrganisationCode").objects
    for agency in apps.get_model("agencies", "Agency").objects.exclude(identifier=""):
        codes.create(agency=agency, code=agency.identifier, valid_from=agency.valid_from, valid_to=agency.valid_to)
        if agency.identifier[0].isdigit():
            agency.identifier, agency.former_identifier = "", agency.identifier
            agency.save(update_fields=["identifier", "former_identifier"])


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_organisation_codes")]

    operations = [migrations.RunPython(keep_codes, migrations.RunPython.noop)]
