"""Readings of marks and of lines: what may follow what, how whole readings are learnt, how a section is cut."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.documents.reading import document_of_text
from skillgap.evaluation.gold_resumes import plain_text
from skillgap.resume.atoms import atoms_of
from skillgap.resume.dates import find_dates
from skillgap.resume.entry_cuts import MOST_ROWS, beginnings, cut_of
from skillgap.resume.line_roles import is_possible
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.roles import EMPLOYER, OUTSIDE
from skillgap.resume.section_sequence import NEVER, Edge, step
from skillgap.resume.section_steps import KINDS
from skillgap.resume.tagging import Reading, Tagger, best_reading, fields_follow, most_of_others
from skillgap.resume.types import SectionKind
from skillgap.trained import SCALE, LinearModel
from skillgap.training.entries import completed, gold_roles
from skillgap.training.linear import Recipe
from skillgap.training.sequences import MarkedUnits, refine, train_sequences

MARKS = ("O", "T", "X", "o", "t")
WORTH = st.integers(-5, 5).map(lambda value: value * SCALE)


def tagger_of(weights: dict[str, tuple[int, ...]]) -> Tagger:
    return Tagger(LinearModel(MARKS, (0,) * len(MARKS), weights))


@given(st.lists(st.lists(WORTH, min_size=5, max_size=5), min_size=1, max_size=8), st.data())
def test_each_field_is_read_once_and_in_one_piece(worths: list[list[int]], data: st.DataObject) -> None:
    parts = [True, *data.draw(st.lists(st.booleans(), min_size=len(worths) - 1, max_size=len(worths) - 1))]
    weights = {str(n): tuple(each for pair in enumerate(own) for each in pair) for n, own in enumerate(worths)}
    tagger = tagger_of(weights)
    rows = [tagger.sum(tagger.bias, [str(n)]) for n in range(len(worths))]
    marks = best_reading(rows, Reading(), tagger.linked(lambda _n, _r: ()), fields_follow(parts), tagger)
    assert len(marks) == len(worths)
    for field in "TO":
        assert marks.count(field) <= 1
    for before, mark, is_parted in zip("^" + marks, marks, parts, strict=False):
        assert mark.isupper() or (not is_parted and before.upper() == mark.upper())


def test_the_reading_worth_most_as_a_whole_wins() -> None:
    """The first unit alone is rather a title; but then the second could be none."""
    tagger = tagger_of({"0": (1, 3 * SCALE, 0, 2 * SCALE), "1": (1, 9 * SCALE)})
    rows = [tagger.sum(tagger.bias, [name]) for name in ("0", "1")]
    assert best_reading(rows, Reading(), tagger.linked(lambda _n, _r: ()), fields_follow([True, True]), tagger) == "OT"


def test_a_feature_never_seen_says_nothing() -> None:
    tagger = tagger_of({"known": (0, SCALE)})
    assert tagger.sum(tagger.bias, ["known", "unknown"]) == tagger.sum(tagger.bias, ["known"])


def units(features: list[list[str]], marks: str) -> MarkedUnits:
    return MarkedUnits(
        origin="one",
        features=features,
        marks=marks,
        start=Reading(),
        link=lambda _number, reading: [f"before:{reading.last[-1:]}"],
        follow=fields_follow([True] * len(marks)),
    )


SEQUENCES = [units([["a"], ["b"]], "TO"), units([["b"], ["c"]], "OX"), units([["a"], ["c"]], "TX")] * 3


def test_whole_readings_are_learnt_and_the_same_each_time() -> None:
    model = train_sequences(SEQUENCES, Recipe(lightest=1))
    assert model == train_sequences(SEQUENCES, Recipe(lightest=1))
    tagger = Tagger(model)
    for own in SEQUENCES:
        rows = [tagger.sum(tagger.bias, features) for features in own.features]
        assert best_reading(rows, own.start, tagger.linked(own.link), own.follow, tagger) == own.marks


def test_what_is_read_rightly_is_not_changed() -> None:
    weights = {"a": (1, 900), "b": (0, 900), "c": (2, 900)}
    model = LinearModel(MARKS, (0,) * len(MARKS), weights)
    assert refine(model, SEQUENCES, 1).weights == weights


@given(st.lists(st.sampled_from("abc"), max_size=8), st.sampled_from("abcd"))
def test_what_others_do_leaves_out_ones_own_habit(habits: list[str], own: str) -> None:
    rest = list(habits)
    if own in rest:
        rest.remove(own)
    expected = min(rest, key=lambda habit: (-rest.count(habit), habit)) if rest else None
    assert most_of_others(Counter(habits), own) == expected


@pytest.mark.parametrize(
    ("roles", "starts"), [("SHBSB", [0, 3]), ("ASBS", [0, 3]), ("-AHBSAAS", [1, 5]), ("---", []), ("", [])]
)
def test_the_first_post_below_an_employers_line_begins_with_that_line(roles: str, starts: list[int]) -> None:
    assert beginnings(roles) == starts


@given(st.text(alphabet="SHBA-", max_size=12))
def test_nothing_is_outside_once_an_entry_has_begun(roles: str) -> None:
    read = ""
    for role in roles:
        read += role if is_possible(role, read) else ""
    assert OUTSIDE not in read.lstrip(OUTSIDE)
    assert read.lstrip(OUTSIDE)[:1] in {"", "S", EMPLOYER}


@pytest.mark.parametrize(
    ("marked", "meant"),
    [("--SHB-", "--SHBB"), ("-HB", "-SB"), ("", ""), ("S--SH", "SBBSH")],
)
def test_lines_that_are_marked_as_nothing_belong_to_the_entry_above(marked: str, meant: str) -> None:
    assert completed(marked) == meant


SOURCE = """% id: one
{name: Ana Silva}
## experience: Work
Obras do Norte, Lda.
###
= organization: Obras do Norte, Lda.
{title: Site Engineer} >> {dates: 2017 – 2020 => 2017/2020}
- Ran three sites at a time.
###
= organization: Obras do Norte, Lda.
{title: Trainee} >> {dates: 2014 => 2014}
"""


def test_lines_get_the_roles_that_their_author_marked(tmp_path: Path, grammar: ResumeGrammar) -> None:
    """An employer's line without dates above several posts is the first line of the first one."""
    source = tmp_path / "one.txt"
    source.write_text(SOURCE, "utf-8")
    document = document_of_text(plain_text(source), name="one.txt")
    lines = parse_resume(document, grammar).resume.lines
    roles = gold_roles(source, document, lines, grammar)
    told = {lines[n].text.split("   ")[0]: role for n, role in roles.items()}
    assert told == {
        "Obras do Norte, Lda.": "S",
        "Site Engineer": "H",
        "Ran three sites at a time.": "B",
        "Trainee": "S",
    }


def test_an_employers_own_dates_are_not_the_posts(grammar: ResumeGrammar) -> None:
    texts = ("Obras do Norte, 2010 – 2020", "Site Engineer, 2017 – 2020", "Ran three sites.")
    rows = [(text, find_dates(text, grammar.dates)) for text in texts]
    cut = cut_of(range(3), rows, "ASB", SectionKind.EXPERIENCE, grammar.entries)
    assert [bool(found) for _, found in cut.rows] == [False, True]
    assert "2010" not in cut.rows[0][0]
    assert cut.head_count == 2
    alone = cut_of(range(1), rows, "A", SectionKind.EXPERIENCE, grammar.entries)
    assert alone.rows[0][1]


def test_a_heading_has_an_end(grammar: ResumeGrammar) -> None:
    rows = [("Leeds", ())] * (2 * MOST_ROWS)
    cut = cut_of(range(len(rows)), rows, "S" + "H" * (len(rows) - 1), SectionKind.EXPERIENCE, grammar.entries)
    assert len(cut.rows) == cut.head_count == MOST_ROWS
    assert len(cut.body) == MOST_ROWS


ENTRY = "\n- Ran the night desk of the company with six colleagues.\n- Wrote the rota that everybody uses now.\n"


@pytest.mark.parametrize(
    "heads",
    [
        ("Site Engineer, Obras do Norte Lda., 2017 – 2020", "Trainee, Acme Builders Ltd, 2014 – 2016"),
        ("2017 – 2020   Site Engineer, Obras do Norte Lda.", "2014 – 2016   Trainee, Acme Builders Ltd"),
        ("Obras do Norte Lda.   2017 – 2020\nSite Engineer", "Acme Builders Ltd   2014 – 2016\nTrainee"),
        ("Site Engineer\nObras do Norte Lda.\n2017 – 2020", "Trainee\nAcme Builders Ltd\n2014 – 2016"),
        ("Site Engineer at Obras do Norte Lda. (2017 – 2020)", "Trainee at Acme Builders Ltd (2014 – 2016)"),
        (
            "Company: Obras do Norte Lda.\nDesignation: Site Engineer\nDuration: 2017 – 2020",
            "Company: Acme Builders Ltd\nDesignation: Trainee\nDuration: 2014 – 2016",
        ),
    ],
)
def test_posts_in_any_order_and_on_any_number_of_lines(heads: tuple[str, str], grammar: ResumeGrammar) -> None:
    text = "Ana Silva\nana@example.com\n\nEXPERIENCE\n" + ENTRY.join(heads) + ENTRY
    found = [
        (entry.title, entry.organization, entry.dates and entry.dates.start)
        for entry in parse_resume(document_of_text(text, name="a.txt"), grammar).resume.entries
        if entry.kind is SectionKind.EXPERIENCE
    ]
    assert found == [("Site Engineer", "Obras do Norte Lda.", "2017"), ("Trainee", "Acme Builders Ltd", "2014")]


def test_no_job_begins_with_a_bullet_without_a_date(grammar: ResumeGrammar) -> None:
    text = "Ana Silva\n\nEXPERIENCE\n- Ran Kubernetes at Acme Ltd\n- Principal engineer of the storage team\n"
    (entry,) = parse_resume(document_of_text(text, name="a.txt"), grammar).resume.entries
    assert (entry.title, entry.organization, entry.head_count, len(entry.line_numbers)) == (None, None, 0, 2)


@pytest.mark.parametrize(
    ("row", "atoms"),
    [
        ("Obras do Norte Lda.   2017 – 2020", ["Obras do Norte Lda."]),
        ("Engineer. Acme Inc. Leeds", ["Engineer", "Acme Inc. Leeds"]),
        ("Founder, Kirsa Oy (Tampere)", ["Founder", "Kirsa Oy", "Tampere"]),
        ("Beverages (Pty) Ltd | Driver", ["Beverages (Pty) Ltd", "Driver"]),
        ("Quon, Lee & Stroud – Clerk", ["Quon, Lee & Stroud", "Clerk"]),
        ("Driver @ Acme", ["Driver", "Acme"]),
    ],
)
def test_headings_are_cut_where_two_fields_may_part(row: str, atoms: list[str], grammar: ResumeGrammar) -> None:
    found = atoms_of([(row, find_dates(row, grammar.dates))], grammar.entries.segments)
    assert [atom.text for atom in found] == atoms


def test_how_long_sections_usually_are_counts_as_much_as_the_line() -> None:
    """Of a line that says little, staying is worth what it is on the average; to the likeliest kinds so far, no less than learnt."""
    count = len(KINDS)
    edge = Edge(
        [9.0, *[0.0] * (count - 1)],
        9.0 / count,
        [[NEVER] * count for _ in range(count)],
    )
    reached, came_from = step([0.0] * count, edge, 0.0)
    assert reached == [edge.usual] * count
    assert came_from == list(range(count))
    assert step([0.0] * count, edge, 1.0)[0][0] == 9.0
    edge.changes[0][0] = 9.0
    assert step([1.0, *[0.0] * (count - 1)], edge, 0.0)[0][0] == 10.0
