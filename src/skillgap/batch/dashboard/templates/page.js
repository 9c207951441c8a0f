// All of it put together.

let shown = rows;
let address = "";
let waiting;

/** The filters that decide which rows there are, apart from their order and the page of them. */
const filterOf = ({ text, least, isSelected, warning, areas: inAreas, skills: asked }) =>
  JSON.stringify([text, least, isSelected, warning, inAreas, asked]);

const change = (changes) => {
  const before = state;
  state = { ...state, ...changes };
  refresh(filterOf(before) !== filterOf(state));
  clearTimeout(waiting);
  waiting = setTimeout(() => {
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

/** Of the address's end: a state of the filters has a "=" in it, a place on the page has none. */
const follow = () => {
  const wanted = location.hash.slice(1);
  if (wanted === address || (wanted && !wanted.includes("="))) return;
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
