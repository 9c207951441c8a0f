"""Labels that files write out before list items."""

from skillgap.documents.flow.sheet import BULLET

GLYPHS_AS_LETTERS = {"o", "v", "ü", "§", "Ø", "à", "q"}
"""What the bullets of symbol fonts are called in ordinary ones."""


def marker_of(text: str) -> str:
    """A label's number or letter, as it stands on the page; for any other sign a bullet, and nothing for white space."""
    label = " ".join(text.split())
    if not label:
        return ""
    is_number = any(letter.isalnum() for letter in label) and label not in GLYPHS_AS_LETTERS
    return f"{label} " if is_number else BULLET
