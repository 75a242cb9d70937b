#!/usr/bin/env bash
# Runs commands beside each other, shows what each says when it has ended, and fails if one of them did.
# usage: tools/together.sh COMMAND …
set -uo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
pids=()
for command in "$@"; do
    bash -c "$command" >"$folder/${#pids[@]}" 2>&1 &
    pids+=($!)
done
failed=0
for index in "${!pids[@]}"; do
    wait "${pids[$index]}" || failed=1
    cat "$folder/$index"
done
exit $failed
