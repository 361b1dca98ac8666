import type { LetterBuilder } from "./letter.ts";

/** Every mail the product writes. A kind of mail is added here and in a builder beside this file. */
export const templates = {} satisfies Record<string, LetterBuilder>;

export type TemplateName =
  | "digest"
  | "invitation"
  | "password-reset"
  | "password-changed"
  | "monthly-summary";

/** The builder of a template, or undefined for a name of another version of the product. */
export function builderOf(template: string): LetterBuilder | undefined {
  return (templates as Record<string, LetterBuilder>)[template];
}
