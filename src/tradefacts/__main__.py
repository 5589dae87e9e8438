"""Run the program: `tradefacts`, or `python -m tradefacts`."""

import sys

from tradefacts.cli.main import main


def run() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
