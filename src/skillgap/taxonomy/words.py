"""The shapes of `cues/` and `places.yaml`: the words by which structure and status are recognised."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from skillgap.taxonomy.types import CareerLevel, Release, SkillId, Value, Word


class Scope(StrEnum):
    """How far a cue reaches: to the next skill with only filler words between, or to the end of its clause."""

    NEXT = "next"
    CLAUSE = "clause"
    BEFORE = "before"


class Cue(Value, frozen=True):
    """Words that change what a mention beside them is worth."""

    text: Word
    scope: Scope


class Network(Value, frozen=True, kw_only=True):
    """Where people have a profile: its `host`, what the address of a profile begins with, and whether its name is a word too.

    A word needs a handle with its "@" behind it.
    """

    host: str = ""
    profiles: str = ""
    is_word: bool = False


class PostingPart(StrEnum):
    """What a heading of a job posting says of the lines under it; `open` is what stands under none that is known."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    SETTING = "setting"
    ABOUT = "about"
    WAIVED = "waived"
    OPEN = "open"


class PostingCue(StrEnum):
    """What words of a posting do to the skills beside them; `ahead` and `behind` say on which side they stand.

    `insists` beats any heading, `asks` one that is not known. `idle` phrases hide the cue that they begin with.
    """

    INSISTS = "insists"
    ASKS = "asks"
    SOFTENS_AHEAD = "softens_ahead"
    SOFTENS_BEHIND = "softens_behind"
    WAIVES_AHEAD = "waives_ahead"
    WAIVES_BEHIND = "waives_behind"
    BELITTLES = "belittles"
    DUTY = "duty"
    SETTING = "setting"
    IDLE = "idle"


class ConditionKind(StrEnum):
    """What a posting may ask of a person besides skills."""

    DEGREE = "degree"
    LANGUAGE = "language"
    ON_CALL = "on_call"
    TRAVEL = "travel"
    LICENCE = "licence"
    CLEARANCE = "clearance"
    PERMIT = "permit"


class DegreeStep(StrEnum):
    """The steps of a university's degrees, upwards."""

    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTOR = "doctor"


class PostingCues(Value, frozen=True, kw_only=True):
    """The words by which a job posting is read.

    Those `alone` are headings only where nothing else stands beside them: "Nice", "(nice) Rust"; `answers` stand behind a
    question that softens: "Rust? Even better". `heading_leads` stand before a word that is a heading of what is offered: "Our perks".
    `degrees` may stand between the words of a cue or a heading:
    "would also be a really big plus".
    `levels` are words of titles, `duty_levels` of what the work is, `level_headings` those over what one of several levels asks for,
    as is a number behind one of `level_labels`; `from_years` is the least number of years that speaks for
    a level, and of `grades`, by the name of a pay scale ("GS-12"), the least grade that does, beside words of `pay`.
    `numbers` are those written as words,
    `spans` (in years) those that need no unit behind them. `other_years` are phrases in which years are none of work.
    `plain_words` begin with a capital or are abbreviations, and name no technology;
    `field_nouns` end a term in small letters that names a field, `vague_words` begin none; `term_leads` and `term_ends` stand around it.
    `capital_nouns` are words of a language in which every noun has a capital. `or_links` stand between skills of which one is enough,
    `any_of` before them, `or_similar` behind them. `other_people` are those whose work is not the reader's ("our platform team"),
    `other_work` what is said of them, `relatives` begin it behind them, `anybody` begins who is looked for
    ("an engineer, who …"). `employer_work` are verbs behind the name of whoever hires. `conditions` are words of what is asked for
    besides skills, `degree_steps` those of a degree by its step; `language_names` are a language's, by its code, in all languages,
    and `language_words` frequent ones that no other language has. `topics` are headings that say what is listed and not how much it
    is wanted. `such_as` stands between a general name and kinds of it, `other_such` before one behind them ("Salt or another
    configuration management tool"); what `example_leads` lead in are examples, of which none is a must by itself. Of `platforms`
    what stands in brackets behind them is asked for beside them: "AWS (EKS, RDS)". `applicants` are those who may be welcome themselves.
    """

    headings: Mapping[PostingPart, tuple[str, ...]] = {}
    alone: Mapping[PostingPart, tuple[str, ...]] = {}
    heading_leads: tuple[str, ...] = ()
    cues: Mapping[PostingCue, tuple[str, ...]] = {}
    degrees: tuple[str, ...] = ()
    title_labels: tuple[str, ...] = ()
    employer_links: tuple[str, ...] = ()
    levels: Mapping[CareerLevel, tuple[str, ...]] = {}
    duty_levels: Mapping[CareerLevel, tuple[str, ...]] = {}
    level_headings: Mapping[CareerLevel, tuple[str, ...]] = {}
    level_labels: tuple[str, ...] = ()
    from_years: Mapping[CareerLevel, int] = {}
    grades: Mapping[str, Mapping[CareerLevel, int]] = {}
    pay: tuple[str, ...] = ()
    numbers: Mapping[str, int] = {}
    spans: Mapping[str, int] = {}
    open_ends: tuple[str, ...] = ()
    year_units: tuple[str, ...] = ()
    range_links: tuple[str, ...] = ()
    other_years: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    plain_words: tuple[str, ...] = ()
    field_nouns: tuple[str, ...] = ()
    vague_words: tuple[str, ...] = ()
    capital_nouns: tuple[str, ...] = ()
    term_leads: tuple[str, ...] = ()
    term_ends: tuple[str, ...] = ()
    or_links: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    or_similar: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()
    other_work: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    anybody: tuple[str, ...] = ()
    employer_work: tuple[str, ...] = ()
    conditions: Mapping[ConditionKind, tuple[str, ...]] = {}
    degree_steps: Mapping[DegreeStep, tuple[str, ...]] = {}
    language_names: Mapping[str, tuple[str, ...]] = {}
    language_words: Mapping[str, tuple[str, ...]] = {}
    topics: tuple[str, ...] = ()
    such_as: tuple[str, ...] = ()
    example_leads: tuple[str, ...] = ()
    other_such: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()


class Cues(Value, frozen=True, kw_only=True):
    """The words of one language by which structure and status are recognised; a language may lack some of them."""

    language: str
    headings: Mapping[str, tuple[str, ...]] = {}
    telling: Mapping[str, tuple[str, ...]] = {}
    unsure: tuple[str, ...] = ()
    form_parts: tuple[str, ...] = ()
    months: tuple[tuple[str, ...], ...] = ()
    seasons: Mapping[str, int] = {}
    present: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    onwards: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    end_labels: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    under_way: tuple[str, ...] = ()
    fluencies: tuple[str, ...] = ()
    start_labels: tuple[str, ...] = ()
    post_labels: tuple[str, ...] = ()
    duty_labels: tuple[str, ...] = ()
    language_skills: tuple[str, ...] = ()
    mother_tongues: tuple[str, ...] = ()
    other_languages: tuple[str, ...] = ()
    date_links: tuple[str, ...] = ()
    date_qualifiers: tuple[str, ...] = ()
    duration_units: tuple[str, ...] = ()
    working_hours: tuple[str, ...] = ()
    duration_starts: tuple[str, ...] = ()
    year_editions: tuple[str, ...] = ()
    sought_labels: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    credential_numbers: tuple[str, ...] = ()
    personal_numbers: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    number_words: tuple[str, ...] = ()
    page_notes: tuple[str, ...] = ()
    page_buttons: tuple[str, ...] = ()
    page_pictures: tuple[str, ...] = ()
    page_cuts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    title_endings: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    degree_asides: tuple[str, ...] = ()
    degree_prefixes: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    exchanges: tuple[str, ...] = ()
    dittos: tuple[str, ...] = ()
    minors: tuple[str, ...] = ()
    education_notes: tuple[str, ...] = ()
    study_states: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    school_endings: tuple[str, ...] = ()
    school_links: tuple[str, ...] = ()
    faculties: tuple[str, ...] = ()
    generic_labels: tuple[str, ...] = ()
    education_levels: tuple[str, ...] = ()
    field_links: tuple[str, ...] = ()
    project_roles: tuple[str, ...] = ()
    degree_subjects: tuple[str, ...] = ()
    degree_subject_abbreviations: tuple[str, ...] = ()
    grade_words: tuple[str, ...] = ()
    grade_units: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    serving: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    entry_labels: Mapping[str, tuple[str, ...]] = {}
    courses: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    internships: tuple[str, ...] = ()
    employments: tuple[str, ...] = ()
    self_employed: tuple[str, ...] = ()
    career_breaks: tuple[str, ...] = ()
    break_links: tuple[str, ...] = ()
    employment_nouns: tuple[str, ...] = ()
    sequels: tuple[str, ...] = ()
    document_titles: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    networks: Mapping[str, Network] = {}
    no_handles: tuple[str, ...] = ()
    contact_labels: Mapping[str, tuple[str, ...]] = {}
    streets: tuple[str, ...] = ()
    street_endings: tuple[str, ...] = ()
    introductions: tuple[str, ...] = ()
    greetings: tuple[str, ...] = ()
    marital_words: tuple[str, ...] = ()
    gender_words: tuple[str, ...] = ()
    religion_words: tuple[str, ...] = ()
    neutral_words: Mapping[str, str] = {}
    neutral_alone: Mapping[str, str] = {}
    neutral_next: tuple[str, ...] = ()
    neutral_verbs: Mapping[str, str] = {}
    neutral_adverbs: tuple[str, ...] = ()
    neutral_clauses: tuple[str, ...] = ()
    neutral_perfect: tuple[str, ...] = ()
    language_verbs: tuple[str, ...] = ()
    language_nouns: tuple[str, ...] = ()
    names_too: tuple[str, ...] = ()
    age_phrases: tuple[str, ...] = ()
    age_units: tuple[str, ...] = ()
    photo_words: tuple[str, ...] = ()
    other_documents: Mapping[str, tuple[str, ...]] = {}
    negated: tuple[Cue, ...] = ()
    learning: tuple[Cue, ...] = ()
    coursework: tuple[Cue, ...] = ()
    other_person: tuple[Cue, ...] = ()
    listed: tuple[Cue, ...] = ()
    others: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    others_verbs: tuple[str, ...] = ()
    others_links: tuple[str, ...] = ()
    own_team: tuple[str, ...] = ()
    own_subjects: tuple[str, ...] = ()
    own_present: tuple[str, ...] = ()
    own_objects: tuple[str, ...] = ()
    own_links: tuple[str, ...] = ()
    own_deeds: tuple[str, ...] = ()
    own_doing: tuple[str, ...] = ()
    by_me: tuple[str, ...] = ()
    own_of_others: tuple[str, ...] = ()
    not_own: tuple[str, ...] = ()
    own_upkeep: tuple[str, ...] = ()
    altering: tuple[str, ...] = ()
    tool_deeds: tuple[str, ...] = ()
    making: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    others_before: tuple[str, ...] = ()
    before_dates: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    own_with_figures: tuple[str, ...] = ()
    no_cues: tuple[str, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = {}
    group_labels: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()
    teaching: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    applying: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    clause_ends: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    known_behind: tuple[str, ...] = ()
    owning: tuple[str, ...] = ()
    growing: tuple[str, ...] = ()
    own_growth: tuple[str, ...] = ()
    clause_starts: tuple[str, ...] = ()
    after_letter: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = {}
    denials: Mapping[str, tuple[str, ...]] = {}
    depth: tuple[str, ...] = ()
    slight: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    dependent: tuple[str, ...] = ()
    posts: Mapping[str, tuple[str, ...]] = {}
    post_shows: Mapping[str, Mapping[SkillId, float]] = {}
    posts_not: tuple[str, ...] = ()
    post_examples: Mapping[str, tuple[str, ...]] = {}
    post_counterexamples: tuple[str, ...] = ()
    other_trades: tuple[str, ...] = ()
    this_trade: tuple[str, ...] = ()
    maybe_this_trade: tuple[str, ...] = ()
    dealers: tuple[str, ...] = ()
    dealers_not: tuple[str, ...] = ()
    dealings: tuple[str, ...] = ()
    retellers: tuple[str, ...] = ()
    retellings: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    trade_ranks: tuple[str, ...] = ()
    trade_preps: tuple[str, ...] = ()
    trade_links: tuple[str, ...] = ()
    own_posts: tuple[str, ...] = ()
    own_rises: tuple[str, ...] = ()
    own_bands: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()
    under_me: tuple[str, ...] = ()
    recipient_preps: tuple[str, ...] = ()
    teaching_people: tuple[str, ...] = ()
    using: tuple[str, ...] = ()
    study_works: tuple[str, ...] = ()
    study_links: tuple[str, ...] = ()
    study_leads: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    researchers: tuple[str, ...] = ()
    certified: tuple[str, ...] = ()
    certified_as: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    other_trade_examples: tuple[str, ...] = ()
    other_trade_counterexamples: tuple[str, ...] = ()
    orders: tuple[tuple[tuple[str, ...], ...], ...] = ()
    orders_told_of: tuple[str, ...] = ()
    order_examples: tuple[str, ...] = ()
    order_counterexamples: tuple[str, ...] = ()
    postings: PostingCues = PostingCues()


class Places(Value, frozen=True, kw_only=True):
    """Names of places as résumés print them; `countries` by their ISO 3166 code, `demonyms` for the people of them."""

    countries: Mapping[str, tuple[str, ...]]
    demonyms: tuple[str, ...]
    regions: tuple[str, ...]
    codes: tuple[str, ...]
    towns: tuple[str, ...]
    modes: tuple[str, ...]


class Words(Struct, frozen=True):
    """What reading a résumé's structure needs: no skills, no roles."""

    release: Release
    cues: Cues
    places: Places
