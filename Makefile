# One door: `make check` is all that CI does. PYTHON may name another environment's.
PYTHON ?= .venv/bin/python
BIN = $(dir $(PYTHON))
SHARED ?= $(firstword $(wildcard ../shared/data))
TOOLS ?= $(firstword $(wildcard ../shared/tools))

.PHONY: run test check check-code fix screens bench whoosh-2.7.4

run: .venv/ready            ## the reader on the demo archive
	$(BIN)quoth demo

test: .venv/ready           ## every test; SHARED=DIR adds the acceptance tests
	QUOTH_SHARED_DATA=$(SHARED) $(PYTHON) -m pytest

check: test check-code      ## all that CI does

check-code: .venv/ready     ## format, lint, import contracts, types
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(BIN)lint-imports
	$(PYTHON) -m mypy
	$(PYTHON) -m pyright --pythonpath $(PYTHON)

fix: .venv/ready            ## format, and mend what can be mended
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

screens: .venv/ready        ## draw the screens of the tests and of the README anew
	QUOTH_SCREENS=write $(PYTHON) -m pytest tests/test_reader_screens.py tests/test_docs.py

bench: .venv/ready          ## ratios against peers; CORPUS=FILE.jsonl.gz ARTICLES=5000
	$(PYTHON) -m tests.bench $(or $(CORPUS),$(SHARED)/news-20k.jsonl.gz) $(or $(ARTICLES),5000) $(TOOLS)

whoosh-2.7.4:               ## the engine's tests on the last original Whoosh
	python3 -m venv .venv-whoosh
	.venv-whoosh/bin/pip install -q --require-hashes -r requirements.lock
	.venv-whoosh/bin/pip uninstall -q -y whoosh3
	.venv-whoosh/bin/pip install -q "Whoosh==2.7.4"
	.venv-whoosh/bin/pip install -q --no-deps -e .
	.venv-whoosh/bin/python -m pytest tests/test_engine*.py -W ignore

.venv/ready: requirements.lock pyproject.toml
	@test -e $(PYTHON) || python3 -m venv .venv
	@$(PYTHON) -c "import tui, index, pytest, mypy" 2>/dev/null || \
	  ( $(PYTHON) -m pip install -q --require-hashes -r requirements.lock && \
	    $(PYTHON) -m pip install -q --no-deps -e . )
	@mkdir -p .venv && touch .venv/ready
