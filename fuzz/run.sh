#!/usr/bin/env bash
# Runs targets for some seconds each, on a stable compiler, from our own documents on.
# usage: fuzz/run.sh SECONDS [TARGET …]
set -euo pipefail
cd "$(dirname "$0")"
seconds=$1
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(analyze decode find pdf docx odt rtf doc html mail archive link)
features=readers
[ "${targets[*]}" != analyze ] || features=
case " ${targets[*]} " in *" link "*) features=$features,link ;; esac
host=$(rustc -vV | sed -n 's/^host: //p')
# What cargo-fuzz passes with `-s none`, but for the tracing of comparisons, which took more time than all the rest: words
# and marks come from the dictionary.
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
--cfg fuzzing -Ccodegen-units=16"
bins=()
for target in "${targets[@]}"; do bins+=(--bin "$target"); done
CARGO_INCREMENTAL=0 cargo build --quiet --release --target "$host" --features "$features" "${bins[@]}"
python3 pieces.py corpus/pieces
for target in "${targets[@]}"; do
    mkdir -p "corpus/$target" "artifacts/$target"
    seeds=()
    [ ! -d "seeds/$target" ] || seeds=("seeds/$target")
    # Short inputs: many more are tried, and what a grammar looks for stands near.
    length=1024
    case $target in
    analyze | decode | find | link) seeds+=(corpus/pieces) length=400 ;;
    doc) seeds+=(../tests/readers/doc) length=16384 ;;
    archive) length=10240 ;;
    esac
    echo "$target: $seconds s"
    "target/$host/release/$target" "corpus/$target" "${seeds[@]}" -dict=swedish.dict -max_len="$length" -timeout=60 -rss_limit_mb=2048 \
        -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="artifacts/$target/" 2>"artifacts/$target.log" ||
        { tail -n 40 "artifacts/$target.log" >&2; exit 1; }
    grep -E 'number_of_executed_units|DONE' "artifacts/$target.log"
done
