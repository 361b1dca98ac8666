// A filter marked data-autosubmit is applied on change; once all of a form are, its button is spared.
for (const select of document.querySelectorAll("[data-autosubmit]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
