import {
  type ExampleInvoice,
  exampleInvoices,
} from "../../../db/seeds/demo/example/expenditures.ts";
import { workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { nextWorkingDay } from "../../values/working-days.ts";
import { createExpenditure, type ExpenditureEntry } from "../expenditures/service.ts";
import type { Example } from "./example-project.ts";

const DAYS_TO_PAY = 10;

/** What was bought and paid, each written down by the finance officer on the day it was paid. */
export function tellInvoices(example: Example): void {
  const { story, teller } = example;
  for (const [index, invoice] of exampleInvoices.entries()) {
    const issuedOn = workingDayOf(story, invoice.at);
    const paidOn = nextWorkingDay(addDays(issuedOn, DAYS_TO_PAY));
    const isPaid = invoice.state === undefined && paidOn <= story.today;
    const number = `FP-${issuedOn.slice(2, 4)}${String(index + 1).padStart(4, "0")}`;
    teller.on(isPaid ? paidOn : issuedOn, () =>
      record(
        example,
        entryOf(example, invoice, { issuedOn, paidOn: isPaid ? paidOn : null, number }),
      ),
    );
  }
}

/** Writes an expenditure down as its form does; gives its id. */
export async function record(example: Example, entry: ExpenditureEntry): Promise<number> {
  const author = example.author("finance");
  const writer = { viewerId: author.userId, readsPay: true };
  const given = { projectId: example.id(), writer, entry };
  const { id } = await createExpenditure(example.deps, author, given);
  if (!example.expenditures.has(entry.description)) example.expenditures.set(entry.description, id);
  return id;
}

function entryOf(
  example: Example,
  invoice: ExampleInvoice,
  document: { issuedOn: CalendarDate; paidOn: CalendarDate | null; number: string },
): ExpenditureEntry {
  const { state = "recorded", activity, event, internship, contract, halere } = invoice;
  const occasion = event ?? internship;
  return {
    kind: invoice.kind ?? "invoice",
    state,
    documentNumber: state === "recorded" ? document.number : null,
    ...{ supplierName: invoice.supplier, supplierIco: null, description: invoice.text },
    ...{ issuedOn: document.issuedOn, paidOn: document.paidOn },
    ...{ amount: halere, total: halere, net: null },
    budgetLineId: example.line(invoice.line),
    activityId: activity === undefined ? null : example.activity(activity),
    occasion: occasion === undefined ? null : example.occasion(occasion),
    ...{ period: null, contractNumber: contract ?? null, orderNumber: null, procurementNote: null },
  };
}
