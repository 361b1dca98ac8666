// Chapters of the budget fold; which ones are folded is remembered for the page.

const table = document.querySelector("#budget-tree");

if (table) start(table);

function start(tree) {
  const rows = [...tree.tBodies[0].rows];
  const below = new Map();
  for (const row of rows) {
    const { parent } = row.dataset;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const chapters = rows.filter((row) => below.has(row.dataset.line));
  const key = `budget-tree:${location.pathname}`;
  const folded = new Set(JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  const everything = document.querySelector("#budget-collapse");

  for (const row of chapters) addToggle(row);
  everything.hidden = chapters.length === 0;
  everything.addEventListener("click", () => {
    const all = chapters.filter((row) => row.dataset.parent !== "");
    const isOpen = folded.size === 0;
    folded.clear();
    if (isOpen) for (const row of all) folded.add(row.dataset.line);
    show();
  });
  show();

  function addToggle(row) {
    const toggle = document.createElement("button");
    toggle.type = "button";
    toggle.className = "budget-tree__toggle";
    toggle.setAttribute("aria-label", row.querySelector(".budget-tree__code").textContent);
    toggle.addEventListener("click", () => {
      const { line } = row.dataset;
      if (!folded.delete(line)) folded.add(line);
      show();
    });
    row.cells[0].prepend(toggle);
  }

  function show() {
    for (const root of below.get("") ?? []) showBelow(root, false);
    everything.textContent =
      folded.size === 0 ? everything.dataset.collapse : everything.dataset.expand;
    sessionStorage.setItem(key, JSON.stringify([...folded]));
  }

  function showBelow(row, isHidden) {
    row.hidden = isHidden;
    const lines = below.get(row.dataset.line) ?? [];
    if (lines.length === 0) return;
    const isFolded = folded.has(row.dataset.line);
    row.querySelector(".budget-tree__toggle").setAttribute("aria-expanded", String(!isFolded));
    for (const line of lines) showBelow(line, isHidden || isFolded);
  }
}
