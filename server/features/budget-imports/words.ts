import type { BudgetImportState } from "../../../db/queries/budget-imports.ts";
import { type Texts, textsFor } from "../../texts/index.ts";

/** All that may stand over the column of a field, in both languages. */
export function namesOfField(field: string): readonly string[] {
  return [textsFor("cs"), textsFor("en")].flatMap(
    ({ budgetImports }) => budgetImports.names[field] ?? [],
  );
}

const TONES = { read: "yellow", applied: "green", undone: "grey", dropped: "grey" } as const;

export function statePill(state: BudgetImportState, { budgetImports }: Texts) {
  return { tone: TONES[state], label: budgetImports.states[state] };
}
