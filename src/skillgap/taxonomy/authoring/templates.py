"""Filled-in templates for those who add to the taxonomy: valid as they stand, to be written over."""

from skillgap.errors import UsageError
from skillgap.taxonomy.types import SKILL_ID

SKILL = """\
# skills/<area>/<group>.yaml is a list; put this under the others, or into a file of its own. A skill of operating-systems,
# networking, concurrency or integration needs a free resource, its own or that of a broader skill.
- id: {id}
  label: {label}
  kind: technology            # concept, technology, practice, tool, language, standard, protocol
  definition: What it is, in one line of your own words.
  aliases:                    # how people write it; plurals, hyphens and versions come free
    - {words} framework
    # - {{text: {acronym}, case: exact}}          only in exactly this spelling
    # - {{text: {words}, ambiguous: true}}        counts only where the context is technical
  # near: [words, that settle, an ambiguous alias]
  # not_near: [words, that show, that it is not meant]
  # other_senses: [phrases with the name, that mean something else]
  # broader: [skill-id]       # it is a kind of these, or a part of them
  requires: [programming]     # what must be learnt before
  # implies: {{skill-id: 0.8}}  # using it shows that too; how surely, 0 to 1
  # adjacent: {{skill-id: 0.5}} # having it makes that quicker to learn; how much carries over
  examples:                   # two or more résumé lines that name it and must be read as it
    - Moved the billing service to {label}, ending the nightly restarts.
    - "{label}, Linux, Git"
  # counterexamples:          # lines that must not be read as it; needed where an alias is ambiguous
  #   - A line from another trade that uses the same word.
  # paraphrases:              # lines that prove it without naming it
  #   - What somebody writes who does it and does not say so.
  levels:                     # what each level looks like in a résumé
    awareness: Met it in a course, or used what others had built with it.
    working: Used it in own code, in the ordinary way, and kept that running.
    practitioner: Chose it over something else, designed with it, found its hard faults.
    expert: Changed it for others - upstream, as a standard of a team, at a scale that few see.
  project:                    # something to build that would be evidence of it
    title: A small thing built with {label}
    brief: What to build, and what to measure or show, so that a line on a résumé comes of it.
    hours: 12
"""

ROLE = """\
# roles/{id}.yaml
id: {id}
label: {label}
summary: What somebody in this role builds and answers for, in one sentence.
source: How importance was found - how many postings were read, when, or whose judgement it is.
work:                         # what the days are like
  - You spend most of the week on this.
thrives:
  - People who like this about it.
finds_it_hard:
  - People who would miss that.
varies:                       # what is different from employer to employer
  - In a small firm you also do this.
# occupations: [{{system: SOC, code: 15-1252, title: Software Developers}}]
# pay: [{{what: median, value: "$133,080", country: US, vintage: May 2024, about: software developers, source: ...}}]
levels:                       # from the first to the last
  - {{level: junior, typical_years: 0-2, about: Carries out well-described work.}}
  - {{level: mid, typical_years: 2-5, about: Owns a component., changes: From tasks to a component.}}
  - {{level: senior, typical_years: 5-8, about: Designs and sets standards., changes: From a component to a system.}}
  - {{level: staff, typical_years: 8+, about: Sets direction across teams., changes: From a system to several teams.}}
skills:                       # importance: essential, important, useful; levels: none, awareness, working, practitioner, expert
  # basis: judgement, occupation (an official database), or postings with how many (postings: 40, of: 155)
  - {{skill: programming, importance: essential, junior: working, mid: practitioner, senior: practitioner, staff: expert, basis: judgement}}
  - {{skill: linux, importance: important, junior: awareness, mid: working, senior: practitioner, staff: practitioner, basis: judgement}}
# tracks:                     # ways of doing the role: lines that are added or replaced, skills left out
#   - {{id: some-track, label: some track, about: One sentence., skills: [], drops: []}}
"""


RESOURCE = """\
# resources/<any>.yaml is a list
- id: {id}
  title: {label}
  authors: Who wrote it
  year: "2024"
  type: free online book        # book, course, paper, documentation, ...
  url: https://www.example.com/{id}
  free: true
  hours: 10
  hours_basis: ~150 pages at ~15 pages/h
  level: junior                 # junior, mid, senior, staff, or a range: junior-mid
  skills: [programming]         # what it teaches, most of all first
  verified_in: the list or page on which somebody saw this address
"""

QUESTION = """\
# questions/<area>/<group>.yaml is a list
- id: {id}
  skill: programming
  level: mid                    # junior, mid, senior, staff
  question: A situation to reason about, rather than a definition to recite.
  strong_answer: What a strong answer covers.
  follow_up: What to ask next.
"""
TEMPLATES = {"skill": SKILL, "role": ROLE, "resource": RESOURCE, "question": QUESTION}


def template_of(kind: str, name: str) -> str:
    """Return YAML for a new entry of that id; raises UsageError where the id is none."""
    if not SKILL_ID.fullmatch(name):
        raise UsageError(f"{name!r} is no id", hint="lower-case words joined by hyphens, such as message-queues")
    words = name.replace("-", " ")
    label = words[:1].upper() + words[1:]
    acronym = "".join(word[0] for word in words.split()).upper()
    return TEMPLATES[kind].format(id=name, label=label, words=words, acronym=acronym)
