"""What the model that reads headings of entries sees of an atom: its words, what parts it from its neighbours, where it stands."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.resume.atoms import Atom, Rows, is_seen_firm
from skillgap.resume.features import WORD, rounded
from skillgap.resume.field_scores import FieldScores, is_title_word, last_word, score_field
from skillgap.resume.lexicon import tokens_of
from skillgap.resume.places import is_place, is_town_like
from skillgap.resume.segments import SHARE, SegmentGrammar

MOST_WORDS = 12
LAST_ROW = 3
DIGIT = re.compile(r"\d")


class Weighed(Struct, frozen=True):
    """An atom with what its words say; `margin` is how much more like a title than like an organisation they are.

    `is_self_employed` says that nobody else was the employer, `is_firm` that it ends with a legal form that is no word.
    """

    atom: Atom
    scores: FieldScores
    margin: float
    is_place: bool
    is_employment: bool
    is_self_employed: bool
    is_firm: bool

    @property
    def is_name(self) -> bool:
        return not self.is_place and not self.is_employment


class Around(Struct, frozen=True):
    """What a heading's other atoms are like."""

    margins: tuple[float, ...]
    labels: frozenset[str | None]
    names: int
    dated: tuple[bool, ...]


def weighed(atoms: Sequence[Atom], grammar: SegmentGrammar) -> list[Weighed]:
    return [weigh(atom, grammar) for atom in atoms]


def weigh(atom: Atom, grammar: SegmentGrammar) -> Weighed:
    scores = score_field(atom.text, grammar.fields)
    return Weighed(
        atom,
        scores,
        scores.title - scores.organization,
        is_place(atom.text, grammar.places),
        bool(grammar.employments.match(atom.text)) or SHARE.match(atom.text) is not None,
        grammar.self_employed.fullmatch(atom.text),
        not atom.is_aside and is_seen_firm(atom.text, grammar),
    )


def around(atoms: Sequence[Weighed], rows: Rows) -> Around:
    return Around(
        tuple(sorted(each.margin for each in atoms if not each.is_place)),
        frozenset(each.atom.label for each in atoms),
        sum(each.is_name for each in atoms),
        tuple(bool(dates) for _, dates in rows),
    )


def atom_features(atoms: Sequence[Weighed], number: int, about: Around, grammar: SegmentGrammar) -> list[str]:
    """All features of an atom that don't hang on how the one before it was read."""
    own = atoms[number]
    return [
        *said(own),
        *worded(own, grammar),
        *placed(atoms, number, about),
        *ranked(atoms, number, about),
        *following(atoms, number),
    ]


def said(own: Weighed) -> Iterator[str]:
    """The scores of its words, rounded."""
    scores = own.scores
    both = max(scores.title, scores.organization)
    yield f"best:{likeliest(scores)}"
    yield f"m:{rounded(own.margin, 5)}"
    yield f"t:{rounded(scores.title, 5)}"
    yield f"o:{rounded(scores.organization, 5)}"
    yield f"x:{rounded(scores.other - both, 4)}"
    yield f"d:{rounded(max(scores.study, scores.degree) - both, 3)}"


def worded(own: Weighed, grammar: SegmentGrammar) -> Iterator[str]:
    text, fields = own.atom.text, grammar.fields
    words = [word for word in WORD.findall(text.casefold()) if word[0].isalnum()][:MOST_WORDS]
    tokens = tokens_of(text)
    yield from (f"w:{word}" for word in dict.fromkeys(words))
    if words:
        yield f"f:{words[0]}"
        yield f"l:{words[-1]}"
    yield f"n:{min(len(words), LAST_ROW * 2)}"
    flags = {
        "place": own.is_place,
        "town": not own.is_place and is_town_like(text, grammar.places),
        "employment": own.is_employment,
        "employed": grammar.employed.search(text, tokens),
        "legal": fields.legal_forms.ends(text, tokens),
        "department": fields.departments.search(text, tokens),
        "employer": fields.organizations.search(text, tokens),
        "post": fields.titles.search(text, tokens),
        "role": grammar.project_roles.fullmatch(text),
        "noun": is_title_word(last_word(text), fields),
        "caps": text.isupper(),
        "small": text[0].islower(),
        "figure": DIGIT.search(text) is not None,
    }
    yield from (name for name, is_so in flags.items() if is_so)


def placed(atoms: Sequence[Weighed], number: int, about: Around) -> Iterator[str]:
    """Its row, its joints, and where the date stands."""
    atom = atoms[number].atom
    after = atoms[number + 1].atom if number + 1 < len(atoms) else None
    behind = after.joint if after is not None and after.row == atom.row else "end"
    row = min(atom.row, LAST_ROW)
    yield f"j:{atom.joint}"
    yield f"k:{behind}"
    yield f"jk:{atom.joint} {behind}"
    yield f"r:{row}/{min(len(about.dated), LAST_ROW + 1)}"
    if atom.is_aside:
        yield "aside"
    if atom.label:
        yield f"label:{atom.label}"
    if number == 0:
        yield "first"
    if number == 0 or atoms[number - 1].atom.row != atom.row:
        yield f"begins:{row}"
    yield f"date:{'before' if atom.is_after_date else about.dated[atom.row]}"
    if True in about.dated:
        yield f"from date:{max(-2, min(2, atom.row - about.dated.index(True)))}"


def ranked(atoms: Sequence[Weighed], number: int, about: Around) -> Iterator[str]:
    """How it compares with the heading's other atoms."""
    own = atoms[number]
    if not own.is_place:
        yield f"below most title:{rounded(about.margins[-1] - own.margin, 5)}"
        yield f"above most employer:{rounded(own.margin - about.margins[0], 5)}"
    yield "alone" if about.names - own.is_name == 0 else "among"
    later = [each.margin for each in atoms[number + 1 :] if each.is_name]
    yield f"later title:{rounded(max(later), 4)}" if later else "last"
    yield f"later employer:{rounded(min(later), 4)}" if later else "last name"
    yield from (f"labelled:{label}" for label in ("title", "organization") if label in about.labels)


def following(atoms: Sequence[Weighed], number: int) -> Iterator[str]:
    """What it is behind its neighbour in the row."""
    own, before = atoms[number], atoms[number - 1] if number else None
    if before is not None and before.atom.row == own.atom.row:
        joint, half = own.atom.joint, rounded(own.margin / 2, 2)
        yield f"b:{rounded(before.margin, 4)}"
        yield f"bm:{rounded(before.margin / 2, 2)} {half}"
        yield f"jm:{joint} {half}"
        yield f"jb:{joint} {likeliest(own.scores)}"


def habit_features(habits: Sequence[str], own: Weighed, number: int) -> Iterator[str]:
    """How the section's other headings are set, with where this atom stands and what it is like."""
    where = "first" if number == 0 else f"{min(own.atom.row, LAST_ROW)}{own.atom.joint}"
    for habit in habits:
        yield f"h:{habit}"
        yield f"h:{habit} {where}"
        yield f"h:{habit} {rounded(own.margin / 2, 2)}"


def link_features(before: str, seen: str, own: Weighed) -> tuple[str, ...]:
    """What hangs on how the atoms before it were read."""
    joint = own.atom.joint
    return (
        f"p:{before}",
        f"p:{before} {joint}",
        f"s:{seen}",
        f"ps:{before} {seen}",
        f"pb:{before} {joint} {likeliest(own.scores)}",
    )


def likeliest(scores: FieldScores) -> str:
    return max(FieldScores.__struct_fields__, key=lambda name: getattr(scores, name))
