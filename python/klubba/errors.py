"""What klubba raises. Each is in `klubba` itself."""


class KlubbaError(ValueError):
    """What klubba was given makes no sense: the base of its errors, and a ValueError."""

    __module__ = "klubba"


class DecodeError(KlubbaError):
    """A text that is none: it holds a lone surrogate, has 4 GiB or more, or is no str among many."""

    __module__ = "klubba"


# An OSError first: its constructor and its errno go before ValueError's.
class ExtractError(OSError, KlubbaError):
    """A file without a text to be read: it is missing, encrypted, damaged, a scan, or no document at all."""

    __module__ = "klubba"
