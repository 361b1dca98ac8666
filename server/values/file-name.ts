const LONGEST = 200;

/**
 * The name of a file as its sender called it, without folders, control characters and the marks that turn
 * the direction of letters, so that `smlouva‮fdp.exe` looks like what it is.
 */
export function cleanFileName(given: string): string {
  const clean = given
    .slice(Math.max(given.lastIndexOf("/"), given.lastIndexOf("\\")) + 1)
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return shortened(clean) || "file";
}

/** The name without its ending: what a document is called until somebody names it. */
export function titleOfFile(name: string): string {
  return (
    name
      .replace(/\.[^.]{1,5}$/, "")
      .replaceAll("_", " ")
      .trim() || name
  );
}

/** Cut in the middle, since the ending says what kind of file it is. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const ending = /\.[^.]{1,5}$/.exec(name)?.[0] ?? "";
  return letters.slice(0, LONGEST - ending.length).join("") + ending;
}
