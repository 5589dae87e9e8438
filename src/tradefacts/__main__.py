"""Run the program: `tradefacts`, or `python -m tradefacts`."""

# Nothing slow comes before the handlers; the module `signal` itself loads half a dozen others.
import _signal  # type: ignore[import-not-found]  # in every Python since 3.3, and in no stubs
import sys

_signals: list[int] = []


def _leave(number: int, _frame: object) -> None:
    """Leave as a shell says of a killed program, but tidily: half-written files are removed on the way."""
    # An extension may take the exception for a fault of the base: then the status must be right all the same, and
    # nothing be said about the fault.
    _signals.append(number)
    sys.stderr = None
    sys.exit(128 + number)


for _name in ("SIGINT", "SIGTERM", "SIGHUP"):
    if hasattr(_signal, _name):
        _signal.signal(getattr(_signal, _name), _leave)


def run() -> None:
    """Run the command line and leave with its exit status."""
    import gc  # noqa: PLC0415 - a signal while this and the next one load is one, too

    # A look-up is over before the collector could free anything: its passes, and the last one over all that was
    # imported, are a sixth of the whole time.
    gc.disable()
    from tradefacts.cli.main import main  # noqa: PLC0415 - as above

    status = main()
    gc.freeze()
    sys.exit(_signals[0] + 128 if _signals else status)


if __name__ == "__main__":
    run()
