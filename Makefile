# aiskiai: two commands do everything, `make run` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help
# What does not wait for each other runs at once, each with its output in one piece.
BESIDE := --silent --no-print-directory --jobs --output-sync=target
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

##@ For everybody

.PHONY: help
help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-zA-Z_-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: setup ## Set up and serve web chat, staff inbox and worker at http://127.0.0.1:8000
	@$(BIN)/aiskiai serve --demo

.PHONY: test
test: setup-test ## Set up and run all static checks and all tests
	@$(MAKE) $(BESIDE) types looks learned
	@PYTHON="$(PYTHON)" scripts/run-tests

##@ For developers

.PHONY: setup
setup: $(VENV)/.ready-run ## Set up what `make run` needs

.PHONY: setup-test
setup-test: ## Set up what `make test` needs, a browser included
	@$(MAKE) $(BESIDE) $(VENV)/.ready-test $(VENV)/.ready-browser

$(VENV)/.ready-run: requirements/run.txt pyproject.toml scripts/set-up
	@PYTHON="$(PYTHON)" scripts/set-up run

$(VENV)/.ready-test: requirements/test.txt $(VENV)/.ready-run
	@PYTHON="$(PYTHON)" scripts/set-up test

$(VENV)/.ready-browser: scripts/set-up
	@PYTHON="$(PYTHON)" scripts/set-up browser

.PHONY: format
format: setup-test ## Put the code into shape
	@$(BIN)/ruff format assistant api bot tests
	@$(BIN)/ruff check --fix assistant api bot tests

.PHONY: check
check: setup-test ## All static checks: format, lint, types, import contract, content, catalogs
	@$(MAKE) $(BESIDE) types looks
	@$(BIN)/pytest -q tests/test_i18n.py tests/test_licences.py

# Parts of `check` and `test` that may run beside each other. Each is one process for a minute on a fresh clone.
.PHONY: types looks learned
types:
	@$(BIN)/mypy

looks:
	@$(BIN)/ruff format --check assistant api bot tests
	@$(BIN)/ruff check assistant api bot tests
	@$(BIN)/bandit --quiet --recursive --configfile pyproject.toml assistant api bot
	@$(BIN)/yamllint --strict content
	@$(BIN)/lint-imports
	@AISKIAI_LEARNED_DIR=.pytest_cache/learned $(BIN)/aiskiai content check

learned:
	@AISKIAI_LEARNED_DIR=.pytest_cache/learned $(BIN)/aiskiai understand </dev/null

.PHONY: english
english: setup-test ## Write the English catalog anew from the msgids in code and templates
	@$(BIN)/python scripts/english-catalog

.PHONY: html
html: setup-test ## The Nu checker over all public pages and each shape of the talk (needs Java, and VNU_JAR from `npm pack vnu-jar`)
	@$(BIN)/python -m tests.api.site.html

.PHONY: axe
axe: setup-test ## Axe in every state of the talk that a button leads to, and on every public page (long)
	@$(BIN)/python -m tests.api.axe_crawl

.PHONY: lighthouse
lighthouse: setup-test ## Lighthouse's points for accessibility, of each kind of page (needs npm)
	@$(BIN)/python -m tests.api.lighthouse

.PHONY: firefox
firefox: setup-test ## A whole journey in Debian's Firefox, each state looked at with axe (needs firefox-esr)
	@$(BIN)/python -m tests.journeys.firefox

.PHONY: faults
faults: setup-test ## The fault matrix (docs/faults.md): 1,000 kills, 10,000 requests, and what was lost or doubled
	@$(BIN)/python -m tests.faults

.PHONY: crawl
crawl: setup-test ## Every state of the dialogue with every kind of input: what was tried, and which rules were broken (docs/crawler.md)
	@$(BIN)/python -m tests.crawl

.PHONY: abuse
abuse: setup-test ## The abuse suite in full: what somebody with bad intent would try, counted by kind
	@$(BIN)/python -m tests.abuse

.PHONY: fuzz
fuzz: setup-test ## The three fuzzers for long (TIMES=10 for a night): the API, the conversation, the readers of text
	@AISKIAI_LEARNED_DIR=.pytest_cache/learned $(BIN)/python -m tests.fuzz $(TIMES)

.PHONY: test-postgresql
test-postgresql: setup-test ## The tests that need a database, on PostgreSQL 15, 16, 17 and 18 (needs npm)
	@$(BIN)/python -m tests.postgresql_versions

.PHONY: image-check
image-check: setup-test ## The image's steps in a fresh folder and virtual environment: built, started, asked, stopped (minutes; needs the network)
	@$(BIN)/python -m tests.image_check

.PHONY: bench
bench: setup-test ## Benchmarks on SQLite and PostgreSQL, beside a bare route in the same run, how well topics are understood, how good the checker is
	@$(BIN)/python -m tests.bench --seconds 20
	@$(BIN)/python -m tests.api.weight
	@$(BIN)/python -m tests.evaluation
	@$(BIN)/python -m tests.evaluation.easy_language
	@$(BIN)/python -m tests.bot.bench

.PHONY: bench-long
bench-long: setup-test ## The benchmarks with turns for five minutes each time
	@$(BIN)/python -m tests.bench --seconds 300

.PHONY: pins
pins: setup-test ## Pin dependencies anew from requirements/*.in
	@for name in run test hearing; do $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements/$$name.txt requirements/$$name.in; done

.PHONY: sbom
sbom: setup-test ## Write what the product is made of into build/sbom.json (CycloneDX), with all hashes
	@mkdir -p build
	@$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-format JSON --output-file build/sbom.json requirements/run.txt
	@$(BIN)/python -m tests.licences --into build/sbom.json
	@echo "build/sbom.json"

.PHONY: updates
updates: setup-test ## Which pinned parts are older than docs/security.md allows, and which have known faults (needs the network)
	@$(BIN)/python -m tests.updates
	@$(BIN)/pip-audit --require-hashes --disable-pip --requirement requirements/run.txt

.PHONY: clean
clean: ## Remove what was set up; data in var/ stays
	@rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
