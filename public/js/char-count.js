// Says below a long text how much of it is used; the server has the last word on the length.
for (const textarea of document.querySelectorAll("textarea[data-char-count]")) {
  const counter = document.getElementById(`${textarea.id}-counter`);
  const max = Number(textarea.dataset.charCount);
  const announceFrom = max * 0.9;

  const update = () => {
    // A form sends each line break as two characters.
    const used = textarea.value.replaceAll("\n", "\r\n").length;
    const template = used > max ? counter.dataset.over : counter.dataset.used;
    const number = new Intl.NumberFormat(document.documentElement.lang);
    counter.textContent = template
      .replace("{used}", number.format(used))
      .replace("{max}", number.format(max));
    counter.classList.toggle("field__counter--over", used > max);
    counter.setAttribute("aria-live", used >= announceFrom ? "polite" : "off");
  };

  textarea.addEventListener("input", update);
  update();
}
