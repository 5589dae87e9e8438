"""Run the program: `tradefacts`, or `python -m tradefacts`."""

import gc
import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from tradefacts.cli.main import main  # noqa: PLC0415 - an interruption while this loads is one, too
    except KeyboardInterrupt:
        sys.exit(130)
    # A look-up is over before the collector could free anything: its passes, and the last one over all that was
    # imported, are a sixth of the whole time.
    gc.disable()
    status = main()
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    run()
