// The grid of the drawdown plan: Enter and arrows go up and down, so that a column is typed at one go.
const grid = document.querySelector("[data-plan-grid]");

if (grid) start(grid);

function start(table) {
  document.querySelector("[data-plan-keys]")?.removeAttribute("hidden");
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [
    ...row.querySelectorAll("input"),
  ]);
  table.addEventListener("keydown", (event) => {
    const step = stepOf(event);
    if (step === 0) return;
    const row = rows.findIndex((inputs) => inputs.includes(event.target));
    const next = rows[row + step]?.[rows[row].indexOf(event.target)];
    // Enter on the last row sends the form as everywhere else.
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  });
}

function stepOf({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return 0;
  if (key === "ArrowDown") return 1;
  if (key === "ArrowUp") return -1;
  if (key === "Enter") return shiftKey ? -1 : 1;
  return 0;
}
