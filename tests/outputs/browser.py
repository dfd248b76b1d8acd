"""A headless Chromium that tests talk to through pipes: open a page, evaluate, press keys, print."""

import base64
import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip
WAIT_SECONDS = 60.0

Json = dict[str, Any]


class Browser:
    """One tab, by the Chrome DevTools Protocol: messages end in a zero byte; `events` holds what the tab told of itself."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._left, self._number, self._session = b"", 0, ""
        self.events: list[Json] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> Json:
        """Send a command and wait for its result."""
        self._number += 1
        session = {"sessionId": self._session} if self._session else {}
        os.write(self._to, json.dumps({"id": self._number, "method": method, "params": params, **session}).encode() + b"\0")
        while (message := self._receive()).get("id") != self._number:
            self.events.append(message)
        assert "error" not in message, f"{method}: {message['error']}"
        return message["result"]

    def open(self, page: Path, width: int, height: int = 900) -> None:
        """Load a page in a window of this width and wait until it stands; what was told of earlier pages is forgotten."""
        self.events.clear()
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.send("Page.navigate", url=page.resolve().as_uri())
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self._receive())

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page, promises awaited."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press and let go of a key."""
        for kind in ("rawKeyDown", "char", "keyUp") if key == "Enter" else ("rawKeyDown", "keyUp"):
            text = {"text": "\r"} if kind == "char" else {}
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)

    def print_pdf(self) -> bytes:
        """The page as it is printed on the paper that its style asks for, without the browser's own header and footer."""
        return base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def told(self, method: str) -> list[Json]:
        """What the tab told under one name since the page was opened."""
        return [e["params"] for e in self.events if e.get("method") == method]

    def _receive(self) -> Json:
        until = time.monotonic() + WAIT_SECONDS
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._from], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"the browser said nothing for {WAIT_SECONDS:.0f} s"
            part = os.read(self._from, 1 << 20)
            assert part, "the browser is gone"
            self._left += part
        message, _, self._left = self._left.partition(b"\0")
        return json.loads(message)


@contextmanager
def start_browser(program: str, profile: Path) -> Iterator[Browser]:
    """Run Chromium with an empty profile; it reads commands from its descriptor 3 and answers on 4."""
    commands, to_browser = os.pipe()
    from_browser, answers = os.pipe()
    run = 'exec "$@" 3<&"$COMMANDS" 4>&"$ANSWERS"'
    process = subprocess.Popen(
        ["bash", "-c", run, "bash", program, *FLAGS, f"--user-data-dir={profile}"], pass_fds=(commands, answers),
        env={**os.environ, "COMMANDS": str(commands), "ANSWERS": str(answers), "HOME": str(profile)}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(commands)
    os.close(answers)
    try:
        yield Browser(to_browser, from_browser)
    finally:
        os.close(to_browser)  # it leaves when nobody can command it
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(from_browser)
