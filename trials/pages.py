"""Check reports in a real browser at three widths and in print, with an HTML validator and an accessibility checker.

Checks whose tool is missing are skipped with a note: a browser (Debian: the package chromium), or npm with its
registry. Screenshots and the printed page are written to build/pages for inspection.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path("build/pages")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--remote-debugging-pipe")
WIDTHS = (390, 768, 1280)
"""Widths of a phone, a tablet and a desktop."""
PAGES = ("alone", "site/KZ-UZ", "site/CN-KZ", "site/KZ-WORLD", "site/KZ", "site/index")
"""A report, the pair with most claims, one with both sides' statistics, all trade of a country, a place, the index."""
CHECKERS = ("axe-core@4.14.1", "html-validate@10.17.0")
RULES = {
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {"long-title": "off", "no-inline-style": "error", "no-trailing-whitespace": "off", "svg-focusable": "off"},
}


class Browser:
    """A headless browser, controlled through two pipes (Chrome DevTools Protocol)."""

    def __init__(self, program: str, profile: str) -> None:
        """Start it with a temporary profile."""
        commands, self._commands = os.pipe()
        self._answers, answers = os.pipe()
        # The browser reads commands from descriptor 3 and writes its answers to 4.
        shell = f'exec "$0" "$@" 3<&{commands} 4>&{answers}'
        arguments = ["bash", "-c", shell, program, *OPTIONS, f"--user-data-dir={profile}"]
        self._process = subprocess.Popen(arguments, pass_fds=(commands, answers), stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        self._numbers, self._session, self._rest = count(1), None, b""
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.tell("Page.enable")
        self.tell("Page.setBypassCSP", enabled=True)  # the checker is a script, which pages do not allow

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
        os.close(self._commands)
        os.close(self._answers)

    def tell(self, method: str, **parameters: Any) -> Any:  # noqa: ANN401 - as the protocol has it
        """Send a command and return its result."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        for answer in self._read():
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
        raise RuntimeError("the browser has ended")

    def open(self, page: Path, width: int) -> None:
        """Show a page at a width."""
        self.tell(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < WIDTHS[1]
        )
        self.tell("Page.navigate", url=page.resolve().as_uri())
        for answer in self._read():
            if answer.get("method") == "Page.loadEventFired":
                return

    def evaluate(self, script: str) -> Any:  # noqa: ANN401 - whatever it returns
        """Run a script in the page and return its value."""
        told = self.tell("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return told["result"].get("value")

    def _read(self) -> Iterator[dict[str, Any]]:
        while True:
            while b"\0" not in self._rest:
                chunk = os.read(self._answers, 1 << 20)
                if not chunk:
                    return
                self._rest += chunk
            message, _, self._rest = self._rest.partition(b"\0")
            yield json.loads(message)


def main() -> int:
    """Write a site, check some of its pages, and return 1 if anything is wrong."""
    site = FOLDER / "site"
    FOLDER.mkdir(parents=True, exist_ok=True)
    program = [sys.executable, "-m", "tradefacts"]
    subprocess.run([*program, "report", "--all", "-o", site, "--force"], check=True)
    subprocess.run([*program, "report", "KG", "KZ", "-o", FOLDER / "alone.html", "--force"], check=True)
    checkers = install_checkers()
    faults = [*validate(site, checkers), *look(checkers)]
    for fault in faults:
        print(f"pages: {fault}")
    print(f"pages: {len(faults)} faults in {len(PAGES)} pages; pictures and paper are in {FOLDER}")
    return bool(faults)


_PATIENCE = 120
"""Seconds that npm may take."""


def install_checkers() -> Path | None:
    """Install the checkers with npm and return their folder; None if that fails."""
    folder = FOLDER / "npm"
    npm = shutil.which("npm")
    if npm is None:
        print("pages: npm is not here: HTML validator and accessibility checker skipped")
        return None
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *CHECKERS]
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE)
    except subprocess.SubprocessError:
        print("pages: npm cannot install them: HTML validator and accessibility checker skipped")
        return None
    return folder / "node_modules"


def validate(site: Path, checkers: Path | None) -> list[str]:
    """Return the findings of the HTML validator for the pages of the site."""
    if checkers is None:
        return []
    (FOLDER / ".htmlvalidate.json").write_text(json.dumps({"root": True, **RULES}), encoding="utf-8")
    program = checkers / ".bin" / "html-validate"
    command = [str(program.resolve()), "--formatter", "text", "--config", ".htmlvalidate.json", "*.html", "site/*.html"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    found = [line for line in done.stdout.splitlines() if line.strip()]
    if done.returncode == 0:
        print(f"pages: html-validate passes {len([*FOLDER.glob('*.html'), *site.glob('*.html')])} pages")
    return [] if done.returncode == 0 else [*found[:20], done.stderr.strip()[:500] or f"{len(found)} in all"]


def look(checkers: Path | None) -> list[str]:
    """Return the problems seen in a browser: pages wider than the screen, or not accessible."""
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if program is None:
        print(f"pages: no browser is here ({', '.join(BROWSERS)}): pictures, paper and accessibility skipped")
        return []
    axe = (checkers / "axe-core" / "axe.min.js").read_text(encoding="utf-8") if checkers else None
    faults = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:  # a browser may still write to it
        browser = Browser(program, profile)
        try:
            for name in PAGES:
                for width in WIDTHS:
                    browser.open(FOLDER / f"{name}.html", width)
                    faults += check(browser, f"{name} at {width}", axe)
                    take_picture(browser, FOLDER / f"{Path(name).name}-{width}.png")
                paper = base64.b64decode(browser.tell("Page.printToPDF", preferCSSPageSize=True)["data"])
                (FOLDER / f"{Path(name).name}.pdf").write_bytes(paper)
                print(f"pages: {name}: {', '.join(map(str, WIDTHS))} pixels and {count_sheets(paper)} sheets of paper")
        finally:
            browser.close()
    return faults


def check(browser: Browser, name: str, axe: str | None) -> list[str]:
    """Return the problems of the current page."""
    wide, inner = browser.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    faults = [f"{name}: {wide} pixels wide on a screen of {inner}"] if wide > inner else []
    if axe is not None:
        browser.evaluate(f"{axe}\n;1")
        passed, found = browser.evaluate(
            "axe.run().then(r => [r.passes.length, r.violations.map(v => [v.id, v.help, v.nodes[0].html])])"
        )
        faults += [f"{name}: {rule}: {text}: {where[:160]}" for rule, text, where in found]
        print(f"pages: {name}: axe-core passes {passed} rules, {len(found)} broken")
    return faults


def take_picture(browser: Browser, path: Path) -> None:
    """Write a screenshot of the whole page."""
    told = browser.tell("Page.captureScreenshot", captureBeyondViewport=True)
    path.write_bytes(base64.b64decode(told["data"]))


def count_sheets(paper: bytes) -> int:
    """Return the number of pages in a PDF."""
    return paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page/")


if __name__ == "__main__":
    sys.exit(main())
