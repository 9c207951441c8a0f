"""Why nobody can see a text, in words for people."""

from skillgap.documents.types import HiddenCause

CAUSES = {
    HiddenCause.SWITCHED_OFF: "marked as hidden in the file",
    HiddenCause.SAME_COLOR: "in the colour of what is behind it",
    HiddenCause.TRANSPARENT: "transparent",
    HiddenCause.TINY: "too small to be read",
    HiddenCause.OFF_PAGE: "off the page",
    HiddenCause.CLIPPED: "clipped away",
    HiddenCause.COVERED: "covered by something else",
    HiddenCause.HIDDEN_LAYER: "on a layer that is switched off",
    HiddenCause.SHAPELESS: "in letters that no font draws",
}
