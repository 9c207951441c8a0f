"""Words as a person sees them: letters set far apart are one word, an accent drawn by itself belongs to its letter."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from skillgap.documents.pdf.pagetext import PageText
from skillgap.documents.pdf.pdfium import calls
from skillgap.documents.pdf.segments import box_of
from skillgap.documents.pdf.words import WORD, Word

SPACED_GAP = 0.06
"""In font sizes: between the letters of a word that is not set apart there is less."""
WIDEST_LETTER = 0.8
"""In font sizes, on average over a word."""
NEIGHBOURS = 4
WORD_GAP = 0.12
"""In font sizes: a gap so much wider than those around it stands between words."""
FEWEST_SINGLES = 4
SHORT_PART = 4.5
ACCENTS = "\u00b4\u00a8\u02c6\u02dc\u02c7\u02d8\u02d9\u02da\u00b8\u02db\u02dd\u00af"


def respelled(words: Sequence[Word], page: PageText) -> list[Word]:
    """The words of a line, put together again where they are not what pdfium took them for."""
    if any(word.text in ACCENTS for word in words):
        return with_accents(words, page)
    is_dense = (len(words) == 1 or " " in words[0].text) and not is_broken_up(words[0].text)
    return list(words) if is_dense or not is_set_apart(words, page) else list(words_of(words, page))


def is_broken_up(text: str) -> bool:
    """Whether most of its words are bits of words."""
    parts = text.split()
    return len(parts) > 1 and len(text) < SHORT_PART * len(parts) and "".join(parts).isalpha()


def is_set_apart(run: Sequence[Word], page: PageText) -> bool:
    """Letters of their own in a row, letters too far apart, or a word too wide for its letters."""
    if run[0].angle:
        return False
    if sum(len(word.text) == 1 and word.text.isalpha() for word in run) >= max(FEWEST_SINGLES, len(run) // 2):
        return True
    if any(word.x1 - word.x0 > WIDEST_LETTER * word.size * len(word.text) for word in run if len(word.text) > 1):
        return True
    word = max(run, key=lambda each: len(each.text))
    if len(word.text) == 1:
        return False
    letters = list(letters_of(word, page))
    gaps = sorted(following.x0 - letter.x1 for letter, following in pairwise(letters))
    return gaps[len(gaps) // 2] > SPACED_GAP * word.size


def words_of(run: Sequence[Word], page: PageText) -> Iterator[Word]:
    """Cut the letters of all words anew, at the gaps that are wider than the narrow ones around them.

    Where letters are not set apart, a space that pdfium sees stays one, however narrow.
    """
    letters = [letter for word in run for letter in letters_of(word, page)]
    begins = {word.start + part.start() for word in run for part in WORD.finditer(word.text)}
    gaps = [(following.x0 - letter.x1) / letter.size for letter, following in pairwise(letters)]
    start = 0
    for number, gap in enumerate(gaps, 1):
        near = sorted(gaps[max(0, number - 1 - NEIGHBOURS) : number + NEIGHBOURS])
        usual = max(0.0, near[len(near) // 4])
        if gap > usual + WORD_GAP or (usual < SPACED_GAP and letters[number].start in begins):
            yield joined(letters[start:number])
            start = number
    yield joined(letters[start:])


def letters_of(word: Word, page: PageText) -> Iterator[Word]:
    for number, letter in enumerate(word.text):
        if letter.isspace():
            continue
        left, top, right, bottom = calls().char_box(page.address, page.char_of(word.start + number))
        x0, _, x1, _ = page.on_screen(left, bottom, right, top)
        yield msgspec.structs.replace(word, text=letter, x0=x0, x1=x1, start=word.start + number)


def joined(letters: Sequence[Word]) -> Word:
    x0, top, x1, bottom = box_of(letters)
    text = "".join(letter.text for letter in letters)
    return msgspec.structs.replace(letters[0], text=text, x0=x0, top=top, x1=x1, bottom=bottom)


def with_accents(words: Sequence[Word], page: PageText) -> list[Word]:
    """Put an accent that stands alone before the letter below it, as if it had been drawn there."""
    rest = [word for word in words if word.text not in ACCENTS]
    for accent in (word for word in words if word.text in ACCENTS):
        middle = (accent.x0 + accent.x1) / 2
        for number, word in enumerate(rest):
            if word.x0 <= middle <= word.x1 and not word.angle:
                letters = list(letters_of(word, page))
                place = min(range(len(letters)), key=lambda n: abs(letters[n].x0 + letters[n].x1 - 2 * middle))
                rest[number] = msgspec.structs.replace(word, text=word.text[:place] + accent.text + word.text[place:])
                break
    return rest
