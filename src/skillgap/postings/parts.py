"""What the words of a heading, a label or a mark make of what stands under, behind or before them."""

import re
from collections.abc import Sequence
from itertools import dropwhile
from operator import itemgetter

from skillgap.postings.grammar import PostingGrammar
from skillgap.resume.heading_words import normal
from skillgap.taxonomy.words import PostingCue, PostingPart

SIGN = re.compile(r"^\s*(?:[>·#~☐✅☑☆★✘✗✖✕–—-]+|[A-Z]?\d{1,2}[.):]?(?=\s{2}|[.):]?\s+[A-Z]))\s+(?=\S)")
NO_HEADING = re.compile(r"[@|•·$€£]|://|\s[–—-]\s.*\d")
SENTENCE = re.compile(r"[.!?]\s+")
LABEL = re.compile(r"^(?:[^:]{1,80}\s[·•|]\s+)?([^:·•|]{2,48}):\s+(?=\S)")
"""At the beginning of a line, or of its last part: "Full-time · Skills: Linux"."""
RUN_IN = re.compile(r"([A-Z][^.:!?]{1,30})\.\s+(?=\S)")
"""Words before a paragraph that are a heading of their own: "You. C is what you dream in."."""
MARK = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]:?\s+(?=\S)")
"""What stands before an item says how much it is wanted: "(nice) Rust"."""
TAIL = re.compile(r"(?<=\w)(?:\s*[(\[]([^()\[\]]{2,30})[)\]]|\s[–—-]\s([^–—-]{2,30}))[.;\s]*$")
"""What stands behind one does, too: "Rust (nice)", "Rust – optional"; of several, only clauses tell which it speaks of."""
HALVES = re.compile(r"\s/\s")
"""Of a heading in two languages: "Aufgaben / Tasks"."""
ELLIPSES, STOPS = ("...", "…"), str.maketrans("", "", ",:.…")
MOST_WORDS, SHORT = 12, 2
NONE = (0, None)
BY_CUE = {
    PostingCue.SOFTENS_AHEAD: PostingPart.PREFERRED,
    PostingCue.SOFTENS_BEHIND: PostingPart.PREFERRED,
    PostingCue.INSISTS: PostingPart.REQUIRED,
    PostingCue.ASKS: PostingPart.REQUIRED,
    PostingCue.DUTY: PostingPart.DUTIES,
    PostingCue.SETTING: PostingPart.SETTING,
    PostingCue.WAIVES_AHEAD: PostingPart.WAIVED,
    PostingCue.WAIVES_BEHIND: PostingPart.WAIVED,
}
ASKED = {PostingPart.REQUIRED, PostingPart.PREFERRED}
SOFTENED = {PostingPart.REQUIRED, PostingPart.WAIVED}
SOFTENS = {PostingCue.SOFTENS_AHEAD, PostingCue.SOFTENS_BEHIND}
QUESTION = re.compile(r"(?:what|who)\b")


def part_of(text: str, grammar: PostingGrammar) -> PostingPart | None:
    """What a heading's words name: the longest known heading among them, one word alone only at the beginning; else its cues.

    Words that soften count more than the rest: "Desirable skills and experience", "You don't need all of these, but some would be nice".
    """
    if NO_HEADING.search(text):
        return None
    halves = [normal(half).translate(STOPS).split() for half in HALVES.split(SENTENCE.split(text)[-1])]
    kinds = [kind for kind, *_ in grammar.cues_in(text)]
    known = (longest_known(words, grammar) for half in halves for words in (half, grammar.without_degrees(half)))
    part = grammar.alone.get(" ".join(halves[0])) or max(filter(None, known), key=itemgetter(0), default=NONE)[1]
    part = part or next((BY_CUE[kind] for kind in kinds if kind in BY_CUE), None)
    is_softened = not SOFTENS.isdisjoint(kinds) and PostingCue.INSISTS not in kinds
    return PostingPart.PREFERRED if part in SOFTENED and is_softened else part


def longest_known(words: Sequence[str], grammar: PostingGrammar) -> tuple[int, PostingPart] | None:
    """How many words it has, and what it says."""
    for length in range(min(len(words), MOST_WORDS), 0, -1):
        for start in range(len(words) - length + 1 if length > 1 else 1):
            part = grammar.headings.get(" ".join(words[start : start + length]))
            if part is not None:
                return length, part
    return offered(words, grammar)


def offered(words: Sequence[str], grammar: PostingGrammar) -> tuple[int, PostingPart] | None:
    """What "Our perks" and "All the benefits" head; of what else words name, "our" and "the" say nothing: "Our profile"."""
    rest = list(dropwhile(grammar.heading_leads.__contains__, words))
    is_offer = 0 < len(rest) <= SHORT and len(rest) < len(words) and grammar.headings.get(rest[0]) is PostingPart.ABOUT
    return (1, PostingPart.ABOUT) if is_offer else None


def labelled(text: str, part: PostingPart, grammar: PostingGrammar) -> tuple[PostingPart | None, int]:
    """What a label or a mark before a line makes of it, and where the line begins behind that, or behind its sign."""
    sign = SIGN.match(text)
    start = sign.end() if sign else 0
    if (mark := MARK.match(text, start)) and (marked := marked_part(mark[1], grammar)):
        return marked, mark.end()
    if "," not in text and (tail := TAIL.search(text, start)) and (marked := marked_part(tail[1] or tail[2], grammar)):
        return marked, start
    behind = mark.end() if mark else 0
    label = LABEL.match(text[behind:])
    if not label and (run_in := RUN_IN.match(text, start)) and (told := grammar.headings.get(normal(run_in[1]))):
        return told, run_in.end()
    own = labelled_part(label[1], part, grammar) if label else None
    return own, behind + label.end() if label and own and own is not PostingPart.ABOUT else start


def marked_part(mark: str, grammar: PostingGrammar) -> PostingPart | None:
    """Of "(nice)", "[not essential]" and "(meritorious)"."""
    words = " ".join(grammar.without_degrees(normal(mark).replace(",", "").split()))
    kind = grammar.cues.get(words)
    part = grammar.alone.get(words) or grammar.headings.get(words) or (BY_CUE.get(kind) if kind else None)
    return part if part in ASKED else None


def labelled_part(label: str, part: PostingPart, grammar: PostingGrammar) -> PostingPart | None:
    """What a label makes of its line; among what is asked for, "Tools:" goes on with it."""
    words = normal(label)
    if part in ASKED and words in grammar.topics:
        return part
    known = grammar.headings.get(words) or grammar.alone.get(words)
    told = known or part_of(label, grammar)
    return told if known or told is PostingPart.PREFERRED or QUESTION.match(words) else None
