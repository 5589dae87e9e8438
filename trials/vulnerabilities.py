"""Check every pinned dependency for known vulnerabilities: `./dev vulnerabilities`.

The check fails if it finds one, and also if it cannot be made. Offline it prints a message and exits with 75, the
status for "try again later".
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LATER = 75
"""EX_TEMPFAIL of BSD's sysexits.h."""


def main() -> int:
    """Return 0 if none is known, 1 if one is, 75 if the service cannot be reached."""
    if importlib.util.find_spec("pip_audit") is None:
        print("vulnerabilities: not checked: pip-audit is not installed (pip install pip-audit)")
        return LATER
    command = [sys.executable, "-m", "pip_audit", "--requirement", "constraints.txt", "--no-deps", "--disable-pip"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    print(done.stdout + done.stderr, end="")
    # It exits with 1 for a vulnerability and for its own failures; only the former prints a table.
    if done.returncode and "Found " in done.stderr:
        return 1
    if done.returncode or "could not be audited" in done.stdout:
        print("vulnerabilities: not checked, or not all of it: what is asked did not know an answer")
        return LATER
    return 0


if __name__ == "__main__":
    sys.exit(main())
