#!/usr/bin/env bash
# Checks that what klubba is built with is there, and makes .venv. Says in one line what is missing.
# usage: tools/setup.sh demo|test|docs
set -euo pipefail
cd "$(dirname "$0")/.."

missing() {
    echo "missing: $1" >&2
    exit 1
}

command -v cargo >/dev/null || missing "Rust (cargo), 1.92 or later: https://rustup.rs"
rust=$(rustc --version | cut -d' ' -f2)
[ "$(printf '%s\n' 1.92 "$rust" | sort -V | head -n 1)" = 1.92 ] ||
    missing "Rust 1.92 or later (here is $rust): rustup update stable"
command -v cc >/dev/null || missing "a C compiler for linking (cc): apt install gcc, or xcode-select --install"

python=
for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python3.10 python}; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
        python=$name
        break
    fi
done
[ -n "$python" ] || missing "Python 3.10 or later (or name it: make PYTHON=/path/to/python3)"
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    missing "venv and pip for $("$python" --version): apt install python3-venv, or the like"

[ -x .venv/bin/python ] || "$python" -m venv .venv
pip() { .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }
case ${1:-test} in
demo)
    pip "$(grep '^maturin==' requirements-dev.txt)"
    ;;
docs)
    # ruff breaks the long signatures.
    pip -r docs/requirements.txt $(grep -E '^(maturin|ruff)==' requirements-dev.txt)
    ;;
test)
    cargo fmt --version >/dev/null 2>&1 || missing "rustfmt: rustup component add rustfmt"
    cargo clippy --version >/dev/null 2>&1 || missing "clippy: rustup component add clippy"
    pip -r requirements-dev.txt
    ;;
esac
touch ".venv/ready-${1:-test}"
