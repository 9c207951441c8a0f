"""What a line says of a skill in German, French and Spanish: the cues are data, so are the lines that they must read."""

from pathlib import Path

import pytest
import yaml

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.resume.bare_lines import resume_of_line

LINES = yaml.safe_load((Path(__file__).parent / "cue_lines.yaml").read_text())


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['language']}-{line['text'][:40]}")
def test_a_line_has_its_status(line: dict[str, str], collector: EvidenceCollector) -> None:
    found = {mention.skill: judged.evidence.status for mention, judged in collector.judge(resume_of_line(line["text"]))}
    assert found.get(line["skill"]) == line["status"]
