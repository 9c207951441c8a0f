"""Models that stay packed say what they would say unpacked, and shortcuts through a text change nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.evidence.cue_grammar import HYPHENS, WORD, words_of
from skillgap.linear import LinearScorer
from skillgap.resume.forms import LABELLED, may_be_labelled
from skillgap.resume.language_grids import columns_in
from skillgap.resume.section_steps import ADDRESS, IN_ADDRESS, OPEN, OPEN_WORDS, has_any
from skillgap.trained import LinearModel, PackedModel, packed_model, shipped_model


@pytest.mark.parametrize("name", ["senses", "parts", "proving", "entries"])
def test_a_packed_model_scores_as_the_whole_one_does(name: str) -> None:
    packed, whole = LinearScorer(packed_model(name)), LinearScorer(shipped_model(name))
    features = sorted(shipped_model(name).weights)
    for start in range(0, len(features), 97):
        own = [*features[start : start + 40], "never seen"]
        assert packed.scored(own) == packed.scored(own) == whole.scored(own)


def test_a_row_is_the_weights_of_its_feature() -> None:
    model = LinearModel(("no", "yes"), (0, 50), {"a": (0, -120, 1, 7), "b": (1, 300)})
    assert LinearScorer(model).scored(["a", "b", "c"]) == [-1.2, 3.57]


def test_features_are_added_up_alike_however_often_they_were_met() -> None:
    """Also of an iterator, where some rows are made already and others not."""
    model = LinearModel(("no", "yes"), (0, 0), {"a": (0, -100), "b": (1, 300), "c": (1, 1)})
    scorer = LinearScorer(model)
    scorer.scored(["b"])
    for _ in range(2):
        assert scorer.scored(iter(["a", "b", "never seen", "c", "b"])) == [-1.0, 6.01]


def test_a_packed_model_has_the_kinds_of_the_whole_one() -> None:
    assert isinstance(packed_model("parts"), PackedModel)
    assert packed_model("parts").kinds == shipped_model("parts").kinds


@given(st.text(alphabet="abÄßİ٣7_ -‑'’.,\t\u00a0", max_size=24))
def test_words_of_plain_letters_are_found_as_any_others_are(text: str) -> None:
    found = (match[0] for match in WORD.finditer(text) if match[0] not in HYPHENS)
    assert words_of(text) == tuple(word.casefold().replace("’", "'") for word in found)


@given(st.text(alphabet="aB7:| \t\u00a0.-", max_size=24))
def test_no_label_is_overlooked(text: str) -> None:
    assert may_be_labelled(text) or not LABELLED.match(text)


@given(
    st.lists(st.sampled_from([*OPEN_WORDS, "http://", "GitHub", "a.IO", "WWW.", "–", "é", "Präsent", "snow"])).map(
        " ".join
    )
)
def test_no_address_and_no_word_for_now_is_overlooked(text: str) -> None:
    for own in (text, text.upper(), text.title()):
        assert has_any(OPEN_WORDS, own.casefold()) or not OPEN.search(own)
        assert has_any(IN_ADDRESS, own.casefold()) or not ADDRESS.search(own)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Listening | Spoken interaction", ("listening", "spoken interaction")),
        ("  (*) READING:   Writing", ("reading", "writing")),
        ("| Speaking", ("speaking",)),
        ("Listening to customers", ()),
        ("Built what others read", ()),
        (" | :", ()),
    ],
)
def test_a_line_of_columns_has_nothing_else(text: str, columns: tuple[str, ...]) -> None:
    assert columns_in(text) == columns
