#!/usr/bin/env bash
# How long the first minutes take, each from a clean clone with nothing built: seconds on the clock, and those of the
# processors. What is committed is measured.
# usage: tools/cold.sh [demo|test|install] …
set -euo pipefail
root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

run() {
    case $1 in
    demo | test) make "$1" ;;
    install) python3 -m venv venv && venv/bin/python -m pip install --quiet . ;;
    *) echo "unknown: $1" >&2 && return 2 ;;
    esac
}

[ $# -gt 0 ] || set -- demo test install
for what in "$@"; do
    git clone --quiet "$root" "$folder/klubba"
    cd "$folder/klubba"
    TIMEFORMAT="$what: %R s, the processors %U s + %S s"
    # (Outside of the pipe, so that `time` counts what `make` starts.)
    time run "$what" >"$folder/$what.log" 2>&1 || { tail -n 30 "$folder/$what.log" >&2; exit 1; }
    [ ! -d target ] || du -sh target
    cd "$root"
    rm -rf "$folder/klubba"
done
