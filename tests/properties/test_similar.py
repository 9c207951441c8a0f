"""Which candidates' texts are nearly the same."""

from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.similar import nearly_the_same, signature_of

WORDS = [f"word{number}" for number in range(400)]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=300, max_size=380, unique=True).map(" ".join)


@given(TEXTS, st.integers(0, 100))
def test_a_text_with_a_word_changed_is_nearly_the_same(text: str, place: int) -> None:
    """A new telephone number makes no new candidate."""
    words = text.split()
    changed = [*words[:place], "other", *words[place + 1 :]]
    assert nearly_the_same([signature_of(text), signature_of(" ".join(changed))]) == {1: 0}


@given(st.lists(TEXTS, min_size=2, max_size=6, unique=True))
def test_texts_in_another_order_are_others(texts: list[str]) -> None:
    """Words in common are not runs in common."""
    assert nearly_the_same(signature_of(text) for text in texts) == {}


@given(TEXTS, st.integers(1, 5))
def test_a_group_has_one_first(text: str, copies: int) -> None:
    """However many there are."""
    group = nearly_the_same(signature_of(text) for _ in range(copies))
    assert group == dict.fromkeys(range(1, copies), 0)


def test_short_and_empty_texts_have_signatures() -> None:
    """Shorter than a run."""
    assert nearly_the_same([signature_of(""), signature_of("one word"), signature_of("")]) == {2: 0}
    assert nearly_the_same([]) == {}
