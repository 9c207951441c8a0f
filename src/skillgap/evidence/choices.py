"""Names of which a line tells no practice: what was weighed and not chosen ("picked NATS over Kafka"), and what was asked of applicants.

The patterns are made of the words of the taxonomy. They are looked for in the line's words with one space between two, and each name
between signs that no word holds.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from skillgap.resume.patterns import alternatives

Place = tuple[int, int]
LEADING = ("choosing", "weighing", "hiring", "calling", "instead")
BEGIN, END = "\t", "\n"
NAME = f"{BEGIN}[^{END}]+{END}"
NAME_PATTERN = re.compile(NAME)
WORD = r"(?!(?:not|no) )[^\W\d_]\S* "
PASSIVE = rf"(?:is|was|were|been) (?:{WORD})?"
UNDENIED = r"(?<!not )(?<!never )\b"
AND = "(?: ,| and| or| /| &){1,2} (?:the |a |an )?"
AFTER_WEIGHED = r"(?= [,.;:()–—]| (?:but|and|then|for|in|as|at|on|by|before|after|when|was|were)\b|\Z)"


class ChoicePatterns(Struct, frozen=True):
    """Each has the names that it is about in its first group; what is `chosen_own` has no name.

    A line without any of `first_words` fits none of them.
    """

    first_words: frozenset[str]
    turned_down: re.Pattern[str]
    weighed: re.Pattern[str]
    weighed_behind: re.Pattern[str]
    chosen: re.Pattern[str]
    chosen_behind: re.Pattern[str]
    chosen_own: re.Pattern[str]
    asked: re.Pattern[str]
    instead: re.Pattern[str]


def choice_patterns(words: Mapping[str, Iterable[str]]) -> ChoicePatterns:
    """`weighing` says what was looked at, `choosing` what was taken of it: perhaps something of one's `own`.

    `over` stands before what was not taken, `against` between two that are weighed; `carriers` are what other things go over. Who is
    `hiring` writes or reads `applications`, `asking` for skills; who is `calling` for people does so at once.
    `instead` stands before what was not taken, whatever was done.
    """

    def one_of(key: str) -> str:
        return f"(?:{alternatives(words.get(key, ()))})"

    choosing, weighing, over, own = one_of("choosing"), one_of("weighing"), one_of("over"), one_of("own")
    asking = rf"{one_of('hiring')} (?:\S+ ){{0,2}}?{BEGIN}?{one_of('applications')}{END}? (?:{WORD})?{one_of('asking')}"
    names = rf"{NAME}(?:{AND}{NAME})*"
    taken = rf"(?:(?:{WORD}){{0,2}}{NAME} (?:{WORD})?|(?:(?!\S+ed ){WORD}){{0,3}})"
    beside = rf"(?:{AND}| {one_of('against')} (?:{WORD})?)"
    phrases = (phrase for key in LEADING for phrase in words.get(key, ()))
    return ChoicePatterns(
        first_words=frozenset(phrase.split()[0] for phrase in phrases),
        turned_down=re.compile(
            rf"\b{choosing} {taken}{over} (?:{WORD}){{0,2}}(?!{BEGIN}{one_of('carriers')}\b)({names})"
        ),
        weighed=re.compile(rf"\b{weighing} (?:{WORD})?({NAME}(?:{beside}{NAME})*){AFTER_WEIGHED}"),
        weighed_behind=re.compile(rf"({names}) {PASSIVE}{weighing}\b"),
        chosen=re.compile(rf"{UNDENIED}{choosing} (?:{WORD}){{0,3}}({names})"),
        chosen_behind=re.compile(rf"({names}) (?:{PASSIVE}{choosing}\b|(?:{PASSIVE})?used instead\b)"),
        chosen_own=re.compile(rf"{UNDENIED}{choosing} (?:{WORD}){{0,2}}{own}\b"),
        instead=re.compile(rf"\b{one_of('instead')} (?:{WORD}){{0,2}}({names})"),
        asked=re.compile(rf"\b(?:{one_of('calling')}|{asking}) (?:{WORD}){{0,2}}({names})"),
    )


class MarkedLine:
    """The words of a line with its names marked; of names within one another the longest."""

    def __init__(self, words: Sequence[str], places: Sequence[Place]) -> None:
        self.text = ""
        self._places: dict[int, Place] = {}
        at = 0
        for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
            if at <= start < end:
                self.text += "".join(f"{word} " for word in words[at:start])
                self._places[len(self.text)] = start, end
                self.text += f"{BEGIN}{' '.join(words[start:end])}{END} "
                at = end
        self.text = f"{self.text}{' '.join(words[at:])}".removesuffix(" ")

    def names(self, *patterns: re.Pattern[str]) -> dict[Place, str]:
        """Where the names stand that one of the patterns is about, with their words."""
        return {
            self._places[name.start()]: name[0]
            for pattern in patterns
            for match in pattern.finditer(self.text)
            for name in NAME_PATTERN.finditer(self.text, *match.span(1))
        }


class Choices(Struct, frozen=True):
    """The names that applicants were `asked` for, those turned down for something else in the line, and what was chosen over them.

    `passed_over` are those turned down and those instead of which something else was done: that says nothing of what the writer knows.
    """

    asked: Collection[Place] = ()
    turned_down: Collection[Place] = ()
    chosen: Collection[Place] = ()
    passed_over: Collection[Place] = ()


NO_CHOICES = Choices()


def choices_in(words: Sequence[str], places: Sequence[Place], patterns: ChoicePatterns) -> Choices:
    if patterns.first_words.isdisjoint(words):
        return NO_CHOICES
    line = MarkedLine(words, places)
    chosen = line.names(patterns.chosen, patterns.chosen_behind)
    is_decided = chosen or patterns.chosen_own.search(line.text)
    weighed = line.names(patterns.weighed, patterns.weighed_behind) if is_decided else {}
    left = {place for place, name in weighed.items() if name not in chosen.values()}
    turned_down = left | line.names(patterns.turned_down).keys()
    return Choices(
        asked=line.names(patterns.asked).keys(),
        turned_down=turned_down,
        chosen=chosen.keys() - turned_down if turned_down else (),
        passed_over=turned_down | line.names(patterns.instead).keys(),
    )
