// All of it put together.

let shown = rows;
let address = "";
let waiting;

/** The filters that decide which rows there are, apart from their order and the page of them. */
const filterOf = ({ text, least, isSelected, warning, areas: inAreas, skills: asked }) =>
  JSON.stringify([text, least, isSelected, warning, inAreas, asked]);

/** Whether the address's end is a state of the filters that the page has yet to follow: one with a "=" in it, as no place on the page has. */
const isElsewhere = (wanted) => wanted !== address && (!wanted || wanted.includes("="));

const change = (changes) => {
  const before = state;
  state = { ...state, ...changes };
  refresh(filterOf(before) !== filterOf(state));
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (isElsewhere(location.hash.slice(1))) return;
    address = addressOf(state);
    location.replace(`#${address}`);
  }, 250);
};

const refresh = (isFilterNew) => {
  if (isFilterNew) {
    shown = matching();
    drawCharts(shown);
  }
  drawTable(sorted(shown));
};

const follow = () => {
  const wanted = location.hash.slice(1);
  if (!isElsewhere(wanted)) return;
  clearTimeout(waiting);
  address = wanted;
  state = stateAt(wanted);
  fillForm();
  refresh(true);
};

const buildTheme = () => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const nameTheme = () => { named("theme").textContent = isDark() ? "Light colours" : "Dark colours"; };
  named("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  system.addEventListener("change", nameTheme);
  nameTheme();
};

for (const each of document.querySelectorAll("[data-script]")) each.hidden = false;
buildTheme();
buildForm();
buildHead();
buildPager();
buildComparison();
address = location.hash.includes("=") ? location.hash.slice(1) : "";
state = stateAt(address);
fillForm();
refresh(true);
addEventListener("hashchange", follow);
