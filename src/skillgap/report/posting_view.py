"""What a report says of the posting that a résumé was held against."""

from collections.abc import Iterator

from skillgap.postings.roles import one_of_each_choice
from skillgap.postings.types import PostingSummary, Strength
from skillgap.report.posting_conditions import condition_sentences
from skillgap.report.wording import count_of

KINDS = {
    Strength.REQUIRED: "required",
    Strength.PREFERRED: "preferred",
    Strength.MENTIONED: "part of the work",
}

FEWEST_SKILLS = 4
"""Of fewer the score stands on too little."""


def posting_sentences(posting: PostingSummary) -> Iterator[str]:
    counts = [(sum(ask.strength is strength for ask in posting.asks), words) for strength, words in KINDS.items()]
    named = ", ".join(f"{count} {words}" for count, words in counts if count)
    yield f"Compared with this posting alone, in place of one of our roles. Skills it names: {named}."
    counted = len(list(one_of_each_choice(posting.asks)))
    if counted < len(posting.asks):
        yield f"It leaves a choice between some of them, so {counted} count."
    if len(posting.asks) < FEWEST_SKILLS:
        yield f"It names {count_of(len(posting.asks), 'skill')} that this tool knows: too few for the score to say much."
    if posting.years:
        yield f"It asks for at least {count_of(posting.years, 'year')} of work; years are not part of the score."
    if posting.unknown:
        yield f"The posting also asks for what this tool does not know: {', '.join(posting.unknown)}."
    yield from condition_sentences(posting.conditions)
