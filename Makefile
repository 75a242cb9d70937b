# make demo shows klubba, make test proves it; make help lists the rest.
# Needs Rust and Python 3.10 or later; everything else goes into .venv and target here.

export VIRTUAL_ENV := $(CURDIR)/.venv
export PATH := $(VIRTUAL_ENV)/bin:$(PATH)
# The interpreter that pyo3 asks about the ABI; without it another one on PATH would cause rebuilds.
export PYO3_PYTHON := $(VIRTUAL_ENV)/bin/python

# The command, as the Python package brings it: one build serves both.
KLUBBA := .venv/bin/klubba
# Everything, unoptimised: the demo reads some pages, and this is built in half the time. The libraries are those of the
# tests; `make develop` compiles klubba alone once more, optimised.
QUICK := CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 CARGO_PROFILE_DEV_DEBUG=false
DOCUMENTS := $(sort $(wildcard examples/documents/*.txt))
# Three of different kinds: more than that is no pleasure to scroll through.
SHOWN := $(filter %/minutes-kommunstyrelsen.txt %/news-hamnen.txt %/notes-samrad.txt, $(DOCUMENTS))

.DEFAULT_GOAL := help
.PHONY: help demo test lint test-rust test-words test-python develop cold search fuzz instructions instructions-bless bench quality picture archive doc-fixtures docs clean
# Steps share target/ and .venv: one at a time, whatever -j says.
.NOTPARALLEL:

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-18s %s\n", $$1, $$2 }'

.venv/ready-%: tools/setup.sh requirements-dev.txt
	@tools/setup.sh $*

.venv/ready-docs: docs/requirements.txt

demo: .venv/ready-demo ## Build klubba and show what it finds in the documents of examples/
	@echo "building the command and the Python package (some minutes the first time) …"
	@$(QUICK) maturin develop --quiet
	@for document in $(SHOWN); do \
		printf '\n\n$$ klubba show %s\n\n' "$$document"; \
		$(KLUBBA) show "$$document" || exit 1; \
	done
	@printf '\n\n$$ python examples/decisions.py examples/documents/*.txt\n\n'
	@python examples/decisions.py $(DOCUMENTS)
	@mkdir -p target/demo
	@$(KLUBBA) show --html -o target/demo/index.html $(firstword $(SHOWN))
	@printf '\nThe same text in colour, in a browser: %s\n' target/demo/index.html
	@printf '\nYour own:\n  %s show FILE\n  %s analyze FILE… > found.jsonl\n  %s find --within decisions WORD FOLDER\n' $(KLUBBA) $(KLUBBA) $(KLUBBA)

test: ## Run every test and linter
	@# What Python needs is fetched on one core meanwhile.
	@tools/together.sh "$(MAKE) --no-print-directory .venv/ready-test" "cargo test --quiet --features cli --no-run"
	@# Tests leave a core free now and then. The linters begin with the format, so that the tests have started before one compiles.
	@tools/together.sh "$(MAKE) --no-print-directory test-rust" "$(MAKE) --no-print-directory lint"
	@# Python's package and tests use one core most of the time, and so does the counting of instructions.
	@tools/together.sh "$(MAKE) --no-print-directory test-python" "$(MAKE) --no-print-directory instructions"

lint: .venv/ready-test ## Run the linters
	cargo fmt --all --check
	cargo clippy --quiet --all-targets --features cli,python,bench -- -D warnings
	cargo clippy --quiet --lib -- -D warnings
	cargo clippy --quiet --package klubba-instructions -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
	ruff check
	ruff format --check

test-rust: ## Run the tests in Rust
	cargo test --quiet --features cli

test-words: ## Run what a change to a word, a phrase or a rule touches: some minutes at first, then one
	cargo test --quiet --features cli --lib --test decisions --test decision_ways --test settled --test speeches --test people \
		--test dates --test kinds --test headings --test rules --test documents

test-python: develop ## Build the package into .venv and run the tests in Python
	mypy
	python -m mypy.stubtest klubba._klubba
	pytest

develop: .venv/ready-test ## Build the package into .venv
	maturin develop --quiet

instructions: ## Count instructions a byte under valgrind, where it is, and see that they have not risen
	@python3 tools/bench/instructions.py $(REQUIRED)

instructions-bless: ## Keep the counts of now
	@python3 tools/bench/instructions.py --bless

cold: ## Measure demo, test and pip install from a clean clone with nothing built
	tools/cold.sh

search: ## Search every page of one thing for what is not linear; an hour
	KLUBBA_SEARCH=all cargo test --features cli --test limits time_is_linear -- --nocapture

fuzz: ## Run each fuzz target for SECONDS (60)
	@fuzz/run.sh $(or $(SECONDS),60)

.venv-bench/ready: .venv/ready-demo requirements-bench.txt
	@.venv/bin/python -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

bench: .venv-bench/ready ## Measure everything and write BENCHMARKS.md; some ten minutes, best on an idle machine
	cargo build --release --quiet --features cli
	@rm -rf target/wheels
	maturin build --release --quiet --interpreter $(PYO3_PYTHON) --out target/wheels
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall target/wheels/*.whl
	.venv-bench/bin/python tools/bench/report.py $(AGAIN)

quality: develop ## Score against the gold files in ../shared, where they are
	python tools/quality.py

picture: develop ## Draw the README's picture anew
	python3 tools/picture.py $(KLUBBA) examples/documents/minutes-kommunstyrelsen.txt docs/show.svg

archive: ## Make the archives of the studies in examples/ anew
	python3 tools/archive.py examples/archive.zip examples/decade.zip

doc-fixtures: ## Make the old Word files of the tests anew with LibreOffice
	cd tests/readers/doc && soffice --headless --convert-to doc *.fodt

docs: .venv/ready-docs ## Build the documentation's site into target/site
	maturin develop --quiet
	NO_MKDOCS_2_WARNING=1 mkdocs build --quiet --strict
	@echo "open target/site/index.html (the search works from a server: python -m http.server -d target/site)"

clean: ## Remove everything that was built or installed here
	rm -rf target .venv .venv-bench .pytest_cache .mypy_cache .ruff_cache .hypothesis python/klubba/*.so
