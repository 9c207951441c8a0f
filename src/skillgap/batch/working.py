"""What a worker does with one file of a batch: everything that is slow, so that the process that waits only writes it down."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from skillgap.batch.keys import suffix_of
from skillgap.batch.packing import Structure, packed, packed_contract, unpacked_structure
from skillgap.batch.similar import signature_of
from skillgap.batch.types import Blind, Row
from skillgap.documents.reading import read_content
from skillgap.documents.sources import bytes_of_file
from skillgap.errors import DocumentMissing
from skillgap.pipeline import Analyzer
from skillgap.pipeline.analyzing import NAME_LENGTH
from skillgap.pipeline.many import Skipped, attempted
from skillgap.report.types import Analysis

MOST_NAMED = 5


class Job(Struct, frozen=True):
    """A content or its path, or what was read of it before. `name` is not the user's: the name of a file must not change its result."""

    name: str
    sha256: str
    content: bytes | Path | None = None
    structure: bytes | None = None


def job_name_of(name: str, sha256: str) -> str:
    """A name that tells nobody's; the suffix stays, for it says what the content may be."""
    return sha256[:NAME_LENGTH] + suffix_of(name)


class Worked(Struct, frozen=True):
    """`structure` is given where it is new and may be kept."""

    score: float
    low: float
    high: float
    row: bytes
    contract: bytes
    structure: bytes | None


def prepare_batch(analyzer: Analyzer, blind: Blind | None) -> Callable[[Job], Worked | Skipped]:
    def work(job: Job) -> Worked | Skipped:
        return attempted(lambda: worked(job, analyzer, blind), job.name)

    return work


def worked(job: Job, analyzer: Analyzer, blind: Blind | None) -> Worked:
    """Raises a DocumentError."""
    known = structure_of(job, analyzer)
    if blind is None:
        analysis = analyzer.analyze_document(known.document, known.parsed)
    else:
        analysis = analyzer.analyze_blind(
            known.document,
            known.parsed,
            schools=blind.schools,
            companies=blind.companies,
            study_years=blind.study_years,
        )
    is_new = job.structure is None and blind is None
    row = row_of(analysis, known)
    return Worked(
        score=row.score,
        low=row.low,
        high=row.high,
        row=msgspec.msgpack.encode(row),
        contract=packed_contract(analysis),
        structure=packed(known) if is_new else None,
    )


def structure_of(job: Job, analyzer: Analyzer) -> Structure:
    """What was read before, or is read now; raises a DocumentError."""
    if job.structure is not None:
        return unpacked_structure(job.structure)
    content = job.content or b""
    if isinstance(content, Path):
        content = unchanged(bytes_of_file(content, analyzer.limits, job.name), job)
    document = read_content(content, job.name, analyzer.limits)
    return Structure(document, analyzer.parse(document))


def unchanged(content: bytes, job: Job) -> bytes:
    """What was read again; raises DocumentMissing where it is another content than before."""
    if sha256(content).hexdigest() != job.sha256:
        raise DocumentMissing(f"{job.name}: it was changed while the batch ran", hint="give the same command again")
    return content


def row_of(analysis: Analysis, known: Structure) -> Row:
    basics = analysis.resume.basics
    low, high = analysis.score.band
    return Row(
        id=analysis.document.sha256[:NAME_LENGTH],
        sha256=analysis.document.sha256,
        media_type=analysis.document.media_type,
        pages=analysis.document.pages,
        person=(basics.name if basics else None) or "",
        score=analysis.score.overall,
        low=low,
        high=high,
        areas=analysis.score.areas,
        levels={
            claim.id: claim.level_score
            for claim in analysis.skills
            if any(each.status.is_claim for each in claim.evidence)
        },
        credits=tuple(component.credit for component in analysis.score.components),
        strengths=tuple(each.name for each in analysis.strengths[:MOST_NAMED]),
        gaps=tuple(each.name for each in analysis.gaps[:MOST_NAMED]),
        warnings=tuple(dict.fromkeys(each.code for each in analysis.document.warnings)),
        latest=known.parsed.reference(analysis.as_of),
        signature=signature_of(known.document.text),
    )
