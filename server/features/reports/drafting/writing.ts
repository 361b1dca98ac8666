import type { Place } from "../places.ts";
import { deviationsOf } from "./chapters/deviations.ts";
import { doneOn } from "./chapters/done.ts";
import { indicatorComment } from "./chapters/indicator.ts";
import { outputsOf } from "./chapters/outputs.ts";
import { targetGroupOf } from "./chapters/people.ts";
import { planOf } from "./chapters/plan.ts";
import { problemOf, solutionOf } from "./chapters/problems.ts";
import { contactOf, progressOf } from "./chapters/progress.ts";
import { purposeOf } from "./chapters/purpose.ts";
import {
  annexesOf,
  declarationsOf,
  incomeOf,
  inspectionsOf,
  procurementOf,
  publicityOf,
} from "./chapters/surroundings.ts";
import type { Draft } from "./draft.ts";
import type { Block } from "./fitting.ts";
import type { KeyActivity } from "./rules.ts";

const OF_ACTIVITY: Record<string, (draft: Draft, key: KeyActivity) => Block[]> = {
  done: doneOn,
  purpose: purposeOf,
  outputs: outputsOf,
  deviations: deviationsOf,
  plan: planOf,
};

/** Horizontal principles are for the writer alone: nothing that was logged speaks of them. */
const OF_REPORT: Record<string, (draft: Draft) => Block[]> = {
  "identification/contact": contactOf,
  "progress/description": progressOf,
  "problems/problem": problemOf,
  "problems/solution": solutionOf,
  "target-group/description": targetGroupOf,
  "publicity/description": publicityOf,
  "procurement/description": procurementOf,
  "income/description": incomeOf,
  "inspections/description": inspectionsOf,
  "declarations/statement": declarationsOf,
  "documents/list": annexesOf,
};

/** What can honestly be drafted for a place of the report; nothing where it cannot. */
export function blocksFor(draft: Draft, place: Place): Block[] {
  const { activityId, indicatorId, part } = place;
  if (indicatorId !== null) return indicatorComment(draft, indicatorId);
  if (activityId === null) return OF_REPORT[place.place]?.(draft) ?? [];
  const key = draft.digest.keys.find(({ id }) => id === activityId);
  return key ? (OF_ACTIVITY[part]?.(draft, key) ?? []) : [];
}
