"""Is an ambiguous name the technical skill here? A trained model decides, from the words around it and what else is named."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from skillgap.evidence.types import Mention
from skillgap.linear import LinearScorer
from skillgap.resume.types import Resume, SectionKind
from skillgap.taxonomy.types import SkillId

Context = tuple[str, int, int]
SENTENCE_ENDS = {".", "!", "?"}
NEAR = 40
"""Words on either side."""
BESIDE = 2
COUNTS = (1, 2, 4, 8, 16)
SHORT = 12
"""A document of fewer lines says little of what else it is about."""
MEANT = "meant"
FEWEST_SPACES, LINES_A_NAME = 3, 3
SURELY = 2.0
"""Log-odds asked for on a page that names hardly anything for certain: it is of another trade, most likely, whose words are like ours."""
HARDLY = -2.0
"""Those under which plain words ("failover", "mutual exclusion") are no longer taken on such a page, if its jobs are of another trade."""


class NearWords(Struct, frozen=True):
    """Words and phrases, in normal form, that settle one skill's ambiguous aliases."""

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    first_words: frozenset[str]


def near_words(phrases: Iterable[tuple[str, ...]]) -> NearWords:
    own = [phrase for phrase in phrases if phrase]
    return NearWords(
        words=frozenset(phrase[0] for phrase in own if len(phrase) == 1),
        phrases=tuple(phrase for phrase in own if len(phrase) > 1),
        first_words=frozenset(phrase[0] for phrase in own if len(phrase) > 1),
    )


def technical_mentions(
    mentions: Sequence[Mention],
    words: Sequence[tuple[str, ...]],
    resume: Resume,
    near_of: Callable[[SkillId], NearWords],
    model: LinearScorer,
) -> list[Mention]:
    """Drop the ambiguous mentions whose context does not speak for the skill.

    On a page that names little without those doubted, first drop such of these as the context speaks against.
    """
    found = list(mentions)
    if any(each.is_doubted for each in found) and names_little([each for each in found if not each.is_doubted], resume):
        asked = [replace(each, is_ambiguous=True) if each.is_doubted else each for each in found]
        scored = sense_features(asked, words, resume, near_of)
        unlikely = {
            number for number, features in scored if asked[number].is_doubted and odds(features, model) < HARDLY
        }
        found = [each for number, each in enumerate(found) if number not in unlikely]
    least = SURELY if names_little(found, resume) else 0.0
    scored = sense_features(found, words, resume, near_of)
    rejected = {number for number, features in scored if odds(features, model) < least}
    return [mention for number, mention in enumerate(found) if number not in rejected]


def odds(features: Iterable[str], model: LinearScorer) -> float:
    """How much more likely the skill is meant than anything else, as the difference of their logits."""
    scores = dict(zip(model.kinds, model.scored(features), strict=True))
    return scores.pop(MEANT) - max(scores.values())


def names_little(mentions: Sequence[Mention], resume: Resume) -> bool:
    """Say whether fewer than a third as many names as lines are beyond doubt; a few lines alone say nothing."""
    lines = sum(line.text.count(" ") >= FEWEST_SPACES for line in resume.lines)
    return lines >= SHORT and LINES_A_NAME * sum(not mention.is_ambiguous for mention in mentions) < lines


def sense_features(
    mentions: Sequence[Mention],
    words: Sequence[tuple[str, ...]],
    resume: Resume,
    near_of: Callable[[SkillId], NearWords],
) -> Iterator[tuple[int, list[str]]]:
    """What the model sees of each ambiguous mention, with its number among the mentions."""
    if not any(mention.is_ambiguous for mention in mentions):
        return
    around, shared = Surroundings(mentions, words, resume), cache(shared_features)
    for number, mention in enumerate(mentions):
        if mention.is_ambiguous:
            own, entry = words[mention.line_number], resume.entry_of(resume.lines[mention.line_number])
            near = has_near(own, mention, near_of(mention.skill))
            beside = shared(window_of(mention, own), (entry and entry.title) or "")
            yield number, [*around.features(number), *word_features(mention, own, resume, near), *beside]


class Surroundings:
    """Which other skills each mention has in its sentence, its line, its job or section, and the whole document."""

    def __init__(self, mentions: Sequence[Mention], words: Sequence[tuple[str, ...]], resume: Resume) -> None:
        sentences = sentence_numbers(words)
        self.mentions = mentions
        self.contexts = [Contexts.of(mention, resume, sentences) for mention in mentions]
        self.sure: dict[Context, set[SkillId]] = defaultdict(set)
        self.unsure: dict[Context, set[SkillId]] = defaultdict(set)
        self.exact: dict[Context, set[SkillId]] = defaultdict(set)
        for mention, own in zip(mentions, self.contexts, strict=True):
            kept = self.unsure if mention.is_ambiguous else self.sure
            for context in (own.sentence, own.line, own.block):
                kept[context].add(mention.skill)
            if mention.is_ambiguous and mention.is_exact:
                self.exact[own.sentence].add(mention.skill)
        self.every = set().union(*self.sure.values())
        self.is_short = len(resume.lines) < SHORT
        self.document = "document:short" if self.is_short else f"document:{step(len(self.every))}"

    def features(self, number: int) -> Iterator[str]:
        mention, own = self.mentions[number], self.contexts[number]
        sure = [len(self.sure[each] - {mention.skill}) for each in (own.sentence, own.line, own.block)]
        for name, count in zip(("sentence", "line", "block"), sure, strict=True):
            yield f"{name}:{step(count)}"
        unsure = step(len(self.unsure[own.sentence] - {mention.skill}))
        yield f"unsure:{unsure}"
        yield f"sentence:{step(sure[0])} {unsure}"
        yield f"named elsewhere:{mention.skill in self.every} {self.is_short}"
        yield self.document
        yield f"{self.document} {step(sure[1])}"
        if mention.is_exact and self.exact[own.sentence] - {mention.skill}:
            yield "exact pair"


def step(count: int) -> int:
    return sum(count >= each for each in COUNTS)


def word_features(mention: Mention, words: tuple[str, ...], resume: Resume, near: bool) -> Iterator[str]:  # noqa: FBT001
    """The name, how it is written, the words beside it, and where its line stands."""
    line = resume.lines[mention.line_number]
    surface = line.text[mention.start : mention.end]
    name = " ".join(words[mention.first_word : mention.last_word + 1])
    kind = resume.kind_of(line)
    form = "upper" if surface.isupper() else "capital" if surface[:1].isupper() else "small"
    opens = mention.first_word == 0 or words[mention.first_word - 1] in SENTENCE_ENDS
    yield f"name:{name}"
    yield f"skill:{mention.skill}"
    yield f"form:{form} {opens} {mention.is_exact}"
    yield f"name:{name} {form} {opens}"
    yield f"section:{kind}"
    yield f"section:{kind} {near}"
    if near:
        yield "near"
        yield f"near {name}"
    for offset in range(1, BESIDE + 1):
        before = words[mention.first_word - offset] if mention.first_word >= offset else "^"
        after = words[mention.last_word + offset] if mention.last_word + offset < len(words) else "$"
        yield from (f"<{offset}:{before}", f">{offset}:{after}")
        yield from (f"<{offset}:{before} {name}", f">{offset}:{after} {name}")


def window_of(mention: Mention, words: tuple[str, ...]) -> tuple[str, ...]:
    return words[max(0, mention.first_word - NEAR) : mention.last_word + 1 + NEAR]


def shared_features(window: tuple[str, ...], title: str) -> frozenset[str]:
    """What all mentions of a short line have alike: the words around them, and those of the job's title."""
    return frozenset(
        [
            *(f"w:{word}" for word in window if word.isalpha()),
            *(f"t:{word}" for word in title.casefold().split()),
        ]
    )


class Contexts(Struct, frozen=True):
    """Names of the sentence, the line, and the job or section that a mention stands in; a skills section is one sentence."""

    sentence: Context
    line: Context
    block: Context

    @classmethod
    def of(cls, mention: Mention, resume: Resume, sentences: Sequence[Sequence[int]]) -> "Contexts":
        number = mention.line_number
        line = resume.lines[number]
        block = ("section", line.section, 0) if line.entry is None else ("entry", line.entry, 0)
        if resume.kind_of(line) is SectionKind.SKILLS:
            return cls(block, ("line", number, 0), block)
        return cls(("sentence", number, sentences[number][mention.first_word]), ("line", number, 0), block)


def sentence_numbers(words: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """For each line the number of the sentence that each of its words belongs to."""
    return [list(accumulate(word in SENTENCE_ENDS for word in line)) for line in words]


def speaks_against(words: tuple[str, ...], mention: Mention, near: NearWords, not_near: NearWords) -> bool:
    """Say whether a word beside the name belongs to another sense of it, and none to the skill."""
    return has_near(words, mention, not_near) and not has_near(words, mention, near)


def has_near(words: tuple[str, ...], mention: Mention, near: NearWords) -> bool:
    """A near word counts beside the name, not as the name, and not from the far end of a very long line."""
    before = words[max(0, mention.first_word - NEAR) : mention.first_word]
    after = words[mention.last_word + 1 : mention.last_word + 1 + NEAR]
    if not (near.words.isdisjoint(before) and near.words.isdisjoint(after)):
        return True
    window = window_of(mention, words)
    return not near.first_words.isdisjoint(window) and any(
        window[at : at + len(phrase)] == phrase
        for phrase in near.phrases
        for at in range(len(window) - len(phrase) + 1)
    )
