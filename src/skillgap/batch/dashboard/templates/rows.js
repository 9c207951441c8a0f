"use strict";
// What is in the page, unpacked; and the one way in which anything is put on it: as text.

const named = (id) => document.getElementById(id);
const parsed = (id) => JSON.parse(named(id).textContent);

const filled = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
};
/** Makes an element; a child that is a string becomes text, never markup. */
const make = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);
const draw = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

const { areas, skills, levels, letters, warnings, isBlind } = parsed("target");
const hundredths = new Map([...letters].map((letter, value) => [letter, value]));
const skillName = (each) => (typeof each === "number" ? skills[each].name : each);
const warningName = (each) => (typeof each === "number" ? warnings[each].name : each);

const rows = parsed("rows").map((row, number) => {
  const [id, name, person, rank, best, worst, score, low, high, inAreas, ranks, credits] = row;
  const [strengths, gaps, warned, reason, duplicateOf, similarTo, hasReport] = row.slice(12);
  return {
    number, id, name, person, rank, best, worst, score, low, high, areas: inAreas, levels: ranks, credits,
    strengths: strengths.map(skillName), gaps: gaps.map(skillName), warnings: warned, reason, duplicateOf, similarTo,
    hasReport: hasReport === 1,
  };
});

/** The level, 0 to 4, that a row shows of a skill; the credit, 0 to 100, that it has for it. Skills go by their number. */
const levelOf = (row, skill) => row.levels.charCodeAt(skill) - 48;
const creditOf = (row, skill) => hundredths.get(row.credits[skill]);

const who = (row) => row.person || row.id;
const count = (number) => number.toLocaleString("en");
const counted = (number, noun) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
const points = (score) => score.toFixed(1);
const placeOf = (row) => (row.best === row.worst ? count(row.best) : `${count(row.best)}–${count(row.worst)}`);
const bandOf = (row) => `${points(row.low)}–${points(row.high)}`;
/** The fifth, 0 to 4, that a score of 0 to 100 lies in; what is drawn is coloured by it. */
const fifth = (score) => Math.min(4, Math.floor(score / 20));
const listed = (names, most = 12) => {
  if (!names.length) return "–";
  return names.length > most ? `${names.slice(0, most).join(", ")} and ${count(names.length - most)} more` : names.join(", ");
};
