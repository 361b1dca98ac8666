// Copies a whole field by a button; without a script, or where the browser forbids it, the field is marked by hand.
const told = document.createElement("p");
told.className = "visually-hidden";
told.setAttribute("role", "status");
document.querySelector("main").append(told);

for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  button.hidden = false;

  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Where the clipboard is kept from pages, the marked text waits for the keys.
      return;
    }
    button.textContent = button.dataset.copied;
    // The button is named by its field, so that what became of it is read out apart.
    told.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = label;
      told.textContent = "";
    }, 2_000);
  });
}

// A field that is clicked into is meant to be copied whole.
for (const field of document.querySelectorAll(".report-copy textarea, .report-copy input"))
  field.addEventListener("focus", () => field.select());
