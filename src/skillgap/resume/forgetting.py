"""Nothing of one résumé is kept when the next is read."""

from skillgap.resume.content import said_of_heading
from skillgap.resume.field_scores import score_field
from skillgap.resume.lexicon import spans_of, tokens_of


def forget_texts() -> None:
    """Empty what was remembered of a résumé's texts while its parts were asked about them again and again."""
    tokens_of.cache_clear()
    spans_of.cache_clear()
    score_field.cache_clear()
    said_of_heading.cache_clear()
