import type { Database } from "../../../../db/connection.ts";
import { listRulesInForce } from "../../../../db/queries/offset-rules.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { dutiesOf, offsetKinds } from "../duties/rules.ts";
import { loadOffsetRules, ruleDayOf } from "../duties/service.ts";
import { proposePeriods } from "../service.ts";

/** The periods that would come about, with all they would owe. */
export async function loadProposal(db: Database, project: ProjectSpan, months: number) {
  const [existing, rules] = await Promise.all([
    listPeriods(db, project.id),
    loadOffsetRules(db, project),
  ]);
  const periods = proposePeriods(project, existing, months);
  return {
    periods,
    duties: dutiesOf(periods, project, rules.readable),
    rules: rules.all,
    missingRules: offsetKinds.filter((kind) => rules.readable[kind] === undefined),
  };
}

/** The length of periods that the project or its programme prescribes, in months; undefined when it does not say. */
export async function usualLength(db: Database, project: ProjectSpan): Promise<number | undefined> {
  const { id: projectId, programme } = project;
  const wanted = { projectId, programme, kinds: ["period-length"], on: ruleDayOf(project) };
  const [rule] = await listRulesInForce(db, wanted);
  const months = Number(rule?.value);
  return Number.isInteger(months) && months > 0 ? months : undefined;
}
