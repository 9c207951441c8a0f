"""The words by which a denial is read to its end, and how to walk among them; the words themselves are data (`denials` of the cues)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""By their first word."""
PHRASES = ("affirming", "no_news", "unmatched", "standing_in", "excepting", "besides", "tight", "absent", "lacked")
FIRST = ("negators", "lacking", "leaving", "knows")
SENTENCE_MARKS = frozenset(".;–—|•")
JOINED = frozenset({",", "and", "or", "nor", "/", "&", "und", "oder", "et", "ou", "y", "o"})
BEFORE_NAME = 4
"""Words that may stand between one of these and the name that it speaks of: "except the mobile app (Kotlin)"."""
FAR = 25
"""Words farther apart than that have nothing to do with each other."""


class DenialWords(Struct, frozen=True):
    """`negators` deny; `lacking` words deny what follows, and with a negator before them they affirm it: "never without tests".

    `affirming` phrases only look like denials, `no_news` are the same behind a name, `unmatched` ones end a denial that praises
    ("nobody knows it better than I"), `standing_in` one of others that oneself made good ("nobody knew it, so I did it"); `parting`
    words stand between two denials that are two. `excepting` phrases take out, `besides` rather add, `tight` ones count directly behind
    `whole` words alone. `absent` is said of a place, `lacked` if no word of `persons` stands before it, a bare "no" if one of `existed`
    stands behind; neither if one of `learnt` does. `remedies` with `remedy_leads` before them are deeds that end such an absence: of
    `it`, `until` oneself came, or by something else. `knowing` words with a negator before them deny a skill that went before, unless
    `lasting` ones say that it was so once. What one is `leaving` to `takers` is theirs, and so is what they do never without, unless they
    are `ours`.
    """

    affirming: Phrases
    no_news: Phrases
    unmatched: Phrases
    standing_in: Phrases
    excepting: Phrases
    besides: Phrases
    tight: Phrases
    absent: Phrases
    lacked: Phrases
    negators: frozenset[str]
    lacking: frozenset[str]
    parting: frozenset[str]
    knows: frozenset[str]
    whole: frozenset[str]
    existed: frozenset[str]
    persons: frozenset[str]
    learnt: frozenset[str]
    remedies: frozenset[str]
    remedy_leads: frozenset[str]
    it: frozenset[str]
    until: frozenset[str]
    oneself: frozenset[str]
    helping: frozenset[str]
    relatives: frozenset[str]
    knowing: frozenset[str]
    lasting: frozenset[str]
    leaving: frozenset[str]
    takers: frozenset[str]
    ours: frozenset[str]
    before_name: frozenset[str]
    first_words: frozenset[str]
    """A line without any of them has no denial that turns."""


def denial_words(words: Mapping[str, Iterable[str]]) -> DenialWords:
    found: dict[str, object] = {
        key: tuple(each.casefold() for each in words.get(key, ())) for key in DenialWords.__struct_fields__
    }
    phrases = {key: by_first([each.casefold() for each in words.get(key, ())]) for key in PHRASES}
    first = {word for each in phrases.values() for word in each}
    first.update(word.casefold() for key in FIRST for word in words.get(key, ()))
    return msgspec.convert({**found, **phrases, "first_words": first}, DenialWords)


def by_first(phrases: Sequence[str]) -> dict[str, list[list[str]]]:
    """The longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.split())):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def found_in(words: Sequence[str], within: range, phrases: Phrases) -> Iterator[range]:
    """Where the phrases stand, the longest at each place."""
    for at in within:
        if words[at] in phrases:
            lengths = (len(each) for each in phrases[words[at]] if tuple(words[at : at + len(each)]) == each)
            if length := next(lengths, 0):
                yield range(at, at + length)


def sentences(words: Sequence[str], inside: Collection[int]) -> Iterator[range]:
    start = 0
    for at, word in enumerate(words):
        if word in SENTENCE_MARKS and at not in inside:
            yield range(start, at)
            start = at + 1
    yield range(start, len(words))


def names_behind(words: Sequence[str], inside: Collection[int], start: int, grammar: DenialWords) -> range:
    """The names that stand soon behind `start`, joined to one another; empty where there are none."""
    soon = range(start, min(len(words), start + BEFORE_NAME + 1))
    first = next((at for at in soon if at in inside or words[at] in grammar.before_name), -1)
    if first not in inside:
        return range(0)
    end = first
    while end in inside or (end < len(words) and words[end] in (*JOINED, "(") and end + 1 in inside):
        end += 1
    return range(first, end)


def names_before(words: Sequence[str], inside: Collection[int], end: int) -> range:
    """The last names that stand before `end` in its sentence, joined to one another; empty where there are none."""
    near = range(end - 1, max(-1, end - FAR), -1)
    last = next((at for at in near if at in inside or words[at] in SENTENCE_MARKS), -1)
    if last not in inside:
        return range(0)
    first = last
    while first in inside or (first > 0 and words[first] in JOINED and first - 1 in inside):
        first -= 1
    return range(first + 1, last + 1)
