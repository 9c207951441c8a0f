"""The taxonomy's own tests: every example must be read as its skill, no counterexample may be."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
from skillgap.evidence.orders import order_reader
from skillgap.evidence.posts import PostReader
from skillgap.evidence.types import Mention, Status
from skillgap.resume.bare_lines import resume_of_line
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.authoring.findings import Finding
from skillgap.taxonomy.types import Skill, SkillId
from skillgap.taxonomy.words import Cues


def cue_faults(cues: Cues) -> Iterator[Finding]:
    """Names in the cues that stand for nothing: the kinds of sections, and the statuses of labels."""
    for field in ("headings", "telling"):
        for kind in getattr(cues, field):
            if kind not in tuple(SectionKind):
                message = f"{field} has no section kind {kind!r}; known: {', '.join(SectionKind)}"
                yield Finding("cues", cues.language, message)
    for status in cues.labels:
        if status not in tuple(Status):
            message = f"labels has no status {status!r}; known: {', '.join(Status)}"
            yield Finding("cues", cues.language, message)
    yield from post_faults(cues)
    yield from order_faults(cues)


def post_faults(cues: Cues) -> Iterator[Finding]:
    """Titles that are not read as the posts that they are examples of, or as any where they are counterexamples."""
    reader = PostReader(cues)
    for post in cues.posts.keys() ^ cues.post_shows.keys():
        yield Finding("cues", cues.language, f"{post!r} needs both posts and post_shows")
    for post, titles in cues.post_examples.items():
        for title in titles:
            if post not in reader.kinds(title):
                yield Finding("cues", cues.language, f"post_examples: {title!r} is not read as {post}")
    for title in cues.post_counterexamples:
        if kinds := reader.kinds(title):
            yield Finding("cues", cues.language, f"post_counterexamples: {title!r} is read as {kinds[0]}")
    for titles, is_other in ((cues.other_trade_examples, True), (cues.other_trade_counterexamples, False)):
        for title in titles:
            if reader.is_other_trade(title) is not is_other:
                message = f"other_trade_examples: {title!r} is {'not ' * is_other}read as another trade"
                yield Finding("cues", cues.language, message)


def order_faults(cues: Cues) -> Iterator[Finding]:
    """Lines that are not read as speaking to a machine though they are examples of it, or are though they are counterexamples."""
    reader = order_reader(cues)
    for lines, is_order in ((cues.order_examples, True), (cues.order_counterexamples, False)):
        for line in lines:
            if reader.is_order(line) is not is_order:
                yield Finding("cues", cues.language, f"order_examples: {line!r} is {'not ' * is_order}read as an order")


def example_faults(collector: EvidenceCollector, own: Collection[str] = ()) -> Iterator[Finding]:
    """Run each line alone, as a bullet of a job, through the real matcher.

    Where a name of one of the skills in `own` is to blame for what another skill's lines are read as, it is said once, of that name.
    """
    spoilt: dict[tuple[str, SkillId], list[str]] = defaultdict(list)
    for skill in collector.taxonomy.skills.values():
        for line, message in line_faults(skill, collector):
            names = [] if skill.id in own else [each for each in mentions_in(line, collector) if each.skill in own]
            for name in names:
                spoilt[line[name.start : name.end].casefold(), name.skill].append(line)
            if not names:
                yield Finding("skills", skill.id, message)
    for (text, owner), lines in spoilt.items():
        number = len(dict.fromkeys(lines))
        message = f"the alias {text!r} makes {number} lines of other skills be read wrongly, such as {lines[0]!r}"
        yield Finding("skills", owner, f"{message}; make it ambiguous, make it longer, or leave it out")


def line_faults(skill: Skill, collector: EvidenceCollector) -> Iterator[tuple[str, str]]:
    """The lines of a skill that are read wrongly, each with a sentence."""
    for line in skill.examples:
        if skill.id not in skills_in(line, collector):
            cut = "; was it cut by a comma within [ ]? put it in quotes" if line[:1].islower() else ""
            yield line, f"the example {line!r} is read as {names_in(line, collector) or 'nothing'}{cut}"
    for line in skill.counterexamples:
        if skill.id in skills_in(line, collector):
            yield line, f"the counterexample {line!r} is read as this skill: {names_in(line, collector)}"
    for line in skill.paraphrases:
        if skill.id in skills_in(line, collector):
            yield line, f"the paraphrase {line!r} names the skill: {names_in(line, collector)}; it is an example"


def names_in(line: str, collector: EvidenceCollector) -> str:
    """The names that were found and whose they are: an ambiguous one counts because of the others."""
    return ", ".join(f"{line[each.start : each.end]!r} ({each.skill})" for each in mentions_in(line, collector))


def mentions_in(line: str, collector: EvidenceCollector) -> list[Mention]:
    return collector.mentions(resume_of_line(line))


def paraphrases_found(collector: EvidenceCollector) -> tuple[int, int]:
    """How many paraphrases make their skill a claim, if only by what the rest of the line implies; and how many there are."""
    taxonomy = collector.taxonomy
    written = [(skill.id, line) for skill in taxonomy.skills.values() for line in skill.paraphrases]
    found = 0
    for skill, line in written:
        profile = collect_evidence(resume_of_line(line), collector, taxonomy.release.released)
        found += any(claim.id == skill and claim.level_score > 0 for claim in profile.claims)
    return found, len(written)


def skills_in(line: str, collector: EvidenceCollector) -> list[str]:
    return list(dict.fromkeys(mention.skill for mention in mentions_in(line, collector)))
