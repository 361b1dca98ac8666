import { errorText } from "../../texts/error-text.ts";
import { type Texts, textsFor } from "../../texts/index.ts";

/** All that may stand over the column of a field, in both languages. */
export function namesOfField(field: string): readonly string[] {
  return [textsFor("cs"), textsFor("en")].flatMap(({ imports }) => [
    ...(imports.labels[field] ? [imports.labels[field]] : []),
    ...(imports.synonyms[field] ?? []),
  ]);
}

export function labelOfField(field: string, { imports }: Texts): string {
  return imports.labels[field] ?? field;
}

/** What is wrong with a row, each fault with the column it is in: "Termín: Zadejte skutečné datum." */
export function rowErrors(errors: string, texts: Texts): string[] {
  return Object.entries(JSON.parse(errors) as Record<string, string>).map(([field, key]) => {
    const label = texts.imports.labels[FIELD_OF[field] ?? field];
    const text = errorText(texts, key);
    return label ? `${label}: ${text}` : text;
  });
}

/** Fields of forms that tables call otherwise. */
const FIELD_OF: Record<string, string> = {
  activityId: "activity",
  activityIds: "activities",
  contactName: "owner",
  targetGroupItemId: "targetGroup",
};
