#!/usr/bin/env bash
# Runs targets for some seconds each, on a stable compiler, from our own documents on.
# usage: fuzz/run.sh SECONDS [TARGET …]
set -euo pipefail
cd "$(dirname "$0")"
seconds=$1
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(analyze decode find pdf docx odt rtf doc html mail archive)
features=readers
[ "${targets[*]}" != analyze ] || features=
case " ${targets[*]} " in *" link "*) features=$features,link ;; esac
host=$(rustc -vV | sed -n 's/^host: //p')
# What cargo-fuzz passes with `-s none`.
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Ccodegen-units=16"
bins=()
for target in "${targets[@]}"; do bins+=(--bin "$target"); done
CARGO_INCREMENTAL=0 cargo build --quiet --release --target "$host" --features "$features" "${bins[@]}"
for target in "${targets[@]}"; do
    mkdir -p "corpus/$target" "artifacts/$target"
    seeds=("seeds/$target")
    case $target in
    analyze | decode | find | link) seeds=(../examples/documents) ;;
    doc) seeds=(../tests/readers/doc) ;;
    esac
    [ -d "${seeds[0]}" ] || seeds=()
    echo "$target: $seconds s"
    "target/$host/release/$target" "corpus/$target" "${seeds[@]}" -dict=swedish.dict -max_len=8192 -timeout=60 -rss_limit_mb=2048 \
        -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="artifacts/$target/" 2>"artifacts/$target.log" ||
        { tail -n 40 "artifacts/$target.log" >&2; exit 1; }
    grep -E 'number_of_executed_units|DONE' "artifacts/$target.log"
done
