"""The layouts of office programs: each makes a Word document of a person, and is entered under its file's name."""

from collections.abc import Callable

from people import Person
from word import Word

CASES: dict[str, tuple[str, Callable[[Person], Word]]] = {}
Case = Callable[[Person], Word]


def case(name: str, ending: str = "docx") -> Callable[[Case], Case]:
    """Enter a document, with the ending of the file that is kept."""

    def enter(function: Case) -> Case:
        CASES[name] = (ending, function)
        return function

    return enter


def plain(person: Person, word: Word) -> Word:
    word.top(person)
    word.sections(word.document, person.sections)
    return word
