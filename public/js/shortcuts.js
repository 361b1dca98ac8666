// "?" lists the keys, "/" goes to the search, Ctrl+Enter saves; "g o", or a single key, presses what says so.
const PAUSE_BETWEEN_KEYS = 1200;
const dialog = document.getElementById("shortcuts");
const links = new Map(
  [...document.querySelectorAll("[data-shortcut]")].map((link) => [link.dataset.shortcut, link]),
);
let firstKey = "";
let forgetFirstKey;

if (dialog && document.documentElement.dataset.shortcuts !== "off") {
  listLinks();
  offerDialog();
  document.addEventListener("keydown", followKey);
}

function followKey(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.form?.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialog.open) {
    return;
  }
  if (event.key === "?") dialog.showModal();
  else if (event.key === "/") focusSearch(event);
  else followSequence(event.key);
}

function followSequence(key) {
  // The second key of a pair that leads nowhere is not the single key it may be elsewhere.
  const isSecond = [...links.keys()].some((keys) => keys.startsWith(`${firstKey} `));
  const link = links.get(`${firstKey} ${key}`) ?? (isSecond ? undefined : links.get(key));
  firstKey = key;
  clearTimeout(forgetFirstKey);
  forgetFirstKey = setTimeout(() => {
    firstKey = "";
  }, PAUSE_BETWEEN_KEYS);
  link?.click();
}

function focusSearch(event) {
  const search =
    document.querySelector("[data-search]") ?? document.querySelector("[data-global-search]");
  if (!search) return;
  event.preventDefault();
  search.focus();
}

function isTyping(element) {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

function listLinks() {
  const list = dialog.querySelector("dl");
  for (const [keys, link] of links) {
    const [first, second] = keys.split(" ");
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const meaning = document.createElement("dd");
    term.append(key(first));
    if (second) term.append(` ${dialog.dataset.then} `, key(second));
    meaning.textContent = meaningOf(link);
    row.append(term, meaning);
    list.append(row);
  }
}

/** A list with a name of its own (the project at hand) has links that are named as others are. */
function meaningOf(link) {
  const name = link.querySelector(".nav-list__label")?.textContent ?? link.textContent;
  const list = link.closest("ul[aria-label]")?.getAttribute("aria-label");
  return list ? `${name} – ${list}` : name;
}

function key(name) {
  const element = document.createElement("kbd");
  element.textContent = name;
  return element;
}

function offerDialog() {
  const entry = document.querySelector("[data-shortcuts-open]");
  if (!entry) return;
  entry.hidden = false;
  entry.addEventListener("click", () => dialog.showModal());
}
