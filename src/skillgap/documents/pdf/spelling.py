"""Words as a person sees them: letters set far apart are one word, an accent drawn by itself belongs to its letter."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

import msgspec

from skillgap.documents.glyphs import ACCENTS
from skillgap.documents.pdf.pagetext import ACCENT, PageText
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
MUCH_WIDER = 1.5
"""Than the usual gap: those between letters that are set far apart differ by more than a narrow space."""
FEWEST_SINGLES = 4
SHORT_PART, LONGEST_HEADING = 4.5, 30
GLUED_GAP = 0.1
CAMEL = re.compile(r"[a-zà-ÿ](?=[A-ZÀ-Þ])")
LONE_LETTER = re.compile(r"(?<=\w )[b-df-hj-npqr-tv-xz](?= \w|$)")
MARKS = {**ACCENTS, ",": "\u0326"}
CEDILLA = re.compile(r"[sStT](?=,)")
DOTLESS = "\u0131"


def respelled(words: Sequence[Word], page: PageText) -> list[Word]:
    """The words of a line, put together again where they are not what pdfium took them for."""
    if page.has_accents and has_marks(words, page):
        return with_marks(words, page)
    if any(" " not in word.text and CAMEL.search(word.text) for word in words):
        words = [part for word in words for part in unglued(word, page)]
    is_dense = len(words) == 1 or any(" " in word.text for word in words)
    if (is_dense and not any(is_broken_up(word.text) for word in words)) or not is_set_apart(words, page):
        return list(words)
    return list(words_of(words, page))


def unglued(word: Word, page: PageText) -> Iterator[Word]:
    """Two words between which pdfium sees no space, but a person does: "JaneEyre", not "PostgreSQL"."""
    start = 0
    for place in CAMEL.finditer(word.text):
        before, after = (
            calls().char_box(page.address, page.char_of(word.start + number))
            for number in (place.start(), place.start() + 1)
        )
        if not word.angle and after[0] - before[2] > GLUED_GAP * word.size:
            yield part_of(word, start, place.start() + 1, page)
            start = place.start() + 1
    yield part_of(word, start, len(word.text), page) if start else word


def part_of(word: Word, start: int, stop: int, page: PageText) -> Word:
    part = msgspec.structs.replace(word, text=word.text[start:stop], start=word.start + start)
    letters = list(letters_of(part, page))
    return msgspec.structs.replace(part, x0=letters[0].x0, x1=letters[-1].x1)


def is_broken_up(text: str) -> bool:
    """Whether most of its words are bits of words, or one is a letter that is no word."""
    if len(text) > LONGEST_HEADING:
        return LONE_LETTER.search(text) is not None
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
        if gap > max(usual + WORD_GAP, MUCH_WIDER * near[len(near) // 2]) or (
            usual < SPACED_GAP and letters[number].start in begins
        ):
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


def has_marks(words: Sequence[Word], page: PageText) -> bool:
    """Whether an accent stands by itself, or a comma below the letter before it."""
    return any(not word.angle and ACCENT.search(word.text) for word in words) or any(
        comma_is_below(word, match.start(), page) for word in words for match in CEDILLA.finditer(word.text)
    )


def comma_is_below(word: Word, place: int, page: PageText) -> bool:
    letter, comma = (calls().char_box(page.address, page.char_of(word.start + number)) for number in (place, place + 1))
    return letter[0] < comma[0] and comma[2] <= letter[2]


def with_marks(words: Sequence[Word], page: PageText) -> list[Word]:
    """Every accent on the letter that it is drawn over or under, and the words that the letters then make."""
    letters = [letter for word in words for letter in letters_of(word, page)]
    marks = [letter for letter in letters if letter.text in MARKS]
    bases = [letter for letter in letters if letter.text not in MARKS]
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        over = next((n for n, base in enumerate(bases) if base.text.isalpha() and base.x0 < middle < base.x1), None)
        if over is None:
            bases.append(mark)
        else:
            letter = "i" if bases[over].text == DOTLESS else bases[over].text
            bases[over] = msgspec.structs.replace(bases[over], text=normalize("NFC", letter + MARKS[mark.text]))
    return list(grouped(sorted(bases, key=lambda letter: letter.x0)))


def grouped(letters: Sequence[Word]) -> Iterator[Word]:
    """Letters without a gap between them are a word."""
    start = 0
    for number, (letter, following) in enumerate(pairwise(letters), 1):
        if following.x0 - letter.x1 > WORD_GAP * letter.size:
            yield joined(letters[start:number])
            start = number
    yield joined(letters[start:])
