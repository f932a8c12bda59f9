# What a fresh clone needs: python3 (3.11.5 or later, below 3.14), make and the package index.
#   make demo    the four example articles, from text to paragraph
#   make test    everything that must hold before a change lands
#   make docs    the papers as a site, in site/
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SPARK := $(VENV)/.spark
EXAMPLES := $(sort $(wildcard examples/*.txt examples/*.html))

.PHONY: help demo test lint types imports unit system bench prove fuzz sbom audit papers docs clean

help:
	@sed -n 's/^#   //p' Makefile

# The stamp is older than the lock or the project file only when one of them changed.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(None if (3, 11, 5) <= v[:3] < (3, 14) else f"saring needs Python 3.11.5 to 3.13, this is {v[0]}.{v[1]}.{v[2]}: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) (once; a minute or two)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

demo: $(READY)
	@$(BIN)/python -m compileall -q src
	@$(BIN)/saring check $(EXAMPLES)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

# Java for Spark and a browser for the pages come from Debian, where we may install them.
system:
	@missing=""; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	if [ -n "$$missing" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends $$missing; fi

# Spark is large and only the tests of its engine need it.
$(SPARK): $(READY) requirements-spark.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-build-isolation -r requirements-spark.lock
	@touch $@

# Results must not depend on hash order: the same tests under two seeds.
unit: $(READY) $(SPARK) system
	PYTHONHASHSEED=0 $(BIN)/python -m pytest -n 2 --dist loadfile
	PYTHONHASHSEED=1 $(BIN)/python -m pytest -n 2 --dist loadfile -m "not slow"

test: lint types imports unit

# Files are compiled first: where PYTHONDONTWRITEBYTECODE is set, each start would pay for it.
bench: $(READY)
	@$(BIN)/python -m compileall -q src
	$(BIN)/python bench/run.py

# The long forms: every slip of the law that a case must notice, 10,000 random dealings, every engine against findings,
# 50 kills of a recorder, bent files for every parser.
prove: $(READY) $(SPARK) system
	$(BIN)/saring law check
	$(BIN)/saring law mutants
	SARING_MANY=10000 $(BIN)/python -m pytest tests/findings/test_properties.py
	$(BIN)/python bench/engines.py
	SARING_KILLS=50 $(BIN)/python -m pytest tests/ledger/test_killing.py
	$(BIN)/python fuzz/fuzzing.py --plain --seconds 15

# Seeks what breaks a parser, a minute for each; SECONDS=3600 for a night. Findings land in fuzz/corpus.
SECONDS ?= 60
fuzz: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "atheris>=3,<4" 2>/dev/null || echo "fuzz: without atheris"
	$(BIN)/python fuzz/fuzzing.py --seconds $(SECONDS)

# The bill of materials, from the lock; and known weaknesses of what is locked (uses the network, two minutes at most).
sbom: $(READY)
	@mkdir -p build
	$(BIN)/python tools/sbom.py > build/sbom.json
	@echo "build/sbom.json"

audit: $(READY)
	@$(PYTHON) -m venv build/audit && build/audit/bin/pip install --quiet --disable-pip-version-check "pip-audit>=2.10,<3"
	timeout 120 build/audit/bin/pip-audit -r requirements.lock --no-deps --disable-pip

# The papers show real outputs; tests hold them, this renews them.
papers: $(READY)
	$(BIN)/python docs/refresh.py

# The papers as a site in site/; strict: a link or an anchor that leads nowhere fails. Nothing is fetched.
docs: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --clean --quiet
	@echo "site/index.html"

clean:
	rm -rf site $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
