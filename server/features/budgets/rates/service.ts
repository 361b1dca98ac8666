import type { Database } from "../../../../db/connection.ts";
import { listRulesInForce } from "../../../../db/queries/offset-rules.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { InvalidInput } from "../../../errors.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { flatRateKinds } from "../../drawdowns/rules.ts";
import { ruleDayOf } from "../../programme-rules/rules.ts";

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

/**
 * The rate chosen, the whole of what its rule allows where no number is given; null when none is chosen.
 * @throws InvalidInput when the programme has no such rate, or allows less
 */
export function chosenRate(
  { flatRateKind, flatRate }: { flatRateKind: string | null; flatRate: BasisPoints | null },
  rates: readonly AllowedRate[],
): { kind: string; rateBp: BasisPoints } | null {
  if (flatRateKind === null) return null;
  const rule = rates.find(({ kind }) => kind === flatRateKind);
  if (!rule) throw new InvalidInput({ flatRateKind: "unknownChoice" });
  if (flatRate !== null && flatRate > rule.mostBp)
    throw new InvalidInput({ flatRate: `atMost:${rule.mostBp / 100}` });
  return { kind: flatRateKind, rateBp: flatRate ?? rule.mostBp };
}
