import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AgencyGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="tên nhóm")),
                ("phrases", models.JSONField(blank=True, default=list, verbose_name="cách viết khác")),
                ("is_open", models.BooleanField(default=False, verbose_name="không nêu đích danh")),
                ("order", models.PositiveSmallIntegerField(default=500, verbose_name="thứ tự")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
            ],
            options={
                "verbose_name": "nhóm cơ quan",
                "verbose_name_plural": "nhóm cơ quan",
                "ordering": ("order", "name"),
            },
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="mã")),
                ("identifier", models.CharField(blank=True, max_length=40, verbose_name="mã định danh")),
                ("name", models.CharField(max_length=200, verbose_name="tên hiện nay")),
                ("short_name", models.CharField(blank=True, max_length=80, verbose_name="tên viết tắt")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("central", "Trung ương"),
                            ("province", "Cấp tỉnh"),
                            ("district", "Cấp huyện"),
                            ("commune", "Cấp xã"),
                            ("party", "Đảng"),
                            ("front", "Mặt trận, đoàn thể, hội"),
                            ("vertical", "Ngành dọc, lực lượng vũ trang"),
                        ],
                        max_length=10,
                        verbose_name="khối",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("central", "Trung ương"),
                            ("province", "Tỉnh"),
                            ("district", "Huyện"),
                            ("commune", "Xã"),
                        ],
                        max_length=10,
                        verbose_name="cấp",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("committee", "Ủy ban nhân dân"),
                            ("council", "Hội đồng nhân dân"),
                            ("office", "Văn phòng"),
                            ("department", "Sở, ban"),
                            ("division", "Phòng chuyên môn"),
                            ("unit", "Đơn vị sự nghiệp"),
                            ("steering", "Ban chỉ đạo, tổ công tác"),
                            ("school", "Cơ sở đào tạo"),
                            ("press", "Cơ quan báo chí"),
                            ("party_body", "Cơ quan tham mưu, giúp việc của cấp ủy"),
                            ("party_committee", "Đảng ủy trực thuộc"),
                            ("local_party", "Huyện ủy, đảng ủy xã, phường"),
                            ("front", "Mặt trận Tổ quốc"),
                            ("sociopolitical", "Tổ chức chính trị - xã hội"),
                            ("association", "Tổ chức xã hội, nghề nghiệp"),
                            ("friendship", "Hội hữu nghị"),
                            ("force", "Lực lượng vũ trang"),
                            ("vertical", "Cơ quan ngành dọc"),
                            ("ministry", "Bộ, ngành"),
                            ("mission", "Cơ quan đại diện ở nước ngoài"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Chỉ ghi cho Ủy ban nhân dân và cấp ủy của một địa bàn, ví dụ: xã Nậm Lam.",
                        max_length=80,
                        verbose_name="địa bàn",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=500, verbose_name="thứ tự")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="điện thoại")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="địa chỉ")),
                ("contact", models.CharField(blank=True, max_length=120, verbose_name="người liên hệ")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="agencies.agency",
                        verbose_name="trực thuộc",
                    ),
                ),
            ],
            options={
                "verbose_name": "cơ quan",
                "verbose_name_plural": "cơ quan",
                "ordering": ("order", "name", "id"),
            },
        ),
        migrations.CreateModel(
            name="AgencyName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                (
                    "kind",
                    models.CharField(
                        choices=[("official", "Tên chính thức"), ("short", "Tên viết tắt"), ("alias", "Tên gọi khác")],
                        default="official",
                        max_length=10,
                        verbose_name="loại tên",
                    ),
                ),
                ("search_key", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="agencies.agency",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên cơ quan",
                "verbose_name_plural": "tên cơ quan",
                "ordering": ("agency_id", models.OrderBy(models.F("valid_from"), nulls_first=True), "id"),
            },
        ),
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("included", models.BooleanField(default=True, verbose_name="thuộc nhóm")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="lý do")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="agencies.agency",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="agencies.agencygroup",
                        verbose_name="nhóm",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên riêng",
                "verbose_name_plural": "thành viên riêng",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="GroupRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central", "Trung ương"),
                            ("province", "Cấp tỉnh"),
                            ("district", "Cấp huyện"),
                            ("commune", "Cấp xã"),
                            ("party", "Đảng"),
                            ("front", "Mặt trận, đoàn thể, hội"),
                            ("vertical", "Ngành dọc, lực lượng vũ trang"),
                        ],
                        max_length=10,
                        verbose_name="khối",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central", "Trung ương"),
                            ("province", "Tỉnh"),
                            ("district", "Huyện"),
                            ("commune", "Xã"),
                        ],
                        max_length=10,
                        verbose_name="cấp",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("committee", "Ủy ban nhân dân"),
                            ("council", "Hội đồng nhân dân"),
                            ("office", "Văn phòng"),
                            ("department", "Sở, ban"),
                            ("division", "Phòng chuyên môn"),
                            ("unit", "Đơn vị sự nghiệp"),
                            ("steering", "Ban chỉ đạo, tổ công tác"),
                            ("school", "Cơ sở đào tạo"),
                            ("press", "Cơ quan báo chí"),
                            ("party_body", "Cơ quan tham mưu, giúp việc của cấp ủy"),
                            ("party_committee", "Đảng ủy trực thuộc"),
                            ("local_party", "Huyện ủy, đảng ủy xã, phường"),
                            ("front", "Mặt trận Tổ quốc"),
                            ("sociopolitical", "Tổ chức chính trị - xã hội"),
                            ("association", "Tổ chức xã hội, nghề nghiệp"),
                            ("friendship", "Hội hữu nghị"),
                            ("force", "Lực lượng vũ trang"),
                            ("vertical", "Cơ quan ngành dọc"),
                            ("ministry", "Bộ, ngành"),
                            ("mission", "Cơ quan đại diện ở nước ngoài"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("is_local", models.BooleanField(default=False, verbose_name="chỉ trong văn bản của chính địa bàn")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rules",
                        to="agencies.agencygroup",
                        verbose_name="nhóm",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiêu chí thành viên",
                "verbose_name_plural": "tiêu chí thành viên",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "function",
                    models.CharField(
                        blank=True,
                        help_text="Để trống nếu chuyển giao toàn bộ phần còn lại.",
                        max_length=200,
                        verbose_name="chức năng chuyển giao",
                    ),
                ),
                ("on", models.DateField(verbose_name="từ ngày")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="căn cứ")),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="agencies.agency",
                        verbose_name="cơ quan chuyển giao",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inheritances",
                        to="agencies.agency",
                        verbose_name="cơ quan kế thừa",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế thừa",
                "verbose_name_plural": "kế thừa",
                "ordering": ("on", "id"),
            },
        ),
        migrations.AddIndex(
            model_name="agency",
            index=models.Index(fields=["level", "tier", "kind"], name="agency_level_tier_kind"),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_from__lte", models.F("valid_to")),
                    _connector="OR",
                ),
                name="agency_days_ordered",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_from__lte", models.F("valid_to")),
                    _connector="OR",
                ),
                name="agencyname_days_ordered",
            ),
        ),
        migrations.AddConstraint(
            model_name="groupmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_from__lte", models.F("valid_to")),
                    _connector="OR",
                ),
                name="groupmember_days_ordered",
            ),
        ),
        migrations.AddConstraint(
            model_name="grouprule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_from__lte", models.F("valid_to")),
                    _connector="OR",
                ),
                name="grouprule_days_ordered",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(fields=("predecessor", "successor", "function"), name="succession_once"),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(("predecessor", models.F("successor")), _negated=True), name="succession_of_another"
            ),
        ),
    ]
