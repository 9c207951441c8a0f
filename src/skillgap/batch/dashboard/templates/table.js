// The table: its columns, their order, and the few rows of it that are on the page at a time.

const UNKNOWN = Infinity;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const bdi = (text) => make("bdi", {}, text);
const warningCell = (row) =>
  row.warnings.length ? [make("ul", { class: "short-list" }, ...row.warnings.map((each) => make("li", {}, `⚠\uFE0E ${warningName(each)}`)))] : [];

const bandDrawn = (row) => {
  const width = Math.max(1, row.high - row.low);
  return draw("svg", { class: "band", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("rect", { class: "track", y: 3, width: 100, height: 4 }),
    draw("rect", { class: "range", x: Math.min(row.low, 100 - width), y: 1, width, height: 8 }),
    draw("rect", { class: "point", x: Math.min(99, Math.max(0, row.score - 0.5)), width: 1.4, height: 10 }));
};

const scoreCell = (row) => [
  make("b", {}, points(row.score)), " ", make("span", { class: "soft" }, bandOf(row)), bandDrawn(row),
];
const placeCell = (row) => [
  make("b", {}, placeOf(row)), ...(row.best === row.worst ? [] : [make("span", { class: "soft" }, ` rank ${count(row.rank)}`)]),
];
const nameCell = (row) => [
  make("b", {}, bdi(who(row))),
  row.person || isBlind ? null : make("span", { class: "soft" }, " no name found"),
  row.hasReport ? make("a", { href: `reports/${encodeURIComponent(row.id)}.html`, "aria-label": `Report of ${who(row)}` }, "Report") : null,
].filter(Boolean);
/** The folder that all files lie in, which is said once, above the table. */
const folderOf = (names) => {
  const [first = ""] = names;
  const end = names.reduce((least, name) => {
    let at = 0;
    while (at < least && name[at] === first[at]) at += 1;
    return at;
  }, first.length);
  const folder = first.slice(0, end);
  return folder.slice(0, Math.max(folder.lastIndexOf("/"), folder.lastIndexOf("\\")) + 1);
};
const folder = rows.length > 1 ? folderOf(rows.map((row) => row.name)) : "";
/** A path may be broken after a slash, and between the words of a name. */
const fileCell = (row) => {
  const parts = row.name.slice(folder.length).split(/(?<=[/\\_-])/);
  return [make("bdi", { title: row.name }, ...parts.flatMap((part, place) => (place ? [make("wbr"), part] : [part])))];
};
const copyCell = (row) => [
  ...(row.duplicateOf ? [make("span", { class: "mark" }, "Same content as ", bdi(row.duplicateOf))] : []),
  ...(row.similarTo ? [make("span", { class: "mark" }, "Nearly the same text as ", bdi(row.similarTo))] : []),
];
const selectedCell = (row) => [row.reason ? make("span", { class: "soft" }, `No: ${row.reason}`) : "✓ Selected"];

/** What is beyond three lines is in the title, and in the report. */
const fewLines = (text) => [make("div", { class: "few-lines", title: text }, text)];

/** `key` gives a number or a text to sort by; UNKNOWN and the empty text come last in either direction. */
const allColumns = [
  { id: "place", label: "Place", key: (row) => row.best + row.worst / 1e7, cells: placeCell },
  { id: "person", label: "Candidate", key: who, cells: nameCell },
  { id: "file", label: "File", key: (row) => row.name, cells: fileCell, isNeeded: () => !isBlind },
  { id: "score", label: "Score", key: (row) => row.score, cells: scoreCell, isDown: true },
  ...areas.map(({ id, name }, place) => ({
    id: `area.${id}`, label: name, key: (row) => row.areas[place] ?? UNKNOWN, isDown: true, kind: "area",
    heat: (row) => row.areas[place], cells: (row) => [row.areas[place] === null ? "–" : row.areas[place].toFixed(0)],
  })),
  {
    id: "selected", label: "Selected", key: (row) => (row.reason ? `1 ${row.reason}` : "0"), cells: selectedCell,
    isNeeded: () => rows.some((row) => row.reason),
  },
  {
    id: "warnings", label: "Warnings", cells: warningCell,
    key: (row) => (row.warnings.length ? warningRank(row) : UNKNOWN), isNeeded: () => rows.some((row) => row.warnings.length),
  },
  {
    id: "copies", label: "Copies", key: (row) => row.duplicateOf || row.similarTo, cells: copyCell,
    isNeeded: () => rows.some((row) => row.duplicateOf || row.similarTo),
  },
  { id: "strengths", label: "Strengths", key: (row) => row.strengths.join(", "), cells: (row) => fewLines(listed(row.strengths)) },
  { id: "gaps", label: "Gaps", key: (row) => row.gaps.join(", "), cells: (row) => fewLines(listed(row.gaps)) },
];
const columns = allColumns.filter((column) => column.isNeeded?.() ?? true);

/** The gravest warning first; among those of the same, who has most. */
const warningRank = (row) => {
  const [gravest] = row.warnings;
  return (typeof gravest === "number" ? gravest : warnings.length) * 100 - row.warnings.length;
};

/** A number for each row: of texts, their place in the alphabet. Worked out once a column. */
const keys = new Map();
const keysOf = (column) => {
  if (!keys.has(column.id)) {
    const found = rows.map(column.key);
    keys.set(column.id, typeof found[0] === "string" ? placesOf(found) : Float64Array.from(found));
  }
  return keys.get(column.id);
};
const placesOf = (texts) => {
  const different = [...new Set(texts)].filter(Boolean).sort(collator.compare);
  let place = 0;
  const places = new Map([["", UNKNOWN]]);
  different.forEach((text, number) => {
    if (number && collator.compare(different[number - 1], text) !== 0) place += 1;
    places.set(text, place);
  });
  return Float64Array.from(texts, (text) => places.get(text));
};

const sorted = (found) => {
  const key = keysOf(columns.find((column) => column.id === state.sort));
  const sign = state.isDown ? -1 : 1;
  return found.sort(({ number: one }, { number: other }) => {
    if (key[one] === key[other]) return one - other;
    if (key[one] === UNKNOWN) return 1;
    if (key[other] === UNKNOWN) return -1;
    return sign * (key[one] - key[other]);
  });
};

/** What the style knows the column's cells by. */
const classOf = (column) => column.kind ?? `in-${column.id}`;

const headOf = (column) => {
  const button = make("button", { type: "button", class: "sort" }, column.label, make("span", { "aria-hidden": "true", class: "arrow" }));
  button.addEventListener("click", () => sortBy(column));
  return make("th", { role: "columnheader", scope: "col", "data-column": column.id, class: classOf(column) }, button);
};
/** A second press turns the order round. */
const sortBy = (column) => {
  const isDown = state.sort === column.id ? !state.isDown : column.isDown ?? false;
  change({ sort: column.id, isDown, page: 1 });
};

const buildHead = () => {
  if (folder && !isBlind) named("folder").replaceChildren("The files lie in ", bdi(folder));
  named("columns").append(make("th", { role: "columnheader", scope: "col", class: "tick-cell" }, make("span", { class: "hidden" }, "Compare")));
  named("columns").append(...columns.map(headOf));
  named("s-column").append(...columns.map((column) => make("option", { value: column.id }, column.label)));
  named("s-column").addEventListener("change", () => {
    const column = columns.find((each) => each.id === named("s-column").value);
    change({ sort: column.id, isDown: column.isDown ?? false, page: 1 });
  });
  named("s-turn").addEventListener("click", () => change({ isDown: !state.isDown, page: 1 }));
};

const rowDrawn = (row, place) => {
  const cells = columns.map((column) => {
    const score = column.heat?.(row) ?? null;
    const isHead = column.id === "person";
    return make(isHead ? "th" : "td", {
      role: isHead ? "rowheader" : "cell", scope: isHead ? "row" : null, "data-label": column.label,
      class: [classOf(column), score === null ? "" : `heat-${fifth(score)}`].join(" ").trim(),
    }, ...column.cells(row));
  });
  return make("tr", { role: "row", "aria-rowindex": place + 2, "data-row": row.number }, tickCell(row), ...cells);
};

const said = (column) => `by ${column.label.toLowerCase()}, ${state.isDown ? "descending" : "ascending"}`;

/** Draw the page of rows that the state asks for. */
const drawTable = (found) => {
  const pages = Math.max(1, Math.ceil(found.length / state.size));
  state.page = Math.min(state.page, pages);
  const first = (state.page - 1) * state.size;
  const some = found.slice(first, first + state.size);
  named("shown").replaceChildren(...some.map((row, place) => rowDrawn(row, first + place)));
  named("table").setAttribute("aria-rowcount", found.length + 1);
  for (const head of named("columns").querySelectorAll("[data-column]")) {
    if (head.dataset.column !== state.sort) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", state.isDown ? "descending" : "ascending");
  }
  named("s-column").value = state.sort;
  const which = found.length ? `${count(first + 1)}–${count(first + some.length)} of ${count(found.length)}` : "None";
  named("p-says").textContent = which;
  named("p-page").textContent = `page ${count(state.page)} of ${count(pages)}`;
  named("status").textContent = found.length
    ? `${counted(found.length, "candidate")} of ${count(rows.length)}, ${said(columns.find((column) => column.id === state.sort))}; ${count(first + 1)}–${count(first + some.length)} shown`
    : "No candidate meets all of this";
  for (const id of ["p-first", "p-before"]) named(id).setAttribute("aria-disabled", state.page === 1);
  for (const id of ["p-after", "p-last"]) named(id).setAttribute("aria-disabled", state.page === pages);
};

const buildPager = () => {
  const turn = (id, page) => named(id).addEventListener("click", () => {
    if (named(id).getAttribute("aria-disabled") === "true") return;
    change({ page: page() });
    named("grid").scrollTop = 0;
    if (named("grid").getBoundingClientRect().top < 0) named("grid").scrollIntoView();
  });
  turn("p-first", () => 1);
  turn("p-before", () => state.page - 1);
  turn("p-after", () => state.page + 1);
  turn("p-last", () => Math.ceil(shown.length / state.size));
  named("p-size").addEventListener("change", () => change({ size: Number(named("p-size").value), page: 1 }));
};
