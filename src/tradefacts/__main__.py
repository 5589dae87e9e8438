"""Run the program: `tradefacts`, or `python -m tradefacts`."""

import gc
import sys

from tradefacts.cli.main import main


def run() -> None:
    """Run the command line and leave with its exit status."""
    # A look-up is over before the collector could free anything: its passes, and the last one over all that was
    # imported, are a sixth of the whole time.
    gc.disable()
    status = main()
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    run()
