import { z } from "zod";
import { checkbox, optionalHalere, optionalId } from "../../../values/fields.ts";
import { filledRows, rowFields } from "../../../values/row-fields.ts";
import { type TransferWay, transferWays } from "./rules.ts";

export const TRANSFER_ROWS = 6;

export interface TransferChoice {
  amountHalere: number;
  fromWay: TransferWay;
  toWay: TransferWay;
}

const [WAYS, CHOICE] = [transferWays.join("|"), /^(\d{1,15}):(\w+):(\w+)$/];

/** `12000:units:price`: how a transfer is to come out, as it was chosen; null before that. */
function choice() {
  return z
    .string()
    .default("")
    .transform((typed): TransferChoice | null => {
      const [, amount, from, to] = CHOICE.exec(typed) ?? [];
      if (!isWay(from) || !isWay(to)) return null;
      return { amountHalere: Number(amount), fromWay: from, toWay: to };
    });
}

function isWay(typed: string | undefined): typed is TransferWay {
  return typed !== undefined && new RegExp(`^(?:${WAYS})$`).test(typed);
}

const row = {
  From: optionalId(),
  To: optionalId(),
  Amount: optionalHalere(),
  Choice: choice(),
};

type Row = { [Name in keyof typeof row]: z.output<(typeof row)[Name]> };

function faultsOf(values: Row, isConfirmed: boolean): [keyof Row, string][] {
  const faults = (["From", "To", "Amount"] as const)
    .filter((name) => values[name] === null)
    .map((name): [keyof Row, string] => [name, "required"]);
  if (values.Amount === 0) faults.push(["Amount", "amountAboveZero"]);
  if (isConfirmed && values.Choice === null) faults.push(["Choice", "required"]);
  return faults;
}

export const transfersSchema = z
  .object({
    /** Sent from the page that shows how the transfers come out. */
    isConfirmed: checkbox(),
    ...rowFields("transfer", TRANSFER_ROWS, row),
  })
  .superRefine((entry, context) => {
    const rows = filledRows(entry, "transfer", TRANSFER_ROWS, row);
    const missing = rows.flatMap(({ number, values }) =>
      faultsOf(values, entry.isConfirmed).map(([name, message]) => ({
        path: [`transfer${number}${name}`],
        message,
      })),
    );
    const none = rows.length === 0 ? [{ path: ["transfer1From"], message: "required" }] : [];
    for (const fault of [...none, ...missing]) context.addIssue({ code: "custom", ...fault });
  })
  .transform((entry) => ({
    isConfirmed: entry.isConfirmed,
    rows: filledRows(entry, "transfer", TRANSFER_ROWS, row).map(({ number, values }) => ({
      number,
      fromId: values.From ?? 0,
      toId: values.To ?? 0,
      wantedHalere: values.Amount ?? 0,
      choice: values.Choice,
    })),
  }));

export type TransfersEntry = z.output<typeof transfersSchema>;
export type TransferRow = TransfersEntry["rows"][number];
