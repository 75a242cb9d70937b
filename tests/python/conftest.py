"""What the tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MINUTES = """Protokoll 14 mars 2024

§ 1 Val av justerare

Beslut

Styrelsen beslutar att välja Åsa Öberg (S) till justerare.

§ 2 Rapporter

Bo Ek berättar att hamnen byggs om. 🙂 Nästa möte hålls den 4 april.
"""


@pytest.fixture
def minutes() -> str:
    """Minutes with something for most layers."""
    return MINUTES


def documents() -> list[Path]:
    """The texts in examples/."""
    return sorted((ROOT / "examples/documents").glob("*.txt"))
