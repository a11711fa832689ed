# `make run` and `make test` are all a newcomer needs; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
RUNNER := .runner
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := help
.PHONY: help setup dev-setup run test lint check fuzz test-vm sandbox-image bench-overhead bench-growth bench-growth-quick lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

# A stamp is written only after its installation succeeded, so an interrupted one is repeated.
$(VENV)/.app-stamp: requirements/app.lock pyproject.toml
	@echo "setting up the judge's environment in $(VENV) (once) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Landau needs Python 3.11 or newer; run: make PYTHON=python3.11 run")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/app.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . 2>/dev/null \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev-stamp: requirements/dev.lock $(VENV)/.app-stamp
	@echo "adding the test tools to $(VENV) (once) ..."
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/dev.lock
	@touch $@

$(RUNNER)/.stamp: requirements/runner.lock
	@echo "setting up the environment that submissions run in, $(RUNNER) (once) ..."
	@test -x $(RUNNER)/bin/python || $(PYTHON) -m venv --without-pip $(RUNNER)
	@$(PYTHON) -m venv $(RUNNER)-installer
	@$(RUNNER)-installer/bin/python -m pip --python $(RUNNER)/bin/python install $(PIP_FLAGS) -r requirements/runner.lock
	@rm -rf $(RUNNER)-installer
	@touch $@

setup: $(VENV)/.app-stamp $(RUNNER)/.stamp ## make the two environments

dev-setup: setup $(VENV)/.dev-stamp ## the same, with the test tools

run: setup ## start the app at 127.0.0.1:8000 (another port if that is taken)
	@exec $(BIN)/judge serve

# Side by side, a file's tests one after the other: they share what is dear to make.
WORKERS ?= logical
test: dev-setup ## run every test this machine can run (ARGS="-k word", WORKERS=0: one after the other)
	@$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 --dist loadfile $(ARGS)

lint: dev-setup ## ruff, mypy and the import contract
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

SECONDS ?= 60
CORPUS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/landau/fuzz-wire
fuzz: dev-setup ## feed hostile bytes to the wire's reader, coverage-guided; SECONDS=60
	@$(BIN)/python -m tests.sandbox.fuzz.atheris_wire "$(CORPUS)" -max_total_time=$(SECONDS)

test-vm: ## the sandbox's tests under cgroup v2, in a virtual machine (root, Debian; slow)
	@tests/vm/run

check: setup ## prove every problem of the bank on this host, also with solutions that it was not made with
	@$(BIN)/judge problem check --all --also tests/corpus $(ARGS)

sandbox-image: setup ## build what the docker backend runs submissions in
	@docker build --target sandbox $(DOCKER_BUILD_FLAGS) $(if $(TOOLCHAINS),--build-arg TOOLCHAINS="$(TOOLCHAINS)") \
	  --tag "$$($(BIN)/python -m sandbox.docker.image)" .

bench-overhead: setup ## what a sandboxed run costs, beside its peers
	@$(BIN)/python -m benchmarks.overhead

# ARGS: --into, --workers, --repeat, --only ...; stopped at any point, it goes on where it was.
bench-growth: setup ## judge a labelled corpus quiet and loaded, beside other rules
	@$(BIN)/python -m benchmarks.growth $(ARGS)

bench-growth-quick: setup ## a sample of that within ten minutes; fails where a verdict is wrong
	@$(BIN)/python -m benchmarks.growth --quick $(ARGS)

lock: ## pin the dependencies anew (needs uv)
	@uv pip compile -q --upgrade --generate-hashes --no-header --no-emit-index-url --universal --python-version 3.11 pyproject.toml -o requirements/app.lock
	@uv pip compile -q --upgrade --generate-hashes --no-header --no-emit-index-url --universal --python-version 3.11 --extra dev pyproject.toml -o requirements/dev.lock
	@uv pip compile -q --upgrade --generate-hashes --no-header --no-emit-index-url --universal --python-version 3.11 requirements/runner.in -o requirements/runner.lock

clean: ## remove the environments
	rm -rf $(VENV) $(RUNNER) $(RUNNER)-installer build *.egg-info
