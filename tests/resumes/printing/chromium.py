"""Prints pages to PDF with one headless Chromium, which is told over its debugging pipe what to do."""

import base64
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from itertools import count
from pathlib import Path
from typing import Any

from .css import is_tinted, paper_sheet, style_sheet
from .markup import DIVS, SEMANTIC, Markup
from .taste import Design
from .typed import typed

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
]  # fmt: skip
TIMES = re.compile(rb"(?<=Date \(D:)\d{14}[^)]*")


class Browser:
    """A running Chromium; each message is JSON with a zero byte behind it."""

    def __init__(self, to_browser: int, from_browser: int, home: Path) -> None:
        self._to, self._from = os.fdopen(to_browser, "wb", 0), os.fdopen(from_browser, "rb")
        self._ids = count(1)
        self._page = home / "page.html"
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def pdf(self, page: str, *, is_tagged: bool) -> bytes:
        self._page.write_text(page, encoding="utf-8")
        self._call("Page.navigate", url=self._page.as_uri())
        while self._read().get("method") != "Page.loadEventFired":
            pass
        options = {"printBackground": True, "preferCSSPageSize": True, "generateTaggedPDF": is_tagged}
        data = base64.b64decode(self._call("Page.printToPDF", **options)["data"])
        return TIMES.sub(lambda found: b"20240301090000+00'00'"[: len(found[0])].ljust(len(found[0])), data)

    def close(self) -> None:
        self._session = ""
        self._call("Browser.close")
        self._to.close()
        self._from.close()

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._ids)
        message = {"id": number, "method": method, "params": params}
        if session := getattr(self, "_session", ""):
            message["sessionId"] = session
        self._to.write(json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _read(self) -> dict[str, Any]:
        data = bytearray()
        while (sign := self._from.read(1)) != b"\0":
            if not sign:
                raise EOFError("Chromium has gone.")
            data += sign
        message: dict[str, Any] = json.loads(data)
        return message


@contextmanager
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        raise FileNotFoundError("Chromium is needed to print these files.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()
        # The browser reads from descriptor 3 and writes to 4; a shell puts the pipes' ends there.
        joined = f'exec "$0" "$@" 3<&{their_in} 4>&{their_out}'
        command = ["/bin/bash", "-c", joined, program, *FLAGS, f"--user-data-dir={home}/profile"]
        process = subprocess.Popen(command, pass_fds=(their_in, their_out), stderr=subprocess.DEVNULL)
        os.close(their_in)
        os.close(their_out)
        running = Browser(our_out, our_in, Path(home))
        try:
            yield running
        finally:
            running.close()
            process.wait(timeout=20)


def print_page(running: Browser, design: Design) -> bytes:
    """The PDF; one in five of those with several pages has a line at the foot or head of each."""
    is_tagged = design.taste.one_in(3, "tagged")
    data = running.pdf(page_of(design), is_tagged=is_tagged)
    if page_count(data) > 1 and not is_tinted(design) and design.taste.one_in(5, "running line"):
        footer = design.taste.pick("running text", {"of": 4, "page": 3, "slash": 2, "name": 1})
        data = running.pdf(page_of(design, footer), is_tagged=is_tagged)
    return data


def page_count(data: bytes) -> int:
    return max(map(int, re.findall(rb"/Count (\d+)", data)), default=1)


def page_of(design: Design, footer: str = "") -> str:
    flush = design.taste.pick("flush", {"flex": 65, "float": 20, "table": 15})
    sheet = paper_sheet(design, footer) + style_sheet(design, flush=flush)
    if design.look == "typewriter":
        body, sheet = f"<pre>{escape(typed(design, for_paper=True))}</pre>", sheet + _typewriter(design)
    else:
        tags = design.taste.among("tags", [SEMANTIC, DIVS])
        body = Markup(design, tags, flush, are_links=design.taste.one_in(2, "links")).body()
    if is_tinted(design):
        body = f'<div class="tint"></div><div class="sheet">{body}</div>'
    title = escape(design.resume.name)
    head = f'<meta charset="utf-8"><title>{title}</title><style>{sheet}</style>'
    return f'<!doctype html><html lang="{design.language}"><head>{head}</head><body>{body}</body></html>'


def _typewriter(design: Design) -> str:
    """The size at which 78 columns fill the page's width."""
    room = design.paper[0] - 2 * design.margin
    fonts = f"'{design.font}', 'Noto Sans Mono CJK SC', monospace"
    return f"pre {{ margin: 0; font: {min(10.5, room / 78 / 0.602):.2f}pt/1.2 {fonts}; }}"
