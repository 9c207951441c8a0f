"""Style sheets: which declarations hold for an element, by tinycss2 and cssselect2, at a bounded cost."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import cssselect2
import tinycss2
from msgspec import Struct

from skillgap.documents.web.css_longhands import counts
from skillgap.documents.web.css_media import holds_on_screen
from skillgap.documents.web.css_values import serialized, shortened

MOST_LETTERS = 600_000
MOST_TESTS = 2_000_000
COST_OF_A_SELECTOR = 200
COST_OF_A_CHILD = 8
COST_OF_A_MATCH = 4
LONGEST_SELECTOR = 80
LONGEST_VALUE = 2_000
LONGEST_STYLE = 50_000
DEEPEST_RULE = 8
SIBLINGS_A_TEST = 8
EMBEDDED = re.compile(r"""url\(\s*(["']?)data:[^()"']*\1\s*\)""", re.IGNORECASE)
SELECTOR_FAULTS = (cssselect2.SelectorError, SyntaxError, RecursionError, MemoryError, ValueError)


class Declaration(Struct, frozen=True):
    name: str
    value: str
    is_important: bool = False


Match = tuple[int, str | None, tuple[Declaration, ...]]
"""The number of the selector, the pseudo-element that it is about, what is declared for it."""


class TooManyTests(Exception):
    """The selectors cost more than a résumé's ever do."""


class Budget:
    """How many elements the selectors may still look at."""

    def __init__(self, tests: int) -> None:
        self.left = tests

    def spend(self, tests: int) -> None:
        self.left -= tests
        if self.left < 0:
            raise TooManyTests


class Node(cssselect2.ElementWrapper):  # type: ignore[misc]
    """An element as selectors see it: it counts what they look at, and walks where its base class recurses."""

    def __init__(self, etree_element: Any, parent: "Node | None", *args: Any, **options: Any) -> None:
        self.budget: Budget = Budget(MOST_TESTS) if parent is None else parent.budget
        super().__init__(etree_element, parent, *args, **options)

    @property
    def ancestors(self) -> Iterator["Node"]:
        node = self.parent
        while node is not None:
            self.budget.spend(1)
            yield node
            node = node.parent

    @property
    def previous_siblings(self) -> Iterator["Node"]:
        node = self.previous
        while node is not None:
            self.budget.spend(1)
            yield node
            node = node.previous

    @property
    def etree_siblings(self) -> list[Any]:
        siblings: list[Any] = [self.etree_element] if self.parent is None else self.parent.etree_children
        self.budget.spend(1 + len(siblings) // SIBLINGS_A_TEST)
        return siblings

    @etree_siblings.setter
    def etree_siblings(self, siblings: list[Any]) -> None:
        """Nothing is kept: it can be told from the parent."""

    def iter_children(self) -> Iterator["Node"]:
        for child in super().iter_children():
            self.budget.spend(COST_OF_A_CHILD)
            yield child

    def children(self) -> list["Node"]:
        """All children, at no cost: the reader's own walk."""
        return list(super().iter_children())


class CountingMatcher(cssselect2.Matcher):  # type: ignore[misc]
    @staticmethod
    def add_relevant_selectors(element: Node, selectors: Sequence[Any], relevant_selectors: list[Any]) -> None:
        element.budget.spend(len(selectors))
        cssselect2.Matcher.add_relevant_selectors(element, selectors, relevant_selectors)


class StyleSheets:
    """All style sheets of a page. Once they have cost too much none of them holds: `is_given_up` says so."""

    def __init__(self, texts: Iterable[str], root: Node) -> None:
        self.matcher = CountingMatcher()
        self.is_given_up = self.has_rules = False
        text = EMBEDDED.sub("none", "\n".join(texts))
        if len(text) > MOST_LETTERS:
            self.give_up()
            return
        try:
            for prelude, declared in screen_rules(text):
                self.add(prelude, declared, root.budget)
        except TooManyTests:
            self.give_up()

    def give_up(self) -> None:
        self.matcher, self.is_given_up, self.has_rules = CountingMatcher(), True, False

    def add(self, prelude: Sequence[Any], declared: tuple[Declaration, ...], budget: Budget) -> None:
        for selector in selectors_of(prelude):
            budget.spend(COST_OF_A_SELECTOR)
            try:
                compiled = cssselect2.compile_selector_list(selector)
            except SELECTOR_FAULTS:
                continue
            for one in compiled:
                self.matcher.add_selector(one, declared)
                self.has_rules = True

    def matches(self, node: Node) -> tuple[Match, ...]:
        """What is declared for the element and its pseudo-elements, the weakest first."""
        if not self.has_rules:
            return ()
        try:
            found = self.matcher.match(node)
            node.budget.spend(sum(COST_OF_A_MATCH + len(declared) for _, _, _, declared in found))
        except TooManyTests:
            self.give_up()
            return ()
        except RecursionError:
            return ()
        return tuple((order, pseudo, declared) for _, order, pseudo, declared in found)


def screen_rules(text: str) -> Iterator[tuple[Sequence[Any], tuple[Declaration, ...]]]:
    """The rules that hold on a screen and say something that a reader must know, in their order."""
    waiting = [(0, iter(tinycss2.parse_stylesheet(shortened(text), skip_comments=True, skip_whitespace=True)))]
    while waiting:
        depth, rules = waiting[-1]
        rule = next(rules, None)
        if rule is None:
            waiting.pop()
        elif rule.type == "at-rule" and depth < DEEPEST_RULE and is_passed_through(rule):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            waiting.append((depth + 1, iter(inner)))
        elif rule.type == "qualified-rule" and (declared := declarations_in(rule.content)):
            yield rule.prelude, declared


def is_passed_through(rule: Any) -> bool:
    if rule.content is None:
        return False
    keyword = rule.lower_at_keyword
    prelude = serialized(rule.prelude)
    return keyword == "layer" or (
        holds_on_screen(prelude) if keyword == "media" else keyword == "supports" and "not" not in prelude.split()
    )


def selectors_of(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """Each selector of a list, so that a fault in one costs only itself; an endless one is none."""
    selector: list[Any] = []
    for token in (*prelude, None):
        if token is None or (token.type == "literal" and token.value == ","):
            if selector and len(selector) <= LONGEST_SELECTOR:
                yield selector
            selector = []
        else:
            selector.append(token)


@lru_cache(maxsize=4096)
def declarations_of(style: str) -> tuple[Declaration, ...]:
    """What a `style` attribute declares."""
    return declarations_in(style) if len(style) <= LONGEST_STYLE else ()


def declarations_in(content: str | Sequence[Any]) -> tuple[Declaration, ...]:
    parsed = tinycss2.parse_blocks_contents(
        shortened(content) if isinstance(content, str) else content, skip_comments=True, skip_whitespace=True
    )
    found = ((entry, serialized(entry.value)) for entry in parsed if entry.type == "declaration")
    return tuple(
        Declaration(name_of(entry), value, entry.important)
        for entry, value in found
        if counts(name_of(entry)) and len(value) <= LONGEST_VALUE
    )


def name_of(declaration: Any) -> str:
    """Names of custom properties have their case."""
    name: str = declaration.name if declaration.name.startswith("--") else declaration.lower_name
    return name
