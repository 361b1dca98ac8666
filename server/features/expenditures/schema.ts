import { z } from "zod";
import {
  choice,
  optionalDay,
  optionalHalere,
  optionalId,
  optionalText,
  read,
  text,
  version,
} from "../../values/fields.ts";
import { parseIco } from "../../values/ico.ts";
import type { Halere } from "../../values/money.ts";
import { expenditureKinds, recordedStates } from "./rules.ts";

/** `event:5` or `internship:3`. */
const occasion = () =>
  read((typed): { kind: "event" | "internship"; id: number } | undefined => {
    const [, kind, id] = /^(event|internship):([1-9]\d{0,8})$/.exec(typed) ?? [];
    return kind === undefined
      ? undefined
      : { kind: kind as "event" | "internship", id: Number(id) };
  }, "unknownChoice");

/** A period of the project, none, or by the day of the document when nothing is said. */
const period = () =>
  read((typed): number | "none" | undefined => {
    if (typed === "none") return "none";
    return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined;
  }, "unknownChoice");

const amount = () =>
  optionalHalere().refine((value): value is Halere => value !== null, "required");

const fields = z.object({
  kind: choice(expenditureKinds),
  state: choice(recordedStates),
  documentNumber: optionalText(100),
  supplierName: optionalText(200),
  supplierIco: read(parseIco, "validIco"),
  description: text(500),
  issuedOn: optionalDay(),
  paidOn: optionalDay(),
  amount: amount(),
  total: optionalHalere(),
  net: optionalHalere(),
  budgetLineId: optionalId(),
  activityId: optionalId(),
  occasion: occasion(),
  period: period(),
  contractNumber: optionalText(100),
  orderNumber: optionalText(100),
  procurementNote: optionalText(1000),
});

export const newExpenditureSchema = fields;

/** What is changed of a recorded sum or its place is a correction, and says why. */
export const editedExpenditureSchema = fields.extend({
  version: version(),
  reason: optionalText(500),
});

export const withdrawalSchema = z.object({ version: version(), reason: text(500) });

export type ExpenditureEntry = z.output<typeof fields>;
export type EditedExpenditure = z.output<typeof editedExpenditureSchema>;
