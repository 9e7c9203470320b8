# 빛나: the commands of the house. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo run test check install clean

help: ## 이 목록 · this list
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1\t/p' $(MAKEFILE_LIST)

demo: $(VENV)/requirements.stamp ## 연습장에서 빛나와 이야기하기 · talk to Bitna on this machine
	@$(BIN)/python -m demo

run: $(VENV)/requirements.stamp ## 텔레그램에 연결하기 · the real thing (docs/operations.md)
	@$(BIN)/bitna run $(ARGS)

test: $(VENV)/requirements-dev.stamp ## 모든 테스트 · the whole suite
	$(PYTEST) $(ARGS)

check: $(VENV)/requirements-dev.stamp ## 모양, 타입, 테스트 · format, lint, types, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PYTEST) $(ARGS)

install: $(VENV)/requirements.stamp ## .venv만 만들기 · the .venv alone

clean: ## .venv와 연습 자료 지우기 · forget .venv and the demo
	rm -rf $(VENV) .demo

# One stamp for each list: a second `make demo` installs nothing, a changed list is installed again.
$(VENV)/%.stamp: %.txt pyproject.toml | $(BIN)/python
	@echo "필요한 것을 설치하고 있어요. 처음에는 1–2분쯤 걸려요. · Installing, a minute or two the first time."
	@$(PIP) install --require-hashes --no-deps -r $<
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "$(PYTHON) is not there: install Python 3.11 or newer, or name one with make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$$($(PYTHON) --version) is too old: Bitna needs Python 3.11 or newer, name one with make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) cannot make a virtual environment: on Debian and Ubuntu, install python3-venv." >&2; exit 1; }
