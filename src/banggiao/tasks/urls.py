"""Addresses of tasks, below /nhiem-vu/."""

from __future__ import annotations

from django.urls import path

from banggiao.tasks.views import calendar, coordination, plans, register, shaping, task

app_name = "tasks"
urlpatterns = [
    path("", register.task_list, name="task_list"),
    path("tinh-trang/", register.task_board, name="task_board"),
    path("thoi-gian/", register.task_timeline, name="task_timeline"),
    path("hang-loat/", register.tasks_bulk, name="tasks_bulk"),
    path("ten-co-quan/", register.agency_names, name="agency_names"),
    path("<int:task_id>/", task.task_detail, name="task_detail"),
    path("<int:task_id>/cap-nhat/", task.task_update, name="task_update"),
    path("<int:task_id>/y-kien/", task.task_comment, name="task_comment"),
    path("<int:task_id>/tu-choi/", task.task_decline, name="task_decline"),
    path("<int:task_id>/tu-choi/<int:decline_id>/", task.decline_answer, name="decline_answer"),
    path("<int:task_id>/phan-cong/", task.task_hand_on, name="task_hand_on"),
    path("<int:task_id>/lich-su/", task.task_history, name="task_history"),
    path("<int:task_id>/minh-chung/<int:evidence_id>/", task.evidence_download, name="evidence_download"),
    path("<int:task_id>/sua/", shaping.task_edit, name="task_edit"),
    path("<int:task_id>/giao-lai/", shaping.task_assign, name="task_assign"),
    path("<int:task_id>/chia-nho/", shaping.task_split, name="task_split"),
    path("dieu-phoi/", coordination.coordination, name="coordination"),
    path("dieu-phoi/ke-thua/", coordination.shares_pass_on, name="shares_pass_on"),
    path("ke-hoach/", plans.plan_list, name="plan_list"),
    path("ke-hoach/so-sanh/", plans.plan_compare, name="plan_compare"),
    path("ke-hoach/xac-nhan/<int:document_id>/", plans.plan_confirm, name="plan_confirm"),
    path("ke-hoach/<int:plan_id>/", plans.plan_detail, name="plan_detail"),
    path("ke-hoach/<int:plan_id>/rut-lai/", plans.plan_withdraw, name="plan_withdraw"),
    path("ke-hoach/<int:plan_id>/chua-giao/", coordination.unowned_list, name="unowned_list"),
    path("ke-hoach/<int:plan_id>/chua-giao/bo-qua/", coordination.item_dismiss, name="item_dismiss"),
    path("ke-hoach/<int:plan_id>/them/", coordination.task_add, name="task_add"),
    path("lich/", calendar.calendar, name="calendar"),
    path("lich/tao-moi/", calendar.calendar_renew, name="calendar_renew"),
    path("lich/dung/", calendar.calendar_stop, name="calendar_stop"),
    path("lich/<str:secret>.ics", calendar.calendar_feed, name="calendar_feed"),
]
