# Everything is installed into .venv; nothing else on the machine is touched.
# Needs only make and Python 3.11 or newer. Another interpreter: make run PYTHON=/path/to/python3.12

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
# A stamp is as old as the last installation: a second run asks no index and works without a network.
INSTALLED := $(VENV)/installed.stamp
TOOLS := $(VENV)/tools.stamp
# The other files in benchmarks/ are parts of these programs.
BENCHMARKS := benchmarks/gateway.py benchmarks/failover.py
PAGES := README.md docs/requirements.md docs/safety/classifier.md docs/safety/limits.md $(wildcard docs/reference/*.md)

.DEFAULT_GOAL := help
.PHONY: help run test check docs generate bench soak train-safety train-answers clean

help:  ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(INSTALLED)  ## Install Segue and talk to a real model on this machine
	@$(BIN)/segue chat --yes

test: $(TOOLS)  ## Run every test, with the servers they need (PYTEST_ARGS="-k stream" narrows it)
	$(BIN)/pytest -n 2 --dist loadfile $(PYTEST_ARGS)

check: $(TOOLS)  ## Style, formatting, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(TOOLS)  ## Fail if a generated page is out of date, then build the site with warnings as errors
	$(BIN)/cog --check --diff --check-fail-msg "Run 'make generate' and commit the result." -I docs/_generate $(PAGES)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	$(BIN)/python docs/_generate/foreign.py site

generate: $(TOOLS)  ## Write the generated parts of the documentation anew
	$(BIN)/cog -r -I docs/_generate $(PAGES)

bench: $(TOOLS)  ## Measure Segue and its peers; results go to benchmarks/results
	@$(BIN)/python benchmarks/install_peers.py || echo "Going on without what could not be installed."
	@status=0; for program in $(BENCHMARKS); do echo "== $$program"; $(BIN)/python "$$program" || status=1; done; \
		exit $$status

train-safety: $(TOOLS)  ## Train the classifier of risk anew: make train-safety DATA=DIR (some half an hour)
	@test -n "$(DATA)" || { echo "Name the folder with the data: make train-safety DATA=DIR" \
		"(docs/safety/classifier.md says which files)." >&2; exit 2; }
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training --data "$(DATA)"
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.topic --data "$(DATA)"

train-answers: $(TOOLS)  ## Train the classifier of answers anew: make train-answers DATA=DIR (some ten minutes)
	@test -n "$(DATA)" || { echo "Name the folder with the data: make train-answers DATA=DIR" \
		"(docs/safety/answers.md says which files)." >&2; exit 2; }
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.answers --data "$(DATA)"

soak: $(TOOLS)  ## The long tests at full size: faults, load, planted secrets (hours)
	$(BIN)/pytest tests/load --soak-scale=1 --timeout=0

clean:  ## Remove what make made
	rm -rf $(VENV) site dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo "Segue needs Python 3.11 or newer, and none was found." \
		"Install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is not Python 3.11 or newer." \
		"Name one that is: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments." \
		"On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(INSTALLED): pyproject.toml | $(BIN)/pip
	@echo "Installing Segue into $(VENV) ..."
	@$(PIP) --editable '.[gguf,safety]'
	@touch $@

# Dependency groups need pip 25.1; the one that Python 3.11 brings is older.
$(TOOLS): $(INSTALLED)
	@echo "Installing the tools for tests, checks, documentation and measurements into $(VENV) ..."
	@$(PIP) --upgrade 'pip>=25.1'
	@$(PIP) --group test --group check --group docs --group bench
	@touch $@
