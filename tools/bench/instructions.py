"""The guard of the speed: instructions a byte of each set of layers, which may not rise by more than 3 %.

    python3 tools/bench/instructions.py            compare with benches/instructions.json
    python3 tools/bench/instructions.py --bless    write it anew, after a change that is meant to cost

Time is noise where others use the machine; the number of instructions is not: runs differ by less than 0.3 %
(hash maps have other keys in every run).
"""

import argparse
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from callgrind import KINDS, LAYERS, ROOT, build, count, here, missing

KEPT = ROOT / "benches/instructions.json"
SIZE = 200_000
MAY_RISE = 0.03


def counts() -> dict[str, dict[str, float]]:
    """Instructions a byte by kind of text and layer."""
    build()
    pairs = [(kind, layer) for kind in KINDS for layer in LAYERS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda pair: round(count(pair[0], pair[1], SIZE), 1), pairs))
    by_kind: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for (kind, layer), instructions in zip(pairs, found, strict=True):
        by_kind[kind][layer] = instructions
    return by_kind


def compare(kept: dict[str, dict[str, float]], now: dict[str, dict[str, float]]) -> int:
    """Print all counts; how many rose by more than they may."""
    risen = fallen = 0
    print(f"{'text':<8} {'layers':<10} {'was':>8} {'is':>8}   instructions a byte")
    for kind in KINDS:
        for layer in LAYERS:
            was, is_ = kept.get(kind, {}).get(layer, 0.0), now[kind][layer]
            change = is_ / was - 1 if was else 1.0
            risen += change > MAY_RISE
            fallen += change < -MAY_RISE
            mark = "  too many" if change > MAY_RISE else ""
            print(f"{kind:<8} {layer:<10} {was:8.1f} {is_:8.1f} {change:+8.1%}{mark}")
    if risen:
        print(f"{risen} counts rose by more than {MAY_RISE:.0%}. If it is worth it: make instructions-bless")
    elif fallen:
        print(f"{fallen} counts fell by more than {MAY_RISE:.0%}. Keep what was won: make instructions-bless")
    return risen


def main() -> int:
    """Compare or bless; the exit status is 1 if a count rose by more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bless", action="store_true", help="write the counts of now")
    parser.add_argument("--required", action="store_true", help="fail where valgrind is missing")
    args = parser.parse_args()
    if lack := missing():
        print(f"missing: {lack}; instructions were not counted", file=sys.stderr)
        return int(args.required or args.bless)
    place = here()
    if args.bless:
        kept = {**place, "bytes": SIZE, "instructions a byte": counts()}
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {KEPT.relative_to(ROOT)}")
        return 0
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    for key, value in place.items():
        if kept[key] != value:
            print(f"instructions were not compared: counted with {kept[key]}, here is {value}")
            return 0
    return int(compare(kept["instructions a byte"], counts()) > 0)


if __name__ == "__main__":
    sys.exit(main())
