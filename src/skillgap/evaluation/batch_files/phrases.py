"""The parts that invented résumés are put together from. All people, firms, schools and places are invented."""

GIVEN = (
    (
        "Al",
        "Bri",
        "Ca",
        "Da",
        "El",
        "Fen",
        "Gi",
        "Ha",
        "Io",
        "Ja",
        "Ka",
        "Lu",
        "Ma",
        "Ne",
        "Or",
        "Pa",
        "Ru",
        "Sa",
        "Ti",
    ),
    ("ren", "lia", "dan", "mira", "vik", "tess", "nor", "lan", "bel", "rik", "na", "ro", "lys", "mé", "ton", "sha"),
)
FAMILY = (
    ("Ald", "Ber", "Cor", "Dun", "Ever", "Fal", "Gren", "Hol", "Ing", "Jor", "Kel", "Lind", "Mar", "Nor", "Ost", "Pel"),
    (
        "wick",
        "mont",
        "ley",
        "sen",
        "ford",
        "ovic",
        "ano",
        "berg",
        "quist",
        "hart",
        "eira",
        "iuk",
        "stad",
        "ami",
        "ough",
    ),
)
FIRM = (
    ("Blue", "North", "Amber", "Clear", "Iron", "Quiet", "Cedar", "Red", "Silver", "Tall", "Wide", "Stone", "Salt"),
    ("harbour", "field", "gate", "pine", "mill", "water", "lark", "ridge", "loom", "bridge", "fern", "anchor", "kite"),
    ("Systems", "Networks", "Payments", "Instruments", "Logistics", "Software", "Energy", "Robotics", "Media", "Labs"),
)
TOWN = (
    ("East", "Lower", "New", "Old", "Port", "Upper", "West", "Saint"),
    ("brook", "cliff", "dale", "haven", "moor", "shore", "wold", "mere"),
    ("TX", "OH", "WA", "CO", "NY", "Ireland", "Norway", "remote"),
)
SCHOOLS = ("{town} State University", "University of {town}", "{town} Institute of Technology", "{town} College")
DEGREES = ("B.Sc.", "M.Sc.", "Bachelor of Science", "Master of Engineering", "B.A.", "B.Eng.", "Diploma")
SUBJECTS = ("Computer Science", "Electrical Engineering", "Mathematics", "Physics", "History", "Information Systems")
LANGUAGES = ("English", "German", "Portuguese", "Polish", "French", "Swedish", "Turkish", "Spanish", "Dutch", "Malay")
FLUENCY = ("native", "fluent", "good", "basic", "C1", "B2", "A2")

DONE = (
    "Built", "Wrote", "Designed", "Rewrote", "Maintained", "Ported", "Tuned", "Debugged", "Introduced", "Extended",
    "Shipped", "Owned", "Took over", "Hardened", "Measured and reworked", "Planned and delivered", "Simplified",
)  # fmt: skip
THINGS = (
    "the billing gateway", "a telemetry collector", "the firmware of a water meter", "an order router", "the build farm",
    "a cache for map tiles", "the session store", "a packet recorder", "the boot chain of a camera", "a ticket queue",
    "the nightly import", "a search index", "the control loop of a packaging line", "a log pipeline", "the device registry",
    "a replicated ledger", "the update service", "a storage back end", "the monitoring of three sites", "an internal SDK",
    "the scheduler of a render farm", "a protocol bridge", "the admission service", "a test bench for radios",
    "the backup of all clinics", "a rate limiter", "the message bus of a tram depot", "a fault injector",
)  # fmt: skip
MEANS = (
    " in {a}", " with {a} and {b}", " using {a}, {b} and {c}", " on top of {a}", " ({a}, {b})", ", mostly {a} and some {b}",
    " with {a} where {b} had been", " by means of {a}; {b} for the rest",
)  # fmt: skip
OUTCOMES = (
    ", which cut latency from {n} ms to {m} ms", "; {n} teams use it", ", {n} requests a second on {m} hosts",
    "; no message was lost in {m} months", ", {m} % fewer alarms at night", " for {n} branches in {m} countries",
    ", and the build takes {m} minutes instead of {n}", "; start-up went from {n} s to {m} s", " within {m} weeks",
    ", tested under load with {n} clients", "; {m} incidents a year became {k}", ", {n}k lines, {m} reviewers", "",
    " and wrote the manual of {n} pages for it", "; memory fell by {m} %", ", live for {n},000 customers since spring",
)  # fmt: skip
BESIDE = (
    "Interviewed {n} applicants and looked after {k} trainees.", "On call one week in {k}, {n} pages in {m} months.",
    "Reported to the head of a department of {n}.", "Moved the team of {k} from one office to another in {m} days.",
    "Kept the budget of {n}k a year and the contract with {k} suppliers.", "Spoke at {k} meetings of the local group.",
    "Wrote the plan for {m} months and held it for {n} of {n} dates.", "Answered about {n} tickets a week.",
)  # fmt: skip
ABOUT = (
    "{years} years of work on {a} and {b}, the last of them as {title}.",
    "{title} who likes {a}, small changes and short meetings.",
    "I came to {a} by way of {b} and stayed; {years} years by now.",
    "Looking for a team of {k} to {m} people that takes {a} seriously.",
    "Best at {a}; at home with {b} and {c}.",
    "Calm under load, {years} years in the trade, {n} releases.",
)
RANKS = ("Junior {label}", "{label}", "Senior {label}", "Staff {label}")
OTHER_TRADES = {
    "Pastry Cook": ("Baked {n} cakes a day for {k} shops", "Ordered flour and sugar for {m} weeks ahead"),
    "Ward Nurse": ("Looked after {n} patients on a ward of {m} beds", "Gave medicine and kept the charts of {k} rooms"),
    "Primary Teacher": ("Taught a class of {n} to read and to reckon", "Led {k} outings a year with {m} parents"),
    "Gardener": ("Planted {n} trees in {k} parks", "Kept {m} greenhouses through the winter"),
    "Bookkeeper": ("Booked {n} invoices a month for {k} clients", "Closed {m} years without a correction"),
    "Warehouse Clerk": ("Picked {n} parcels a shift", "Counted the stock of {m} aisles every {k} weeks"),
}
HEADINGS = {
    "summary": ("Summary", "Profile", "About me"),
    "experience": ("Experience", "Work Experience", "Employment", "Professional Experience"),
    "skills": ("Skills", "Technical Skills", "Core Skills"),
    "education": ("Education", "Education and Training"),
    "languages": ("Languages",),
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
