// Hours of each person, the bar towards the threshold and the totals below the grid, as cells change.
import { hoursInWords } from "./attendance-hours.js";

export function refreshTotals(table, words) {
  const headers = new Map(
    [...table.querySelectorAll("thead [data-session]")].map((th) => [th.dataset.session, th]),
  );
  const turnout = {
    attendances: 0,
    hours: 0,
    persons: new Set(),
    women: new Set(),
    men: new Set(),
  };
  const present = new Map([...headers.keys()].map((session) => [session, 0]));
  for (const row of table.tBodies[0].rows) {
    const here = { "in-person": 0, electronic: 0 };
    for (const cell of row.querySelectorAll(".cell")) {
      const header = headers.get(cell.dataset.session);
      if (!isThere(cell)) continue;
      here[header.dataset.form] += attended(cell, Number(header.dataset.minutes));
      present.set(cell.dataset.session, present.get(cell.dataset.session) + 1);
      count(turnout, row);
    }
    const sum = here["in-person"] + here.electronic;
    turnout.hours += sum;
    row.querySelector("[data-hours]").textContent = `${hoursInWords(sum)}\u00a0h`;
    showBar(row, here, words);
  }
  for (const [session, number] of present) {
    table.querySelector(`[data-count="${session}"]`).textContent = String(number);
  }
  showTurnout(turnout);
}

function isThere(cell) {
  return cell.dataset.state === "present" || cell.dataset.state === "left-early";
}

function attended(cell, whole) {
  return cell.dataset.state === "present" ? whole : Math.min(Number(cell.dataset.minutes), whole);
}

function count(turnout, row) {
  const { person, sex } = row.dataset;
  turnout.attendances += 1;
  turnout.persons.add(person);
  if (sex === "POHZENY") turnout.women.add(person);
  if (sex === "POHMUZI") turnout.men.add(person);
}

function showBar(row, here, { threshold, cap, counts }) {
  const own = counts ? here : { "in-person": 0, electronic: 0 };
  const inPerson = Number(row.dataset.inPerson) + own["in-person"];
  const electronic = Number(row.dataset.electronic) + own.electronic;
  const label = row.querySelector("[data-total-bar] .bar-line__label");
  if (threshold === null) {
    label.textContent = `${hoursInWords(inPerson + electronic)}\u00a0h`;
    return;
  }
  const counted = inPerson + Math.min(electronic, Math.floor((threshold * cap) / 100));
  const percent = Math.max(0, Math.min(100, Math.floor((counted * 100) / threshold)));
  const bar = row.querySelector(".bar");
  bar.classList.toggle("bar--green", counted >= threshold);
  bar.classList.toggle("bar--blue", counted < threshold);
  bar.querySelector(".bar__fill").setAttribute("width", `${percent}%`);
  label.textContent = `${hoursInWords(counted)} / ${hoursInWords(threshold)}\u00a0h`;
}

function showTurnout(turnout) {
  const shown = {
    attendances: String(turnout.attendances),
    persons: String(turnout.persons.size),
    hours: hoursInWords(turnout.hours),
    women: String(turnout.women.size),
    men: String(turnout.men.size),
  };
  for (const [name, text] of Object.entries(shown)) {
    const place = document.querySelector(`#attendance-totals [data-total="${name}"]`);
    if (place) place.textContent = text;
  }
}
