import type { ProjectSource } from "../../../db/queries/project-sources.ts";
import { distribute, type Halere } from "../../values/money.ts";
import { WHOLE_PPM } from "../../values/percent.ts";
import { type FlatRateBases, flatRatesOf } from "../drawdowns/rules.ts";

export const requestKinds = ["advance", "interim", "final"] as const;

export interface FlatRate {
  kind: string;
  rateBp: number;
}

/**
 * The flat part of what a request claims. Each request rounds for itself, so that many could pass the cap by
 * a haléř each though their direct costs do not: only that much is taken back of the last one.
 */
export function flatClaimed(
  rates: readonly FlatRate[],
  bases: FlatRateBases,
  { room, roundings }: { room: Halere | null; roundings: number },
): Halere {
  const flat = flatRatesOf(rates, bases);
  const over = room === null ? 0 : bases.direct + flat - room;
  return over > 0 && over <= roundings ? Math.max(0, flat - over) : flat;
}

/** What is proposed or decided of the claims of a request: of direct costs, and of the staff costs in them. */
export interface Decided {
  claimed: FlatRateBases;
  cut: FlatRateBases;
  moved: FlatRateBases;
}

export interface FlatParts {
  approved: Halere;
  cut: Halere;
  moved: Halere;
}

/**
 * How the flat part follows the direct costs: what is approved brings its rate, or a sum as it was typed; the
 * rest is cut and moved as the direct costs were.
 * @throws RangeError when more is typed than was asked for
 */
export function flatParts(
  rates: readonly FlatRate[],
  { claimed, cut, moved }: Decided,
  { flat, typed }: { flat: Halere; typed: Halere | null },
): FlatParts {
  const isWhole = cut.direct === 0 && moved.direct === 0;
  const kept = {
    direct: claimed.direct - cut.direct - moved.direct,
    staff: claimed.staff - cut.staff - moved.staff,
  };
  const proportional = isWhole ? flat : Math.min(flat, flatRatesOf(rates, kept));
  const approved = typed ?? proportional;
  if (approved > flat || approved < 0) throw new RangeError("More of the flat part than was asked");
  const weights = [flatRatesOf(rates, cut), flatRatesOf(rates, moved)];
  const isSplit = weights.some((weight) => weight > 0);
  const [cutPart = 0, movedPart = 0] = distribute(flat - approved, isSplit ? weights : [1, 0]);
  return { approved, cut: cutPart, moved: movedPart };
}

type Source = Pick<ProjectSource, "kind" | "sharePpm">;

/** The part of a sum that public sources bear; null until the shares of all sources are known. */
export function publicPartOf(amount: Halere, sources: readonly Source[]): Halere | null {
  const shares = sources.map(({ sharePpm }) => sharePpm);
  if (shares.some((share) => share === null)) return null;
  const known = shares.map(Number);
  if (known.reduce((sum, share) => sum + share, 0) !== WHOLE_PPM) return null;
  const parts = distribute(amount, known);
  return sources.reduce(
    (sum, { kind }, index) => (kind === "own" ? sum : sum + (parts[index] ?? 0)),
    0,
  );
}

export interface Paid {
  /** Approved costs, direct and flat. */
  approved: Halere;
  income: Halere;
  /** Payments less refunds. */
  received: Halere;
}

export interface Settlement {
  /** What public sources owe for what was approved. */
  entitled: Halere;
  /** Of what was received, what approved costs have covered. */
  settled: Halere;
  /** Received and not covered yet. */
  remaining: Halere;
  /** Owed beyond what was received. */
  owed: Halere;
  /** Owed less remaining: below nought it would have to be returned. */
  balance: Halere;
}

/**
 * (eligible approved − other income) × public share − (payments − refunds). Null until the shares are known.
 */
export function settlementOf(
  { approved, income, received }: Paid,
  sources: readonly Source[],
): Settlement | null {
  const part = publicPartOf(approved - income, sources);
  if (part === null) return null;
  const entitled = Math.max(0, part);
  return {
    entitled,
    settled: Math.max(0, Math.min(entitled, received)),
    remaining: Math.max(0, received - entitled),
    owed: Math.max(0, entitled - received),
    balance: part - received,
  };
}
