# Each target stands alone: it makes .venv from the pinned requirements when it is missing or out of date.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help demo test check format bench bench-batch samples models requirements build clean

help:
	@echo "make demo    analyse a sample résumé: terminal report, and an HTML report in out/"
	@echo "make test    run all tests"
	@echo "make check   lint, types, layers, taxonomy"
	@echo "make bench   speed as ratios against named baselines"
	@echo "make bench-batch  ten thousand candidates: nothing lost, memory, speed, killed and run again (a quarter of an hour)"
	@echo "make samples make the sample résumés and outputs again"
	@echo "make models  train the models again: the same bytes from the same examples"

$(READY): requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "skillgap needs Python 3.11 or later; say make PYTHON=/path/to/python")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)
	@mkdir -p out
	@$(BIN)/skillgap analyze samples/senior-systems.pdf --level senior
	@$(BIN)/skillgap analyze samples/senior-systems.pdf --level senior --output out/senior-systems.html
	@echo "the HTML report is in out/senior-systems.html"

test: $(READY)
	$(BIN)/python -m pytest --numprocesses auto

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/skillgap taxonomy lint

format: $(READY)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python -m skillgap.evaluation.bench samples

bench-batch: $(READY)
	$(BIN)/python -m skillgap.evaluation.bench_batch

samples: $(READY)
	$(BIN)/python samples/render.py
	$(BIN)/python -m pytest --quiet tests/test_golden.py --update-golden

models: $(READY)
	$(BIN)/python -m skillgap.training

# The pins, with hashes and without index addresses; needs uv (python3 -m pip install uv).
requirements:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url --output-file requirements/dev.txt

build: $(READY)
	$(BIN)/python -m build --no-isolation --outdir dist

clean:
	rm -rf .venv .cache out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
