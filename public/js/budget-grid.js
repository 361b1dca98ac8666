// The draft of a budget as a grid: keys, one cell at a time to the server, blocks of a spreadsheet.
import { lineSaver } from "./budget-grid-saving.js";

const table = document.querySelector("#budget-grid[data-words]");

if (table) start(table);

function start(grid) {
  const rows = [...grid.tBodies[0].rows].map((row) => [...row.querySelectorAll("[data-field]")]);
  const saver = lineSaver(grid, isEditing);
  let editor = null;

  grid.setAttribute("role", "grid");
  for (const cell of rows.flat()) cell.tabIndex = -1;
  const first = rows.find((cells) => cells.length > 0)?.[0];
  if (first) first.tabIndex = 0;
  document.querySelector("#budget-grid-keys").hidden = false;

  function isEditing(cell) {
    return editor?.cell === cell;
  }

  function focusOn(cell) {
    if (!cell) return;
    for (const other of grid.querySelectorAll('[tabindex="0"][data-field]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  }

  /** The cell so many rows lower, in the same column where there is one. */
  function cellBelow(cell, by) {
    const at = rows.findIndex((cells) => cells.includes(cell));
    for (let row = at + by; row >= 0 && row < rows.length; row += by) {
      const same = rows[row].find(({ dataset }) => dataset.field === cell.dataset.field);
      if (same) return same;
    }
    return undefined;
  }

  function cellBeside(cell, by) {
    const all = rows.flat();
    return all[all.indexOf(cell) + by];
  }

  function open(cell, text) {
    const input = document.createElement("input");
    input.className = "form-control budget-grid__input";
    input.value = text ?? saver.typedIn(cell);
    input.setAttribute("aria-label", labelOf(cell));
    if (cell.classList.contains("number")) input.inputMode = "decimal";
    editor = { cell, input, before: cell.textContent };
    cell.replaceChildren(input);
    input.focus();
    if (text === undefined) input.select();
    input.addEventListener("blur", () => close(true));
  }

  function labelOf(cell) {
    const code = cell.closest("tr").cells[0].textContent;
    const column = grid.tHead.rows[0].cells[cell.cellIndex].textContent;
    return `${code} ${column}`;
  }

  /** Puts the cell back as it was, or on its way to the server as it was typed. */
  function close(isKept) {
    if (!editor) return;
    const { cell, input, before } = editor;
    editor = null;
    const typed = input.value.trim();
    const isChanged = isKept && typed !== saver.typedIn(cell);
    cell.textContent = isChanged ? typed : before;
    if (isChanged) saver.save(cell, typed);
  }

  const moves = {
    ArrowDown: (cell) => cellBelow(cell, 1),
    ArrowUp: (cell) => cellBelow(cell, -1),
    ArrowLeft: (cell) => cellBeside(cell, -1),
    ArrowRight: (cell) => cellBeside(cell, 1),
    Home: (cell) => rows.find((cells) => cells.includes(cell))[0],
    End: (cell) => rows.find((cells) => cells.includes(cell)).at(-1),
  };

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("[data-field]");
    if (!cell || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = editor ? stepInEditor(event, cell) : stepInGrid(event, cell);
    if (!step) return;
    event.preventDefault();
    step();
  });

  function stepInGrid({ key }, cell) {
    if (moves[key]) return () => focusOn(moves[key](cell));
    if (key === "Enter" || key === "F2") return () => open(cell);
    if (key === "Delete" || key === "Backspace") return () => open(cell, "");
    return key.length === 1 ? () => open(cell, key) : undefined;
  }

  function stepInEditor({ key, shiftKey }, cell) {
    const by = shiftKey ? -1 : 1;
    const next = {
      Enter: () => cellBelow(cell, by),
      Tab: () => cellBeside(cell, by),
      ArrowDown: () => cellBelow(cell, 1),
      ArrowUp: () => cellBelow(cell, -1),
      Escape: () => cell,
    }[key];
    if (!next) return undefined;
    return () => {
      close(key !== "Escape");
      focusOn(next() ?? cell);
    };
  }

  grid.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-field]");
    if (cell && !isEditing(cell)) focusOn(cell);
  });

  grid.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("[data-field]");
    if (cell && !isEditing(cell)) open(cell);
  });

  grid.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    const cell = event.target.closest("[data-field]");
    if (/[\t\r\n]/.test(text.trim())) {
      event.preventDefault();
      close(false);
      pasteBlock(text);
    } else if (cell && !editor) {
      event.preventDefault();
      open(cell, text.trim());
    }
  });
}

/** A block is checked on a page of its own before anything of it is saved. */
function pasteBlock(text) {
  const form = document.querySelector("#budget-paste");
  form.elements.lines.value = text;
  form.submit();
}
