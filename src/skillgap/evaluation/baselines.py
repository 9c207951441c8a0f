"""Two plain ways of finding skills in text, with our own names for them, to measure against."""

import re
from collections import defaultdict
from collections.abc import Iterator

from skillgap.errors import UsageError
from skillgap.evaluation.evidence import Finder
from skillgap.resume.types import Resume
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

TOKEN = re.compile(r"[\w.+#/-]*[\w+#]")


def phrase_matcher(taxonomy: Taxonomy) -> Finder:
    """SpaCy's English tokenizer and its PhraseMatcher, in any case; the longest of overlapping names wins.

    Raises UsageError where spaCy is not installed.
    """
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
        from spacy.util import filter_spans
    except ModuleNotFoundError as error:
        raise UsageError("a baseline needs more than is installed", hint='pip install "skillgap[spacy]"') from error

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for skill in taxonomy.skills.values():
        matcher.add(skill.id, [nlp.make_doc(alias.text) for alias in skill.surfaces])

    def find(resume: Resume) -> list[tuple[int, SkillId]]:
        return [
            (number, SkillId(span.label_))
            for number, line in enumerate(resume.lines)
            for span in filter_spans(matcher(nlp.make_doc(line.text), as_spans=True))
        ]

    return find


def keyword_search(taxonomy: Taxonomy) -> Finder:
    """Every name as whole words, in any case, wherever it stands, even within a longer one."""
    by_words: dict[str, set[SkillId]] = defaultdict(set)
    for skill in taxonomy.skills.values():
        for alias in skill.surfaces:
            by_words[" ".join(TOKEN.findall(alias.text.casefold()))].add(skill.id)
    longest = max(name.count(" ") for name in by_words) + 1

    def names(text: str) -> Iterator[SkillId]:
        words = TOKEN.findall(text.casefold())
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + longest) + 1):
                yield from sorted(by_words.get(" ".join(words[start:end]), ()))

    return lambda resume: [(number, skill) for number, line in enumerate(resume.lines) for skill in names(line.text)]
