// A double click sends a form once; the button wakes when the browser comes back to the page.
const sent = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  // Only after the form has been read: a disabled button would not send its name and value.
  setTimeout(() => setDisabled(form, true));
});

addEventListener("pageshow", () => {
  for (const form of sent) setDisabled(form, false);
  sent.clear();
});

function setDisabled(form, isDisabled) {
  for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = isDisabled;
}
