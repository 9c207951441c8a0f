"""How names are written: what stands around them, surname first, two scripts, nicknames, suffixes of generations."""

import re
from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.details import SECOND_SURNAME
from skillgap.resume.field_scores import FieldGrammar, is_title_word
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.name_letters import GENERATIONS, HYPHENS, MARKS, agreement, is_latin, is_other_script
from skillgap.resume.patterns import alternatives
from skillgap.resume.places import PlaceGrammar, is_place
from skillgap.taxonomy.words import Cues

NAME_WORD = re.compile(rf"^[\"“”„'‘’(«]{{0,2}}[^\W\d_](?:[\w{MARKS}.'’‘`´·{HYPHENS}]*[\w{MARKS}])?[.\"“”'’)»]{{0,2}}$")
MOST_WORDS, MOST_LETTERS = 7, 60
MOST_SURNAMES, MOST_GIVEN = 3, 4
BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*")
IN_QUOTES = re.compile(r"[\s=(\[]*[\"“”„«»]([^\"“”„«»]+)[\"“”„«»][\s)\]};,]*")
"""As an export or a formula of a spreadsheet has a value."""
FIGURES_BEHIND = re.compile(r"(?<=\w)\s*\([^()]*\d[^()]*\)$")
"""When somebody was born, or a number: "Ana Silva (b. 1990)"."""
PAGE_NUMBER = re.compile(r"[\s|,–—-]*\b(?:page|seite|página|pagina|pág|pg|p)\.?\s*\d.*$", re.IGNORECASE)
SECOND_NAME = re.compile(r"\s*[/|·•]\s*|\s[–—-]\s")
"""Between a name and the same name in another script."""
SYMBOLS = re.compile(rf"^[^\w\"“„«(\['‘#*]+|[^\w{MARKS}\"”“»)\]）'’.,*]+$")
"""Signs of all kinds before and behind a name."""
SPACED = re.compile(
    r"(?=.*\b\w \w\b)[^\W\d_]+(?:(?<=\b\w) (?:['’-] )?\w)*(?:\s{2,}[^\W\d_]+(?:(?<=\b\w) (?:['’-] )?\w)*)+"
)
"""A name set with spaces between its letters."""
NUMBERED = re.compile(
    r"(,\s*[A-Z][A-Za-z.-]{0,9})\s*(?:\((?:[A-Z]{2}\s)?#?\s?\d[\d-]*\)|#\s?\d[\d-]*|(?:[A-Z]{2}\s)?\d{4,})$"
)
"""Letters behind a name with their number: "CCIE #…", "PE (TX …)"."""
CHILD_OF = re.compile(r"[\s,(]+[SDW]\s?/\s?[oO]\b")
"""Behind it stands the father's or the husband's name; "s/o" in small letters is a part of the name itself."""
CALLED_SO = re.compile(r"(?:\s+[^\W\d_A-ZÀ-Þ][\w.]*){1,2}\s+[\"“„«][^\"“”„«»]+[\"“”»]$")
"""A nickname that other words stand in front of: "dit « Pape »", "known as “Bob”"."""
CONNECTING = re.compile(r"^\s*(?:(?:of|for|von|de|di|do|da|del)\s|[:–—-])\s*", re.IGNORECASE)
INITIALS = re.compile(r"^(?:[^\W\d_]\.?-?){1,3}$")
LETTERS_BEHIND = re.compile(r"(?<!Mac)(?<!Mc)(?<!O['’])(?<!D['’])(?:[A-Z]{2}|[a-z][A-Z]+$)")
"""Two capitals side by side or capitals at the end, as in "DipLP", "PhD", "MCIPD"; not "MacAskill"."""
LONGEST_LETTERS = 5
EDGES = " ,;|:–—•·-\u200b*_#=~"
APOSTROPHE_APART = re.compile(r"(?<=\w) (['’]) (?=\w)")
SURNAMES_APART = re.compile(rf"\s+-\s+(?={SECOND_SURNAME})")
PARTICLES = {
    "van", "von", "der", "den", "de", "la", "del", "della", "di", "da", "do", "dos", "das", "bin", "binti", "ibn", "al", "el",
    "ter", "ten", "zu", "zur", "le", "y", "e", "af", "av", "du", "st", "mac", "ap", "ben", "bint", "s/o", "d/o", "a/l", "a/p",
    "dela", "delos", "dello", "vom", "'t", "san", "ul", "ur", "abu", "op", "het", "las", "los", "'s", "i", "und", "d'", "dal",
    "degli", "dei",
}  # fmt: skip
"""Words that stay small within a name."""
SHORT_FORMS = {
    "st", "md", "mohd", "muhd", "mhd", "abd", "mst", "most", "chr", "wm", "jos", "geo", "chas", "thos", "alex", "fco", "ma", "th",
    "jas", "jno", "ch", "hj",
}  # fmt: skip
"""Abbreviations that are a part of names, as "Md." is; others in front of a name are titles."""


class NameGrammar(Struct, frozen=True):
    """`labels` are what contact details are called, networks with them."""

    introductions: re.Pattern[str]
    honorifics: re.Pattern[str]
    credentials: re.Pattern[str]
    titles: Lexicon
    headings: frozenset[str]
    labels: frozenset[str]
    places: PlaceGrammar
    fields: FieldGrammar


def compile_names(cues: Cues, places: PlaceGrammar, fields: FieldGrammar) -> NameGrammar:
    shouted = [word for word in cues.honorifics if word[:2].isupper()]
    credentials = alternatives(word for word in cues.credentials if word.casefold().strip(".") not in GENERATIONS)
    return NameGrammar(
        introductions=re.compile(
            rf"^(?:(?:{alternatives(cues.greetings)})[\s,.!–—-]+)?(?:{alternatives(cues.introductions)})\s+(?=\S)",
            re.IGNORECASE,
        ),
        honorifics=re.compile(
            rf"^(?:the\s+)?(?:(?:{alternatives(set(cues.honorifics).difference(shouted))}"
            rf"|(?-i:{alternatives(shouted, minds_case=True)})(?=\s+\S*(?-i:[^\W\d_A-ZÀ-Þ])))(?![\w])\.?\s*,?\s*)+(?=\S)",
            re.IGNORECASE,
        ),
        credentials=re.compile(
            rf"(?:\s*[,|–(-]\s*|\s+)(?:{credentials})\.?\)?(?:(?:\s*[,/|&]\s*|\s+)\(?(?:{credentials})\.?\)?)*$",
            re.IGNORECASE,
        ),
        titles=Lexicon(cues.document_titles),
        headings=frozenset(phrase.casefold() for phrases in cues.headings.values() for phrase in phrases),
        labels=frozenset(label.casefold().rstrip(". ") for labels in cues.contact_labels.values() for label in labels)
        | {name.casefold() for name in cues.networks},
        places=places,
        fields=fields,
    )


def bare_name(text: str, grammar: NameGrammar, mails: Sequence[str] = ()) -> str | None:
    """The name without honorifics, credentials and its form in another script; None where it can't be one.

    What stands in brackets altogether says what the address before it is: "(LinkedIn)", "(Mobile)".
    """
    if len(text) > MOST_LETTERS * 2 or "@" in text or len(text.split()) > MOST_WORDS * 2:
        return None
    quoted = IN_QUOTES.fullmatch(text)
    text = together(quoted[1] if quoted is not None else text)
    text = without_document_title(PAGE_NUMBER.sub("", SYMBOLS.sub("", text).strip(EDGES)), grammar)
    if BRACKETS.fullmatch(text):
        return None
    text = FIGURES_BEHIND.sub("", text)
    text = beside_trade(text, grammar) if ": " in text else text
    text = CALLED_SO.sub("", NUMBERED.sub(r"\1", CHILD_OF.split(introduced(text, grammar))[0]))
    if not text or any(map(str.isdigit, text)):
        return None
    if (
        text.casefold().rstrip(". ") in grammar.labels
        or grammar.titles.fullmatch(text)
        or text.casefold() in grammar.headings
    ):
        return None
    for _ in range(3):
        before = text
        text = grammar.credentials.sub("", text).strip(" ,–-")
        text = grammar.honorifics.sub("", text).strip(" ,")
        if text == before:
            break
    text = one_script(text, grammar)
    ordered = in_order(text, grammar, mails)
    is_turned = "," in text and ordered.endswith(f" {text.partition(',')[0].strip()}")
    words = without_titles_before(ordered.split())
    words = words if is_turned else without_letters_behind(words, mails)
    text = " ".join(words).rstrip(",")
    is_spelled = len(words) > 1 and all(len(word) == 1 and word.isascii() for word in words)
    if (
        not words
        or is_spelled
        or len(words) > MOST_WORDS
        or len(text) > MOST_LETTERS
        or not all(map(is_name_word, words))
    ):
        return None
    return text


def together(text: str) -> str:
    """A name whose letters were set apart, "A N A   S I L V A", or whose surnames were: "van der Woude - de Graaf"."""
    text = APOSTROPHE_APART.sub(r"\1", SURNAMES_APART.sub("-", text))
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text)) if SPACED.fullmatch(text) else text


def beside_trade(text: str, grammar: NameGrammar) -> str:
    """The half of a line that is no trade: "Ana Silva: Product Manager"."""
    first, _, second = text.partition(": ")
    trades = [grammar.fields.titles.search(half) for half in (first, second)]
    return first if trades == [False, True] else second if trades == [True, False] else text


def is_name_word(word: str) -> bool:
    return NAME_WORD.match(word) is not None or word in PARTICLES


def introduced(text: str, grammar: NameGrammar) -> str:
    """The name where somebody says it: "Hi, I'm Ana Silva." is "Ana Silva"."""
    lead = grammar.introductions.match(text.replace("’", "'"))
    return text[lead.end() :].rstrip(".! ") if lead else text


def without_document_title(text: str, grammar: NameGrammar) -> str:
    """Cut what the document is: "Curriculum vitae of Jane Example", "Jane Example – CV"."""
    first = grammar.titles.match(text)
    if first is not None:
        rest = CONNECTING.sub("", text[first[1] :]).strip(EDGES)
        return rest if len(rest.split()) > 1 else text
    last = next((span for span in grammar.titles.find(text) if span[0] > 0 and span[1] == len(text)), None)
    if last is not None and len(text[: last[0]].strip(EDGES).split()) > 1:
        return re.sub(r"['’]s?$", "", text[: last[0]].strip(EDGES))
    return text


def one_script(text: str, grammar: NameGrammar) -> str:
    """The Latin form of a name with another script's behind it; what stands in brackets else is cut."""
    is_mixed = any(map(is_latin, text)) and any(map(is_other_script, text))
    if is_mixed and is_other_script(next(filter(str.isalpha, text))):
        return as_printed(text, grammar)
    outside = " ".join(BRACKETS.sub(kept_nickname, text).split()).strip(" ,").replace(" ,", ",")
    if not is_mixed:
        return outside or text
    if outside and any(map(is_latin, outside)):
        text = outside
    words = re.split(r"[\s()\[\]/|·]+|\s[–-]\s|(?<=,)", text)
    return " ".join(word for word in words if word and not any(map(is_other_script, word))).strip(" ,–-")


def as_printed(text: str, grammar: NameGrammar) -> str:
    """A name in another script with its Latin form right behind it, "백서윤 (Baek Seo-yun)"; behind a stroke that is a second name."""
    first = SECOND_NAME.split(text)[0].strip()
    latin = first[next((n for n, letter in enumerate(first) if is_latin(letter)), len(first)) :].strip("() ")
    native = first[: first.find(latin)].strip(" (,–-") if latin else first
    whole, comma, rest = latin.partition(",")
    given = without_letters_behind(rest.partition(",")[0].split(), (), fewest=1)
    if comma:
        latin = (
            f"{whole}, {' '.join(given)}"
            if are_given(given, grammar) and not are_letters(given, whole.split())
            else whole
        )
    is_name = latin and not grammar.fields.titles.search(latin) and all(map(is_capital, latin.split()))
    if not is_name:
        return native
    is_bracketed = first[: first.find(latin)].rstrip().endswith(("(", "（"))
    return f"{native} ({latin})" if is_bracketed else f"{native} {latin.replace(',', '')}"


def kept_nickname(brackets: re.Match[str]) -> str:
    """What stands in brackets is cut but for names between names: "Meiling (May) Ouyang", "J. W. (Jan Willem) de Bos"."""
    inside = brackets[0].strip()[1:-1]
    names = inside.strip("\"“”„«»‘’'").split()
    before, behind = brackets.string[: brackets.start()], brackets.string[brackets.end() :].split()
    if not (before and behind and names) or any(map(is_other_script, inside)):
        return " "
    is_between = behind[0] in PARTICLES or (behind[0][0].isupper() and LETTERS_BEHIND.search(behind[0]) is None)
    is_spelled_out = "".join(filter(str.isalpha, before)) == "".join(name[0] for name in names)
    is_name = all(name.isalpha() and name.istitle() for name in names) and (len(names) == 1 or is_spelled_out)
    return f" ({inside}) " if is_between and is_name else " "


def in_order(text: str, grammar: NameGrammar, mails: Sequence[str]) -> str:
    """Given names first where a comma parts them from the surname; what else stands behind a comma is cut."""
    surname, comma, rest = text.partition(",")
    if not comma:
        return text
    words = surname.split()
    suffix = rest.partition(",")[0].strip()
    if len(words) > 1 and suffix.casefold().rstrip(".") in GENERATIONS:
        return f"{surname.strip()} {suffix}"
    given = without_letters_behind(without_titles_before(rest.partition(",")[0].split()), mails, fewest=1)
    if are_letters(given, words):
        return surname.strip()
    if not 0 < len(words) <= MOST_SURNAMES or not are_given(given, grammar):
        return surname.strip()
    if len(words) > 1 and words[0].isupper() and not surname.isupper() and len(words[0]) > 1:
        return " ".join((*words, *given))
    is_shouted = surname.isupper() and (not all(word.isupper() for word in given) or are_unlike_letters(given))
    is_first = len(words) == 1 or is_shouted or words[0].casefold() in PARTICLES or agreement(given, mails) > 0
    last = [given.pop()] if len(given) > 1 and given[-1].casefold().rstrip(".") in GENERATIONS else []
    return " ".join((*given, *words, *last)) if is_first else surname.strip()


def are_unlike_letters(words: Sequence[str]) -> bool:
    """Say whether names in capitals can be no degrees: one is long, or an initial stands behind one: "JUAN P."."""
    is_initialled = len(words) > 1 and any(INITIALS.match(word) for word in words[1:])
    return is_initialled or any(len(part) > LONGEST_LETTERS for word in words for part in word.split("-"))


def are_letters(given: Sequence[str], name: Sequence[str]) -> bool:
    """Say whether these are letters behind a whole name that is not in capitals itself: the "CPA" of "Jane Example, CPA, XYZ"."""
    is_whole = len(name) > 1 and not all(word.isupper() for word in name)
    return is_whole and not name[0].isupper() and all(is_letters(word, name, ()) for word in given)


def are_given(words: Sequence[str], grammar: NameGrammar) -> bool:
    """Say whether these could be given names: neither a trade nor a place nor letters."""
    text = " ".join(words)
    return (
        0 < len(words) <= MOST_GIVEN
        and all(NAME_WORD.match(word) and is_capital(word) for word in words)
        and not (grammar.fields.titles.search(text) or any(is_title_word(word, grammar.fields) for word in words))
        and not is_place(text, grammar.places)
        and not grammar.fields.degrees.search(text)
    )


def without_titles_before(words: Sequence[str]) -> list[str]:
    """Cut abbreviations that no list has from the front: "Ch.QS. W. A. Weerakkodige"; "Md." and initials stay."""
    kept = list(words)
    while len(kept) > 1 and (
        is_title_before(kept[0])
        or (
            kept[0].islower()
            and kept[0].endswith(".")
            and kept[0].rstrip(".") not in PARTICLES
            and not kept[-1].islower()
        )
    ):
        kept.pop(0)
    return kept


def is_title_before(word: str) -> bool:
    parts = [part for part in word.casefold().split(".") if part]
    is_short_form = len(parts) == 1 and parts[0] in SHORT_FORMS
    return (
        word.endswith(".")
        and any(len(part) > 1 for part in parts)
        and not is_short_form
        and INITIALS.match(word) is None
    )


def without_letters_behind(words: Sequence[str], mails: Sequence[str], fewest: int = 2) -> list[str]:
    """Cut letters that no list has from behind a name not in capitals itself: "Rosalind Achterberg LRSM"; "Ana SILVA" stays."""
    kept = [word for word in words if word]
    while len(kept) > fewest and not kept[0].isupper() and is_letters(kept[-1], kept, mails):
        kept.pop()
    return kept


def is_letters(word: str, words: Sequence[str], mails: Sequence[str]) -> bool:
    bare = word.strip("(),.")
    if bare.casefold() in GENERATIONS or LETTERS_BEHIND.search(bare) is None or agreement([word], mails) > 0:
        return False
    if not bare.isupper():
        return True
    has_shouted_surname = any(each.isupper() and len(each) > LONGEST_LETTERS for each in words[1:])
    return bare.isascii() and len(bare) <= LONGEST_LETTERS and not has_shouted_surname


def is_capital(word: str) -> bool:
    """A capital, a nickname in quotes however it begins, or a word that stays small."""
    bare = word.strip("\"“”„'‘’()«».")
    return not bare or not bare[0].islower() or bare.casefold() in PARTICLES or word[0] in '"“„«'
