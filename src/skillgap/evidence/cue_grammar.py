"""The cues that say what a line makes of a skill, by their first word; the words themselves are data."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from skillgap.evidence.choices import ChoicePatterns, choice_patterns
from skillgap.evidence.denial_words import DenialWords, denial_words
from skillgap.evidence.types import Status
from skillgap.taxonomy.words import Cues, Scope

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
HYPHENS = {"-", "‑"}
LONGEST_LABEL = 5


class Rule(Struct, frozen=True):
    words: tuple[str, ...]
    status: Status
    scope: Scope


class CueGrammar(Struct, frozen=True):
    """Cues by their first word, longest first. `others` are those who may have done it, if one of `others_verbs` follows.

    `making` are the deeds that say whose a thing is, `joining` words part it from what is said next.
    `own_work` are the deeds that leave no doubt whose the thing is, `own_deeds` all that tell of work done.
    """

    rules: Mapping[str, tuple[Rule, ...]]
    others: frozenset[str]
    outsiders: frozenset[str]
    others_verbs: frozenset[str]
    others_links: frozenset[str]
    labels: Mapping[tuple[str, ...], Status]
    sought: Mapping[str, tuple[tuple[str, ...], ...]]
    teaching: frozenset[str]
    lessons: frozenset[str]
    applying: Mapping[str, tuple[tuple[str, ...], ...]]
    no_cues: Mapping[str, tuple[tuple[str, ...], ...]]
    own_team: frozenset[str]
    own_subjects: frozenset[str]
    own_present: frozenset[str]
    own_objects: frozenset[str]
    own_links: frozenset[str]
    own_deeds: frozenset[str]
    own_doing: frozenset[str]
    by_me: frozenset[tuple[str, ...]]
    own_with_figures: frozenset[str]
    own_work: frozenset[str]
    own_upkeep: frozenset[str]
    before_dates: frozenset[str]
    making: frozenset[str]
    kept_going: frozenset[str]
    tool_deeds: frozenset[str]
    joining: frozenset[str]
    determiners: frozenset[str]
    bands: frozenset[str]
    others_before: frozenset[str]
    relatives: frozenset[str]
    only: frozenset[str]
    not_own: frozenset[str]
    between: frozenset[str]
    spared: frozenset[str]
    clause_starts: frozenset[str]
    claims: frozenset[str]
    known_before: frozenset[str]
    known_behind: frozenset[str]
    owning: frozenset[str]
    growing: frozenset[str]
    own_growth: frozenset[str]
    fillers: frozenset[str]
    clause_ends: frozenset[str]
    depth: Mapping[str, tuple[tuple[str, ...], ...]]
    slight: Mapping[str, tuple[tuple[str, ...], ...]]
    hedges: frozenset[str]
    dependent: frozenset[str]
    choices: ChoicePatterns
    denials: DenialWords
    dealers: Mapping[str, tuple[tuple[str, ...], ...]]
    dealers_not: Mapping[str, tuple[tuple[str, ...], ...]]
    dealings: frozenset[str]
    retellers: Mapping[str, tuple[tuple[str, ...], ...]]
    retellings: frozenset[str]
    trades: frozenset[str]
    trade_ranks: frozenset[str]
    trade_preps: frozenset[str]
    trade_links: frozenset[str]
    own_posts: frozenset[str]
    own_rises: frozenset[str]
    own_bands: Mapping[str, tuple[tuple[str, ...], ...]]
    mine: Mapping[str, tuple[tuple[str, ...], ...]]
    under_me: Mapping[str, tuple[tuple[str, ...], ...]]
    recipient_preps: frozenset[str]
    teaching_people: frozenset[str]
    using: frozenset[str]
    study_works: Mapping[str, tuple[tuple[str, ...], ...]]
    study_links: frozenset[str]
    study_leads: frozenset[str]
    exercises: frozenset[str]
    researchers: frozenset[str]
    certified: frozenset[str]
    certified_as: frozenset[str]
    reading: frozenset[str]


def compile_cues(cues: Cues) -> CueGrammar:
    rules: dict[str, list[Rule]] = defaultdict(list)
    for status, group in (
        (Status.NEGATED, cues.negated),
        (Status.OTHER_PERSON, cues.other_person),
        (Status.LEARNING, cues.learning),
        (Status.COURSEWORK, cues.coursework),
        (Status.LISTED, cues.listed),
    ):
        for cue in group:
            words = words_of(cue.text)
            rules[words[0]].append(Rule(words, status, cue.scope))
    return CueGrammar(
        rules={first: tuple(sorted(group, key=lambda rule: -len(rule.words))) for first, group in rules.items()},
        others=frozenset((*cues.others, *cues.outsiders)),
        outsiders=frozenset(cues.outsiders),
        others_verbs=frozenset(cues.others_verbs),
        others_links=frozenset(cues.others_links),
        labels={words_of(label): Status(status) for status, labels in cues.labels.items() for label in labels},
        sought=by_first_word(cues.sought),
        teaching=frozenset(cues.teaching),
        lessons=frozenset(cues.lessons),
        applying=by_first_word(cues.applying),
        no_cues=by_first_word(cues.no_cues),
        own_team=frozenset(cues.own_team),
        own_subjects=frozenset(cues.own_subjects),
        own_present=frozenset(cues.own_present),
        own_objects=frozenset(cues.own_objects),
        own_links=frozenset(cues.own_links),
        own_deeds=frozenset(cues.own_deeds),
        own_doing=frozenset(cues.own_doing),
        by_me=frozenset(words_of(phrase) for phrase in cues.by_me),
        own_with_figures=frozenset(cues.own_with_figures),
        own_upkeep=frozenset(cues.own_upkeep),
        before_dates=frozenset((*cues.before_dates, *cues.expected)),
        making=frozenset(cues.making),
        kept_going=frozenset((*cues.making, *cues.own_upkeep, *cues.altering)),
        tool_deeds=frozenset(cues.tool_deeds),
        joining=frozenset(cues.joining),
        determiners=frozenset(cues.determiners),
        bands=frozenset(cues.bands),
        others_before=frozenset(cues.others_before),
        relatives=frozenset(cues.relatives),
        only=frozenset(cues.only),
        own_work=frozenset(cues.own_deeds).difference(cues.own_of_others),
        not_own=frozenset((*cues.not_own, *cues.others, *cues.outsiders)),
        between=frozenset(cues.between),
        spared=frozenset(cues.spared),
        clause_starts=frozenset(cues.clause_starts),
        claims=frozenset(cues.claims),
        known_behind=frozenset(cues.known_behind),
        owning=frozenset(cues.owning),
        growing=frozenset(cues.growing),
        known_before=frozenset(
            (
                *cues.claims,
                *cues.earlier,
                *cues.known_behind,
                *(each for each in cues.duration_units if each.startswith("y") and each.endswith("s")),
            )
        ),
        own_growth=frozenset(cues.own_growth),
        fillers=frozenset(cues.fillers),
        clause_ends=frozenset(cues.clause_ends),
        depth=by_first_word(cues.depth),
        slight=by_first_word(cues.slight),
        hedges=frozenset(cues.hedges),
        dependent=frozenset(cues.dependent),
        dealers=by_first_word(cues.dealers),
        dealers_not=by_first_word(cues.dealers_not),
        dealings=frozenset(cues.dealings),
        retellers=by_first_word(cues.retellers),
        retellings=frozenset(cues.retellings),
        trades=frozenset(cues.trades),
        trade_ranks=frozenset(cues.trade_ranks),
        trade_preps=frozenset(cues.trade_preps),
        trade_links=frozenset(cues.trade_links),
        own_posts=frozenset(cues.own_posts),
        own_rises=frozenset(cues.own_rises),
        own_bands=by_first_word(cues.own_bands),
        mine=by_first_word(cues.mine),
        under_me=by_first_word(cues.under_me),
        recipient_preps=frozenset(cues.recipient_preps),
        teaching_people=frozenset(cues.teaching_people),
        using=frozenset(cues.using),
        study_works=by_first_word(cues.study_works),
        study_links=frozenset(cues.study_links),
        study_leads=frozenset(cues.study_leads),
        exercises=frozenset(cues.exercises),
        researchers=frozenset(cues.researchers),
        certified=frozenset(cues.certified),
        certified_as=frozenset(cues.certified_as),
        reading=frozenset(cues.reading),
        choices=choice_patterns(cues.choices),
        denials=denial_words(cues.denials),
    )


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        words = words_of(phrase)
        grouped[words[0]].append(words)
    return {first: tuple(group) for first, group in grouped.items()}


def phrases_at(words: Sequence[str], phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> Iterator[range]:
    """Where the phrases stand among the words."""
    if phrases.keys().isdisjoint(words):
        return
    for at in [at for at, word in enumerate(words) if word in phrases]:
        for phrase in phrases[words[at]]:
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield range(at, at + len(phrase))


def words_of(text: str) -> tuple[str, ...]:
    """Words and signs in lower case; a hyphen is a space."""
    if text.replace(" ", "").isalnum():
        return tuple(text.casefold().split())
    return tuple(match[0].casefold().replace("’", "'") for match in WORD.finditer(text) if match[0] not in HYPHENS)


def status_of_label(words: Sequence[str], grammar: CueGrammar) -> Status | None:
    """A label such as "Learning now:" speaks for the whole line."""
    start = list(words[: LONGEST_LABEL + 1])
    return grammar.labels.get(tuple(start[: start.index(":")])) if ":" in start else None
