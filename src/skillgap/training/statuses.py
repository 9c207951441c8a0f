"""Examples for the models of statuses: every mention marked in the annotated text, with what its line's cues say."""

import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from skillgap.evaluation.evidence import Case, key_of, read_cases
from skillgap.evaluation.marks import GoldLine, GoldMention
from skillgap.evidence.assertion import context_of, cued_line
from skillgap.evidence.cue_grammar import compile_cues
from skillgap.evidence.finding import SkillFinder
from skillgap.evidence.status_features import NAME, CuedLine, LineContext, line_features, mention_features, word_line
from skillgap.evidence.types import Status, Via
from skillgap.resume.bare_lines import resume_of_line
from skillgap.resume.parsing import shipped_grammar
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.loading import shipped_taxonomy, shipped_words
from skillgap.training.linear import Example
from skillgap.training.networks import GuessedLine, MarkedLine

OTHER_LANGUAGES = Path("tests/cue_lines.yaml")
OWN = 3
"""How often those count for the linear model: a few hundred lines among thousands of English ones."""
STATUSES = ("used", "listed", "learning", "coursework", "negated", "other_person")
"""In the order of the figures in `training/statuses/variants.tsv.xz`."""
ANNOTATED = (Path("tests/evidence/developed"), Path("samples/personas"))


def annotated_cases(folders: Sequence[Path] = ANNOTATED) -> Iterator[Case]:
    for folder in folders:
        yield from read_cases(folder, shipped_grammar())


def status_examples(_: Path) -> Iterator[Example]:
    """A mention an example; held out by résumé or block."""
    for origin, cued, statuses in cued_lines(often=OWN):
        whole = line_features(cued.read, cued.context)
        mentions = zip(cued.read.places, cued.reached, cued.verdicts, strict=True)
        for mention, status in zip(mentions, statuses, strict=True):
            yield Example(origin, [*whole, *mention_features(cued.read, *mention)], status)


def status_lines(_: Path) -> Iterator[MarkedLine]:
    """A line an example, its mentions the places."""
    for origin, cued, statuses in cued_lines():
        yield MarkedLine(origin, word_line(cued), statuses)


def guessed_lines(folder: Path) -> Iterator[GuessedLine]:
    """Lines made of pieces of those above, judged by a transformer (training/statuses/README.md)."""
    cues = compile_cues(shipped_words().cues)
    with lzma.open(folder / "statuses" / "variants.tsv.xz", "rt", encoding="utf-8") as rows:
        for row in rows:
            section, default, is_head, title, text, judged = row.rstrip("\n").split("\t")
            context = LineContext(SectionKind(section), Status(default), tuple(title.split()), is_head == "head")
            names = [(at, at + 1) for at, letter in enumerate(text) if letter == NAME]
            shares = [dict(zip(STATUSES, map(float, one.split()), strict=True)) for one in judged.split(";")]
            yield GuessedLine(word_line(cued_line(text, names, context, cues)), tuple(shares))


def cued_lines(often: int = 1) -> Iterator[tuple[str, CuedLine, tuple[Status, ...]]]:
    """Every annotated line that names a skill, with its origin and its mentions' statuses; those of other languages so `often`."""
    cues = compile_cues(shipped_words().cues)
    for case in (*annotated_cases(), *[*other_languages()] * often):
        gold = {key_of(line.text): line for line in case.gold}
        for number, line in enumerate(case.resume.lines):
            own = gold.get(key_of(line.text))
            named = [mention for mention in own.mentions if mention.via is Via.ALIAS] if own else []
            if own and named:
                context = context_of(number, case.resume, cues)
                cued = cued_line(own.text, [(each.start, each.end) for each in named], context, cues)
                yield case.id, cued, tuple(each.status for each in named)


def other_languages() -> Iterator[Case]:
    """Lines in German, French and Spanish, a skill each; its name is where the matcher finds it."""
    finder = SkillFinder(shipped_taxonomy())
    for number, each in enumerate(yaml.safe_load(OTHER_LANGUAGES.read_text("utf-8"))):
        resume = resume_of_line(each["text"])
        found = next((one for one in finder.candidates(resume)[0] if one.skill == each["skill"]), None)
        if found:
            mention = GoldMention(found.skill, found.start, found.end, Status(each["status"]), Via.ALIAS)
            yield Case(f"language-{number}", resume, (GoldLine(each["text"], (mention,)),))
