"""What a denial comes to in the end: two of them praise, one of what was missing until oneself built it too, an exception turns it round.

"Never merged without a review", "no stranger to C++", "There were no backups; I set them up", "No databases except PostgreSQL"; and what
follows a skill may still deny it: "RabbitMQ, with which I have no experience".
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from skillgap.evidence.denial_words import FAR, DenialWords, Phrases, found_in, names_before, names_behind, sentences

NEAR = 4
"""Words between those that belong together, such as an auxiliary and its verb."""
NOTHING: frozenset[int] = frozenset()


class Denials(Struct, frozen=True):
    """Words of a line, by what its skills there are: none that is denied; in use; none of one's own; nothing said of the writer."""

    affirmed: frozenset[int] = NOTHING
    in_use: frozenset[int] = NOTHING
    denied: frozenset[int] = NOTHING
    unsaid: frozenset[int] = NOTHING


NO_DENIALS = Denials()


def denials_of(words: Sequence[str], inside: Collection[int], grammar: DenialWords) -> Denials:
    """`inside` are the words of all names."""
    if not inside or grammar.first_words.isdisjoint(words):
        return NO_DENIALS
    line = DenialReader(words, inside, grammar)
    spans = list(sentences(words, inside))
    exceptions = [one for span in spans for one in line.exceptions(span)]
    absences = [one for span in spans for one in line.absences(span)]
    added = [names for names, is_taken_out in exceptions if not is_taken_out]
    taken_out = [names for names, is_taken_out in exceptions if is_taken_out]
    affirmed = joined(*(line.praised(span) for span in spans), *(line.known(span) for span in spans), added)
    return Denials(
        affirmed=affirmed,
        in_use=joined((names for names, is_mended in absences if is_mended), *(line.stood_in(span) for span in spans)),
        denied=joined(taken_out, line.denied_afterwards(), line.left_to_others()) - affirmed,
        unsaid=joined(names for names, is_mended in absences if not is_mended),
    )


def joined(*places: Iterable[range]) -> frozenset[int]:
    return frozenset(at for each in places for place in each for at in place)


class DenialReader:
    """One line, read for what turns its denials round."""

    def __init__(self, words: Sequence[str], inside: Collection[int], grammar: DenialWords) -> None:
        self.words, self.inside, self.grammar = words, inside, grammar

    def _names_behind(self, start: int) -> range:
        return names_behind(self.words, self.inside, start, self.grammar)

    def praised(self, span: range) -> Iterator[range]:
        """Two denials in a row, and phrases that only look like one."""
        words, grammar = self.words, self.grammar
        for phrase in found_in(words, span, grammar.affirming):
            yield range(phrase.start, self._reach(phrase.stop, span))
        for phrase in found_in(words, span, grammar.no_news):
            yield names_before(words, self.inside, phrase.start)
        if span and words[span.start] in grammar.negators:
            for phrase in islice(found_in(words, span, grammar.unmatched), 1):
                yield range(span.start, self._reach(phrase.stop, span))
        for at in span:
            if words[at] in grammar.negators and (second := self._second_denial(at, span)):
                yield range(at, second)
                yield self._names_behind(second + 1)
            elif words[at] in grammar.lacking and (names := self._names_behind(at + 1)):
                after = names.stop + (words[names.stop : names.stop + 1] == [","])
                if after in span and words[after] in grammar.negators:
                    yield names

    def _second_denial(self, first: int, span: range) -> int:
        """Where "without" or "that I have not" stands behind a denial of one's own, nothing between that parts them; else 0."""
        grammar = self.grammar
        before = self.words[max(span.start, first - NEAR) : first]
        if not grammar.takers.isdisjoint(before) and grammar.ours.isdisjoint(before):
            return 0
        is_relative = False
        for at in range(first + 1, min(span.stop, first + FAR)):
            word = self.words[at]
            if word in grammar.parting:
                return 0
            if word in grammar.lacking or (is_relative and word in grammar.negators):
                return at
            is_relative |= word in grammar.relatives or word in grammar.oneself
        return 0

    def _reach(self, start: int, span: range) -> int:
        """Where what was affirmed at `start` ends: at the next denial, or a comma that no name follows soon."""
        for at in range(start, span.stop):
            word = self.words[at]
            is_over = word == "," and not any(n in self.inside for n in range(at + 1, at + 1 + NEAR))
            if word in self.grammar.negators or word in self.grammar.lacking or is_over:
                return at
        return span.stop

    def known(self, span: range) -> Iterator[range]:
        """What stands behind "knows", as in "knows IPsec, does not know WireGuard"."""
        for at in span:
            if self.words[at] in self.grammar.knows and at + 1 in self.inside:
                before = self.words[max(span.start, at - NEAR) : at]
                if self.grammar.negators.isdisjoint(before):
                    yield self._names_behind(at + 1)

    def exceptions(self, span: range) -> Iterator[tuple[range, bool]]:
        """The names of each exception, and whether they are taken out of what is one's own or added to it."""
        for phrases in (self.grammar.excepting, self.grammar.besides, self.grammar.tight):
            for phrase in found_in(self.words, span, phrases):
                if names := self._with_means(self._names_behind(phrase.stop)):
                    before = self.words[max(span.start, phrase.start - FAR) : phrase.start]
                    after = self.words[names.stop : min(span.stop, names.stop + FAR)]
                    is_out = self._takes_out(before, phrases) if before else self._opens_taking_out(after, phrases)
                    if is_out is not None:
                        yield names, is_out

    def _with_means(self, names: range) -> range:
        """With what the names are made in: "except the GPU kernels *in CUDA*"."""
        end = names.stop
        is_means = names and self.words[end : end + 1] == ["in"] and end + 1 in self.inside
        return range(names.start, self._names_behind(end + 1).stop) if is_means else names

    def _takes_out(self, before: Sequence[str], phrases: Phrases) -> bool | None:
        """After "all" it does, after "no" it adds; otherwise nothing is certain, and a comma before "but" begins something else."""
        if phrases is self.grammar.tight and before[-1] == ",":
            return None
        if not self.grammar.whole.isdisjoint(before[-NEAR:]):
            return True
        is_denied = not (self.grammar.negators | self.grammar.lacking).isdisjoint(before)
        return False if is_denied and phrases is not self.grammar.tight else None

    def _opens_taking_out(self, after: Sequence[str], phrases: Phrases) -> bool | None:
        """So does "apart from Java, everything was mine"; "apart from Java I write Kotlin" adds, "except for" does before a denial."""
        whole = self.grammar.whole
        if phrases is self.grammar.besides:
            return True if not whole.isdisjoint(after[:2]) else False if whole.isdisjoint(after) else None
        return self.grammar.negators.isdisjoint(after) if phrases is self.grammar.excepting else None

    def absences(self, span: range) -> Iterator[tuple[range, bool]]:
        """What a place had none of, and whether the writer mended that."""
        words, grammar = self.words, self.grammar
        for phrase in found_in(words, span, grammar.absent):
            names = self._names_behind(phrase.stop)
            if names and grammar.learnt.isdisjoint(words[names.stop : names.stop + 2]):
                yield names, self._is_mended(names.stop) or False
        for phrase in found_in(words, span, grammar.lacked):
            names = self._names_behind(phrase.stop)
            behind = words[names.stop : names.stop + 2]
            is_bare = words[phrase.start] in grammar.negators and grammar.existed.isdisjoint(behind[:1])
            is_persons = not grammar.persons.isdisjoint(words[max(0, phrase.start - 2) : phrase.start])
            if names and not is_bare and not is_persons and grammar.learnt.isdisjoint(behind):
                is_mended = self._is_mended(names.stop)
                if is_mended is not None:
                    yield names, is_mended

    def stood_in(self, span: range) -> Iterator[range]:
        """The names in "nobody else could write VHDL, so I did" and "nobody had run Kafka *until I set* it up"."""
        words, grammar = self.words, self.grammar
        if not (span and words[span.start] in grammar.negators):
            return
        for phrase in islice(found_in(words, span, grammar.standing_in), 1):
            yield names_before(words, self.inside, phrase.start)
        for at in span[1:-1]:
            is_by_oneself = words[at] in grammar.oneself and words[at + 1] in grammar.remedies
            if is_by_oneself and words[at - 1] in grammar.until and not grammar.it.isdisjoint(words[at + 2 : at + 4]):
                yield names_before(words, self.inside, at - 1)

    def _is_mended(self, start: int) -> bool | None:
        """Say whether the first deed of one's own behind `start` mended it rather than something else; None where there is no deed."""
        words, grammar = self.words, self.grammar
        for at in range(start + 1, min(len(words), start + FAR)):
            if words[at] in grammar.remedies and words[at - 1] in grammar.remedy_leads:
                is_late = not grammar.until.isdisjoint(words[at - 2 : at])
                return is_late or not grammar.it.isdisjoint(words[at + 1 : at + 3])
        return None

    def denied_afterwards(self) -> Iterator[range]:
        """The names before "which I have never used" and "and I have no experience with either"."""
        words, grammar = self.words, self.grammar
        for at in (at for at, word in enumerate(words) if word in grammar.oneself):
            denying = at + 1 + (not grammar.helping.isdisjoint(words[at + 1 : at + 2]))
            if grammar.negators.isdisjoint(words[denying : denying + 1]):
                continue
            soon = range(denying + 1, min(len(words), denying + 2 + NEAR))
            known = next((n for n in soon if words[n] in grammar.knowing), len(words))
            after = words[known + 1 : known + 1 + NEAR]
            is_next = words[at - 1] in grammar.relatives and not set(range(at - NEAR, at)).isdisjoint(self.inside)
            is_about_it = not grammar.it.isdisjoint(after[:2])
            if known < len(words) and grammar.lasting.isdisjoint(after) and (is_next or is_about_it):
                yield names_before(words, self.inside, at)

    def left_to_others(self) -> Iterator[range]:
        """The names in "left the VPNs to a colleague"."""
        for at in (at for at, word in enumerate(self.words) if word in self.grammar.leaving):
            names = self._names_behind(at + 1)
            after = self.words[names.stop : names.stop + NEAR]
            if names and "to" in after[:2] and not self.grammar.takers.isdisjoint(after):
                yield names
