#!/usr/bin/env python3
"""Train the weights by which klubba judges sentences that no grammar reads to be decisions.

usage: weigh_decisions.py FEATURES FOLDER[=WEIGHT]... [--prior FILE] [--hold 1] [--out FILE] [--folds 5]

FEATURES  the program of `cargo build --example features --features json,decode,weigh`
FOLDER    holds NAME.txt and NAME.json with `decisions` in the form klubba/1; WEIGHT says how much its
          sentences count; where some sentences alone were read, `judged` lists them: [[start, end], …]

The program prints the features of every sentence with a deciding word, so that what is trained and what
is run agree. The model is a logistic regression with a quadratic penalty. It learns from the decisions of
the gold, whether a grammar reads them or not, and from the sentences without one that no grammar reads.
With --prior a weight is drawn towards that of an earlier file, which keeps what was learnt from texts that
are gone; --hold says how many times as strongly. Prints how many of the sentences that no grammar reads the
model takes for decisions and how many are, cross-validated by writer; with --out it trains on all and writes
the file of weights. Needs numpy.

The texts of the tests hold much that only looks like a decision; `KLUBBA_KEEP_TEXTS=FOLDER cargo test` writes
them to a folder in the form that is read here. They were given the weight 5.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from descent import Array, descend
from weigh import Index, hash_of, weights_in, writer

PENALTY = 2.0
FEWEST = 4
"""In so many sentences a feature must be."""
LEAST = 0.1
"""Smaller weights are left out."""
CUTS = (0.0, 0.5, 1.0, 1.5, 2.0)


@dataclass
class Sentence:
    """A sentence with a deciding word."""

    group: str
    writer: str
    weight: float
    free: bool
    """Whether no grammar reads it."""
    kind: str
    """The kind that its words give."""
    gold: str | None
    features: list[str]


def within(a: tuple[int, int], b: tuple[int, int]) -> float:
    """How much two spans share, of what both cover."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def judged(span: tuple[int, int], told: dict[str, Any]) -> bool:
    """Whether a sentence was read; where `judged` is not there, all were."""
    return "judged" not in told or list(span) in told["judged"]


def read(program: str, folders: list[str]) -> list[Sentence]:
    """The sentences of all texts."""
    paths: dict[str, tuple[Path, float, str]] = {}
    for item in folders:
        folder, _, share = item.partition("=")
        for gold in sorted(Path(folder).glob("*.json")):
            paths[str(gold.with_suffix(".txt"))] = (gold, float(share or 1), Path(folder).name)
    out = subprocess.run([program, "--decisions", *paths], capture_output=True, text=True, check=True).stdout
    sentences = []
    for part in re.split(r"^= (?=/)", out, flags=re.MULTILINE)[1:]:
        path, *rows = part.strip("\n").split("\n")
        gold, weight, group = paths[path]
        told = json.loads(gold.read_text(encoding="utf-8"))
        if "decisions" not in told:
            continue
        decisions = [((d["start"], d["end"]), d["kind"]) for d in told["decisions"]]
        # Offsets in bytes to those in characters.
        heads = [(byte & 0xC0) != 0x80 for byte in Path(path).read_bytes()]
        places = np.concatenate([[0], np.cumsum(heads)])
        for row in filter(None, rows):
            start, end, free, kind, *features = row.split("\t")
            if int(end) >= len(places):
                continue
            span = int(places[int(start)]), int(places[int(end)])
            if not judged(span, told):
                continue
            like, of = max(((within(span, d), of) for d, of in decisions), default=(0.0, ""))
            sentences.append(
                Sentence(
                    group,
                    writer(gold.stem),
                    weight,
                    free == "true",
                    kind,
                    of if like >= 0.5 else None,
                    features,
                )
            )
    return sentences


@dataclass
class Prior:
    """The weights before, by their names, and how strongly the new ones are drawn towards them."""

    weights: dict[str, float]
    hold: float


class Table:
    """The features of sentences as rows of numbers."""

    def __init__(self, columns: dict[str, int], sentences: list[Sentence]) -> None:
        found = [[columns[f] for f in s.features if f in columns] for s in sentences]
        self.size = len(columns)
        self.at: Index = np.array([c for row in found for c in row], dtype=np.int64)
        self.row: Index = np.repeat(np.arange(len(found)), [len(row) for row in found])
        self.rows = len(found)

    def odds(self, weights: Array) -> Array:
        """The log odds of each sentence; the last weight is the bias."""
        sums = np.bincount(self.row, weights=weights[self.at], minlength=self.rows)
        return np.asarray(sums + weights[-1], dtype=np.float64)

    def slope(self, rest: Array) -> Array:
        """What each weight adds to the sum of `rest`."""
        slope = np.bincount(self.at, weights=rest[self.row], minlength=self.size)
        return np.concatenate([slope, [rest.sum()]])


def train(sentences: list[Sentence], prior: Prior) -> tuple[dict[str, int], Array]:
    """The features by their places, and their weights with the bias last."""
    taught = [s for s in sentences if s.free or s.gold is not None]
    counts = Counter(f for s in taught for f in set(s.features))
    known = {f for f, n in counts.items() if n >= FEWEST} | prior.weights.keys() - {"bias"}
    columns = {f: i for i, f in enumerate(sorted(known))}
    before = np.array([prior.weights.get(f, 0.0) for f in [*columns, "bias"]])
    table = Table(columns, taught)
    label = np.array([float(s.gold is not None) for s in taught])
    weight = np.array([s.weight for s in taught])
    penalty = np.full(table.size + 1, PENALTY * prior.hold)
    penalty[-1] = 0.0

    def cost(w: Array) -> tuple[float, Array]:
        odds = table.odds(w + before)
        chance = 1 / (1 + np.exp(-odds))
        loss = float((weight * (np.logaddexp(0, odds) - label * odds)).sum() + 0.5 * (penalty * w * w).sum())
        return loss, table.slope(weight * (chance - label)) + penalty * w

    weights = descend(cost, table.size + 1) + before
    weights[:-1][np.abs(weights[:-1]) < LEAST] = 0.0
    return columns, weights


def cross(sentences: list[Sentence], prior: Prior, folds: int) -> Array:
    """The odds of each sentence by weights trained without its writer."""
    odds = np.zeros(len(sentences))
    fold = np.array([hash_of(s.writer) % folds for s in sentences])
    for this in range(folds):
        columns, weights = train([s for s, f in zip(sentences, fold, strict=True) if f != this], prior)
        held = [s for s, f in zip(sentences, fold, strict=True) if f == this]
        odds[fold == this] = Table(columns, held).odds(weights)
    return odds


def report(sentences: list[Sentence], odds: Array) -> None:
    """Print for each folder what the model finds among the sentences that no grammar reads, at some cuts."""
    for group in [*sorted({s.group for s in sentences}), "all"]:
        part = [(s, o) for s, o in zip(sentences, odds, strict=True) if s.free and group in (s.group, "all")]
        row = [f"{group:10} {len(part):6} sentences, {sum(s.gold is not None for s, _ in part):4} decisions"]
        for cut in CUTS:
            taken = [s for s, o in part if o > cut]
            right = sum(s.gold is not None for s in taken)
            kinds = sum(s.gold == s.kind for s in taken)
            row.append(f"{cut:4.1f}: {right} of {len(taken)}, kind {kinds}")
        print("   ".join(row))


def write(path: Path, columns: dict[str, int], weights: Array, note: str) -> None:
    """Write the file of weights."""
    rows = [f"{name}\t{weights[at]:.2f}" for name, at in columns.items() if weights[at] != 0.0]
    day = datetime.date.today().isoformat()
    head = [
        "# Weights of features: the log odds that a sentence which no grammar reads is a decision.",
        f"# Trained by tools/weigh_decisions.py, {day}: {note}",
    ]
    path.write_text("\n".join([*head, f"bias\t{weights[-1]:.2f}", *rows]) + "\n", encoding="utf-8")


def main() -> None:
    """Train, print the figures, and write the weights if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("features")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--out", type=Path, help="the file of weights")
    parser.add_argument("--prior", type=Path, help="the weights that the new ones are drawn towards")
    parser.add_argument("--hold", type=float, default=1.0, help="how many times as strongly they are drawn")
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    sentences = read(args.features, args.folders)
    prior = Prior(weights_in(args.prior) if args.prior else {}, args.hold)
    report(sentences, cross(sentences, prior, args.folds))
    if args.out:
        note = ", ".join(Path(f.partition("=")[0]).name for f in args.folders)
        write(args.out, *train(sentences, prior), note)


if __name__ == "__main__":
    main()
