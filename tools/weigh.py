#!/usr/bin/env python3
"""Train the weights by which klubba judges what is a heading.

usage: weigh.py FEATURES FOLDER[=WEIGHT]... [--prior FILE] [--hold 3] [--out FOLDER] [--folds 5]

FEATURES  the program of `cargo build --example features --features json,decode,weigh`
FOLDER    holds NAME.txt and NAME.json in the form klubba/1; WEIGHT says how much its lines count

The program prints the features of every candidate, so that what is trained and what is run agree. The model
is a logistic regression with a quadratic penalty, on what a weight is away from that of the prior: the file
of weights before keeps what was learnt from texts that are gone. Prints the F1 of headings, cross-validated
by writer; with --out it trains on all and writes the files of weights. Needs numpy.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from descent import descend
from numpy.typing import NDArray

Array = NDArray[np.float64]
Index = NDArray[np.int64]

PENALTY = 3.0
PAIR_PENALTY = 6.0


def crossed(rows: str) -> list[tuple[str, str]]:
    """Pairs of groups out of rows `group: group group …`; a row goes on where it is indented."""
    joined = re.sub(r"\n\s{5,}", " ", rows)
    pairs = [line.split(":") for line in joined.split("\n") if ":" in line]
    return [(first.strip(), second) for first, rest in pairs for second in rest.split()]


# Groups that are weighed together, beside each alone: of twice as many those that move the sum most. With the
# others the figures of writers unseen were no better.
PAIRS = crossed(
    """
    below-end: end next next-length
    case: next
    chain: length texture
    chain-place: last
    coded: begin end place
    end: next
    ends: end extent next rest
    extent: begin below break case gap-below inside next place room rule run-text width words
    first: end place
    gap-above: above-end document end habit next words
    joint: break end room second
    label: next part
    last: next
    next-length: next
    next-reads: rest words
    number: begin end gap-above habit inside length next
    part: next
    place: document next words
    pronoun: end
    repeated: label part
    role: number
    room-below: case extent room-above
    rule: document first habit next part place
    run-ins: ends extent number
    texture: end number words
    under: next part
    verb: end next place size words
    words: end next
    """
)


@dataclass
class Text:
    """A text with its candidates."""

    name: str
    writer: str
    weight: float
    group: str
    path: str
    gold: list[tuple[int, int]]
    spans: list[tuple[int, int]] = field(default_factory=list)
    lines: list[tuple[int, int]] = field(default_factory=list)
    values: list[list[int]] = field(default_factory=list)
    flat: bool = False
    """Whether its candidates are parts of long lines."""

    def labels(self) -> list[float]:
        """Whether each candidate is a heading of the gold."""
        return [float(any(near(span, gold) for gold in self.gold)) for span in self.spans]


def near(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans begin and end within two characters."""
    return abs(a[0] - b[0]) <= 2 and abs(a[1] - b[1]) <= 2


def writer(name: str) -> str:
    """Texts of one writer are never on both sides: the name without numbers."""
    return re.sub(r"[0-9]+", "", re.sub(r"^[a-z]?[0-9]+[-_]([0-9]+-)?", "", name))[:12]


def read(program: list[str], folders: list[str]) -> tuple[list[tuple[str, list[str]]], list[Text]]:
    """The groups of features, and the texts with their candidates."""
    paths: dict[str, tuple[Path, float, str]] = {}
    for item in folders:
        folder, _, share = item.partition("=")
        for gold in sorted(Path(folder).glob("*.json")):
            paths[str(gold.with_suffix(".txt"))] = (gold, float(share or 1), folder)
    out = subprocess.run([*program, *paths], capture_output=True, text=True, check=True).stdout
    head, *parts = re.split(r"^= (?=/)", out, flags=re.MULTILINE)
    groups = [(line.split("\t")[0], line.split("\t")[1:]) for line in head.strip().splitlines()]
    texts = []
    for part in parts:
        path, *rows = part.strip().splitlines()
        gold, weight, group = paths[path]
        told = json.loads(gold.read_text(encoding="utf-8"))
        if "headings" not in told:
            continue
        spans = [(h["start"], h["end"]) for h in told["headings"]]
        text = Text(gold.stem, writer(gold.stem), weight, group, path, spans, flat="--flat" in program)
        whole = Path(path).read_bytes()
        # Offsets in bytes to those in characters.
        if not rows:
            continue
        starts = np.cumsum([(byte & 0xC0) != 0x80 for byte in whole])
        for row in rows:
            start, end, first, last, *values = map(int, row.split("\t"))
            text.spans.append((int(starts[start]) - 1 if start else 0, int(starts[end - 1])))
            text.lines.append((first, last))
            text.values.append(values)
        texts.append(text)
    return groups, texts


class Space:
    """Where the weight of each feature and pair lies."""

    def __init__(
        self, groups: list[tuple[str, list[str]]], pairs: list[tuple[str, str]], leave: set[str]
    ) -> None:
        self.groups = groups
        names = [name for name, _ in groups]
        self.used = [i for i, name in enumerate(names) if name not in leave]
        self.base, size = {}, 0
        for i in self.used:
            self.base[i] = size
            size += len(groups[i][1])
        self.single = size
        self.pairs = []
        for a, b in pairs:
            i, j = names.index(a), names.index(b)
            self.pairs.append((i, j, size))
            size += len(groups[i][1]) * len(groups[j][1])
        self.size = size
        self.prior: dict[str, float] = {}
        """The weights that the others are drawn towards, and the bias, by their names."""
        self.hold = 1.0
        """How many times as strongly."""

    def index(self, values: Index) -> Index:
        """The places of the weights that each row of values has."""
        columns = [values[:, i] + self.base[i] for i in self.used]
        columns += [values[:, i] * len(self.groups[j][1]) + values[:, j] + base for i, j, base in self.pairs]
        return np.stack(columns, axis=1)

    def names(self) -> list[str]:
        """The name of each weight, as the file has it."""
        out = [f"{self.groups[i][0]}={value}" for i in self.used for value in self.groups[i][1]]
        for i, j, _ in self.pairs:
            (a, first), (b, second) = self.groups[i], self.groups[j]
            out += [f"{a}={x}&{b}={y}" for x in first for y in second]
        return out


def train(space: Space, index: Index, label: Array, weight: Array) -> tuple[float, Array]:
    """Bias and weights, by L-BFGS."""
    width = index.shape[1]
    flat = index.ravel()
    penalty = np.full(space.size + 1, PAIR_PENALTY)
    penalty[: space.single] = PENALTY
    penalty[-1] = 0.0
    penalty *= space.hold
    prior = np.array([space.prior.get(name, 0.0) for name in [*space.names(), "bias"]])

    def cost(w: Array) -> tuple[float, Array]:
        whole = w + prior
        odds = whole[index].sum(axis=1) + whole[-1]
        chance = 1 / (1 + np.exp(-odds))
        loss = float((weight * (np.logaddexp(0, odds) - label * odds)).sum() + 0.5 * (penalty * w * w).sum())
        rest = weight * (chance - label)
        slope = np.zeros_like(w)
        slope[:-1] = np.bincount(flat, weights=np.repeat(rest, width), minlength=space.size)
        slope[-1] = rest.sum()
        return loss, slope + penalty * w

    w = descend(cost, space.size + 1) + prior
    return float(w[-1]), w[:-1]


def choose(text: Text, odds: Array, cut: float) -> list[int]:
    """The headings: from the top, the best candidate of each line that no heading above has taken."""
    chosen: list[int] = []
    at, end = 0, -1
    while at < len(text.spans):
        line = text.lines[at][0]
        here = []
        while at < len(text.spans) and text.lines[at][0] == line:
            here.append(at)
            at += 1
        best = max(here, key=lambda i: odds[i])
        if odds[best] <= cut:
            continue
        if text.flat:
            # Of those that overlap the surest.
            if chosen and text.spans[chosen[-1]][1] > text.spans[best][0]:
                if odds[chosen[-1]] >= odds[best]:
                    continue
                chosen.pop()
            chosen.append(best)
        elif line > end:
            chosen.append(best)
            end = text.lines[best][1]
    return chosen


def score(texts: list[Text], odds: list[Array], cut: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of what is chosen above the cut."""
    hits = gold = found = 0
    for text, own in zip(texts, odds, strict=True):
        chosen = choose(text, own, cut)
        gold += len(text.gold)
        found += len(chosen)
        hits += sum(any(near(text.spans[i], g) for i in chosen) for g in text.gold)
    p, r = hits / max(1, found), hits / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def cross(space: Space, texts: list[Text], folds: int) -> list[Array]:
    """The odds of each text's candidates by weights trained without its writer."""
    groups = space.groups
    writers = sorted({t.writer for t in texts})
    fold_of = {name: i % folds for i, name in enumerate(sorted(writers, key=hash_of))}
    index = [space.index(np.array(t.values).reshape(len(t.values), len(groups))) for t in texts]
    odds: list[Array] = [np.zeros(len(t.spans)) for t in texts]
    for fold in range(folds):
        ins = [i for i, t in enumerate(texts) if fold_of[t.writer] != fold and t.spans]
        bias, weights = train(
            space,
            np.concatenate([index[i] for i in ins]),
            np.concatenate([texts[i].labels() for i in ins]),
            np.concatenate([np.full(len(texts[i].spans), texts[i].weight) for i in ins]),
        )
        for i, t in enumerate(texts):
            if fold_of[t.writer] == fold and t.spans:
                odds[i] = weights[index[i]].sum(axis=1) + bias
    return odds


def hash_of(name: str) -> int:
    """A number for a writer, the same in every run."""
    return sum((i + 1) * ord(c) * 2654435761 for i, c in enumerate(name)) % 1000003


def weights_in(path: Path) -> dict[str, float]:
    """The weights of a file by their names."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    return {name: float(weight) for name, weight in rows if not name.startswith("#")}


def write(path: Path, space: Space, bias: float, weights: Array, note: str) -> None:
    """Write a file of weights; those of nearly nothing are left out."""
    named = zip(space.names(), weights, strict=True)
    rows = [f"{name}\t{weight:.3f}" for name, weight in named if abs(weight) >= 0.01]
    day = datetime.date.today().isoformat()
    head = [
        "# Weights of features and pairs of features: the log odds that a line is a heading.",
        f"# Trained by tools/weigh.py, {day}: {note}",
    ]
    path.write_text("\n".join([*head, f"bias\t{bias:.3f}", *rows]) + "\n", encoding="utf-8")


# The same for parts of long lines.
FLAT_PAIRS = crossed(
    """
    start: before ends words next next-verb first suffix inner verb last after-next flatness line case
        option leaders label place repeated digits comma
    number: run run-length run-gap before ends words next-verb next first option leaders inner
    ends: next next-verb words last option inner verb first case after-next
    words: verb option inner next-verb first
    next: after-next next-verb
    last: next
    run: run-gap before
    before: label first case
    label: next leaders next-verb flatness
    flatness: line
    leaders: before
    case: next before
    first: next
    option: next next-verb
    """
)


def whole(space: Space, texts: list[Text]) -> tuple[float, Array]:
    """The weights trained on all texts."""
    full = [t for t in texts if t.spans]
    return train(
        space,
        np.concatenate([space.index(np.array(t.values)) for t in full]),
        np.concatenate([np.array(t.labels()) for t in full]),
        np.concatenate([np.full(len(t.spans), t.weight) for t in full]),
    )


def main() -> None:
    """Train, print the figures, and write the weights if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("features")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--out", type=Path, help="folder for weights.txt")
    parser.add_argument(
        "--flat", action="store_true", help="weigh parts of long lines: weights.txt of scan/flat"
    )
    parser.add_argument("--prior", type=Path, help="the weights that the new ones are drawn towards")
    parser.add_argument("--hold", type=float, default=1.0, help="how many times as strongly they are drawn")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--misses", help="print what is wrong in the folders whose names end so")
    args = parser.parse_args()
    groups, texts = read([args.features, "--flat"] if args.flat else [args.features], args.folders)
    for name in sorted({t.group for t in texts}):
        part = [t for t in texts if t.group == name]
        held = sum(sum(any(near(s, g) for s in t.spans) for g in t.gold) for t in part)
        candidates, gold = sum(len(t.spans) for t in part), sum(len(t.gold) for t in part)
        print(f"{name}: {len(part)} texts, {candidates} candidates, {held} of {gold} headings")
    space = Space(groups, FLAT_PAIRS if args.flat else PAIRS, set())
    if args.prior:
        space.prior, space.hold = weights_in(args.prior), args.hold
    odds = cross(space, texts, args.folds)
    report(texts, odds)
    if args.misses is not None:
        misses(texts, odds, args.misses)
    if args.out:
        note = ", ".join(Path(f.partition("=")[0]).name for f in args.folders)
        write(args.out / "weights.txt", space, *whole(space, texts), note)


def report(texts: list[Text], odds: list[Array]) -> None:
    """Print precision, recall and F1 of each folder at four cuts."""
    for name in sorted({t.group for t in texts}):
        part = [i for i, t in enumerate(texts) if t.group == name]
        rows = []
        for cut in (-1.0, -0.5, 0.0, 0.5):
            p, r, f = score([texts[i] for i in part], [odds[i] for i in part], cut)
            rows.append(f"{cut:4.1f}: {p:.3f} {r:.3f} {f:.3f}")
        print(f"{name[-18:]:18} {len(part):4} texts   " + "   ".join(rows), flush=True)


def misses(texts: list[Text], odds: list[Array], begin: str) -> None:
    """Print what is wrong in the folders whose names end so."""
    for text, own in zip(texts, odds, strict=True):
        if not text.group.endswith(begin):
            continue
        chosen = choose(text, own, 0.0)
        for i in chosen:
            if not any(near(text.spans[i], g) for g in text.gold):
                print(f"+ {text.name} {text.spans[i]} {own[i]:.2f}")
        for g in text.gold:
            if not any(near(text.spans[i], g) for i in chosen):
                best = [own[i] for i, s in enumerate(text.spans) if near(s, g)]
                print(f"- {text.name} {g} {max(best) if best else float('nan'):.2f}")


if __name__ == "__main__":
    main()
