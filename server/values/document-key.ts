import { foldText } from "./fold.ts";

/** The number of a document as it is compared: without letter case and blanks. */
export function documentKey(number: string | null): string | null {
  const key = number === null ? "" : foldText(number).replaceAll(" ", "");
  return key === "" ? null : key;
}
