# Certwise. `make help` tells what there is. Every target sets up what it needs in .venv.

first_usable = $(firstword $(foreach name,$(1),$(if $(shell $(name) -c 'import sys; print("1" if sys.version_info >= (3, 11) else "")' 2>/dev/null),$(name))))
PYTHON ?= $(call first_usable,python3.13 python3.12 python3.11 python3)
OLDEST_PYTHON ?= $(call first_usable,python3.11 python3.12 python3.13 python3)
BIN := .venv/bin
OLDEST := .venv-oldest/bin
CHAT := .venv/.chat
READY := .venv/.ready
QUESTIONS ?= ../shared/questions/dev.jsonl
DATA ?= ../shared/data

.DEFAULT_GOAL := help
.PHONY: help chat test check oldest format schema bench clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Certwise needs Python 3.11 or newer; install it, or name it: make PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing; on Debian or Ubuntu: apt install python3-venv" >&2; exit 2; }
	@echo "Setting up .venv (once) ..."
	@$(PYTHON) -m venv .venv

# The first answer after a change of the knowledge takes half a minute of work; here it is the set-up's.
$(CHAT): .venv/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[chat]'
	@$(BIN)/certwise ask hello >/dev/null || true
	@touch $(CHAT)

$(READY): $(CHAT)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

chat: $(CHAT) ## talk to Certwise in the terminal
	@$(BIN)/certwise chat

test: $(READY) ## run the tests, with coverage
	@$(BIN)/python -m pytest --cov --cov-report=term

check: $(READY) ## everything CI runs: format, lint, types, layers, knowledge, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/certwise check
	@$(MAKE) --no-print-directory test

oldest: $(READY) ## run the tests with the oldest versions that pyproject.toml admits
	@test -x $(OLDEST)/python || $(OLDEST_PYTHON) -m venv .venv-oldest
	@$(BIN)/uv pip install --quiet --python .venv-oldest --resolution lowest-direct --editable '.[dev]'
	@$(OLDEST)/python -m pytest

format: $(READY) ## lay the code out and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schema: $(READY) ## write the JSON Schemas that editors use for the knowledge files
	$(BIN)/python -m bot.adapters.yaml_knowledge.schema knowledge/schema

bench: $(READY) ## run the benchmarks and print their figures; the matcher's need DATA=folder (docs/matcher.md)
	$(BIN)/python -m benchmarks.ask $(wildcard $(QUESTIONS))
	$(BIN)/python -m benchmarks.questions
	$(BIN)/python -m benchmarks.questions benchmarks/languages.jsonl
	$(BIN)/python -m benchmarks.decisions
	$(BIN)/python -m benchmarks.scale
	$(BIN)/python -m benchmarks.slack
	@if [ -d "$(DATA)" ]; then for set in clinc150 banking77; do for shots in "" "--shots 10"; do \
	  echo "benchmarks.matcher $$set $$shots"; \
	  $(BIN)/python -m benchmarks.matcher --train $(DATA)/$$set/train.jsonl --test $(DATA)/$$set/val.jsonl $$shots || exit 1; \
	done; done; else echo "No data sets in $(DATA): docs/matcher.md tells where to get them."; fi

clean: ## remove the virtual environment and what the tools left
	rm -rf .venv .venv-oldest .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
