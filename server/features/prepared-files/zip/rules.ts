/** A file of a ZIP and what it came to. */
export interface ManifestLine {
  path: string;
  byteCount: number;
  sha256: string;
  /** `missing`: not on the disk any more; `changed`: not the bytes that were stored. */
  fault: "missing" | "changed" | null;
}

/** The list that `sha256sum -c` checks the unpacked files by; what is not in the ZIP stands as a remark. */
export function sumsOf(lines: readonly ManifestLine[]): string {
  return lines
    .map(({ path, sha256, fault }) => `${fault === "missing" ? "# " : ""}${sha256}  ${path}\n`)
    .join("");
}

const LONGEST_NAME = 100;

/**
 * A path in a ZIP that every system unpacks where it belongs: no folder of the name's own, no signs that
 * Windows refuses, and a number before it, so that two of one name stay two.
 */
export function entryPath(folder: string, number: number, name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? "";
  const stem = clean.slice(0, clean.length - ending.length).replace(/[. ]+$/, "");
  const letters = [...stem].slice(0, LONGEST_NAME).join("").trim();
  return `${folder}/${String(number).padStart(4, "0")} ${letters || "soubor"}${ending}`;
}
