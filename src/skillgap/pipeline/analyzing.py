"""All steps in order; the only module that knows them all.

read → parse → collect evidence → compare with the role → plan → one `Analysis`, which `report` renders.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from skillgap import __version__
from skillgap.documents.reading import document_of_text, read_document
from skillgap.documents.sources import Source
from skillgap.documents.types import Document, Limits
from skillgap.errors import UsageError
from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
from skillgap.evidence.integrity import integrity_warnings
from skillgap.gap.comparing import compare_with_role
from skillgap.gap.fit_types import Answers
from skillgap.pipeline.summaries import answered, document_summary, held_back
from skillgap.pipeline.taking_postings import posting_of
from skillgap.pipeline.targets import find_level, find_role, find_track
from skillgap.plan.advising import give_advice
from skillgap.plan.interviewing import interview_questions
from skillgap.plan.pace import checked_pace
from skillgap.plan.planning import HOURS_PER_WEEK, WEEKS, plan_learning
from skillgap.postings.on_page import conditions_on
from skillgap.postings.roles import role_of, summary_of
from skillgap.postings.types import Posting
from skillgap.report.types import Analysis, Generator
from skillgap.resume.facts import structure_facts
from skillgap.resume.json_resume.writing import to_json_resume
from skillgap.resume.parsing import (
    Parsed,
    ResumeGrammar,
    checked_as_of,
    compile_grammar,
    parse_resume,
    structure_warnings,
)
from skillgap.resume.redacting import redactor_for
from skillgap.resume.redacting_values import redacted_analysis
from skillgap.taxonomy import compiled
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.whole import Taxonomy
from skillgap.trained import models_version

if TYPE_CHECKING:
    from skillgap.pipeline.many import Analyzed, ManySource, Skipped

SECONDS = 20.0
MEMORY = 1024 * 1_048_576
"""What one résumé among many may take, in seconds and in bytes of address space besides what its process has loaded."""
DEFAULT_ROLE = "software-systems-engineer"
DEFAULT_LEVEL = "mid"
NAME_LENGTH = 12
"""Letters of a digest that stand for a file's name."""


class Analyzer:
    """Loads the knowledge once and analyses any number of résumés, from any number of threads.

    `posting` is a job posting to compare with instead of a role: a path, bytes, a binary file object, or what has been read;
    `level` is then the posting's, unless given.
    `track` is a way of doing the role, as `skillgap roles` lists them. `as_of` (YYYY-MM) is what "present" means; without it
    the taxonomy's release date, or the latest date in the document if that is later by a year at most. `taxonomy` is the one that came with
    the package, or what `skillgap.taxonomy.loading.layered_taxonomy` made of somebody's own folder. `fit_answers` are those to the
    questionnaire, as `skillgap.gap.answering.read_answers` reads them; the score knows nothing of them. The plan keeps to
    `hours_per_week` for `weeks`.

    Raises UsageError for an unknown role, level or track, a posting beside a role or a track, a date that is none, or a time to learn in
    that is none; PostingWithoutSkills and NotAPosting, which are ones too.
    """

    def __init__(  # noqa: PLR0913 - all by name, each with a default
        self,
        *,
        role: str | None = None,
        level: str | None = None,
        track: str | None = None,
        posting: Source | Document | Posting | None = None,
        as_of: str | None = None,
        limits: Limits | None = None,
        taxonomy: Taxonomy | None = None,
        fit_answers: Answers | None = None,
        hours_per_week: float = HOURS_PER_WEEK,
        weeks: float = WEEKS,
    ) -> None:
        self.hours_per_week, self.weeks = checked_pace(hours_per_week, weeks)
        self.taxonomy = taxonomy or shipped_taxonomy()
        if posting is not None and not (role is None and track is None):
            raise UsageError("a posting stands in the place of a role and a track", hint="leave them out")
        given_level = find_level(level or DEFAULT_LEVEL)
        self.as_of = checked_as_of(as_of)
        self.limits = limits or Limits()
        self.fit_answers = fit_answers
        self.posting: Posting | None = None
        self.track = track
        if posting is None:
            self.role = find_role(role or DEFAULT_ROLE, self.taxonomy)
            self.level = given_level
        if track is not None:
            self.role = self.role.on(find_track(track, self.role))
        self._grammar, self._collector = made_ready(self.taxonomy)
        if posting is not None:
            self.posting = self._read_posting(posting)
            self.role = role_of(self.posting, self.taxonomy)
            self.level = given_level if level else self.posting.level
        self._arguments: dict[str, Any] = {
            "role": role,
            "level": level,
            "track": track,
            "posting": self.posting,
            "as_of": self.as_of,
            "limits": self.limits,
            "fit_answers": fit_answers,
            "hours_per_week": self.hours_per_week,
            "weeks": self.weeks,
        }

    def analyze(self, source: Source, *, name: str | None = None) -> Analysis:
        """Analyse a path, bytes or a binary file object; raises a DocumentError where it can't be read."""
        return self.analyze_document(read_document(source, name=name, limits=self.limits))

    def analyze_text(self, text: str, *, name: str = "text") -> Analysis:
        """Analyse text that the caller already has."""
        return self.analyze_document(document_of_text(text, name=name, limits=self.limits))

    def parse(self, document: Document) -> Parsed:
        """Give a document its structure; `analyze_document` and `analyze_blind` do it where they are not given it."""
        return parse_resume(document, self._grammar)

    def analyze_document(self, document: Document, parsed: Parsed | None = None) -> Analysis:
        """Analyse what has been read already, as by `read_document_guarded`."""
        return self._analyzed(checked(document), parsed or self.parse(document))

    def analyze_blind(
        self,
        document: Document,
        parsed: Parsed | None = None,
        *,
        schools: bool = False,
        companies: bool = False,
        study_years: bool = False,
    ) -> Analysis:
        """Analyse it without the person: names, contact, age, gender, nationality and the like are replaced in every string.

        Spans point into the redacted text (as `skillgap redact` prints it); the score is the same.
        """
        parsed = parsed or self.parse(checked(document))
        redactor = redactor_for(
            parsed.resume,
            parsed.contact,
            self._grammar.redaction,
            schools=schools,
            companies=companies,
            study_years=study_years,
        )
        text = redactor.redacted_document(document, parsed.resume)
        contract = self._analyzed(document, parsed).to_dict()
        return Analysis.from_dict(redacted_analysis(contract, redactor, text, name=document.sha256[:NAME_LENGTH]))

    def analyze_many(
        self,
        sources: "Iterable[ManySource]",
        *,
        workers: int | None = None,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        is_ordered: bool = True,
    ) -> "Iterator[Analyzed | Skipped]":
        """Analyse any number of résumés in processes of their own, and yield one outcome for each: nothing raises, nothing is lost.

        A source is what `analyze` takes, or a name with that. A file that takes longer than `seconds` or more than `memory`
        bytes, or that ends its process, is tried once more and then skipped. Outcomes come in the order of the sources, or as they are
        done; sources are taken from the iterable a few at a time. `as_of` is one for all: without it the taxonomy's release date.
        `workers` is by default the number of processors.
        """
        from skillgap.pipeline.many import analyzed_many

        return analyzed_many(self, sources, workers=workers, seconds=seconds, memory=memory, is_ordered=is_ordered)

    def for_many(self) -> "Analyzer":
        """Return one that takes "present" to mean the same in every résumé."""
        if self.as_of is not None:
            return self
        return rebuilt(self._arguments | {"as_of": self.taxonomy.release.released}, self._own_taxonomy())

    def __reduce__(self) -> tuple[Callable[..., "Analyzer"], tuple[dict[str, Any], bytes | None]]:
        """Travel to another process as what it was made of."""
        return rebuilt, (self._arguments, self._own_taxonomy())

    def _own_taxonomy(self) -> bytes | None:
        return None if self.taxonomy is shipped_taxonomy() else compiled.encoded(self.taxonomy)

    def _read_posting(self, posting: Source | Document | Posting) -> Posting:
        if isinstance(posting, Posting):
            return posting
        document = posting if isinstance(posting, Document) else read_document(posting, limits=self.limits)
        return posting_of(document, self._collector, self._grammar)

    def _analyzed(self, document: Document, parsed: Parsed) -> Analysis:
        resume, contact = parsed.resume, parsed.contact
        as_of = self.as_of or parsed.reference(self.taxonomy.release.released)
        profile = collect_evidence(resume, self._collector, as_of)
        title = self.posting.title if self.posting else None
        gap = compare_with_role(profile, self.role, self.level, self.taxonomy, as_of, track=self.track, posting=title)
        warnings = (
            *structure_warnings(document, parsed, self._grammar),
            *document.warnings,
            *integrity_warnings(
                document, resume, profile, self.taxonomy.cues, as_of, self.posting.lines if self.posting else ()
            ),
        )
        summary = document_summary(document, warnings)
        if not summary.is_resume:
            gap = held_back(gap)
        return Analysis(
            generator=self.generator,
            document=summary,
            as_of=as_of,
            resume=to_json_resume(resume, contact, self._grammar.dates, as_of),
            sections=resume.sections,
            skills=profile.claims,
            target=gap.target,
            score=gap.score,
            strengths=gap.strengths,
            gaps=gap.gaps,
            fit=answered(gap.fit, self.role, self.fit_answers, self.taxonomy),
            advancement=gap.advancement,
            lateral_moves=gap.lateral_moves,
            plan=plan_learning(profile, gap, self.taxonomy, hours_per_week=self.hours_per_week, weeks=self.weeks),
            interview=interview_questions(profile, gap, self.taxonomy) if summary.is_resume else (),
            advice=give_advice(profile, gap, warnings, structure_facts(document, resume, contact), self.taxonomy)
            if summary.is_resume
            else (),
            quick_wins=gap.quick_wins,
            posting=summary_of(self.posting, conditions_on(resume, self.posting, self.taxonomy))
            if self.posting
            else None,
        )

    @property
    def generator(self) -> Generator:
        taxonomy = f"{self.taxonomy.release.version}+{self.taxonomy.digest[:12]}"
        return Generator(name="skillgap", version=__version__, taxonomy=taxonomy, models=models_version())


def checked(document: Document) -> Document:
    """Raises UsageError where it is none."""
    if not isinstance(document, Document):
        raise UsageError("this is no document that was read", hint="analyze takes files, analyze_text takes text")
    return document


@lru_cache(maxsize=1)
def made_ready(taxonomy: Taxonomy) -> tuple[ResumeGrammar, EvidenceCollector]:
    """Prepare the taxonomy for reading, once for all analyzers in turn: what one has met of names the next one need not look up."""
    return compile_grammar(taxonomy.cues, taxonomy.places), EvidenceCollector(taxonomy)


def rebuilt(arguments: dict[str, Any], own_taxonomy: bytes | None) -> Analyzer:
    """Make an Analyzer again from what `Analyzer.__reduce__` gives."""
    taxonomy = shipped_taxonomy() if own_taxonomy is None else compiled.decoded(own_taxonomy)
    return Analyzer(**arguments, taxonomy=taxonomy)


def analyze(
    source: Source, *, role: str = DEFAULT_ROLE, level: str = DEFAULT_LEVEL, as_of: str | None = None
) -> Analysis:
    """Analyse one résumé; for many, keep an `Analyzer`."""
    return Analyzer(role=role, level=level, as_of=as_of).analyze(source)
