import type { PlanState } from "../../../db/queries/plans.ts";

export const planStates = ["draft", "in-force", "closed"] as const satisfies readonly PlanState[];
