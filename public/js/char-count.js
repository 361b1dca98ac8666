// Says below a long text how much of it is used; the server has the last word on the length.
for (const textarea of document.querySelectorAll("textarea[data-char-count]")) {
  const counter = document.getElementById(`${textarea.id}-counter`);
  const max = Number(textarea.dataset.charCount);
  // A form sends each line break as two characters; an official form may count it otherwise.
  const newline = "n".repeat(Number(textarea.dataset.newlineLength ?? 2));
  const nearFrom = Number(textarea.dataset.warnFrom ?? Number.POSITIVE_INFINITY);
  const announceFrom = Math.min(max * 0.9, nearFrom);

  const update = () => {
    // Blanks around a text are not sent on.
    const text = textarea.dataset.warnFrom ? textarea.value.trim() : textarea.value;
    const used = text.replaceAll("\n", newline).length;
    const isNear = used >= nearFrom && used <= max;
    const { over, near, used: within } = counter.dataset;
    const template = used > max ? over : isNear ? near : within;
    const number = new Intl.NumberFormat(document.documentElement.lang);
    counter.textContent = template
      .replace("{used}", number.format(used))
      .replace("{max}", number.format(max))
      .replace("{over}", number.format(used - max));
    counter.classList.toggle("field__counter--over", used > max);
    counter.classList.toggle("field__counter--near", isNear);
    counter.setAttribute("aria-live", used >= announceFrom ? "polite" : "off");
  };

  textarea.addEventListener("input", update);
  update();
}
