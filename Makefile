# One command each: `make demo`, `make test`. Everything else is for those who work on the tree.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_ARGS ?=
TEST_ARGS ?= -n auto --dist loadfile

.PHONY: help install demo run test lint fmt bench lock walk
help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/.installed: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

install: $(VENV)/.installed ## make .venv from requirements.lock

demo: install ## the whole bot in a messenger page on this machine, no token, no network
	@$(BIN)/python -m bot demo $(DEMO_ARGS)

run: install ## serve real Telegram (BOT_TOKEN=...)
	@$(BIN)/python -m bot run

walk: install ## the first day of a school, step by step, in the terminal
	@$(BIN)/python -m sandbox.walk

test: install ## the tests, on SQLite and on a real PostgreSQL
	@$(BIN)/python -m pytest -n auto --dist loadfile $(TEST_ARGS)

lint: install ## style, types, import rules, sizes, texts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.checks

fmt: install ## format the tree
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install ## what an answered question costs, beside the ordinary way
	@$(BIN)/python -m benchmarks

lock: ## refresh requirements.lock from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-header --python-version 3.11 --extra dev --quiet pyproject.toml -o requirements.lock
