"""Words are cut as spaCy's tokenizer cuts them, without its special cases; the matcher finds every phrase by them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.evidence.tokens import ADDRESS, INFIX, PREFIX, SUFFIX, Tokenizer

TOKENIZER = Tokenizer(str.casefold)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(Go, C++)", ["(", "go", ",", "c++", ")"]),
        ("written in C.", ["written", "in", "c", "."]),
        ("lock-free TCP/IP", ["lock", "-", "free", "tcp", "/", "ip"]),
        ("the team's .NET", ["the", "team", "'s", ".net"]),
        ("see www.example.com/a-b, please", ["see", "www.example.com/a-b", ",", "please"]),
        ("one  two\n\tthree", ["one", " ", "two", "\n\t", "three"]),
        ("", []),
    ],
)
def test_words_and_signs(text: str, words: list[str]) -> None:
    assert list(TOKENIZER(text).words) == words


@settings(deadline=None)
@given(st.text(alphabet="ab Cc.,-'’+#/()&=*s_1@: \n\t\u00a0…", max_size=30))
def test_tokens_are_those_of_spacy(text: str) -> None:
    from spacy.tokenizer import Tokenizer as SpacyTokenizer
    from spacy.vocab import Vocab

    theirs = SpacyTokenizer(
        Vocab(),
        rules={},
        prefix_search=PREFIX.search,
        suffix_search=SUFFIX.search,
        infix_finditer=INFIX.finditer,
        url_match=ADDRESS.fullmatch,
    )(text)
    own = TOKENIZER(text)
    assert list(own.printed(0, len(own.words))) == [token.text for token in theirs]
    assert list(own.starts) == [token.idx for token in theirs]
