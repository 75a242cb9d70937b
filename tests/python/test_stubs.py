"""The stub says what the module says: stubtest compares signatures, this docstrings."""

import ast
import inspect
import re
from typing import TypeAlias, get_args

from conftest import ROOT
from klubba import _klubba, types

Documented: TypeAlias = ast.ClassDef | ast.FunctionDef
STUB = ast.parse((ROOT / "python/klubba/_klubba.pyi").read_text("utf-8"))


def documented(body: list[ast.stmt], owner: object) -> list[tuple[str, str | None, str | None]]:
    """Name, docstring in the stub and docstring in the module of each definition that has either."""
    found = []
    for node in body:
        if not isinstance(node, Documented) or node.name.startswith("__") or node.name == "_repr_html_":
            continue
        real = getattr(owner, node.name)
        found.append((node.name, ast.get_docstring(node), inspect.getdoc(real)))
        if isinstance(node, ast.ClassDef):
            found += documented(node.body, real)
    return found


def test_docstrings() -> None:
    found = documented(STUB.body, _klubba)
    assert len(found) > 80
    for name, stub, module in found:
        assert stub, name
        assert module, name
        assert stub == module, name


def test_kinds() -> None:
    source = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src/document").glob("*.rs")))
    for name in (
        "DocumentKind",
        "HeadingKind",
        "BlockKind",
        "SpeechMode",
        "Function",
        "DecisionKind",
        "Vote",
        "Modifier",
    ):
        block = re.search(rf"\n    {name} {{\n(.*?)\n    }}\n", source, re.DOTALL)
        assert block, name
        in_rust = tuple(re.findall(r'= "([\w-]+)"', block[1]))
        assert get_args(getattr(types, name)) == in_rust
