// The grid of attendance: keys, taps, undo, and cells that reach the server one request after another.
import { readHours, showHours } from "./attendance-hours.js";
import { saveQueue } from "./attendance-queue.js";
import { refreshTotals } from "./attendance-totals.js";

const grid = document.querySelector("#attendance[data-words]");

if (grid) start(grid);

function start(table) {
  const words = JSON.parse(table.dataset.words);
  const status = document.querySelector("#attendance-status");
  const rows = [...table.tBodies[0].rows];
  const cells = rows.map((row) => [...row.querySelectorAll(".cell")]);
  const headers = new Map(
    [...table.querySelectorAll("thead [data-session]")].map((th) => [th.dataset.session, th]),
  );
  const undone = [];

  const say = (text, isBad = false) => {
    status.textContent = text;
    status.classList.toggle("attendance-tools__status--bad", isBad);
  };

  const queue = saveQueue({
    table,
    words,
    say,
    find: (registration, session) =>
      table.querySelector(`[data-registration="${registration}"] .cell[data-session="${session}"]`),
    actionOf: (session) => headers.get(session).dataset.action,
    put: (cell, value) => {
      show(cell, value);
      refreshTotals(table, words);
    },
  });

  function show(cell, { state, minutes }) {
    cell.dataset.state = state;
    cell.dataset.minutes = state === "left-early" ? minutes : "";
    const mark = document.querySelector(`template[data-cell="${state}"]`).content.cloneNode(true);
    if (state === "left-early") {
      mark.querySelector(".cell__mark").textContent = showHours(minutes);
      mark.querySelector(".cell__left").textContent = showHours(minutes);
    }
    cell.replaceChildren(mark);
  }

  function write(changes, { isUndo = false } = {}) {
    const real = changes.filter(
      ({ cell, state, minutes }) =>
        cell.dataset.state !== state || (state === "left-early" && minutes !== minutesIn(cell)),
    );
    if (real.length === 0) return;
    if (!isUndo) {
      undone.push(
        real.map(({ cell }) => ({ cell, state: cell.dataset.state, minutes: minutesIn(cell) })),
      );
    }
    for (const { cell, state, minutes } of real) show(cell, { state, minutes });
    refreshTotals(table, words);
    queue.add(real);
  }

  function undo() {
    const last = undone.pop();
    if (!last) return say(words.nothingToUndo);
    write(last, { isUndo: true });
    focusOn(last[0].cell);
    say(words.undone);
  }

  function set(cell, state) {
    if (state === "left-early") return askHours(cell);
    write([{ cell, state, minutes: null }]);
  }

  /** Left early: the cell takes the time in hours; Enter or leaving it keeps it, Escape does not. */
  function askHours(cell) {
    const before = { state: cell.dataset.state, minutes: minutesIn(cell) };
    const input = document.createElement("input");
    input.className = "cell__input";
    input.setAttribute("aria-label", words.stayed);
    input.value = before.state === "left-early" ? showHours(before.minutes) : "";
    cell.replaceChildren(input);
    input.focus();
    let isOver = false;
    const close = (minutes) => {
      if (isOver) return;
      isOver = true;
      show(cell, before);
      if (minutes !== undefined) write([{ cell, state: "left-early", minutes }]);
    };
    const keep = () => {
      const minutes = readHours(input.value);
      if (minutes === undefined) return say(words.stayed, true);
      close(minutes);
      focusOn(neighbour(cell, 1, 0));
    };
    const leave = () => {
      close(undefined);
      focusOn(cell);
    };
    const steps = { Enter: keep, Escape: leave };
    input.addEventListener("blur", () => close(readHours(input.value)));
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (!steps[event.key]) return;
      event.preventDefault();
      steps[event.key]();
    });
  }

  function neighbour(cell, down, right) {
    const y = rows.indexOf(cell.parentElement);
    const x = cells[y].indexOf(cell);
    return cells[y + down]?.[x + right] ?? cell;
  }

  function focusOn(cell) {
    table.querySelector('.cell[tabindex="0"]')?.setAttribute("tabindex", "-1");
    cell.tabIndex = 0;
    cell.focus();
  }

  const edge = (cell, last) => cells[rows.indexOf(cell.parentElement)].at(last ? -1 : 0);
  const moves = {
    ArrowUp: (cell) => neighbour(cell, -1, 0),
    ArrowDown: (cell) => neighbour(cell, 1, 0),
    ArrowLeft: (cell) => neighbour(cell, 0, -1),
    ArrowRight: (cell) => neighbour(cell, 0, 1),
    Home: (cell) => edge(cell, false),
    End: (cell) => edge(cell, true),
  };
  const entries = {
    " ": (cell) => set(cell, cell.dataset.state === "present" ? "absent" : "present"),
    Enter: (cell) => {
      if (cell.dataset.state === "") set(cell, "present");
      focusOn(neighbour(cell, 1, 0));
    },
    e: (cell) => set(cell, "excused"),
    n: (cell) => set(cell, "absent"),
    l: (cell) => askHours(cell),
    Delete: (cell) => set(cell, ""),
    Backspace: (cell) => set(cell, ""),
  };

  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".cell");
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const step = cell && stepOf(event, key);
    if (!step) return;
    event.preventDefault();
    // The shortcuts of the page use single letters too.
    event.stopPropagation();
    step(cell);
  });

  function stepOf(event, key) {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key === "z") return undo;
    if (isCommand || event.altKey) return undefined;
    return moves[key] ? (cell) => focusOn(moves[key](cell)) : entries[key];
  }

  table.addEventListener("click", (event) => {
    const cell = event.target.closest(".cell");
    if (!cell || event.target.closest("input")) return;
    const brush = document.querySelector('input[name="brush"]:checked').value;
    focusOn(cell);
    set(cell, cell.dataset.state === brush && brush !== "left-early" ? "" : brush);
  });

  for (const form of table.querySelectorAll(".attendance__all")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { session } = form.closest("th").dataset;
      const column = cells.flat().filter((cell) => cell.dataset.session === session);
      const empty = column.filter((cell) => cell.dataset.state === "");
      write(empty.map((cell) => ({ cell, state: "present", minutes: null })));
      focusOn(column[0]);
    });
  }

  document.querySelector("#attendance-undo").addEventListener("click", undo);
  document.querySelector("#attendance-tools").hidden = false;
  document.querySelector("#attendance-keys").hidden = false;
  table.classList.add("attendance--live");
  for (const cell of cells.flat()) cell.tabIndex = -1;
  const first = cells.flat().find((cell) => cell.dataset.state === "") ?? cells[0]?.[0];
  if (first) first.tabIndex = 0;
  queue.resume();
}

function minutesIn(cell) {
  return cell.dataset.minutes === "" ? null : Number(cell.dataset.minutes);
}
