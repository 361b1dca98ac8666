// Cells of the budget on their way to the server: one request at a time, tried again when the line is down.
// What is refused stays as it was typed, marked, and goes along with the next cell of its line.

const PAUSE = 4000;

export function lineSaver(grid, isEditing) {
  const words = JSON.parse(grid.dataset.words);
  const status = document.querySelector("#budget-grid-status");
  const token = document.querySelector('#budget-paste input[name="_csrf"]').value;
  const waiting = new Map();
  let isBusy = false;

  const valuesOf = (row) => JSON.parse(row.dataset.values);
  const cellOf = (row, field) => row.querySelector(`[data-field="${field}"]`);

  function say(text, isBad = false) {
    status.textContent = text;
    status.classList.toggle("budget-status--bad", isBad);
  }

  /** What the field of the cell holds: as it was typed last, else as it is stored. */
  function typedIn(cell) {
    const row = cell.closest("tr");
    return waiting.get(row)?.[cell.dataset.field] ?? valuesOf(row)[cell.dataset.field] ?? "";
  }

  function save(cell, typed) {
    const row = cell.closest("tr");
    waiting.set(row, { ...waiting.get(row), [cell.dataset.field]: typed });
    row.dataset.sync = "waiting";
    say(words.saving);
    send();
  }

  async function send() {
    const [row] = [...waiting.keys()].filter(({ dataset }) => dataset.sync === "waiting");
    if (isBusy || !row) return;
    isBusy = true;
    const sent = waiting.get(row);
    row.dataset.sync = "sent";
    try {
      await post(row, sent);
    } catch {
      row.dataset.sync = "waiting";
      say(words.failed, true);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    } finally {
      isBusy = false;
    }
    send();
  }

  async function post(row, sent) {
    const { version, action } = row.dataset;
    const body = new URLSearchParams({ ...valuesOf(row), ...sent, version, _csrf: token });
    const headers = { accept: "application/json" };
    const answer = await fetch(action, { method: "POST", body, headers });
    const outcome = answer.redirected ? 403 : answer.status;
    const taken = {
      200: async () => accept(row, sent, await answer.json()),
      403: () => leave(row, words.signedOut),
      404: () => leave(row, words.gone),
      409: async () => giveWay(row, await answer.json().catch(() => ({}))),
      422: async () => refuse(row, await answer.json()),
    }[outcome];
    if (!taken) throw new Error(String(outcome));
    await taken();
  }

  function accept(row, sent, { version, values, cells, moved, totals }) {
    settle(row, sent);
    row.dataset.version = version;
    row.dataset.values = JSON.stringify(values);
    show(row, cells);
    for (const [line, amount] of Object.entries({ ...moved, [row.dataset.line]: cells.amount })) {
      const other = grid.querySelector(`[data-line="${line}"] [data-amount]`);
      if (other) other.textContent = amount;
    }
    for (const [name, sum] of Object.entries(totals))
      document.querySelector(`[data-total="${name}"]`).textContent = sum;
    if (waiting.size === 0) say(words.saved);
  }

  /** What was typed meanwhile still waits. */
  function settle(row, sent) {
    const now = waiting.get(row) ?? {};
    const later = Object.entries(now).filter(([field, value]) => sent[field] !== value);
    if (later.length === 0) waiting.delete(row);
    else waiting.set(row, Object.fromEntries(later));
    row.dataset.sync = later.length === 0 ? "" : "waiting";
    for (const cell of row.querySelectorAll("[aria-invalid]")) cell.removeAttribute("aria-invalid");
  }

  function show(row, cells) {
    const typed = waiting.get(row) ?? {};
    for (const [field, text] of Object.entries(cells)) {
      const cell = cellOf(row, field);
      if (cell && !isEditing(cell) && typed[field] === undefined) cell.textContent = text;
    }
  }

  function refuse(row, { errors = {} }) {
    row.dataset.sync = "refused";
    for (const field of Object.keys(errors))
      cellOf(row, field)?.setAttribute("aria-invalid", "true");
    const code = row.cells[0].textContent;
    say(`${words.notSaved}: ${code} – ${[...new Set(Object.values(errors))].join(" ")}`, true);
  }

  /** Somebody else was first: their wording is shown and the next edit builds on it. */
  function giveWay(row, { message, values, version }) {
    if (!values) return leave(row, words.gone);
    waiting.delete(row);
    settle(row, {});
    row.dataset.version = version;
    row.dataset.values = JSON.stringify(values);
    show(row, values);
    say(message, true);
  }

  function leave(row, message) {
    row.dataset.sync = "refused";
    say(message, true);
  }

  addEventListener("beforeunload", (event) => {
    if (waiting.size > 0) event.preventDefault();
  });

  return { save, typedIn };
}
