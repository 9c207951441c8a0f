"""Networks: what is trained is what is applied, lines don't see each other, and words that were never seen have neighbours."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from skillgap.evidence.cue_grammar import compile_cues
from skillgap.evidence.status_features import LineContext, word_line
from skillgap.evidence.statuses import StatusModel
from skillgap.evidence.types import Status
from skillgap.network import Network, WordLine, columns
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.loading import shipped_words
from skillgap.trained import shipped_arrays
from skillgap.training.networks import (
    GuessedLine,
    MarkedLine,
    NetworkRecipe,
    layers,
    measure_network,
    places_of,
    portions,
    tables_of,
    train_network,
)
from skillgap.word_clusters import cluster_names

SMALL = NetworkRecipe(width=8, depth=2, rows=(8, 4, 4, 4, 4, 2), fewest=(1,) * 6, epochs=20, drop=0.0)
WORDS = ("never", "used", "§", "but", "know", "about", "the", "team")


def line(*words: str, place: int) -> WordLine:
    return WordLine(words, ("",) * len(words), (place,), (("section experience",),))


EXAMPLES = [
    MarkedLine("a", line("never", "used", "§", place=2), ("no",)),
    MarkedLine("b", line("often", "used", "§", place=2), ("yes",)),
    MarkedLine("c", line("never", "the", "§", place=2), ("no",)),
    MarkedLine("d", line("know", "about", "§", place=2), ("yes",)),
] * 8


@pytest.fixture(scope="module")
def small() -> Network:
    return Network(train_network(EXAMPLES, SMALL))


def test_what_was_learnt_is_applied(small: Network) -> None:
    measured = measure_network(train_network(EXAMPLES, SMALL), EXAMPLES)
    assert measured.right == measured.total
    scores = small.scores([line("never", "used", "§", place=2)])[0]
    assert small.kinds[int(scores[0].argmax())] == "no"
    assert np.exp(scores).sum() == pytest.approx(1.0)


def test_guessed_lines_teach_what_no_marked_line_says() -> None:
    """A word that only lines judged by another model have is learnt from their shares."""
    asked = line("the", "team", "§", place=2)
    guessed = [GuessedLine(asked, ({"no": 0.9, "yes": 0.1},))] * 40
    alone, taught = (
        np.exp(Network(train_network(examples, replace(SMALL, guessed=1.0))).scores([asked])[0][0])
        for examples in (EXAMPLES, [*EXAMPLES, *guessed])
    )
    assert abs(taught[0] - 0.9) < abs(alone[0] - 0.9)
    assert taught[0] == pytest.approx(0.9, abs=0.1)


def test_each_epoch_has_the_next_portion() -> None:
    parts = portions([*range(10)], 0.3, random.Random(0))  # noqa: S311 - an order, no secret
    first = [each for _ in range(3) for each in next(parts)]
    assert len(first) == len(set(first)) == 9
    assert next(portions([], 0.3, random.Random(0))) == []  # noqa: S311


def test_the_same_examples_give_the_same_arrays() -> None:
    one, other = train_network(EXAMPLES, SMALL), train_network(EXAMPLES, SMALL)
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_it_is_applied_as_thinc_applies_it() -> None:
    """With weights as they were drawn: no step is trained, so that both hold the same numbers but for their rounding."""
    recipe = NetworkRecipe(width=8, depth=2, rows=SMALL.rows, fewest=SMALL.fewest, epochs=0)
    applied = Network(train_network(EXAMPLES, recipe))
    tables = tables_of(EXAMPLES, recipe)
    encoded = [tables.encode(example) for example in EXAMPLES[:4]]
    from thinc.api import fix_random_seed

    fix_random_seed(recipe.seed)
    reader, top = layers(tables, recipe)
    reader.initialize([encoded[0].words])
    width = 3 * recipe.width + len(tables.features)
    top.initialize(np.zeros((1, width), "float32"), np.zeros((1, len(tables.kinds)), "float32"))
    expected = top.predict(places_of(reader.predict([each.words for each in encoded]), encoded))
    found = np.exp(np.vstack(applied.scores([example.line for example in EXAMPLES[:4]])))
    assert found == pytest.approx(expected, abs=0.02)


@pytest.fixture(scope="module")
def shipped() -> Network:
    return Network(shipped_arrays("status_network"))


@given(texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), min_size=1, max_size=5))
def test_lines_do_not_see_each_other(shipped: Network, texts: list[list[str]]) -> None:
    lines = [line(*words, place=len(words) - 1) for words in texts]
    together = shipped.scores(lines)
    for own, alone in zip(together, (shipped.scores([each])[0] for each in lines), strict=True):
        assert own == pytest.approx(alone, abs=1e-4)


def test_what_was_read_before_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are kept are those that would be worked out again, and those of many pages are forgotten."""
    monkeypatch.setattr("skillgap.network.MOST_MET", 4)
    kept = Network(shipped_arrays("status_network"))
    lines = [line("never", "used", "§", place=2), line("know", "about", "the", "team", "§", place=4)]
    for each in (*lines, *lines):
        fresh = Network(shipped_arrays("status_network")).scores([each])
        assert np.array_equal(kept.scores([each])[0], fresh[0])


def test_a_line_without_places_has_no_rows(small: Network) -> None:
    nothing = WordLine(("a", "b"), ("", ""), (), ())
    found = small.scores([nothing, line("never", "used", "§", place=2), nothing])
    assert [len(each) for each in found] == [0, 1, 0]
    assert small.scores([]) == []


def test_words_that_stand_in_like_places_share_a_cluster() -> None:
    assert cluster_names("monday") == cluster_names("tuesday") != ("", "")
    assert cluster_names("qzxv") == ("", "")
    assert columns("deployed", "") == ("deployed", "depl", "yed", *cluster_names("deployed"), "")


def test_the_title_is_read_in_front_of_the_line() -> None:
    from skillgap.evidence.assertion import cued_line

    context = LineContext(SectionKind.EXPERIENCE, Status.USED, title=("platform", "engineer"))
    cued = cued_line("never used Kafka", [(11, 16)], context, compile_cues(shipped_words().cues))
    seen = word_line(cued)
    assert seen.words == ("platform", "engineer", "¦", "never", "used", "§")
    assert seen.places == (5,)
    assert seen.marks[:3] == ("title",) * 3
    assert seen.marks[3].startswith("negated")
    assert not seen.marks[5]


def test_no_line_has_no_status() -> None:
    assert StatusModel().judge([]) == []
