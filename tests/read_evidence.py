"""What is read out of a page or a line of a job, for tests of evidence."""

from skillgap.documents.reading import document_of_text
from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
from skillgap.evidence.types import Claim, Status, Via
from skillgap.resume.parsing import ResumeGrammar, parse_resume


def claims_in(text: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> dict[str, Claim]:
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    return {claim.id: claim for claim in collect_evidence(resume, collector, "2026-11").claims}


def status_of(line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> set[Status]:
    claims = claims_in(f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- {line}\n", collector, grammar)
    return {evidence.status for evidence in claims[skill].evidence if evidence.via is Via.ALIAS}


def statuses_in(text: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> set[Status]:
    claims = claims_in(text, collector, grammar)
    return {each.status for each in claims[skill].evidence if each.via is Via.ALIAS} if skill in claims else set()
