import { createHash } from "node:crypto";
import type { FileOrder } from "../../../db/queries/prepared-files.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import type { Language } from "../../texts/index.ts";
import { canonicalJson } from "../../values/canonical-json.ts";
import type { PlanFileFormat, PlanFileKind } from "./rules.ts";

const PLAN_FILE_KIND = "plan-file";
/** A plan lives on: a file of yesterday is made again. */
const DAYS_KEPT = 1;

export interface PlanOrder {
  planId: number;
  kind: PlanFileKind;
  format: PlanFileFormat;
  language: Language;
  /** Of fulfilment and of action plans. */
  year: number | null;
  /** Whose eyes: what decides which projects are named. */
  reach: Reach;
  /** Instant that the file is of. */
  asOf: string;
}

/** The order of a file: of one instant, for eyes that see the same of the linked projects. */
export function orderOf(
  order: PlanOrder,
  namedProjects: readonly number[],
): Pick<FileOrder, "kind" | "orderKey" | "projectId" | "keptDays"> & { params: PlanOrder } {
  const { planId, kind, format, language, year, reach, asOf } = order;
  const made = { year, asOf, namedProjects, userId: reach.userId };
  const hash = createHash("sha256").update(canonicalJson(made)).digest("hex");
  return {
    kind: PLAN_FILE_KIND,
    orderKey: `${PLAN_FILE_KIND}:${planId}:${kind}:${format}:${language}:${hash}`,
    projectId: null,
    keptDays: DAYS_KEPT,
    params: order,
  };
}
