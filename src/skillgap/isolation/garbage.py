"""How seldom Python looks for garbage: what a process loads is none, and going through it again and again takes a tenth of its time."""

import gc

SELDOM = (200_000, 20, 100)


def look_for_garbage_seldom() -> None:
    """What is there already is not gone through at all."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
