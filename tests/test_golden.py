"""Whole reports of four samples, kept as files: a change of any of them is seen and agreed to.

`make samples` writes them again.
"""

from pathlib import Path

import pytest
from conftest import SAMPLES

from skillgap import Analyzer
from skillgap.report.rendering import Format, render

OUTPUTS = SAMPLES / "outputs"
CASES = [("senior-systems", "senior"), ("career-changer", "junior"), ("graduate", "junior"), ("nurse", "mid")]
SUFFIX = {Format.TEXT: "txt", Format.HTML: "html", Format.JSON: "json", Format.MARKDOWN: "md"}


@pytest.mark.parametrize("output_format", list(Format))
@pytest.mark.parametrize(("persona", "level"), CASES)
def test_report_is_as_agreed(persona: str, level: str, output_format: Format, request: pytest.FixtureRequest) -> None:
    """JSON, text, Markdown and HTML of a strong and of a beginning candidate, a graduate, and somebody of another trade."""
    analysis = Analyzer(level=level).analyze(SAMPLES / f"{persona}.pdf")
    actual = render(analysis, output_format)
    golden: Path = OUTPUTS / f"{persona}.{SUFFIX[output_format]}"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(actual, "utf-8")
    assert actual == golden.read_text("utf-8")
