import type { Health } from "../../../../db/queries/project-list.ts";
import type { Month } from "../../../values/month.ts";

/**
 * How a figure of a month that was told before came out different later; numbers as their figures have them.
 * `month` is the one that the change belongs to.
 */
export type CorrectionFacts =
  | { kind: "increment"; month: Month; indicatorId: number; by: number }
  | { kind: "state"; month: Month; indicatorId: number; from: number | null; to: number | null }
  | { kind: "spent"; month: Month; from: number | null; to: number | null }
  | { kind: "physical"; month: Month; from: number | null; to: number | null }
  | { kind: "health"; month: Month; from: Health | null; to: Health | null };
