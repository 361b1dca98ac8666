import type { Database } from "../../../../db/connection.ts";
import { listRulesInForce } from "../../../../db/queries/offset-rules.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { flatRateKinds } from "../../drawdowns/rules.ts";
import { ruleDayOf } from "../../periods/duties/service.ts";

/** What the rules of flat rates are chosen by. */
export type RuledProject = Pick<ProjectSpan, "id" | "programme" | "startsOn" | "decidedOn">;

export interface AllowedRate {
  kind: string;
  /** The most that may be asked for; less is allowed. */
  mostBp: BasisPoints;
}

/** Flat rates that the project may choose from, by the programme's rules or its own. One query. */
export async function listAllowedRates(
  db: Database,
  project: RuledProject,
): Promise<AllowedRate[]> {
  const { id: projectId, programme } = project;
  const on = ruleDayOf(project);
  const rules = await listRulesInForce(db, { projectId, programme, kinds: flatRateKinds, on });
  return flatRateKinds.flatMap((kind) => {
    const rule = rules.find((one) => one.kind === kind);
    return rule ? [{ kind, mostBp: Math.round(Number(rule.value) * 100) }] : [];
  });
}
