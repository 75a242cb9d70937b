#!/usr/bin/env python3
"""Train the weights by which klubba tells the kind of a text: src/layers/structure/kind/weights.txt.

    tools/train_kind.py [--features PROGRAM] [--folds N] [--write] FOLDER[:WEIGHT]...

A folder holds NAME.txt with NAME.json beside it, whose `kind` is the right one. The first word of a name is
its writer. The features come from klubba itself (`examples/kind_features.rs`, built first). Learning starts
from the weights of tools/kind_prior.txt, which hold what was learnt from texts that are not kept, and is
drawn back to them. Prints how many kinds are right when each part of the writers is told by the others, and
how sure it was, folder by folder (texts that the prior has seen flatter it); with `--write` writes the
weights learnt from all. Needs numpy. The result depends on nothing but the texts and the prior.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tools/kind_texts.txt"
PRIOR = ROOT / "tools/kind_prior.txt"
WEIGHTS = ROOT / "src/layers/structure/kind/weights.txt"
KINDS = ("minutes", "notes", "agenda", "record", "report", "policy", "statement", "news", "blog", "other")
GROUPS = {"t": 1, "1": 1, "h": 2, "C": 2, "w": 3, "e": 4}
"""The groups of features by zone: as `group` in kind/weights.rs has them."""
LOUD = {"b": 3.0, "k": 3.0, "x": 3.0, "n": 2.0, "s": 0.6}
"""How much a feature that is no word counts, by zone: what a document calls itself most, its shape least."""
WORDS = {1: 4.0, 2: 6.0, 3: 6.0, 4: 4.0}
"""How much the words of each group count together. A penalty on small values would silence them."""
UNIT = 100
MANNER = "m"
"""The zone of the features that the prior does not know."""
WRITERS = {MANNER: 4, "w": 25, "h": 20, "e": 20}
"""How many writers a feature must have that the prior does not know, by zone; of other zones `FEW`."""
FEW = 12
EVEN = 0.6
"""How evenly the kinds count: 0 as often as they are, 1 all alike."""
Matrix = NDArray[np.float32]


@dataclass
class Text:
    """A text, or a part or other dress of one, with the kind that it is."""

    writer: str
    kind: int
    weight: float
    text: str
    whole: bool = True
    """Whether it is the text as it stands: only those are counted."""
    features: list[str] = field(default_factory=list)
    name: str = ""
    folder: str = ""


def writer_of(name: str) -> str:
    """Whose text it is: the name without the numbers and dates, and without what tells its texts apart."""
    words = [
        word
        for word in re.split(r"[-_. ]+", name.lower())
        if word and not re.fullmatch(r"[a-z]?\d[\da-f]*", word)
    ]
    return words[0] if words else name


def read(folder: Path, weight: float) -> list[Text]:
    """The texts of a folder with their kinds, each of this weight."""
    texts = []
    for path in sorted(folder.glob("*.json")):
        kind = json.loads(path.read_text()).get("kind")
        body = path.with_suffix(".txt")
        if kind in KINDS and body.exists():
            texts.append(
                Text(writer_of(path.stem), KINDS.index(kind), weight, body.read_text(), name=path.stem)
            )
    return texts


def own(weight: float) -> list[Text]:
    """The texts written for training: tools/kind_texts.txt."""
    texts = []
    for part in re.split(r"^== ", OWN.read_text(), flags=re.MULTILINE)[1:]:
        head, _, text = part.partition("\n")
        kind, writer = head.split()
        texts.append(
            Text(f"own-{writer}", KINDS.index(kind), weight, text.strip() + "\n", name=f"own/{writer}")
        )
    return texts


def share(texts: list[Text]) -> None:
    """Weigh the texts of a writer and kind down so that they count for no more than three."""
    count = Counter((t.writer, t.kind) for t in texts)
    for text in texts:
        text.weight *= min(1.0, 3 / count[text.writer, text.kind])


def dressed(text: Text, seed: random.Random) -> list[Text]:
    """A text with what archives make of it: on one line; without its opening; its opening alone."""
    lines = text.text.splitlines()
    flat = re.sub(r"\s+", " ", text.text)
    parts = [(flat, 0.5)]
    if len(text.text) > 1500:
        cut = seed.randrange(len(text.text) // 4, len(text.text) // 2)
        start = text.text.find("\n", cut) + 1
        parts.append((text.text[start or cut :], 0.3))
        parts.append((text.text[: max(700, cut)], 0.3))
    if len(lines) > 30:
        parts.append(("\n".join(lines[len(lines) // 2 :]), 0.2))
    return [
        Text(text.writer, text.kind, text.weight * weight, part, whole=False, name=text.name)
        for part, weight in parts
        if len(part) > 200
    ]


def ask(program: Path, texts: Sequence[Text]) -> None:
    """Give each text its features, told by klubba."""
    given = "\0".join(text.text.replace("\0", " ") for text in texts)
    told = subprocess.run([program], input=given.encode(), capture_output=True, check=True).stdout
    lines = told.decode().splitlines()
    if len(lines) != len(texts):
        sys.exit(f"{program}: {len(lines)} answers for {len(texts)} texts")
    for text, line in zip(texts, lines, strict=True):
        text.features = line.split(" ")


def loud(feature: str) -> float:
    """How much a feature counts before its weight is learnt."""
    group = GROUPS.get(feature[0], 0)
    return WORDS[group] if group else LOUD.get(feature[0], 1.0)


def matrix(texts: Iterable[Text], columns: dict[str, int]) -> Matrix:
    """Rows of texts, columns of features, each weighed down by the root of how many its group has."""
    rows = list(texts)
    out = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for row, text in zip(out, rows, strict=True):
        known = [f for f in text.features if f in columns]
        groups = Counter(GROUPS.get(f[0], 0) for f in known)
        for feature in known:
            group = GROUPS.get(feature[0], 0)
            row[columns[feature]] = loud(feature) * (1.0 if group == 0 else groups[group] ** -0.5)
    return out


def learn(
    x: Matrix, texts: Sequence[Text], decay: float, start: tuple[Matrix, Matrix], steps: int = 120
) -> tuple[Matrix, Matrix]:
    """Multinomial logistic regression from a start, with a quadratic penalty on leaving it, by Adam."""
    wanted = np.zeros((len(texts), len(KINDS)), dtype=np.float32)
    wanted[np.arange(len(texts)), [t.kind for t in texts]] = 1.0
    weight = np.array([t.weight for t in texts], dtype=np.float32)
    # Rare kinds count more, but less than evenly.
    of_kind = weight @ wanted
    own = np.maximum(of_kind[[t.kind for t in texts]], 1e-6)
    weight = weight * (of_kind.sum() / own / len(KINDS)) ** EVEN
    weight /= weight.sum()
    w, b = (part.copy() for part in start)
    means = [np.zeros_like(w), np.zeros_like(b)]
    squares = [np.zeros_like(w), np.zeros_like(b)]
    for step in range(1, steps + 1):
        z = x @ w + b
        z -= z.max(axis=1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(axis=1, keepdims=True)
        error = (p - wanted) * weight[:, None]
        grad_w, grad_b = x.T @ error + decay * (w - start[0]), error.sum(axis=0) + 0.001 * (b - start[1])
        rate = 0.03 if step < steps * 0.7 else 0.008
        for i, grad in enumerate((grad_w, grad_b)):
            means[i] = 0.9 * means[i] + 0.1 * grad
            squares[i] = 0.999 * squares[i] + 0.001 * grad**2
        steps_down = [
            rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
            for mean, square in zip(means, squares, strict=True)
        ]
        w -= steps_down[0]
        b -= steps_down[1]
    return w, b


@dataclass
class Model:
    """Columns of features and what each says of each kind."""

    columns: dict[str, int]
    w: Matrix
    b: Matrix

    def tell(self, texts: Sequence[Text]) -> Matrix:
        """The share of each kind, text by text."""
        z = matrix(texts, self.columns) @ self.w + self.b
        p = np.exp(z - z.max(axis=1, keepdims=True))
        told: Matrix = p / p.sum(axis=1, keepdims=True)
        return told


def prior(trust: float) -> Model:
    """The weights kept in tools/kind_prior.txt, each this much of what it was."""
    rows: dict[str, list[float]] = {}
    for line in PRIOR.read_text().splitlines():
        name, _, row = line.partition("\t")
        if not name.startswith("#") and name != "kinds":
            rows[name] = [int(v) * trust / UNIT for v in row.split(" ")]
    b = np.array(rows.pop("start"), dtype=np.float32)
    w = np.array([[v / loud(name) for v in row] for name, row in rows.items()], dtype=np.float32)
    return Model({name: i for i, name in enumerate(rows)}, w, b)


def train(texts: Sequence[Text], before: Model, decay: float) -> Model:
    """Learn anew from what was learnt before, with those features beside it that several writers have."""
    writers: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for feature in text.features:
            if feature not in before.columns:
                writers[feature].add(text.writer)
    names = sorted(f for f, of in writers.items() if len(of) >= WRITERS.get(f[0], FEW))
    columns = before.columns | {name: len(before.columns) + i for i, name in enumerate(names)}
    start = np.vstack([before.w, np.zeros((len(names), len(KINDS)), dtype=np.float32)])
    w, b = learn(matrix(texts, columns), texts, decay, (start, before.b))
    return Model(columns, w, b)


def validate(texts: Sequence[Text], folds: int, before: Model, decay: float, shown: bool) -> None:
    """Tell the texts of each part of the writers by the others."""
    writers = sorted({t.writer for t in texts if not t.writer.startswith("own-")})
    random.Random(7).shuffle(writers)
    told: dict[str, list[tuple[Text, Matrix]]] = defaultdict(list)
    for fold in range(folds):
        away = set(writers[fold::folds])
        model = train([t for t in texts if t.writer not in away], before, decay)
        tried = [t for t in texts if t.writer in away]
        for text, p in zip(tried, model.tell(tried), strict=True):
            told[text.folder if text.whole else "dressed"].append((text, p))
    for folder in sorted(told):
        summed_up(folder, told[folder])
    whole = [pair for folder in told if folder != "dressed" for pair in told[folder]]
    summed_up("all", whole)
    for index, kind in enumerate(KINDS):
        summed_up(kind, [pair for pair in whole if pair[0].kind == index])
    for low in range(0, 100, 20):
        of = [pair for pair in whole if low < pair[1].max() * 100 <= low + 20]
        summed_up(f"{low}-{low + 20} %", of)
    for text, p in whole:
        if shown and (best := int(p.argmax())) != text.kind:
            shares = f"{p[best]:.2f}, {p[text.kind]:.2f}"
            print(f"  {text.name}: {KINDS[text.kind]} told as {KINDS[best]} ({shares})")


def summed_up(name: str, told: Sequence[tuple[Text, Matrix]]) -> None:
    """Print how many are right, how sure it was on the average, and the mean surprise in nats."""
    if told:
        right = np.mean([p.argmax() == text.kind for text, p in told])
        sure = np.mean([p.max() for _, p in told])
        surprise = -np.mean([np.log(max(p[text.kind], 1e-6)) for text, p in told])
        print(f"{name:12} {right:.3f} of {len(told):4}, sure {sure:.3f}, surprise {surprise:.3f}")


def write(model: Model, folders: Sequence[str], texts: int) -> None:
    """Write the weights in hundredths, with a header that tells where they are from."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    lines = [
        "# What each feature of a text (kind/features.rs) says of each kind: hundredths of a logit.",
        f"# Made by tools/train_kind.py on {today} from {texts} annotated texts ({', '.join(folders)}),",
        "# tools/kind_texts.txt and the weights of tools/kind_prior.txt; single words only. Do not edit.",
        "kinds\t" + " ".join(KINDS),
        "start\t" + " ".join(str(round(float(v) * UNIT)) for v in model.b),
    ]
    for name, i in sorted(model.columns.items()):
        row = [round(float(v) * UNIT * loud(name)) for v in model.w[i]]
        if any(row):
            lines.append(f"{name}\t" + " ".join(map(str, row)))
    WEIGHTS.write_text("\n".join(lines) + "\n")


def main() -> None:
    """Read, try, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "folders", nargs="+", help="a folder of texts, with :WEIGHT if they count less than 1"
    )
    parser.add_argument("--features", type=Path, default=ROOT / "target/debug/examples/kind_features")
    parser.add_argument("--folds", type=int, default=10, help="0 for no trial")
    parser.add_argument("--decay", type=float, default=0.007)
    parser.add_argument("--trust", type=float, default=0.8, help="how much the prior's weights are believed")
    parser.add_argument("--own", type=float, default=0.5, help="the weight of a text of tools/kind_texts.txt")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    texts: list[Text] = []
    for given in args.folders:
        folder, _, weight = given.partition(":")
        of_folder = read(Path(folder), float(weight or 1))
        share(of_folder)
        label = "/".join(Path(folder).parts[-2:])
        for text in of_folder:
            text.folder, text.name = label, f"{label}/{text.name}"
        texts += of_folder
    texts += own(args.own)
    seed = random.Random(1)
    texts += [part for text in list(texts) for part in dressed(text, seed)]
    ask(args.features, texts)
    before = prior(args.trust)
    print(f"{sum(t.whole for t in texts)} texts, {len(texts)} with their other dresses")
    if args.folds:
        validate(texts, args.folds, before, args.decay, args.misses)
    if args.write:
        model = train(texts, before, args.decay)
        names = dict.fromkeys(Path(f.partition(":")[0]).name for f in args.folders)
        write(model, list(names), sum(bool(t.whole and t.folder) for t in texts))


if __name__ == "__main__":
    main()
