"""Run the program: `tradefacts`, or `python -m tradefacts`."""

# Nothing slow comes before the handlers; even the module `signal` loads half a dozen others.
import _signal  # type: ignore[import-not-found]  # in every Python since 3.3, and in no stubs
import sys

_signals: list[int] = []


def _leave(number: int, _frame: object) -> None:
    """Exit with the status of a killed program, after removing temporary files."""
    # An extension may catch the exception and report it as an error; the status must still be right and nothing
    # printed.
    _signals.append(number)
    sys.stderr = None
    sys.exit(128 + number)


for _name in ("SIGINT", "SIGTERM", "SIGHUP"):
    if hasattr(_signal, _name):
        _signal.signal(getattr(_signal, _name), _leave)


def run() -> None:
    """Run the command line and exit with its status."""
    import gc  # noqa: PLC0415 - signals during this import and the next must be handled, too

    # A look-up ends before the collector could free anything useful; its passes, and the last one over all imported
    # objects, take a sixth of the total time.
    gc.disable()
    from tradefacts.cli.main import main  # noqa: PLC0415 - as above

    status = main()
    gc.freeze()
    sys.exit(_signals[0] + 128 if _signals else status)


if __name__ == "__main__":
    run()
