"""Models that stay packed say what they would say unpacked, and shortcuts through a text change nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.evidence.cue_grammar import HYPHENS, WORD, words_of
from skillgap.linear import LinearScorer
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


def test_a_packed_model_has_the_kinds_of_the_whole_one() -> None:
    assert isinstance(packed_model("parts"), PackedModel)
    assert packed_model("parts").kinds == shipped_model("parts").kinds


@given(st.text(alphabet="abÄßİ٣7_ -‑'’.,\t\u00a0", max_size=24))
def test_words_of_plain_letters_are_found_as_any_others_are(text: str) -> None:
    found = (match[0] for match in WORD.finditer(text) if match[0] not in HYPHENS)
    assert words_of(text) == tuple(word.casefold().replace("’", "'") for word in found)
