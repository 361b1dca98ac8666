import type { Texts } from "./index.ts";

/** The sentence for an error key with parameters after colons: `tooLong:200`. An unknown key is a bug and throws. */
export function errorText(texts: Texts, key: string): string {
  const [name = "", ...parameters] = key.split(":");
  const text = (texts.errors as Record<string, string | ((...parts: string[]) => string)>)[name];
  if (text === undefined) throw new Error(`errors has no text for "${name}"`);
  return typeof text === "string" ? text : text(...parameters);
}
