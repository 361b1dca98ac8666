// A menu is a <details>; it closes by Escape, by a click elsewhere and when the focus leaves it.
const isOpenMenu = (element) => element.matches("details[data-menu][open]");
const openMenus = () => [...document.querySelectorAll("details[data-menu][open]")];

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("focusout", (event) => {
  const menu = event.target.closest("details[data-menu]");
  const isLeaving = event.relatedTarget && !menu?.contains(event.relatedTarget);
  if (menu && isOpenMenu(menu) && isLeaving) menu.open = false;
});
