"""skillgap reads a résumé, shows with evidence what it proves for a role, what is missing, and what to learn next.

>>> import skillgap
>>> analysis = skillgap.analyze("resume.pdf", role="software-systems-engineer", level="mid")
>>> analysis.score.overall, analysis.to_dict(), analysis.to_html()
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillgap.documents.guarded.guarding import read_document_guarded
    from skillgap.documents.reading import read_document
    from skillgap.documents.types import Document, Limits
    from skillgap.errors import DocumentError, SkillgapError, TaxonomyError, UsageError
    from skillgap.pipeline import Analyzer, analyze
    from skillgap.pipeline.many import Analyzed, Skipped
    from skillgap.progress.comparing import progress_between
    from skillgap.progress.types import Progress
    from skillgap.report.types import Analysis, json_schema

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Analyzed",
    "Analyzer",
    "Document",
    "DocumentError",
    "Limits",
    "Progress",
    "SkillgapError",
    "Skipped",
    "TaxonomyError",
    "UsageError",
    "__version__",
    "analyze",
    "json_schema",
    "progress_between",
    "read_document",
    "read_document_guarded",
]

_HOMES = {
    "Analysis": "skillgap.report.types",
    "json_schema": "skillgap.report.types",
    "Analyzed": "skillgap.pipeline.many",
    "Analyzer": "skillgap.pipeline",
    "Skipped": "skillgap.pipeline.many",
    "Progress": "skillgap.progress.types",
    "progress_between": "skillgap.progress.comparing",
    "analyze": "skillgap.pipeline",
    "read_document": "skillgap.documents.reading",
    "read_document_guarded": "skillgap.documents.guarded.guarding",
    "Document": "skillgap.documents.types",
    "Limits": "skillgap.documents.types",
    "DocumentError": "skillgap.errors",
    "SkillgapError": "skillgap.errors",
    "TaxonomyError": "skillgap.errors",
    "UsageError": "skillgap.errors",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `import skillgap` costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'skillgap' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
