"""The rows of an entry's heading cut at everything that may separate two fields; which cuts do is decided by what they part."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import msgspec
from msgspec import Struct

from skillgap.resume.dates import FoundDates
from skillgap.resume.details import emails_and_links
from skillgap.resume.lexicon import capitals_of
from skillgap.resume.places import is_place, is_town
from skillgap.resume.segments import COUNTED, EDGE, FIGURE, SegmentGrammar

Rows = Sequence[tuple[str, Sequence[FoundDates]]]
GONE = "\0"
"""Stands for each letter of a date, an address or a number in front."""
JOINT = re.compile(
    r"(?P<date>[\s,;:|·•–—(\[-]*\0[\0\s,;:|·•–—)\]~-]*)"
    r"|(?P<pipe>\s+(?://+|::)\s+|\s*(?:\s\.){3,}\s*|\s+[|·•●▪◆∙⋅‧∣■>»→]\s*|\s*[|·•●▪◆∙⋅‧∣]\s+|\s+[^\w\s.,;:/&+#@()\[\]'’\"“”*%\0–—-]\s+)"
    r"|(?P<dash>\s+[–—]\s*|\s+-{1,2}\s+|\s*[–—]\s+|(?<=\w)—(?=\w))"
    r"|(?P<tab>\s*\t\s*|\s{3,})"
    r"|(?P<semicolon>;\s)"
    r"|(?P<slash>\s+/+\s+)"
    r"|(?P<colon>\s*(?::|\.{3,}:?)(?:\s+|$))"
    r"|(?P<stop>(?<=[\w)])\.(?!\s*\t|\s{3})\s+(?=[A-ZÀ-Þ\d\0]|$))"
    r"|(?P<tight>(?<=[\w.)])-(?=[A-ZÀ-Þ]))"
    r"|(?P<open>\s*[(\[])|(?P<close>[)\]]\s*)"
    r"|(?P<comma>,\s*)"
)
INITIALS = re.compile(r"(?:^|[\s.(\x22“«„])(?:[^\W\d_]|[A-Z][a-z])$")
"""Letters before a full stop that ends no sentence: "St.", "J. P."."""
PARTNERS = re.compile(r"(?:[^\W\d_]\S*\s+){0,2}(?:&|and|und|y|et|i|e)\s+[^\W\d_a-z]")
GONE_ON = re.compile(r"[\0|;\t]|\s{3}|\s[–—-]\s")
LABEL_END = re.compile(r"\s*(?::|\.{3})")
"""A colon, or the dots that lead to the value: "Position..... Geologist"."""
TOWN_BEFORE, TOWN_BEHIND = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
CLOSING = re.compile(r"[)\]]")
BEHIND_ASIDE = re.compile(r"\t|\s{3}|\s*(?:$|[,;:|–—\0/·•@-]|\.(?!\w)|\s\()")
"""Brackets in front of anything else are within a name: "Beverages (Pty) Ltd"."""
LEADING = re.compile(rf"^(?:[{re.escape(EDGE)}]|\.\s)+")
NUMBER = re.compile(r"\W*\d{1,2}(?:[.)]|(?:\.\d{1,2})+[.)]?)\s+(?=[^\W\d])")
"""The number of an entry in a list."""
NEXT = re.compile(r"[,\0|;\t]|\s{3}|\s[–—•·●▪◆∙-]\s|\s\(")
CAPITAL = re.compile(r"\.?(?P<gap>\s+)(?=[^\W\d_a-zß-öø-ÿ])")
LEAST_CAPITALS, LEAST_LETTERS = 2, 3
"""Of a legal form that no full stop sets off: "LLC", "GmbH"."""
SIGNS = ("@", " via")
OPAQUE = {"at", "word", "colon", "dash", "slash"}
"""What separates nothing within brackets."""


class Atom(Struct, frozen=True):
    """What stands between two joints: `row[start:end]`; `joint` names the kind of the one before it.

    `label` is the field that a label in front of it names; `is_parted` says that it stands behind "@" or "via",
    which no field goes across.
    """

    row: int
    start: int
    end: int
    text: str
    joint: str
    is_aside: bool = False
    is_after_date: bool = False
    label: str | None = None
    is_parted: bool = False


def atoms_of(rows: Rows, grammar: SegmentGrammar) -> list[Atom]:
    """All atoms of a heading in their order, without labels of fields."""
    return [
        atom
        for number, (text, found) in enumerate(rows)
        for atom in without_labels(text, list(atoms_in(number, text, masked(text, found, grammar), grammar)), grammar)
    ]


def masked(text: str, found: Sequence[FoundDates], grammar: SegmentGrammar) -> str:
    """The row with what is no field blanked out, each letter in its place."""
    spans = valueless_spans(text, found, grammar)
    if FIGURE.search(text):
        spans += [match.span() for match in grammar.dates.durations.finditer(text)]
        spans += [match.span() for match in grammar.hours.finditer(text)]
    hidden = blanked(text, spans)
    at_start = grammar.at_start.match(text) if text[:1].islower() or text.startswith("@") else None
    hidden = blanked(hidden, [at_start.span()]) if at_start else hidden
    hidden = blanked(hidden, [match.span() for match in grammar.serving.finditer(hidden)])
    return blanked(hidden, [match.span() for match in grammar.at_first.finditer(hidden)] if GONE in hidden else [])


def valueless_spans(text: str, found: Sequence[FoundDates], grammar: SegmentGrammar) -> list[tuple[int, int]]:
    """Where dates, addresses and the number of an entry in a list stand."""
    spans = [(each.start, each.end) for each in found]
    spans += [(each.start, each.end) for each in emails_and_links(text)]
    if found:
        spans += [match.span() for match in grammar.dates.expected.finditer(text)]
    number = NUMBER.match(text)
    return [*spans, *([number.span()] if number else [])]


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + GONE * (end - start) + text[end:]
    return text


def atoms_in(number: int, text: str, hidden: str, grammar: SegmentGrammar) -> Iterator[Atom]:
    position, joint, is_aside, is_after_date = 0, "row", False, False
    for kind, start, end in (*joints(hidden, grammar), ("end", len(hidden), len(hidden))):
        if start < position and kind == "at" and end > position:
            position, joint = end, kind  # ", at Foo": the comma took the space
        if start < position or (is_aside and kind in OPAQUE) or (kind == "close" and not is_aside):
            continue
        atom = atom_between(number, text, position, start)
        if atom is not None:
            is_parted = joint in {"at", "word"} and text[: atom.start].rstrip().casefold().endswith(SIGNS)
            yield msgspec.structs.replace(
                atom, joint=joint, is_aside=is_aside, is_after_date=is_after_date, is_parted=is_parted
            )
        joint = kind if atom is not None or joint != "date" or kind in {"open", "close"} else joint
        is_after_date = is_after_date or kind == "date"
        is_aside = kind == "open" or (is_aside and kind not in {"close", "date"})
        position = end


def joints(hidden: str, grammar: SegmentGrammar) -> list[tuple[str, int, int]]:
    """Kind, start and end of whatever may separate, from left to right."""
    found = [("at", *match.span()) for match in grammar.at.finditer(hidden) if not is_in_town(hidden, match, grammar)]
    found += [("word", *match.span()) for match in grammar.joints.finditer(hidden)]
    found += [*behind_legal_forms(hidden, grammar), *as_joints(hidden, grammar)]
    if hidden.count(":") > 1:
        found += [("tab", *match.span()) for match in grammar.next_label.finditer(hidden)]
    role = grammar.role_joints.match(hidden)
    found += [("word", *role.span("joint"))] if role else []
    guarded = 0
    for match in JOINT.finditer(hidden):
        kind = str(match.lastgroup)
        if kind == "open" and not is_aside_at(hidden, match.end()):
            closing = CLOSING.search(hidden, match.end())
            guarded = closing.end() if closing else guarded
        elif match.start() >= guarded and is_joint(kind, hidden, match, grammar):
            found.append((kind, *match.span()))
    return sorted(found, key=lambda joint: (joint[1], -joint[2]))


def is_in_town(hidden: str, match: re.Match[str], grammar: SegmentGrammar) -> bool:
    """Say whether the word is a part of a town's name: "Frankfurt am Main"."""
    before, after = TOWN_BEFORE.search(hidden[: match.start()]), TOWN_BEHIND.match(hidden, match.end())
    return (
        before is not None
        and after is not None
        and is_town(f"{before[0]}{match[0]}{after[0]}".casefold(), grammar.places)
    )


def is_aside_at(hidden: str, start: int) -> bool:
    """Say whether the bracket that opens before `start` closes where a field may end; how long something took may have blanked its end."""
    closing = CLOSING.search(hidden, start)
    if closing is None:
        return GONE in hidden[start:]
    return BEHIND_ASIDE.match(hidden, closing.end()) is not None


def is_joint(kind: str, hidden: str, match: re.Match[str], grammar: SegmentGrammar) -> bool:
    """Say whether a mark parts anything: no comma within a firm's name, no full stop of an abbreviation."""
    before, rest = hidden[: match.start()], hidden[match.end() :]
    if kind == "comma":
        return not is_in_name(before, NEXT.split(rest, maxsplit=1)[0].strip(), grammar)
    if kind == "tight":
        return is_place(GONE_ON.split(rest, maxsplit=1)[0].strip(), grammar.places)
    if kind == "stop":
        word = before.rpartition(" ")[2].casefold()
        is_form = grammar.fields.legal_forms.fullmatch(NEXT.split(rest, maxsplit=1)[0].strip())
        is_abbreviated = word in grammar.abbreviations or grammar.fields.legal_forms.fullmatch(word)
        return INITIALS.search(before) is None and not is_abbreviated and not is_form
    return True


def is_in_name(before: str, rest: str, grammar: SegmentGrammar) -> bool:
    """Say whether a comma stands before a legal form or within a firm of partners: "Obras do Norte, Lda.", "Quon, Lee & Stroud"."""
    form = grammar.fields.legal_forms.match(rest)
    if form is not None and (not rest[form[1] :].strip(" .") or is_set_off(rest, form)):
        return True
    name = JOINT.split(before)[-1] if JOINT.search(before) else before
    is_single = len(name.split()) == 1 and not grammar.fields.titles.search(name)
    return is_single and PARTNERS.match(rest) is not None


def is_set_off(text: str, form: tuple[int, int]) -> bool:
    """Say whether a legal form is seen to be one, and no word, with a title or a place behind it: "Ltd. Engineer", "LLC-Leeds"."""
    printed = text[form[0] : form[1] + 1].rstrip()
    return printed.endswith(".") or (len(printed) > LEAST_LETTERS and capitals_of(printed) >= LEAST_CAPITALS)


def is_seen_firm(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether the text ends with a legal form that is no word: "Sado, Lda.", but not "Support Company"."""
    forms = grammar.fields.legal_forms
    return forms.ends(text) and any(
        not text[form[1] :].strip(" .") and is_set_off(text, form) for form in forms.find(text)
    )


def behind_legal_forms(hidden: str, grammar: SegmentGrammar) -> Iterator[tuple[str, int, int]]:
    """Where nothing but a space stands between a firm and the post there: "Jiutai Server Technology Inc. Firmware Manager"."""
    for form in grammar.fields.legal_forms.find(hidden):
        gap = CAPITAL.match(hidden, form[1])
        if gap is not None and form[0] > 0 and is_set_off(hidden, form):
            rest = NEXT.split(hidden[gap.end() :], maxsplit=1)[0]
            if grammar.fields.titles.search(rest) and not grammar.fields.legal_forms.match(rest):
                yield "word", *gap.span("gap")


def as_joints(hidden: str, grammar: SegmentGrammar) -> Iterator[tuple[str, int, int]]:
    """The "as" of "with Foo Ltd., Pune as Senior Engineer": behind an employer, and before a post."""
    for found in grammar.as_joint.finditer(hidden):
        before, rest = hidden[: found.start()], NEXT.split(hidden[found.end() :], maxsplit=1)[0]
        is_employer = (
            GONE in before or "," in before or grammar.at.search(before) or grammar.fields.legal_forms.ends(before)
        )
        if is_employer and grammar.fields.titles.search(rest):
            yield "word", *found.span()


def atom_between(number: int, text: str, start: int, end: int) -> Atom | None:
    own = text[start:end]
    begin = start + len(own) - len(LEADING.sub("", own))
    bare = text[begin:end].rstrip(EDGE)
    return Atom(number, begin, begin + len(bare), bare, "") if bare.strip(".") else None


def without_labels(text: str, atoms: Sequence[Atom], grammar: SegmentGrammar) -> Iterator[Atom]:
    """Drop the labels; what stands behind one in its row is of its field."""
    label: str | None = None
    for atom, following in zip_longest(atoms, atoms[1:]):
        named = grammar.labels.get(" ".join(COUNTED.sub("", atom.text).casefold().split()))
        is_label = LABEL_END.match(text, atom.end) or (following is not None and following.joint == "tab")
        if named is not None and is_label:
            label = named
        else:
            yield msgspec.structs.replace(atom, label=label)
            label = None
