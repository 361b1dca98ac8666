// Loaded before the first paint: the automatic theme follows the system, also when that changes.
{
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    root.dataset.bsTheme = dark.matches ? "dark" : "light";
  };
  if (root.dataset.theme === "auto") {
    apply();
    dark.addEventListener("change", apply);
  }
}
