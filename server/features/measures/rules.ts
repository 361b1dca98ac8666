import type { MeasureState } from "../../../db/queries/measures.ts";

export const measureStates = [
  "planned",
  "running",
  "done",
  "dropped",
] as const satisfies readonly MeasureState[];
