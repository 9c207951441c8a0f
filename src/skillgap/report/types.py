"""The whole analysis in one value: its fields are the JSON contract, in the contract's order."""

from typing import Any

import msgspec
from msgspec import Struct

from skillgap.documents.types import Document, MediaType, ReadingWarning, WarningCode
from skillgap.errors import UsageError
from skillgap.evidence.types import Claim
from skillgap.gap.types import Advancement, Fit, Gap, LateralMove, QuickWin, Score, Strength, Target
from skillgap.plan.types import Advice, InterviewQuestion, LearningPlan
from skillgap.postings.types import PostingSummary
from skillgap.printed_json import json_text
from skillgap.resume.json_resume.types import JsonResume
from skillgap.resume.types import Section

SCHEMA_VERSION = "1.0"


class Generator(Struct, frozen=True, kw_only=True):
    """What made the report, by content version; no time stamp."""

    name: str
    version: str
    taxonomy: str
    models: str


class DocumentSummary(Struct, frozen=True, kw_only=True):
    name: str
    sha256: str
    media_type: MediaType
    pages: int
    characters: int
    reader: str
    ocr_pages: tuple[int, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def is_resume(self) -> bool:
        """Whether it is taken for one: of what is none there are no gaps, plan or questions."""
        return all(each.code is not WarningCode.NOT_A_RESUME for each in self.warnings)


class Analysis(Struct, frozen=True, kw_only=True):
    """One résumé held against one role or posting. `from_dict(to_dict())` gives it back; fields of a later minor version are skipped."""

    schema_version: str = SCHEMA_VERSION
    generator: Generator
    document: DocumentSummary
    as_of: str
    resume: JsonResume
    sections: tuple[Section, ...]
    skills: tuple[Claim, ...]
    target: Target
    score: Score
    strengths: tuple[Strength, ...]
    gaps: tuple[Gap, ...]
    fit: Fit
    advancement: Advancement
    lateral_moves: tuple[LateralMove, ...]
    plan: LearningPlan
    interview: tuple[InterviewQuestion, ...]
    advice: tuple[Advice, ...]
    quick_wins: tuple[QuickWin, ...] = ()
    posting: PostingSummary | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON contract as plain dicts, lists, strings and numbers."""
        result: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return result

    @classmethod
    def from_dict(cls, contract: dict[str, Any]) -> "Analysis":
        """Rebuild an analysis from `to_dict()`; raises UsageError where it is of another major version or has wrong fields."""
        if not isinstance(contract, dict):
            raise UsageError("not an analysis: a JSON object is expected")
        version = str(contract.get("schema_version", ""))
        if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
            raise UsageError(f"schema_version {version!r} can't be read; this is {SCHEMA_VERSION}")
        try:
            return msgspec.convert(contract, cls)
        except msgspec.ValidationError as error:
            raise UsageError(f"not an analysis: {error}") from error

    def to_json(self) -> str:
        """Return the contract as indented JSON with a newline at its end: the same bytes for the same input."""
        return json_text(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Analysis":
        try:
            contract = msgspec.json.decode(text)
        except msgspec.DecodeError as error:
            raise UsageError(f"not JSON: {error}") from error
        return cls.from_dict(contract)

    def to_html(self, document: Document | None = None) -> str:
        """Return the report as one self-contained HTML file; with the document that was analysed it shows the quoted lines on its pages."""
        from skillgap.report.rendering import Format, render

        return render(self, Format.HTML, document=document)


def json_schema() -> dict[str, Any]:
    """Return the contract's JSON Schema (draft 2020-12), generated from the types."""
    schema = msgspec.json.schema(Analysis)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "skillgap analysis", **schema}
