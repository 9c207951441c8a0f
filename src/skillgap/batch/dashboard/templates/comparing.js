// Up to four candidates side by side.

const MOST = 4;
const ticked = new Set();
const chosen = () => [...ticked].map((number) => rows[number]);
const tell = (text, isRefusal = false) => {
  named("picked-says").textContent = text;
  named("picked-says").classList.toggle("gain", isRefusal);
};

const tickCell = (row) => {
  const box = make("input", { type: "checkbox", autocomplete: "off", "aria-label": `Compare ${who(row)}` });
  box.checked = ticked.has(row.number);
  box.addEventListener("change", () => tick(row, box));
  return make("td", { role: "cell", class: "tick-cell", "data-label": "Compare" }, box);
};

const tick = (row, box) => {
  if (box.checked && ticked.size === MOST) {
    box.checked = false;
    tell(`Four at most can be compared: untick one of ${chosen().map(whoAmong(chosen())).join(", ")} first.`, true);
    return;
  }
  if (box.checked) ticked.add(row.number);
  else ticked.delete(row.number);
  tellTicked();
};

const tellTicked = () => {
  tell(ticked.size ? `To compare: ${chosen().map(whoAmong(chosen())).join(", ")}` : "Tick two to four candidates to compare them.");
  named("clear").hidden = ticked.size === 0;
  named("picked").classList.toggle("some", ticked.size > 0);
  named("compare").setAttribute("aria-disabled", ticked.size < 2);
};

const meter = (shown, asked) => draw("svg", { class: "meter", viewBox: "0 0 68 12", "aria-hidden": "true" },
  ...[0, 1, 2, 3].map((step) => draw("rect", {
    x: step * 17 + 1, y: 1, width: 15, height: 10, rx: 3, class: step < shown ? "on" : step < asked ? "asked" : "off",
  })));

const line = (label, cells, attributes = {}) => make("tr", attributes, make("th", { scope: "row" }, ...[label].flat()), ...cells);
const spread = (figures) => Math.max(...figures) - Math.min(...figures);

const skillLine = (skill, some) => {
  const { name, required } = skills[skill];
  return line([name, make("span", { class: "soft" }, `asked for: ${levels[required]}`)], some.map((row) => {
    const level = levelOf(row, skill);
    return make("td", {}, meter(level, required), " ", make("b", {}, levels[level]), " ",
      make("span", { class: "soft" }, `credit ${creditOf(row, skill)}%`));
  }));
};

/** The rows of one area: its scores, the skills that differ, those that weigh most first, and in one line those that do not. */
const areaLines = (area, place, some) => {
  const difference = (skill) => skills[skill].weight * (spread(some.map((row) => creditOf(row, skill))) + spread(some.map((row) => levelOf(row, skill))));
  const inside = skills.map((_, number) => number).filter((number) => skills[number].area === place);
  const differing = inside.filter((skill) => difference(skill) > 0).sort((one, other) => difference(other) - difference(one));
  const same = inside.filter((skill) => difference(skill) === 0);
  const bySame = [0, 1, 2, 3, 4].map((level) => [level, same.filter((skill) => levelOf(some[0], skill) === level)]).filter(([, found]) => found.length);
  const sameWords = bySame.reverse().map(([level, found]) => `${levels[level]}: ${listed(found.map((skill) => skills[skill].name))}`).join(". ");
  const scores = some.map((row) => {
    const score = row.areas[place];
    return make("td", { class: score === null ? "area" : `area heat-${fifth(score)}` }, score === null ? "–" : score.toFixed(0));
  });
  return make("tbody", {},
    line(area.name, scores, { class: "of-area" }),
    ...differing.map((skill) => skillLine(skill, some)),
    same.length ? make("tr", {}, make("td", { class: "soft", colspan: some.length + 1 }, `The same in all. ${sameWords}.`)) : null);
};

/** What a candidate is called among some: two of the same name are told apart by their ids. */
const whoAmong = (some) => (row) =>
  some.some((other) => other !== row && who(other) === who(row)) ? `${who(row)} (${row.id})` : who(row);

const overlapWords = (some) => {
  const name = whoAmong(some);
  const pairs = some.flatMap((one, place) => some.slice(place + 1).map((other) => (one.score < other.score ? [other, one] : [one, other])));
  const apart = pairs.filter(([higher, lower]) => higher.low > lower.high);
  const alike = pairs.filter(([higher, lower]) => higher.low <= lower.high);
  const together = (found, word) => found.map((pair) => pair.map(name).join(` ${word} `)).join("; ");
  if (!alike.length) return "No two of the fair ranges overlap.";
  if (!apart.length) return "The fair ranges overlap: the scores do not tell these candidates apart.";
  if (alike.length <= apart.length) return `Not told apart by their scores, as their fair ranges overlap: ${together(alike, "and")}.`;
  return `The scores tell apart ${together(apart, "above")}. All other fair ranges overlap.`;
};

/** For each, the skills that it shows and no other does, those that weigh most first. */
const aloneLine = (some) => line("Shown by nobody else here", some.map((row) => {
  const alone = skills.map((_, number) => number)
    .filter((skill) => levelOf(row, skill) > 0 && some.every((other) => other === row || levelOf(other, skill) === 0))
    .sort((one, other) => skills[other].weight - skills[one].weight);
  return make("td", {}, listed(alone.map((skill) => skills[skill].name)));
}));

const comparisonOf = (some) => {
  const cells = (content) => some.map((row) => make("td", {}, ...[content(row)].flat()));
  const head = make("tr", {}, make("td"), ...some.map((row) => make("th", { scope: "col" }, ...nameCell(row))));
  const body = make("tbody", {},
    isBlind ? null : line("File", cells(fileCell)),
    line("Score and fair range", cells(scoreCell)),
    line("Place", cells(placeCell)),
    aloneLine(some),
    line("Warnings", cells((row) => (row.warnings.length ? warningCell(row) : "–")), { class: "in-warnings" }));
  const table = make("table", {}, make("thead", {}, head), body, ...areas.map((area, place) => areaLines(area, place, some)));
  return [make("p", {}, overlapWords(some)), make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": "Comparison" }, table)];
};

const buildComparison = () => {
  const dialog = named("comparison");
  named("compare").addEventListener("click", () => {
    if (ticked.size < 2) {
      tell("Tick two candidates at least.", true);
      return;
    }
    named("comparison-body").replaceChildren(...comparisonOf(chosen()));
    dialog.showModal();
  });
  named("comparison-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => named("comparison-body").replaceChildren());
  named("clear").addEventListener("click", () => {
    ticked.clear();
    for (const box of document.querySelectorAll("#shown .tick-cell input")) box.checked = false;
    tellTicked();
    named("compare").focus();
  });
  tellTicked();
};
