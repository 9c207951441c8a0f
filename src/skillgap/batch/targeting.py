"""What a batch is for, said once for all that read its results."""

from skillgap.batch.keys import Identity, key_of
from skillgap.batch.types import AskedSkill, BatchTarget, Blind
from skillgap.gap.scoring import weighted_lines
from skillgap.pipeline import Analyzer
from skillgap.taxonomy.types import CareerLevel


def target_of(analyzer: Analyzer, blind: Blind | None) -> BatchTarget:
    """`analyzer` is one that takes "present" to mean the same in every résumé."""
    taxonomy = analyzer.taxonomy
    skills = tuple(
        AskedSkill(
            skill=line.skill,
            name=taxonomy.label_of(line),
            area=taxonomy.area_of[line.skill],
            importance=line.importance,
            required=required,
            weight=weight,
        )
        for line, required, weight in weighted_lines(analyzer.role, analyzer.level)
    )
    asked = {each.area for each in skills}
    return BatchTarget(
        role=analyzer.role.id,
        label=analyzer.role.label,
        level=CareerLevel(analyzer.level),
        track=analyzer.track,
        posting=analyzer.posting.title if analyzer.posting else None,
        as_of=analyzer.as_of or taxonomy.release.released,
        generator=analyzer.generator,
        blind=blind,
        areas=tuple((area.id, area.label) for area in taxonomy.areas.values() if area.id in asked),
        skills=skills,
    )


def identity_of(analyzer: Analyzer, blind: Blind | None) -> Identity:
    return Identity(
        role=analyzer.role.id,
        level=analyzer.level,
        track=analyzer.track,
        posting=key_of(analyzer.posting) if analyzer.posting else None,
        is_blind=blind is not None,
        schools=blind is not None and blind.schools,
        companies=blind is not None and blind.companies,
        study_years=blind is not None and blind.study_years,
    )
