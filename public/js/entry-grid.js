// The grid of a month's values: keys, columns pasted from a spreadsheet, totals as they are typed.
import { readCell, showAmount, showShare } from "./entry-grid-numbers.js";
import { pastedCells, pastedNumber } from "./entry-grid-paste.js";

const grid = document.querySelector("#entry-grid[data-words]");

if (grid) start(grid);

function start(table) {
  const words = JSON.parse(table.dataset.words);
  const status = document.querySelector("#entry-grid-status");
  const { form } = table.querySelector("input");
  const rows = [...table.querySelectorAll("tr[data-reckoning]")].map(rowOf);
  let beforePaste = null;
  let isSent = false;

  function rowOf(element) {
    const [value, note] = element.querySelectorAll("input");
    const row = {
      value,
      note,
      cells: [value, note],
      name: element.querySelector("th a").textContent,
      total: element.querySelector("[data-total]"),
      share: element.querySelector("[data-share]"),
      state: element.querySelector(".entry-grid__state"),
      reckoning: JSON.parse(element.dataset.reckoning),
    };
    row.serverError = value.getAttribute("aria-invalid") === "true" ? value.value : null;
    value.setAttribute("aria-describedby", `${value.id}-messages ${row.state.id}`);
    return row;
  }

  /** State, total and share of a row by what stands in its cells. */
  function refresh(row) {
    const typed = row.value.value.trim();
    const reading = readRow(row, typed);
    const isFilled = typed !== "" || row.note.value.trim() !== "";
    row.kind = kindOf(reading, isFilled);
    row.state.dataset.kind = row.kind;
    row.state.textContent = stateText(row, reading);
    const isInvalid = row.kind === "invalid" || row.serverError === row.value.value;
    row.value.setAttribute("aria-invalid", String(isInvalid));
    if (row.reckoning.type !== "text") showTotals(row, reading.value);
  }

  function kindOf({ error }, isFilled) {
    if (error !== undefined) return "invalid";
    return isFilled ? "changed" : "";
  }

  function readRow({ note, reckoning }, typed) {
    if (typed === "") return note.value.trim() === "" ? {} : { error: "valueMissing" };
    return reckoning.type === "text" ? {} : readCell(reckoning, typed);
  }

  function stateText({ state, kind }, { error }) {
    if (error !== undefined) return words.errors[error];
    return kind === "changed" ? words.changed : (state.dataset.saved ?? "");
  }

  function showTotals({ reckoning, total, share }, value) {
    const added = reckoning.sums ? (reckoning.soFar ?? 0) : 0;
    const shown =
      value === undefined
        ? reckoning.withoutTyped
        : {
            total: showAmount(reckoning, added + value),
            share: showShare(reckoning, added + value),
          };
    total.textContent = shown.total;
    share.textContent = shown.share;
  }

  const say = (text) => {
    status.textContent = text;
  };

  function count() {
    const changed = rows.filter(({ kind }) => kind !== "").length;
    const invalid = rows.filter(({ kind }) => kind === "invalid").length;
    if (changed === 0) return "";
    return fill(invalid > 0 ? words.unsavedAndInvalid : words.unsaved, { changed, invalid });
  }

  const rowWith = (input) => rows.find(({ cells }) => cells.includes(input));

  function step(input, by) {
    const row = rowWith(input);
    const next = rows[rows.indexOf(row) + by];
    if (next) return focusOn(next.cells[row.cells.indexOf(input)]);
    if (by > 0) form.querySelector("button[type=submit]").focus();
  }

  function focusOn(input) {
    input.focus();
    input.select();
  }

  function paste(input, text) {
    const lines = pastedCells(text);
    const first = rows.indexOf(rowWith(input));
    const column = rows[first].cells.indexOf(input);
    const filled = rows.slice(first, first + lines.length);
    beforePaste = filled.map(({ cells }) => cells.map((cell) => cell.value));
    beforePaste.rows = filled;
    for (const [index, row] of filled.entries()) write(row, column, lines[index]);
    for (const row of filled) refresh(row);
    const left = lines.length - filled.length;
    const counted = { pasted: filled.length, left };
    say(`${fill(left > 0 ? words.pastedNotAll : words.pasted, counted)} ${count()}`);
  }

  function write(row, column, texts) {
    for (const [index, cell] of row.cells.slice(column).entries()) {
      const text = texts[index];
      if (text === undefined) continue;
      const isNumber = cell === row.value && row.reckoning.type !== "text";
      cell.value = isNumber ? pastedNumber(text, row.reckoning.decimals) : text;
    }
  }

  function undoPaste() {
    for (const [index, row] of beforePaste.rows.entries()) {
      for (const [place, cell] of row.cells.entries()) cell.value = beforePaste[index][place];
      refresh(row);
    }
    beforePaste = null;
    say(`${words.undone} ${count()}`);
  }

  table.addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (!rowWith(event.target) || event.isComposing || event.altKey) return;
    const action = isCommand ? commandOf(event) : moveOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  });

  function moveOf({ key, shiftKey, target }) {
    if (key === "ArrowDown" || (key === "Enter" && !shiftKey)) return () => step(target, 1);
    if (key === "ArrowUp" || key === "Enter") return () => step(target, -1);
    return undefined;
  }

  function commandOf({ key }) {
    // After the paste is taken back, the browser's own undo serves what is typed.
    return key.toLowerCase() === "z" && beforePaste ? undoPaste : undefined;
  }

  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    // A single word goes where the cursor stands.
    if (!rowWith(event.target) || !/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    paste(event.target, text);
  });

  table.addEventListener("input", (event) => {
    const row = rowWith(event.target);
    if (!row) return;
    beforePaste = null;
    refresh(row);
  });

  table.addEventListener("change", (event) => {
    const row = rowWith(event.target);
    if (!row) return;
    const { textContent: total } = row.total;
    const told = fill(words.row, { name: row.name, total, share: row.share.textContent });
    say(`${row.kind === "invalid" ? `${row.name}: ${row.state.textContent}` : told}. ${count()}`);
  });

  form.addEventListener("submit", () => {
    isSent = true;
  });
  addEventListener("pageshow", () => {
    isSent = false;
  });
  addEventListener("beforeunload", (event) => {
    if (!isSent && count() !== "") event.preventDefault();
  });

  const print = document.querySelector("#entry-grid-print");
  print.addEventListener("click", () => window.print());
  print.hidden = false;
  document.querySelector("#entry-grid-keys").hidden = false;
  for (const row of rows) refresh(row);
  say(count());
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);
}
