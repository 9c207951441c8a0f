"""Dates, headings and titles of résumés in languages of which the cues know little else."""

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.dates import find_dates
from skillgap.resume.heading_words import normal
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import SectionKind


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("03/2018 – doposud", "2018-03", None),
        ("11.2014 – по н.в.", "2014-11", None),
        ("06/2020 – în prezent", "2020-06", None),
        ("04.2016 – devam etmekte", "2016-04", None),
        ("01/2019 – danas", "2019-01", None),
        ("2008. március óta", "2008-03", None),
        ("2011. május – 2013. október", "2011-05", "2013-10"),
        ("03.2012. – 07.2016.", "2012-03", "2016-07"),
        ("2001. – 2005.", "2001", "2005"),
        ("март 2017 — июнь 2019", "2017-03", "2019-06"),
        ("hösten 2015", "2015-09", "2015-11"),
        ("jesień 2012", "2012-09", "2012-11"),
        ("8.5.2017, still there", "2017-05", None),
        ("2018, and counting", "2018", None),
        ("Bank nurse ~ 7/21 – ~ Barry", "2021-07", None),
    ],
)
def test_dates_are_read(printed: str, start: str, end: str | None, grammar: ResumeGrammar) -> None:
    (found,) = find_dates(printed, grammar.dates)
    assert (found.range.start, found.range.end, found.range.is_current) == (start, end, end is None)


@pytest.mark.parametrize(
    "text", ["Moved to Springfield in 2019 – MA", "It closed in 2019. May wrote of it.", "Rated 9/10 - by all"]
)
def test_what_only_looks_like_such_a_date_is_none(text: str, grammar: ResumeGrammar) -> None:
    assert all(each.range.start is None for each in find_dates(text, grammar.dates))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Pracovní zkušenosti", SectionKind.EXPERIENCE),
        ("EXPERIENȚĂ PROFESIONALĂ", SectionKind.EXPERIENCE),
        ("Опыт работы", SectionKind.EXPERIENCE),
        ("ДОСВІД РОБОТИ", SectionKind.EXPERIENCE),
        ("Munkatapasztalat", SectionKind.EXPERIENCE),
        ("Radno iskustvo", SectionKind.EXPERIENCE),
        ("İŞ DENEYİMİ", SectionKind.EXPERIENCE),
        ("工作经历", SectionKind.EXPERIENCE),
        ("EĞİTİM", SectionKind.EDUCATION),
        ("Образование", SectionKind.EDUCATION),
        ("Tanulmányok", SectionKind.EDUCATION),
    ],
)
def test_headings_are_known(heading: str, kind: SectionKind, grammar: ResumeGrammar) -> None:
    assert grammar.headings.phrases[normal(heading)] is kind


def test_capitals_and_small_letters_of_turkish_are_one_word() -> None:
    assert normal("İLGİ ALANLARI") == normal("ilgi alanları")


def test_a_page_in_another_language_has_its_posts(grammar: ResumeGrammar) -> None:
    text = (
        "Pavel Ukázka\npavel@example.com\n\nPracovní zkušenosti\n\n"
        "03/2018 – dosud Účetní, Lipový Dvůr s.r.o., Praha\n- Měsíční uzávěrky.\n\n"
        "2014 – 2018 Asistent, Dubová a.s., Brno\n- Fakturace.\n"
    )
    entries = parse_resume(document_of_text(text, name="resume.txt"), grammar).resume.entries
    assert [(entry.title, entry.organization) for entry in entries] == [
        ("Účetní", "Lipový Dvůr s.r.o."),
        ("Asistent", "Dubová a.s."),
    ]
