import type { ExpenditureFields } from "../../../../db/queries/expenditures.ts";
import { InvalidInput } from "../../../errors.ts";
import { foldText } from "../../../values/fold.ts";
import { parse } from "../../../web/form.ts";
import { parseCode } from "../../budgets/rules.ts";
import {
  type Batch,
  checkInBatch,
  openBatch,
  writeBatch,
} from "../../expenditures/batches/service.ts";
import { newExpenditureSchema } from "../../expenditures/schema.ts";
import { activityFinder } from "./activities.ts";
import { codeOfWord, type SetKind } from "./kind.ts";

type Values = Record<string, string>;

/** Documents as accounting exports them: thousands at once, so they are written together. */
export const expenditureKind: SetKind<ExpenditureFields> = {
  name: "expenditures",
  permission: "expenditure:edit",
  recordType: "expenditure",
  // Whoever may run it reads pay as well.
  hasNames: false,
  fields: [
    { name: "documentNumber" },
    { name: "description", isRequired: true },
    { name: "amount", isRequired: true },
    { name: "supplierName" },
    { name: "supplierIco" },
    { name: "issuedOn" },
    { name: "paidOn" },
    { name: "total" },
    { name: "net" },
    { name: "lineCode" },
    { name: "activity" },
    { name: "occasion" },
    { name: "period" },
    { name: "expenditureKind" },
    { name: "expenditureState" },
    { name: "contractNumber" },
    { name: "orderNumber" },
    { name: "procurementNote" },
  ],
  async openSet({ deps, projectId, viewerId }) {
    const today = deps.clock.today();
    const batch = await openBatch(deps.db, { projectId, viewerId, today });
    const findActivity = await activityFinder(deps.db, projectId);
    return (values) => {
      const entry = parsed(bodyOf(values, { batch, findActivity }));
      const checked = checkInBatch(batch, entry);
      return "twin" in checked ? checked : { entry: checked.fields };
    };
  },
  writeSet: (one, { projectId }, entries) => writeBatch(one, projectId, entries),
};

interface Places {
  batch: Batch;
  findActivity: (text: string) => number | undefined;
}

/** What the row says as its form would send it. */
function bodyOf(values: Values, { batch, findActivity }: Places): Values {
  const { lineCode, activity, occasion, period, expenditureKind, expenditureState, ...document } =
    values;
  return {
    ...document,
    kind: codeOfWord(expenditureKind || "invoice", (texts) => texts.expenditures.kinds),
    state: stateOf(expenditureState ?? ""),
    budgetLineId: known("lineCode", lineCode, (code) => lineOf(code, batch)),
    activityId: known("activity", activity, findActivity),
    occasion: known("occasion", occasion, (title) => occasionOf(title, batch)),
    period: known("period", period, (number) => periodOf(number, batch)),
  };
}

/** A state that follows from claims is told by a file of ours; here it was recorded. */
function stateOf(word: string): string {
  const state = codeOfWord(word || "recorded", (texts) => texts.expenditures.states);
  return ["claimed", "approved", "cut", "moved"].includes(state) ? "recorded" : state;
}

function known(
  field: string,
  typed: string | undefined,
  find: (typed: string) => number | string | undefined,
): string {
  if (!typed) return "";
  const found = find(typed);
  if (found === undefined) throw new InvalidInput({ [field]: "unknownChoice" });
  return String(found);
}

/** `1.1.4.2`, also followed by the name of the line. */
function lineOf(typed: string, { codes }: Batch): number | undefined {
  const whole = parseCode(typed);
  const [first = ""] = typed.trim().split(" ");
  return codes.get(whole ?? "") ?? codes.get(parseCode(first) ?? "");
}

function periodOf(typed: string, { periods }: Batch): number | undefined {
  const number = Number(/^\d{1,3}/.exec(typed.trim())?.[0]);
  return periods.find((period) => period.number === number)?.id;
}

function occasionOf(title: string, { occasions }: Batch): string | undefined {
  const wanted = foldText(title);
  const found = occasions.filter((one) => foldText(one.title) === wanted);
  if (found.length > 1) throw new InvalidInput({ occasion: "severalOccasions" });
  return found[0] && `${found[0].kind}:${found[0].id}`;
}

/** Fields of the form that columns of tables call otherwise, since other kinds of tables have the same words. */
const COLUMN_OF: Values = {
  kind: "expenditureKind",
  state: "expenditureState",
  budgetLineId: "lineCode",
  activityId: "activity",
};

function parsed(body: Values) {
  try {
    return parse(newExpenditureSchema, body);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const errors = Object.entries(error.errors).map(([field, key]) => [
      COLUMN_OF[field] ?? field,
      key,
    ]);
    throw new InvalidInput(Object.fromEntries(errors));
  }
}
