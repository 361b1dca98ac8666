import type { ClaimsOfExpenditure } from "../../../db/queries/expenditure-claims.ts";
import type {
  Expenditure,
  ExpenditureKind,
  ExpenditureState,
  RecordedState,
} from "../../../db/queries/expenditures.ts";
import type { FieldErrors } from "../../errors.ts";
import { addMonths, type CalendarDate } from "../../values/calendar-date.ts";
import type { Halere } from "../../values/money.ts";

export const expenditureKinds = [
  "invoice",
  "payroll",
  "travel",
  "direct-support",
  "other",
] as const satisfies readonly ExpenditureKind[];

/** The steps that are recorded by hand; what comes after follows from claims. */
export const recordedStates = [
  "planned",
  "ordered",
  "recorded",
] as const satisfies readonly RecordedState[];

export const expenditureStates = [
  ...recordedStates,
  ...(["claimed", "approved", "cut", "moved"] as const),
] satisfies ExpenditureState[];

/** Bills of the last weeks are paid after the project has ended, though not for ever. */
const SETTLED_WITHIN_MONTHS = 6;

/**
 * How far an expenditure has come. While any of its claims is undecided it is claimed; then what was
 * approved names it, then what was cut; of what was only moved nothing is left in a request.
 */
export function stateOfClaims(claims: ClaimsOfExpenditure): ExpenditureState {
  if (claims.claims === 0) return claims.recordedState;
  if (claims.undecided > 0) return "claimed";
  if (claims.approved > 0) return "approved";
  return claims.cut > 0 ? "cut" : "moved";
}

/** Whether it counts as spent: it was recorded, whatever requests have made of it since. */
export function isSpent({ state }: { state: ExpenditureState }): boolean {
  return state !== "planned" && state !== "ordered";
}

/** What a form or a correction says it is; once claimed it stays recorded. */
export function recordedStateOf(state: ExpenditureState): RecordedState {
  return state === "planned" || state === "ordered" ? state : "recorded";
}

/** What no request holds: nothing of what is not recorded yet. */
export function restOf(one: Pick<Expenditure, "state" | "amountHalere" | "claimedHalere">): Halere {
  return isSpent(one) ? one.amountHalere - one.claimedHalere : 0;
}

interface Days {
  state: RecordedState;
  issuedOn: CalendarDate | null;
  paidOn: CalendarDate | null;
}

/** The day an expenditure is of: paid, or issued; of what only is to come the day it was written down. */
export function dayOf({ issuedOn, paidOn }: Omit<Days, "state">, today: CalendarDate) {
  return paidOn ?? issuedOn ?? today;
}

interface Span {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** What is wrong with the days of an expenditure, by field. */
export function faultsOfDays(entry: Days, project: Span, today: CalendarDate): FieldErrors {
  const faults = entry.state === "recorded" ? faultsOfRecorded(entry, today) : {};
  if (Object.keys(faults).length > 0) return faults;
  const { issuedOn, paidOn } = entry;
  if (issuedOn !== null && !isWithin(issuedOn, project)) return { issuedOn: "outsideProject" };
  return paidOn === null ? {} : faultsOfPaid(paidOn, issuedOn, project);
}

function faultsOfRecorded({ issuedOn, paidOn }: Days, today: CalendarDate): FieldErrors {
  if (issuedOn === null && paidOn === null) return { issuedOn: "dayOfRecorded" };
  if ((issuedOn ?? today) > today) return { issuedOn: "notInFuture" };
  return (paidOn ?? today) > today ? { paidOn: "notInFuture" } : {};
}

function faultsOfPaid(
  paidOn: CalendarDate,
  issuedOn: CalendarDate | null,
  project: Span,
): FieldErrors {
  // Without the other day nobody can tell that the cost arose within the project.
  const { startsOn, endsOn } = project;
  const lastOn = issuedOn === null ? endsOn : addMonths(endsOn, SETTLED_WITHIN_MONTHS);
  if (!isWithin(paidOn, { startsOn, endsOn: lastOn })) return { paidOn: "outsideProject" };
  return issuedOn !== null && paidOn < issuedOn ? { paidOn: "paidBeforeIssued" } : {};
}

function isWithin(day: CalendarDate, { startsOn, endsOn }: Span): boolean {
  return startsOn <= day && day <= endsOn;
}

/** What is wrong with the sums: the project cannot bear more than the whole document, nor be it less than without VAT. */
export function faultsOfSums(entry: {
  amount: Halere;
  total: Halere | null;
  net: Halere | null;
}): FieldErrors {
  const { amount, total, net } = entry;
  if (amount === 0) return { amount: "amountAboveZero" };
  if (total !== null && total < amount) return { amount: "amountOverTotal" };
  if (total !== null && net !== null && net > total) return { net: "netOverTotal" };
  return {};
}

/** What claims forbid of a correction. */
export function faultsOfClaimed(
  before: Pick<Expenditure, "state" | "claimedHalere" | "budgetLineId">,
  after: { state: RecordedState; amount: Halere; budgetLineId: number | null },
): FieldErrors {
  const { claimedHalere: held } = before;
  if (after.amount < held) return { amount: `belowClaimed:${held}` };
  // Of what was only moved nothing is held, and yet a request has it.
  const isClaimed = held > 0 || recordedStateOf(before.state) !== before.state;
  if (isClaimed && after.state !== "recorded") return { state: "claimedStaysRecorded" };
  if (held === 0) return {};
  return after.budgetLineId === before.budgetLineId ? {} : { budgetLineId: "claimedKeepsLine" };
}

/** What the search keeps of an expenditure; the rebuilding of its index (`db/queries/search-sources.ts`) says the same. */
export function searchedRecord(
  one: Pick<
    Expenditure,
    | "id"
    | "projectId"
    | "validOn"
    | "description"
    | "documentNumber"
    | "supplierName"
    | "supplierIco"
    | "contractNumber"
    | "orderNumber"
  >,
) {
  const { documentNumber, supplierName, supplierIco, contractNumber, orderNumber } = one;
  const texts = [documentNumber, supplierName, supplierIco, contractNumber, orderNumber];
  return {
    objectType: "expenditure" as const,
    objectId: one.id,
    projectId: one.projectId,
    datedOn: one.validOn,
    title: one.description,
    body: texts.filter(Boolean).join("\n"),
  };
}
