import { z } from "zod";
import type { ContractCode } from "../../../../db/queries/payroll-items.ts";
import {
  choice,
  day,
  ids,
  optionalDay,
  optionalDecimal,
  optionalHalere,
  optionalText,
} from "../../../values/fields.ts";
import type { Halere } from "../../../values/money.ts";
import { contractCodes, MOST_E2 } from "../rules.ts";

/** More people than any project pays. */
const MOST_ROWS = 200;

const column = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .refine((cells) => cells.length <= MOST_ROWS, "unknownChoice");

const CELLS = {
  documentNumber: optionalText(100),
  contractCode: choice(contractCodes),
  pay: optionalHalere().refine((sum): sum is Halere => sum !== null, "required"),
  /** Left empty they follow from the rule of the programme. */
  levies: optionalHalere(),
  fundHours: optionalDecimal(2, { least: 0, most: MOST_E2 }),
  projectHours: optionalDecimal(2, { least: 0, most: MOST_E2 }),
};

const names = Object.keys(CELLS) as (keyof typeof CELLS)[];

export interface PayRow {
  assignmentId: number;
  documentNumber: string | null;
  contractCode: ContractCode;
  pay: Halere;
  levies: Halere | null;
  fundHours: number | null;
  projectHours: number | null;
}

/** Columns of equal length, a cell a person; of people who are not chosen nothing is read. */
export const payMonthSchema = z
  .object({
    issuedOn: day(),
    paidOn: optionalDay(),
    assignment: column,
    chosen: ids().refine((all) => all.length > 0, "nobodyChosen"),
    ...(Object.fromEntries(names.map((name) => [name, column])) as Record<
      keyof typeof CELLS,
      typeof column
    >),
  })
  .transform((typed, context) => ({
    issuedOn: typed.issuedOn,
    paidOn: typed.paidOn,
    rows: typed.chosen.map((assignmentId): PayRow => {
      const place = typed.assignment.indexOf(String(assignmentId));
      const cells = names.map((name) => {
        const read = CELLS[name].safeParse(typed[name][place] ?? "");
        if (read.success) return [name, read.data];
        const [issue] = read.error.issues;
        const message = issue?.code === "custom" ? issue.message : "unknownChoice";
        context.addIssue({ code: "custom", message, path: [cellId(name, assignmentId)] });
        return [name, null];
      });
      return { assignmentId, ...Object.fromEntries(cells) };
    }),
  }));

export type PayMonthEntry = z.output<typeof payMonthSchema>;

/** By what an error and its field of one person find each other. */
export function cellId(name: string, assignmentId: number): string {
  return `${name}-${assignmentId}`;
}
