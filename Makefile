# The commands of this repository. They need python3 (3.11 or newer), pip and make; `make help` lists them.

PYTHON ?= python3
PORT ?= 5000
WORKERS ?= 2
# Passed on to the command of the target: make test ARGS="-k till -x"
ARGS ?=
export PYTHON CHROMIUM

VENV := .venv/bin
FLASK := $(VENV)/flask --app app
# A stamp for each requirement file: a second run installs nothing, a changed file installs again.
RUNTIME := .venv/.installed
DEVELOPMENT := .venv/.installed-dev
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard app/translations/*/LC_MESSAGES/*.po))
WORDS := $(VENV)/pybabel --quiet extract --mapping=babel.cfg --keyword=_l --keyword=lazy_gettext \
	--keyword=lazy_ngettext:1,2 --keyword=lazy_pgettext:1c,2 --no-location --sort-output --omit-header
MERGE := $(VENV)/pybabel update --output-dir=app/translations --no-fuzzy-matching --ignore-obsolete \
	--ignore-pot-creation-date

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

## Using it

.PHONY: run
run: $(RUNTIME) $(CATALOGUES) ## Serve on http://127.0.0.1:5000, with a demo district if the database is empty (PORT=5001)
	@$(FLASK) db upgrade
	@$(FLASK) demo make --size district --if-empty
	@$(FLASK) district refresh
	@$(FLASK) serve --port $(PORT)

.PHONY: demo
demo: $(RUNTIME) $(CATALOGUES) ## A fresh demo database in instance/; asks before it puts another aside
	@.ci/put-database-aside
	@env -u DATABASE_URL -u DATABASE_OWNER_URL $(FLASK) db upgrade
	@env -u DATABASE_URL -u DATABASE_OWNER_URL $(FLASK) demo make $(ARGS)

.PHONY: audit
audit: $(RUNTIME) ## Walk every chain and consistency query of the ledger (ARGS="--gerai CODE --json")
	@$(FLASK) ledger audit $(ARGS)

## Working on it

.PHONY: setup
setup: $(DEVELOPMENT) $(CATALOGUES) ## The environment alone, in .venv
	@echo 'The environment is in .venv.'

.PHONY: test
test: $(DEVELOPMENT) $(CATALOGUES) ## Every test: SQLite, PostgreSQL and Chromium (ARGS="-k till")
	@CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && \
		$(VENV)/pytest -n $(WORKERS) --dist loadfile $(ARGS)

.PHONY: drill
drill: $(DEVELOPMENT) $(CATALOGUES) ## The long runs, of which `make test` holds a fixed cut
	@CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && $(VENV)/pytest -m drill $(ARGS)

.PHONY: bench
bench: $(DEVELOPMENT) $(CATALOGUES) ## Speed as ratios, on SQLite and on PostgreSQL
	@$(VENV)/python -m benchmarks $(ARGS)

.PHONY: pictures
pictures: $(DEVELOPMENT) $(CATALOGUES) ## The pictures of the documentation, taken anew (ARGS=members for those alone)
	@CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && $(VENV)/python -m tests.browser.gallery $(ARGS)

.PHONY: tidy
tidy: $(DEVELOPMENT) ## Lint, layout, types, templates, floors and the catalogue of words
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/djlint app --lint --quiet
	$(VENV)/lint-imports --no-logo
	@if [ -d app/translations ]; then \
		words=$$(mktemp) && trap 'rm -f "$$words"' EXIT && $(WORDS) --output-file="$$words" . && \
		$(MERGE) --input-file="$$words" --check 2>/dev/null || \
		{ echo 'The catalogue is behind the screens: make catalogue, then translate what is new.'; exit 1; }; \
	fi

.PHONY: format
format: $(DEVELOPMENT) ## Put right what ruff can put right by itself
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

.PHONY: catalogue
catalogue: $(DEVELOPMENT) ## Gather the words on the screens into the English catalogue
	@mkdir -p app/translations
	@words=$$(mktemp) && trap 'rm -f "$$words"' EXIT && $(WORDS) --output-file="$$words" . && \
		$(MERGE) --input-file="$$words" --init-missing --locale=en

.PHONY: advisories
advisories: $(DEVELOPMENT) ## Known vulnerabilities of what is installed; silence is no proof where it could not look
	$(VENV)/pip-audit --requirement requirements.txt

## What the above stand on

$(RUNTIME): requirements.txt .ci/environment
	@.ci/environment requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@.ci/environment requirements-dev.txt
	@touch $@

%.mo: %.po | $(RUNTIME)
	@$(VENV)/pybabel --quiet compile --input-file=$< --output-file=$@ --locale=$(word 3,$(subst /, ,$@))
