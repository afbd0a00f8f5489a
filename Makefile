# One command per job. The first call makes the virtual environment in .venv (about 6 GB with
# torch); later calls reuse it until a requirements file changes.

PYTHON ?= python3
ARGS ?=
# processes that run tests; each starts a page of its own and takes 2 GB, and 0 runs all in one
WORKERS ?= 3

# some environments forbid to keep compiled modules: each process would compile torch anew
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
NODE_READY := node_modules/.ready
PYTEST = -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --durations=10
# the lowest Python and the lowest versions that are supported
OLDEST_PYTHON ?= python3.10
OLDEST := .venv-oldest
OLDEST_READY := $(OLDEST)/.dev-ready

.DEFAULT_GOAL := help
.PHONY: help run test test-all test-oldest browser lock lint lint-python lint-scripts format bench train zoo gan evaluate examples clean

help: ## list these commands
	@echo "make COMMAND [PYTHON=python3.12] [ARGS='more arguments of the command']"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' Makefile

run: $(RUN_READY) ## start the page on http://127.0.0.1:7860
	@$(BIN)/python app.py $(ARGS)

test: $(DEV_READY) ## run the tests, those in a real browser too (ARGS='-k sweep' WORKERS=0)
	@$(BIN)/python tests/browser/find_browser.py --install
	@$(BIN)/python $(PYTEST) -m "not slow" $(ARGS)

test-all: $(DEV_READY) ## run all tests, the slow ones too
	@$(BIN)/python tests/browser/find_browser.py --install
	@$(BIN)/python $(PYTEST) $(ARGS)

test-oldest: $(OLDEST_READY) ## run all tests at the lower ends of requirements.txt, on OLDEST_PYTHON=python3.10
	@$(OLDEST)/bin/python tests/browser/find_browser.py --install
	@$(OLDEST)/bin/python $(PYTEST) $(ARGS)

browser: ## install the browser that tests drive, where none is on the path
	@$(PYTHON) tests/browser/find_browser.py --install

lock: ## write the lock files anew after a change of the requirements; needs uv (ARGS=--upgrade: the newest of all)
	@$(PYTHON) tools/lock.py $(ARGS)

lint: lint-python lint-scripts ## check style, format, types; types and tests of the scripts

lint-python: $(DEV_READY)
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@find mixup_demo -name "*.pyi" -delete # which Gradio writes beside its components: mypy would read old ones
	@$(BIN)/python -m mypy

lint-scripts: $(NODE_READY)
	@npm run --silent typecheck
	@npm run --silent test

format: $(DEV_READY) ## mend style and format where that needs no thought
	@$(BIN)/python -m ruff check --fix .
	@$(BIN)/python -m ruff format .

bench: $(RUN_READY) ## measure speed and memory on this machine
	@$(BIN)/python -m benchmarks $(ARGS)

train: $(RUN_READY) ## train one model (RECIPE=cifar10-mixup)
	@test -n "$(RECIPE)" || { echo "error: name a recipe, e.g. make train RECIPE=cifar10-mixup" >&2; exit 2; }
	@$(BIN)/python -m mixup_demo.train --recipe "$(RECIPE)" $(ARGS)

zoo: $(RUN_READY) ## train every recipe without finished weights
	@$(BIN)/python -m mixup_demo.train --all $(ARGS)

gan: $(RUN_READY) ## train the bundled GANs that are missing (ARGS='--only ring --seeds 0')
	@$(BIN)/python -m mixup_demo.train_gan $(ARGS)

evaluate: $(RUN_READY) ## measure the trained models into models/results (ARGS='--only between')
	@$(BIN)/python -m mixup_demo.evaluate $(ARGS)

examples: $(RUN_READY) ## answer the examples again and train the Toy view's presets, after a change of weights, photos or settings
	@$(BIN)/python -m mixup_demo.serving.examples
	@$(BIN)/python -m mixup_demo.views.toy.presets

clean: ## remove the virtual environment and caches; keep data, runs and models
	@rm -rf $(VENV) $(OLDEST) node_modules .mypy_cache .pytest_cache .ruff_cache .gradio build dist *.egg-info
	@find . -type d -name __pycache__ -prune -exec rm -rf {} +

# The page itself needs no Node: only the checks of its scripts do.
$(NODE_READY): package.json package-lock.json
	@command -v npm >/dev/null || { echo "error: the checks of the scripts need Node 20 or later with npm" >&2; exit 2; }
	@npm ci --silent --no-audit --no-fund
	@touch $@

# The stamps come last, so that a failed or interrupted install is done again.
$(RUN_READY): requirements.txt requirements.lock
	@sh tools/install.sh "$(PYTHON)" $(VENV) requirements.txt requirements.lock
	@touch $@

$(DEV_READY): requirements.txt requirements-dev.txt requirements.lock
	@sh tools/install.sh "$(PYTHON)" $(VENV) requirements-dev.txt requirements.lock
	@touch $(RUN_READY) $@

$(OLDEST_READY): requirements.txt requirements-dev.txt requirements-oldest.lock
	@sh tools/install.sh "$(OLDEST_PYTHON)" $(OLDEST) requirements-dev.txt requirements-oldest.lock
	@touch $@
