import { z } from "zod";
import { filterChoice, filterDay, filterIdOrNone, filterText } from "../../../values/filters.ts";
import { expenditureKinds, expenditureStates } from "../rules.ts";

export const listStates = ["all", ...expenditureStates, "withdrawn"] as const;
export const sorts = [
  ...(["-day", "day", "document", "-document", "supplier", "-supplier"] as const),
  ...(["line", "-line", "amount", "-amount"] as const),
] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const expenditureListSchema = z.object({
  q: filterText.transform((typed) => typed.trim().slice(0, 200)),
  state: filterChoice(listStates, "all"),
  kind: filterText.transform((typed) => expenditureKinds.find((kind) => kind === typed) ?? ""),
  line: filterIdOrNone,
  activity: filterIdOrNone,
  period: filterIdOrNone,
  occasion: filterText.transform((typed) =>
    /^(event|internship):[1-9]\d{0,8}$/.test(typed) ? typed : "",
  ),
  from: filterDay,
  to: filterDay,
  claimable: filterText.transform((typed) => (typed === "true" ? "true" : "")),
  sort: filterChoice(sorts, "-day"),
});

export type ExpenditureListView = z.output<typeof expenditureListSchema>;
