// Which rows are shown: the state of the filters, the form that changes it, and the page's address that keeps it.

const WARNED = "any";
const UNWARNED = "none";
const start = () => ({
  text: "", least: "", isSelected: false, warning: "", areas: {}, skills: [], sort: "score", isDown: true, page: 1, size: 50,
});
let state = start();

/** For comparing words: without case and accents. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const haystacks = rows.map((row) => fold(`${row.person} ${row.name} ${row.id}`));
const skillWords = skills.map((skill) => [fold(skill.name), ...fold(skill.name).split(/[^\p{L}\p{N}+#.]+/u)]);
const placeOfSkill = new Map(skills.map((skill, number) => [skill.id, number]));

/** The numbers of the skills that a word means: it is the name, or three letters or more of it begin a word of the name. */
const skillsMeant = (word) =>
  skills.map((_, number) => number).filter((number) =>
    skillWords[number].some((each) => each === word || (word.length > 2 && each.startsWith(word))));

const holdsWord = (word) => {
  const meant = skillsMeant(word);
  return (row) => haystacks[row.number].includes(word) || meant.some((skill) => levelOf(row, skill) > 0);
};

const warningCondition = (wanted) => {
  if (wanted === WARNED) return (row) => row.warnings.length > 0;
  if (wanted === UNWARNED) return (row) => row.warnings.length === 0;
  return (row) => row.warnings.some((each) => typeof each === "number" && warnings[each].id === wanted);
};

/** Everything that a row must meet to be shown. */
const conditions = () => {
  const all = fold(state.text).split(/\s+/).filter(Boolean).map(holdsWord);
  if (state.least !== "") all.push((row) => row.score >= Number(state.least));
  if (state.isSelected) all.push((row) => row.reason === "");
  if (state.warning !== "") all.push(warningCondition(state.warning));
  areas.forEach((area, place) => {
    const least = state.areas[area.id];
    if (least !== undefined) all.push((row) => row.areas[place] !== null && row.areas[place] >= Number(least));
  });
  for (const [id, level] of state.skills) all.push((row) => levelOf(row, placeOfSkill.get(id)) >= level);
  return all;
};

const matching = () => {
  const all = conditions();
  return rows.filter((row) => all.every((condition) => condition(row)));
};

// The address: #text=rust&least=50&area.networking=40&skill=rust.3&sort=person&order=up&page=2

const addressOf = (wanted) => {
  const words = new URLSearchParams();
  const initial = start();
  const put = (name, value, usual) => { if (value !== usual) words.append(name, String(value)); };
  words.append("sort", wanted.sort); // always there: an empty address would scroll to the top
  for (const name of ["text", "least", "warning", "page", "size"]) put(name, wanted[name], initial[name]);
  put("selected", wanted.isSelected, false);
  put("order", wanted.isDown ? "down" : "up", "down");
  for (const [area, least] of Object.entries(wanted.areas)) words.append(`area.${area}`, least);
  for (const [skill, level] of wanted.skills) words.append("skill", `${skill}.${level}`);
  return words.toString();
};

const percent = (text) => (text !== null && text !== "" && Number(text) >= 0 && Number(text) <= 100 ? text : "");
const whole = (text, usual) => (/^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : usual);

/** Whatever stands in the address gives a state that holds together; what is not understood is left out. */
const stateAt = (address) => {
  const words = new URLSearchParams(address);
  const result = start();
  result.text = words.get("text") ?? "";
  result.least = percent(words.get("least"));
  result.isSelected = words.get("selected") === "true";
  result.isDown = words.get("order") !== "up";
  if ([...named("f-warning").options].some((option) => option.value === words.get("warning"))) result.warning = words.get("warning");
  if (columns.some((column) => column.id === words.get("sort"))) result.sort = words.get("sort");
  result.page = whole(words.get("page"), 1);
  result.size = [25, 50, 100].find((size) => size === Number(words.get("size"))) ?? result.size;
  for (const { id } of areas) {
    const least = percent(words.get(`area.${id}`));
    if (least !== "") result.areas[id] = least;
  }
  for (const each of words.getAll("skill")) {
    const [, id, level] = /^(.+)\.([1-4])$/.exec(each) ?? [];
    if (placeOfSkill.has(id)) result.skills.push([id, Number(level)]);
  }
  return result;
};

// The form.

const areaField = (area) => named(`f-area-${area.id}`);

const readForm = () => {
  const least = areas.map((area) => [area.id, percent(areaField(area).value)]);
  return {
    text: named("f-text").value,
    least: percent(named("f-least").value),
    isSelected: named("f-selected").checked,
    warning: named("f-warning").value,
    areas: Object.fromEntries(least.filter(([, value]) => value !== "")),
  };
};

const fillForm = () => {
  named("f-text").value = state.text;
  named("f-least").value = state.least;
  named("f-selected").checked = state.isSelected;
  named("f-warning").value = state.warning;
  named("p-size").value = String(state.size);
  for (const area of areas) areaField(area).value = state.areas[area.id] ?? "";
  if (state.skills.length || Object.keys(state.areas).length) named("more").open = true;
  fillChips();
};

const fillChips = () => {
  named("f-asked").replaceChildren(...state.skills.map(([id, level], place) => {
    const words = `${skills[placeOfSkill.get(id)].name}: ${levels[level]}${level < 4 ? " or more" : ""}`;
    const button = make("button", { type: "button", "aria-label": `Remove ${words}` }, "✕");
    button.addEventListener("click", () => {
      change({ skills: state.skills.filter((_, other) => other !== place), page: 1 });
      fillChips();
      named("f-skill").focus();
    });
    return make("li", {}, `${words} `, button);
  }));
};

const buildForm = () => {
  const howMany = warnings.map((_, number) => rows.filter((row) => row.warnings.includes(number)).length);
  const unwarned = rows.filter((row) => row.warnings.length === 0).length;
  const option = (value, text) => make("option", { value }, text);
  named("f-warning").append(
    option("", "Any or none"),
    option(UNWARNED, `None (${count(unwarned)})`),
    option(WARNED, `Any (${count(rows.length - unwarned)})`),
    ...warnings.map(({ id, name }, number) => (howMany[number] ? option(id, `${name} (${count(howMany[number])})`) : null)).filter(Boolean),
  );
  for (const { id, name } of areas) {
    const field = make("input", { type: "number", id: `f-area-${id}`, min: 0, max: 100, step: "any", inputmode: "decimal" });
    named("f-areas").append(make("label", { class: "field" }, name, field));
  }
  areas.forEach(({ name }, place) => {
    const inside = skills.filter((skill) => skill.area === place).sort((one, other) => one.name.localeCompare(other.name, "en"));
    named("f-skill").append(make("optgroup", { label: name }, ...inside.map((skill) => option(skill.id, skill.name))));
  });
  levels.forEach((name, level) => { if (level) named("f-level").append(option(level, level < 4 ? `${name} or more` : name)); });
  named("f-selected").closest("label").hidden = rows.every((row) => row.reason === "");
  named("filters").addEventListener("submit", (event) => event.preventDefault());
  named("filters").addEventListener("input", (event) => {
    if (!event.target.closest("#f-skills, .sorting")) change({ ...readForm(), page: 1 });
  });
  named("f-add").addEventListener("click", () => {
    const asked = [named("f-skill").value, Number(named("f-level").value)];
    change({ skills: [...state.skills.filter(([id]) => id !== asked[0]), asked], page: 1 });
    fillChips();
  });
  named("reset").addEventListener("click", () => {
    const { sort, isDown, size } = state;
    change({ ...start(), sort, isDown, size });
    fillForm();
  });
};
