# `make demo` and `make test` each do all the set-up that they need, in .venv: git, make and
# Python 3.11 or newer are enough.

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types accuracy ledgers lock clean

READY := .venv/ready
BIN := .venv/bin
DEMO := build/demo

# The first of these that runs, is new enough and can make an environment. A name on the path is
# not enough: version managers put stand-ins there, and Debian ships Python without its venv module.
PYTHONS := python3.13 python3.12 python3.11 python3
SUITABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
FIND_PYTHON = for python in $(PYTHONS); do \
		"$$python" -c "$(SUITABLE)" >/dev/null 2>&1 && break; python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo "No Python 3.11 or newer with its venv module found (tried: $(PYTHONS))." >&2; \
		echo "On Debian or Ubuntu: apt-get install python3-venv" >&2; \
		exit 1; \
	fi

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

# Installed anew only when what is to be installed has changed.
$(READY): pyproject.toml requirements.lock
	@if [ -L .venv ]; then \
		echo ".venv is a symbolic link, and to set it up anew would empty the folder that it" >&2; \
		echo "leads to. Remove the link, and make sets up an environment of its own here." >&2; \
		exit 1; \
	fi
	@$(FIND_PYTHON); \
	echo "Setting up .venv with $$($$python --version) (once)"; \
	"$$python" -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q clausetrack
	@touch $@

demo: $(READY) ## mark up the sample agreement with the sample terms of settlement
	@mkdir -p $(DEMO)
	@$(BIN)/clausetrack markup corpus/stca-2022-25.docx corpus/stca-2025-27-terms.txt \
		-o $(DEMO)/stca-2025-27-marked-up.docx \
		-o $(DEMO)/stca-2025-27-report.html \
		-o $(DEMO)/stca-2025-27.xml \
		--report $(DEMO)/report.json
	@echo
	@echo "The marked-up agreement, for Word or LibreOffice:  $(DEMO)/stca-2025-27-marked-up.docx"
	@echo "The review report, for a browser:                  $(DEMO)/stca-2025-27-report.html"

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest

check: lint types test ## lint, types and tests

lint: $(READY) ## run ruff
	@$(BIN)/ruff check .

types: $(READY) ## run mypy
	@$(BIN)/mypy

accuracy: $(READY) ## measure how accurately documents are read
	@$(BIN)/python bench/accuracy.py

ledgers: $(READY) ## read 10,000 random ledgers of facts, and every row of the truth table
	@CLAUSETRACK_LEDGERS=all $(BIN)/python -m pytest tests/test_provisions_truth.py

lock: ## choose the newest versions of all dependencies for requirements.lock
	@$(FIND_PYTHON); "$$python" -m venv --clear build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@build/lock/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --upgrade --quiet --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --output-file requirements.lock

clean: ## remove the environment, what was built, and the caches
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
