// Offers names while somebody types "@"; the server reads the text as it stands, with or without a script.
const MOST = 6;
// The word that "@" has begun, up to the caret.
const BEGUN = /(?:^|[\s(„"'])@([\p{L}\p{M}.,' -]{0,40})$/u;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function fitting(names, typed) {
  const wanted = fold(typed);
  return names.filter((name) => {
    const folded = fold(name);
    return folded.startsWith(wanted) || folded.split(" ").some((word) => word.startsWith(wanted));
  });
}

const loaded = new Map();

/** Asked for once a page, when the first "@" is typed. */
function namesAt(address) {
  if (!loaded.has(address)) {
    const names = fetch(address).then((answer) => (answer.ok ? answer.json() : []));
    loaded.set(
      address,
      names.catch(() => []),
    );
  }
  return loaded.get(address);
}

function listBelow(field, id) {
  const list = document.createElement("ul");
  list.id = id;
  list.className = "mentions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.mentionsLabel);
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", id);
  return list;
}

function optionOf(name, id) {
  const option = document.createElement("li");
  option.id = id;
  option.className = "mentions__name";
  option.setAttribute("role", "option");
  option.textContent = name;
  return option;
}

function offerNames(field, id) {
  const list = listBelow(field, id);
  let typed = "";
  let marked = 0;

  const mark = (n) => {
    const { children } = list;
    marked = children.length === 0 ? 0 : (n + children.length) % children.length;
    for (const [at, option] of [...children].entries())
      option.setAttribute("aria-selected", String(at === marked));
    if (list.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", children[marked].id);
  };
  const show = (names) => {
    list.replaceChildren(...names.map((name, n) => optionOf(name, `${id}-${n}`)));
    list.hidden = names.length === 0;
    mark(0);
  };
  const take = (name) => {
    const end = field.selectionStart;
    field.setRangeText(`${name} `, end - typed.length, end, "end");
    show([]);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const keys = {
    ArrowDown: () => mark(marked + 1),
    ArrowUp: () => mark(marked - 1),
    Enter: () => take(list.children[marked].textContent),
    Tab: () => take(list.children[marked].textContent),
    Escape: () => show([]),
  };

  field.addEventListener("input", async () => {
    const begun = () => BEGUN.exec(field.value.slice(0, field.selectionStart));
    const names = begun() ? await namesAt(field.dataset.mentions) : [];
    // More may have been typed while the names were on their way.
    typed = begun()?.[1] ?? "";
    show(begun() ? fitting(names, typed).slice(0, MOST) : []);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  field.addEventListener("blur", () => show([]));
  // Before the field loses the focus and the list goes.
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    take(option.textContent);
  });
}

for (const [number, field] of document.querySelectorAll("[data-mentions]").entries())
  offerNames(field, `mentions-${number}`);
