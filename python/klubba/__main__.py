"""The command `klubba`, as `python -m klubba` and as the console script."""

import signal
import sys

from klubba import _klubba


def main() -> int:
    """Run the command with the arguments of this process; its exit status."""
    # The work is done outside Python, where Python's own handler would not be heard before the end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _klubba.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
