"""What must hold of a batch besides speed: identities change no score, a cluster changes nothing, and the page answers at once."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec

from skillgap.batch.fairness.types import Audit
from skillgap.evaluation.batch_files.generating import HEALTHY, generate
from skillgap.evaluation.batch_runs import Finding, differences, rank

ON_CLUSTER, EXCHANGED = 60, 40
"""Files: enough for several blocks, and for some hundred exchanges."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MEASURE = """() => {
  const taken = (act) => {
    const start = performance.now();
    act();
    document.body.offsetHeight;
    return performance.now() - start;
  };
  const sorts = columns.flatMap((each) => [taken(() => sortBy(each)), taken(() => sortBy(each))]);
  const texts = ["c", "linux", "no such word", ""];
  const filters = texts.map((text) => taken(() => change({ text, page: 1 })));
  return [Math.max(...sorts), Math.max(...filters), document.querySelectorAll("*").length];
}"""
"""The page's own functions, for its text field waits until nobody types."""


def identity_runs(work: Path) -> Iterator[Finding]:
    """Every score again with somebody else's identity, of the samples where they are and of made candidates."""
    made = work / "exchanged"
    written = generate(made, EXCHANGED, seed=4)
    for each in written:
        if each.kind != HEALTHY:
            (made / each.file).unlink(missing_ok=True)
    for name, folder in (("samples", Path("samples")), ("made candidates", made)):
        if folder.is_dir():
            yield identities_exchanged(name, folder, work / f"out-{folder.name}")


def identities_exchanged(name: str, folder: Path, out: Path) -> Finding:
    rank(folder, out, workers=2, options=("--include", "*.pdf", "--include", "*.docx"))
    command = [sys.executable, "-c", "from skillgap.cli import main; main()", "audit", str(out)]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - this interpreter; what it found is in the file
    audit = msgspec.json.decode((out / "audit.json").read_bytes(), type=Audit).counterfactual
    if audit is None:
        return Finding(name="other identities", text=f"{name}: nothing was exchanged", is_right=False)
    text = f"{len(audit.changes)} changes in {audit.runs} runs of {audit.tested} {name}"
    return Finding(name="other identities", text=text, is_right=not audit.changes)


def cluster_runs(work: Path) -> Iterator[Finding]:
    if find_spec("ray") is None:
        yield Finding(name="Ray, local", text="not run: Ray is not installed")
        return
    folder, local, cluster = work / "cluster", work / "out-local", work / "out-ray"
    generate(folder, ON_CLUSTER, seed=5)
    rank(folder, local, workers=2)
    rank(folder, cluster, workers=2, options=("--engine", "ray"))
    shutil.rmtree(cluster / "partitions")
    other = differences(local, cluster)
    said = f"not the same: {', '.join(other)}" if other else f"the same bytes and rows of {ON_CLUSTER} files"
    yield Finding(name="Ray, local", text=said, is_right=not other)


def page_opened(page: Path) -> Iterator[Finding]:
    """The longest that any sort and any filter took, its layout included, in a real browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or find_spec("playwright") is None:
        yield Finding(name="the page", text="not opened: no browser is installed")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        shown = opened.new_page()
        shown.goto(page.absolute().as_uri())
        sort, choose, elements = shown.evaluate(MEASURE)
        opened.close()
    size = page.stat().st_size / 1_000_000
    yield Finding(
        name="the page",
        text=f"{sort:.0f} ms the longest sort, {choose:.0f} ms the longest filter; {size:.1f} MB, {elements} elements",
    )
