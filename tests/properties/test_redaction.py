"""Redaction, whatever the text: places stay in order, what is not replaced is unchanged, and nothing of a person is left."""

import re
from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import SkillgapError
from skillgap.documents.reading import document_of_text
from skillgap.documents.types import Document
from skillgap.resume.contact import Contact
from skillgap.resume.parsing import parse_resume, shipped_grammar
from skillgap.resume.redacting import RedactedText, Redactor, redactor_for

PARTS = [
    "jane.example@example.com", "jane [at] example [dot] com", "+44 20 7946 0142", "(740) 555-0163", "github.com/example-jane",
    "Jane Example", "EXAMPLE, Jane", "Ms Example", "J. Example", "Born 30.11.1983, married", "Date of birth: 4 May 1987",
    "Nationality: Portuguese",
    "Leeds, UK", "he", "his wife", "Miss", "[name]", "[age", "Rust, Go, R", "May 2020", "www.", "@", "  ", "\t", "\n", "|",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=12)), max_size=16).map("".join) | st.lists(
    st.one_of(st.sampled_from(PARTS), st.text(max_size=12)), max_size=16
).map(" ".join)
JANE = Contact(
    name="Jane Example",
    email="jane.example@example.com",
    phone="+44 20 7946 0142",
    location="Leeds, UK",
    links=("github.com/example-jane",),
)
GIVEN = ["Jane", "Øystein", "Marie-Ève", "Nomthandazo", "MARTA", "Wei-Lin", "Will", "Олена"]
SURNAMES = ["Rebelo", "O'Neill", "van der Berg", "PEÑA", "Mkhwanazi-Pillay", "Li", "Young", "Вербицька"]
MAILS = ["m.rebelo@example.com", "mail@example.org", "a-b_c+d@sub.example.net"]
PHONES = [
    "+351 21 555 0123",
    "(740) 555-0163",
    "07700 900277",
    "847.555.0102",
    "0721/5550-12",
    "+886 3 555 0100 ext. 55",
    "06 00 00 55 12",
]
LINKS = ["linkedin.com/in/example-mrebelo", "https://example.org/~m", "www.example.net", "code.example/@m"]
SHORT = 2
"""Letters of a word that may stay where it stands alone."""
BODIES = [
    "EXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Ran Kubernetes in production",
    "SKILLS\nC, Rust, Go, R",
    "Erfahrung im Bereich Linux, 2015 bis 2018",
]


@cache
def jane_redactor() -> Redactor:
    resume = parse_resume(document_of_text("Jane Example", name="any"), shipped_grammar()).resume
    return redactor_for(resume, JANE, shipped_grammar().redaction)


def redacted(document: Document) -> RedactedText:
    parsed = parse_resume(document, shipped_grammar())
    return redactor_for(parsed.resume, parsed.contact, shipped_grammar().redaction).redacted_document(
        document, parsed.resume
    )


def check(result: RedactedText, text: str) -> None:
    """Places rise and stay within; between redactions stands what stood there."""
    places = [result.place(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(result.text) for place in places)
    taken = {offset for each in result.redactions for offset in range(each.start, each.end)}
    assert all(result.text[places[n]] == letter for n, letter in enumerate(text) if n not in taken)
    assert all(before.end <= after.start for before, after in pairwise(result.redactions))
    for each in result.redactions:
        start, end = result.span(each.start, each.end)
        assert result.text[start:end] == each.replacement


@settings(deadline=None)
@given(text=TEXTS, is_personal=st.booleans())
def test_what_is_not_replaced_stays_in_its_order(text: str, is_personal: bool) -> None:
    redactor = jane_redactor()
    check(redactor.redacted(text, is_personal=is_personal), text)


@settings(deadline=None)
@given(text=TEXTS, is_personal=st.booleans())
def test_redacting_twice_is_redacting_once(text: str, is_personal: bool) -> None:
    redactor = jane_redactor()
    once = redactor.redacted(text, is_personal=is_personal).text
    assert redactor.redacted(once, is_personal=is_personal).text == once


@settings(deadline=None)
@given(text=TEXTS)
def test_spans_of_a_document_stay_aligned(text: str) -> None:
    try:
        document = document_of_text(text, name="any")
    except SkillgapError:
        return
    check(redacted(document), document.text)


@settings(deadline=None, max_examples=60)
@given(
    name=st.tuples(st.sampled_from(GIVEN), st.sampled_from(SURNAMES)),
    addresses=st.tuples(st.sampled_from(MAILS), st.sampled_from(PHONES), st.sampled_from(LINKS)),
    between=st.sampled_from(["\n", " | ", "\t", " · "]),
    body=st.sampled_from(BODIES),
    more=st.text(alphabet=st.characters(codec="ascii", exclude_characters="\r\f\v"), max_size=30),
)
def test_no_contact_detail_survives(
    name: tuple[str, str], addresses: tuple[str, str, str], between: str, body: str, more: str
) -> None:
    """Neither in the header nor where it is said again in a sentence, whole or its longer words."""
    full = " ".join(name)
    said = f"- Written by {full}, reached at {', '.join(addresses)}; ask {name[0]} or Ms {name[1]}"
    try:
        shown = redacted(
            document_of_text(f"{full}\n{between.join(addresses)}\n\n{body}\n{more}\n{said}\n", name="any")
        ).text
    except SkillgapError:
        return
    words = [word for word in full.split() if len(word) > SHORT and word[0].isupper()]
    for secret in (full, *words, *addresses):
        assert re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", shown) is None
