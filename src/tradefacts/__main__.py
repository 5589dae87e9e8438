"""Run the program: `tradefacts`, or `python -m tradefacts`."""

import gc
import signal
import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    # A look-up is over before the collector could free anything: its passes, and the last one over all that was
    # imported, are a sixth of the whole time.
    gc.disable()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)
    from tradefacts.cli.main import main  # noqa: PLC0415 - a signal while this loads is one, too

    status = main()
    gc.freeze()
    sys.exit(_signals[0] + 128 if _signals else status)


_signals: list[int] = []


def _leave(number: int, _frame: object) -> None:
    """Leave as a shell says of a killed program, but tidily: half-written files are removed on the way."""
    # An extension may take the exception for a fault of the base: then the status must be right all the same, and
    # nothing be said about the fault.
    _signals.append(number)
    sys.stderr = None
    sys.exit(128 + number)


if __name__ == "__main__":
    run()
