// What all rows that the filters leave have in common: how their scores and their areas are spread.

const BINS = 20;
const WIDTH = 600;
const HEIGHT = 150;

const binned = (some) => {
  const bins = new Array(BINS).fill(0);
  for (const row of some) bins[Math.min(BINS - 1, Math.floor((row.score / 100) * BINS))] += 1;
  return bins;
};
const allBinned = binned(rows);

/** To their own scale, so that the shape of few is seen, too. */
const bars = (bins, kind) => bins.map((number, place) => {
  const height = number ? Math.max(1.5, (number / Math.max(...bins)) * HEIGHT) : 0;
  return draw("rect", { class: kind, x: (place * WIDTH) / BINS + 1, y: HEIGHT - height + 14, width: WIDTH / BINS - 2, height });
});

const quantile = (scores, share) => scores[Math.floor(share * (scores.length - 1))];

/** All candidates faint, those shown before them; the words say what the bars do. */
const drawHistogram = (found) => {
  const bins = binned(found);
  const highest = Math.max(...bins);
  const step = 100 / BINS;
  const figures = bins.map((number, place) => (number ? `${place * step} to ${(place + 1) * step}: ${count(number)}` : "")).filter(Boolean);
  const labels = [0, 20, 40, 60, 80, 100].map((score) =>
    draw("text", { x: (score / 100) * WIDTH, y: HEIGHT + 30, "text-anchor": score === 0 ? "start" : score === 100 ? "end" : "middle" }, String(score)));
  named("histogram").replaceChildren(
    draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT + 34}`, role: "img", "aria-labelledby": "histogram-title histogram-about" },
      draw("title", { id: "histogram-title" }, `Scores of ${counted(found.length, "candidate")}`),
      draw("desc", { id: "histogram-about" }, `How many have a score of ${figures.join("; ") || "any kind: none"}.`),
      draw("text", { x: 0, y: 10 }, `${count(highest)} at most in ${step} points`),
      ...bars(allBinned, "all"), ...bars(bins, "some"),
      draw("line", { x1: 0, x2: WIDTH, y1: HEIGHT + 14.5, y2: HEIGHT + 14.5 }), ...labels));
  const scores = found.map((row) => row.score).sort((one, other) => one - other);
  const shown = found.length === rows.length ? "All candidates" : `${counted(found.length, "candidate")}, in front of the shape of all ${count(rows.length)}`;
  named("histogram-says").textContent = scores.length
    ? `${shown}. The middle score is ${points(quantile(scores, 0.5))}; half lie between ${points(quantile(scores, 0.25))} and ${points(quantile(scores, 0.75))}.`
    : "No candidate meets all of this.";
};

const shareText = (share) => (share > 0 && share < 0.005 ? "<1%" : `${Math.round(100 * share)}%`);

const drawHeat = (found) => {
  const names = ["0–19", "20–39", "40–59", "60–79", "80–100"];
  const body = areas.map(({ name }, place) => {
    const fifths = new Array(5).fill(0);
    const known = found.filter((row) => row.areas[place] !== null);
    for (const row of known) fifths[fifth(row.areas[place])] += 1;
    const cells = fifths.map((number) => {
      const share = known.length ? number / known.length : 0;
      return make("td", { class: `area heat-${share < 0.005 ? 0 : Math.min(4, 1 + Math.floor(share * 5))}` }, shareText(share));
    });
    return make("tr", {}, make("th", { scope: "row" }, name), ...cells);
  });
  const head = make("tr", {}, make("th", { scope: "col" }, "Area"), ...names.map((name) => make("th", { scope: "col", class: "area" }, name)));
  named("heat").replaceChildren(make("table", { class: "heat" }, make("thead", {}, head), make("tbody", {}, ...body)));
};

const drawCharts = (found) => {
  drawHistogram(found);
  drawHeat(found);
};
