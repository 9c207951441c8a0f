"""The questionnaire without a report: answers against a role."""

from skillgap.documents.types import Document
from skillgap.gap.fit import described
from skillgap.gap.fit_types import Answers
from skillgap.gap.types import Fit
from skillgap.pipeline.analyzing import DEFAULT_LEVEL, Analyzer
from skillgap.pipeline.summaries import answered
from skillgap.taxonomy.types import Role
from skillgap.taxonomy.whole import Taxonomy


def check_fit(  # noqa: PLR0913 - all by name but the first two
    role: Role,
    answers: Answers,
    taxonomy: Taxonomy,
    *,
    document: Document | None = None,
    level: str = DEFAULT_LEVEL,
    as_of: str | None = None,
) -> Fit:
    """Hold answers to the questionnaire against a role, beside what a résumé shows where there is one."""
    if document is None:
        return answered(described(role), role, answers, taxonomy)
    analyzer = Analyzer(role=role.id, level=level, as_of=as_of, taxonomy=taxonomy, fit_answers=answers)
    return analyzer.analyze_document(document).fit
