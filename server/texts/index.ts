import { cs } from "./cs/index.ts";
import { en } from "./en/index.ts";

/** Czech is the source of truth: English has the same shape or it does not compile. */
export type Texts = typeof cs;
export type Language = "cs" | "en";
export const languages: Language[] = ["cs", "en"];

export function isLanguage(value: unknown): value is Language {
  return value === "cs" || value === "en";
}

export function textsFor(language: Language): Texts {
  return language === "en" ? en : cs;
}
