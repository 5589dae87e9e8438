"""Run the program: `tradefacts`, or `python -m tradefacts`."""

import gc
import signal
import sys

from tradefacts.cli.main import main


def run() -> None:
    """Run the command line and leave with its exit status."""
    # A look-up is over before the collector could free anything: its passes, and the last one over all that was
    # imported, are a sixth of the whole time.
    gc.disable()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)
    status = main()
    gc.freeze()
    sys.exit(status)


def _leave(number: int, _frame: object) -> None:
    """Leave as a shell says of a killed program, but tidily: half-written files are removed on the way."""
    sys.exit(128 + number)


if __name__ == "__main__":
    run()
