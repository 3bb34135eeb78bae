# Works with GNU make 3.81, which macOS ships, and later.
SHELL := /bin/bash
BIN := .venv/bin
PYTHON ?=
export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format bench messages lock clean

help: ## say what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s%s\n", $$1, $$2 }' Makefile

setup: .venv/.installed .venv/.assets .venv/.messages ## make .venv and install everything pinned; costs nothing the second time

# Hashes and an editable package cannot stand in one call of pip, hence two.
.venv/.installed: requirements/dev.txt pyproject.toml scripts/make-venv
	@scripts/make-venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src # commands start sooner where Python may not write bytecode by itself
	@touch $@

.venv/.assets: .venv/.installed package-lock.json scripts/assets src/banggiao/ui/icons.txt
	$(BIN)/python scripts/assets
	@touch $@

.venv/.messages: .venv/.installed scripts/messages.py $(wildcard src/banggiao/*/locale/*/LC_MESSAGES/*.po)
	@$(BIN)/python scripts/messages.py compile
	@touch $@

.venv/.bench: .venv/.installed requirements/bench.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

run: setup ## serve the application, filled, at http://127.0.0.1:8000; PORT=… and HOST=… choose another address
	@$(BIN)/banggiao run --demo $(if $(PORT),--port $(PORT)) $(if $(HOST),--host $(HOST))

test: setup ## run all tests, on PostgreSQL too where one answers; installs Tesseract, LibreOffice, Chromium where missing
	@scripts/system-packages
	$(BIN)/python -m pytest -n auto
	@$(BIN)/python scripts/test-on-postgres

lint: setup ## check style, types, import rules and the repository's own rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/check_repository.py

format: setup ## put the code into the one layout
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.bench ## measure speed, memory and how well the readings agree with the gold ones
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m bench

messages: setup ## gather the words of pages for translation into src/banggiao/*/locale
	$(BIN)/python scripts/messages.py update

lock: ## pin the newest versions of everything in requirements/
	@scripts/lock --upgrade

clean: ## remove everything that the other commands made
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist src/*.egg-info node_modules src/banggiao/ui/static/vendor
	find src tests bench scripts -name __pycache__ -type d -prune -exec rm -rf {} +
