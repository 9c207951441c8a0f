"use strict";
{
  const all = (selector) => [...document.querySelectorAll(selector)];
  const named = (id) => document.getElementById(id);
  for (const each of all("[data-live]")) each.hidden = false;

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

  const boxes = all("input[data-gap]");
  const { components, raises } = JSON.parse(named("what-if-figures").textContent);
  const before = named("score-value").textContent;

  const scoreWith = (gaps) => {
    const credits = components.map(([, credit]) => credit);
    for (const gap of gaps) {
      for (const [place, credit] of raises[gap]) credits[place] = Math.max(credits[place], credit);
    }
    return components.reduce((sum, [weight], place) => sum + weight * credits[place], 0);
  };
  const now = scoreWith([]);
  let last;

  const show = () => {
    const gaps = [...new Set(boxes.filter((box) => box.checked).map((box) => Number(box.dataset.gap)))];
    const score = scoreWith(gaps);
    const skills = gaps.length === 1 ? "this skill" : `these ${gaps.length} skills`;
    const change = gaps.length ? `With ${skills} shown at the level asked for, the score would be ${score.toFixed(1)} instead of ${now.toFixed(1)}.` : "";
    named("score-value").textContent = gaps.length ? score.toFixed(1) : before;
    named("score-gain").setAttribute("stroke-dasharray", `${gaps.length ? Math.min(score, 100) : 0} 100`);
    named("score-title").textContent = `Score: ${named("score-value").textContent} of 100${gaps.length ? ", if what is ticked were shown" : ""}`;
    named("what-if-says").textContent = change;
    named("what-if-score").textContent = score.toFixed(1);
    named("what-if-gain").textContent = `+${(Number(score.toFixed(1)) - Number(now.toFixed(1))).toFixed(1)}`;
    named("what-if-skills").textContent = gaps.length === 1 ? "with 1 skill ticked" : `with ${gaps.length} skills ticked`;
    named("what-if").hidden = gaps.length === 0;
  };
  for (const box of boxes) {
    box.checked = false;
    box.addEventListener("change", () => {
      last = box;
      for (const other of boxes) if (other.dataset.gap === box.dataset.gap) other.checked = box.checked;
      show();
    });
  }
  named("what-if-reset").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    show();
    named("what-if-says").textContent = `The score as it is: ${before}.`;
    last?.focus({ preventScroll: true });
  });

  const unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded.push(...all("details:not([open], .file-only, .file-only > details)"));
    for (const each of unfolded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of unfolded.splice(0)) each.open = false;
  });
}
