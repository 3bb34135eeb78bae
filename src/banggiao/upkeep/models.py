"""Chores and workers: rows that change by the clock, so no record of changes is kept of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Chore(models.Model):
    """A regular duty of the workers. `begun_at` is the claim: of several workers, whoever moves it does the chore."""

    name = models.CharField(max_length=60, primary_key=True)
    begun_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=120, blank=True)
    fault = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """A process that does background jobs: its machine and number, and when it last said that it is there."""

    name = models.CharField(max_length=120, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name
