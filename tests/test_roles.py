"""A role's profile is shown whole, and an unknown one is said."""

import json
import re

import msgspec
import pytest
from fit_answers import ROLE, TAXONOMY
from test_cli import skillgap

from skillgap.errors import UsageError
from skillgap.report.pages import PageFormat
from skillgap.taxonomy.types import RoleId


@pytest.mark.parametrize("role", sorted(TAXONOMY.roles))
def test_a_role_is_shown_whole(role: RoleId) -> None:
    from skillgap.report.role_page import role_page
    from skillgap.report.role_rendering import render_role

    profile = TAXONOMY.roles[role]
    page = role_page(profile, "senior", TAXONOMY)
    text = " ".join(re.sub(r"[•\s]+", " ", render_role(page, PageFormat.TEXT, width=2000)).split())
    for said in (
        profile.summary,
        *profile.work,
        *profile.thrives,
        *profile.finds_it_hard,
        *profile.varies,
        profile.source,
    ):
        assert " ".join(said.split()) in text
    for figure in (*profile.pay, *profile.outlook):
        assert all(part in text for part in (figure.value, figure.vintage, figure.source))
    assert json.loads(render_role(page, PageFormat.JSON))["role"]["id"] == role
    assert render_role(page, PageFormat.MARKDOWN).startswith(f"# {profile.label}\n")


def test_skills_of_a_role_stand_by_importance_and_share() -> None:
    from skillgap.report.role_page import role_page

    page = role_page(ROLE, "junior", TAXONOMY)
    order = ["essential", "important", "useful"]
    keys = [(order.index(each.importance), -(each.share or 0)) for each in page.asked]
    assert keys == sorted(keys)
    assert {each.skill for each in page.asked} == {line.skill for line in ROLE.skills if line.junior != "none"}


def test_roles_and_roles_list_print_the_same() -> None:
    assert skillgap("roles").stdout == skillgap("roles", "list").stdout != b""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("sytems-architect",), "did you mean 'systems-architect'?"),
        (("systems-architect", "--level", "principal"), "no level 'principal'; known: junior, mid, senior, staff"),
    ],
)
def test_roles_show_says_what_is_unknown(arguments: tuple[str, ...], expected: str) -> None:
    done = skillgap("roles", "show", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert expected in line


def test_a_level_that_a_role_lacks_is_said() -> None:
    from skillgap.report.role_page import role_page

    short = msgspec.structs.replace(ROLE, levels=ROLE.levels[2:])
    with pytest.raises(UsageError, match="has no level 'junior'; it has senior, staff"):
        role_page(short, "junior", TAXONOMY)
    assert role_page(short, None, TAXONOMY).level == "senior"
