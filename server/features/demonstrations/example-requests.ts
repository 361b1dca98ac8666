import { findPaymentRequest } from "../../../db/queries/payment-requests.ts";
import { listPeriods } from "../../../db/queries/periods.ts";
import { exampleRequests } from "../../../db/seeds/demo/example/expenditures.ts";
import { type Moment, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { saveCuts } from "../payment-requests/claims/service.ts";
import { decideRequest } from "../payment-requests/decisions/service.ts";
import { recordReceipt } from "../payment-requests/receipts/service.ts";
import { createPaymentRequest, type RequestEntry } from "../payment-requests/service.ts";
import { submitRequest } from "../payment-requests/steps/service.ts";
import type { Example } from "./example-project.ts";

interface Telling {
  example: Example;
  id: number;
}

/** The advance, the request of the first period approved with a cut, and that of the second one. */
export function tellRequests(example: Example): void {
  const { advance, first, second } = exampleRequests;
  const [one, two, three] = [1, 2, 3].map((): Telling => ({ example, id: 0 })) as [
    Telling,
    Telling,
    Telling,
  ];
  on(example, advance.submitted, () =>
    ask(one, { number: 1, kind: "advance", advance: advance.halere }),
  );
  on(example, advance.received, () => decide(one));
  on(example, advance.received, () => receive(one, advance.halere));
  on(example, first.submitted, () => askFor(two, 1));
  on(example, first.decided, () => cut(two));
  on(example, first.decided, () => decide(two));
  on(example, second.submitted, () => askFor(three, 2));
}

function on({ story, teller }: Example, at: Moment, happening: () => Promise<unknown>): void {
  teller.on(workingDayOf(story, at), happening);
}

async function askFor(telling: Telling, period: number): Promise<void> {
  const { example } = telling;
  const periods = await listPeriods(example.deps.db, example.id());
  const periodId = periods.find(({ number }) => number === period)?.id ?? null;
  await ask(telling, { number: period + 1, kind: "interim", periodId });
}

async function ask(
  telling: Telling,
  given: Pick<RequestEntry, "number" | "kind"> & Partial<RequestEntry>,
): Promise<void> {
  const { example } = telling;
  const { deps } = example;
  telling.id = await createPaymentRequest(deps, example.author("finance"), example.id(), {
    ...{ requestNumber: null, periodId: null, advance: null, income: null, note: null },
    claimsWhole: given.kind !== "advance",
    ...given,
  });
  await submitRequest(deps, example.author("finance"), keyOf(telling), {
    ...(await opened(telling)),
    submittedOn: deps.clock.today(),
  });
}

async function cut(telling: Telling): Promise<void> {
  const { example } = telling;
  const { text, halere, reason } = exampleRequests.first.cut;
  const expenditureId = example.expenditures.get(text) ?? 0;
  const entries = [{ expenditureId, cut: halere, moved: 0, reason }];
  const author = example.author("finance");
  await saveCuts(example.deps, author, keyOf(telling), { entries, readsPay: true });
}

async function decide(telling: Telling): Promise<void> {
  const { deps } = telling.example;
  const author = telling.example.author("finance");
  await decideRequest(deps, author, keyOf(telling), {
    ...(await opened(telling)),
    ...{ decidedOn: deps.clock.today(), flat: null, note: null },
  });
}

async function receive(telling: Telling, amount: number): Promise<void> {
  const { deps } = telling.example;
  const author = telling.example.author("finance");
  await recordReceipt(deps, author, keyOf(telling), {
    ...(await opened(telling)),
    ...{ receivedOn: deps.clock.today(), amount, note: null },
  });
}

async function opened(telling: Telling): Promise<{ version: number }> {
  const found = await findPaymentRequest(telling.example.deps.db, keyOf(telling));
  return { version: found?.version ?? 1 };
}

function keyOf({ example, id }: Telling) {
  return { projectId: example.id(), id };
}
