"""Shared by all tests: nothing may open a socket, and what is dear to load is loaded once."""

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from skillgap import Analyzer
from skillgap.evaluation.batch_checks import BROWSERS
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.resume.parsing import ResumeGrammar, compile_grammar
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.whole import Taxonomy

pytest_plugins = ["dashboard_pages", "read_postings"]
"""Fixtures that several files of tests share."""
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""No test depends on how fast the machine is."""
ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files again instead of comparing")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product works offline; a test that reaches for the network is wrong. Unix sockets lead to processes of one's own."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    def connected(own: socket.socket, address: object) -> None:
        connect(own, address) if own.family is socket.AF_UNIX else refused()

    def connected_ex(own: socket.socket, address: object) -> object:
        return connect_ex(own, address) if own.family is socket.AF_UNIX else refused()

    monkeypatch.setattr(socket.socket, "connect", connected)
    monkeypatch.setattr(socket.socket, "connect_ex", connected_ex)
    monkeypatch.setattr(socket, "create_connection", refused)


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return shipped_taxonomy()


@pytest.fixture(scope="session")
def grammar(taxonomy: Taxonomy) -> ResumeGrammar:
    return compile_grammar(taxonomy.cues, taxonomy.places)


@pytest.fixture(scope="session")
def collector(taxonomy: Taxonomy) -> EvidenceCollector:
    return EvidenceCollector(taxonomy)


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.fixture(scope="session")
def scanned_pdf() -> bytes:
    """A page with a picture in which there is nothing to read."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (60, 60), 90)), 0, 0, 500, 700)
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="session")
def encrypted_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, encrypt="a password")
    canvas.drawString(100, 700, "Linux")
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="session")
def browser_program() -> str:
    """Where the system's browser is; SKILLGAP_REQUIRE_BROWSER makes it a fault to have none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        assert not os.environ.get("SKILLGAP_REQUIRE_BROWSER"), "no browser is installed"
        pytest.skip("no browser is installed")
    return found


@pytest.fixture(scope="module")
def browser(browser_program: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, so that names are short."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def in_samples() -> Iterator[Path]:
    """Make `samples/` importable for the tests of its renderer."""
    sys.path.insert(0, str(SAMPLES))
    yield SAMPLES
    sys.path.remove(str(SAMPLES))
