"""What holds of every audit: of any two rates, and of any name that takes another's place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import Analyzer
from skillgap.batch.fairness.ratios import Rate, fisher_exact, impact_ratio, ratio_interval
from skillgap.batch.fairness.swap_words import swap_words
from skillgap.batch.fairness.swapping import identity_in, swapped, swaps_for
from skillgap.documents.reading import document_of_text
from skillgap.resume.parsing import ResumeGrammar

RATES = st.integers(1, 3000).flatmap(lambda total: st.builds(Rate, st.integers(0, total), st.just(total)))
WORDS = st.sampled_from(
    (
        "Jane",
        "JANE",
        "van",
        "Example",
        "O’Neil",
        "D.",
        "백하늘",
        "(Jo)",
        "jane@example.com",
        "Mr.",
        "1987",
        "she",
        "|",
        "\n",
    )
)


@given(RATES, RATES)
def test_a_ratio_lies_in_its_interval_and_a_chance_between_none_and_all(group: Rate, best: Rate) -> None:
    """And the test does not ask which of the two comes first."""
    low, high = ratio_interval(group, best)
    assert 0 < low <= high
    if 0 < group.chosen < group.total and 0 < best.chosen < best.total:
        ratio = impact_ratio(group, best)
        assert ratio is not None
        assert low <= ratio <= high
    assert 0 <= fisher_exact(group, best) <= 1
    assert abs(fisher_exact(group, best) - fisher_exact(best, group)) < 1e-6


@settings(max_examples=40, deadline=None)
@given(header=st.lists(WORDS, max_size=12).map(" ".join), body=st.lists(WORDS, max_size=12).map(" ".join))
def test_an_exchange_keeps_every_line_and_span_in_place(
    header: str, body: str, analyzer: Analyzer, grammar: ResumeGrammar
) -> None:
    """However names, titles and addresses stand together: lines are those of the text, in order, one for one."""
    text = (
        f"Jane Example\n{header}\njane.example@example.com\n\nExperience\n{body}\nEngineer, Example Works, 2016 to 2020"
    )
    document = document_of_text(text, name="x")
    identity = identity_in(document, analyzer.parse(document), grammar.redaction)
    for swap in swaps_for(identity, swap_words(), document.sha256):
        other = swapped(document, identity, swap, swap_words())
        assert len(other.lines) == len(document.lines)
        assert other.text.count("\n") == document.text.count("\n")
        assert [other.text_of(line) for line in other.lines] == [line for line in other.text.split("\n") if line]
        assert all(line.start <= span.start <= span.end <= line.end for line in other.lines for span in line.spans)
