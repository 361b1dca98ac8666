import type { Database } from "../../../db/connection.ts";
import {
  type BudgetInForce,
  findBudgetInForce,
  listFlatRates,
} from "../../../db/queries/budgets-in-force.ts";
import type { ClaimFilter } from "../../../db/queries/claims.ts";
import { EVER } from "../../../db/queries/facts.ts";
import { findSumsOfRequest } from "../../../db/queries/payment-request-facts.ts";
import type { PaymentRequest, RequestState } from "../../../db/queries/payment-requests.ts";
import { findProjectTotal } from "../../../db/queries/project-locks.ts";
import type { Halere } from "../../values/money.ts";
import type { FlatRate } from "./rules.ts";

/** The budget a request is reckoned by: approved last, or as it was when the request was submitted. */
export interface RequestFrame {
  budget: BudgetInForce | undefined;
  rates: FlatRate[];
  cap: Halere | null;
  filter: ClaimFilter;
}

/** While it may still be built. */
export function isOpen(state: RequestState): boolean {
  return state === "draft" || state === "returned";
}

export async function loadFrame(db: Database, request: PaymentRequest): Promise<RequestFrame> {
  const { projectId } = request;
  const asked = isOpen(request.state) ? undefined : await findSumsOfRequest(db, request.id, EVER);
  const asOf = asked?.submittedAt ?? EVER.asOf;
  const budget = await findBudgetInForce(db, projectId, { on: EVER.on, asOf });
  return {
    budget,
    rates: budget ? await listFlatRates(db, budget.id) : [],
    cap: budget?.eligible ?? (await findProjectTotal(db, projectId)),
    filter: {
      projectId,
      requestId: request.id,
      versionId: budget?.id ?? null,
      period: periodOf(request),
    },
  };
}

function periodOf({ periodStartsOn, periodEndsOn }: PaymentRequest): ClaimFilter["period"] {
  if (periodStartsOn === null || periodEndsOn === null) return null;
  return { startsOn: periodStartsOn, endsOn: periodEndsOn };
}
