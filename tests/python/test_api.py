"""The package as its users meet it."""

import klubba


def test_version() -> None:
    assert klubba.__version__
