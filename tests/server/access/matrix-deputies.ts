import type { Connection } from "../../../db/connection.ts";
import { createDeputy } from "../../support/factories.ts";
import type { Actor } from "./matrix-world.ts";

const OWN = { own: true, foreign: false };

type Enter = (
  name: string,
  columns: Record<string, unknown>,
  given: Partial<Actor>,
) => Promise<number>;

/** Who stands in for the leaders of the own project today, who did until yesterday, who will from tomorrow. */
export async function enterDeputies(
  db: Connection,
  enter: Enter,
  leaders: number[],
): Promise<void> {
  const nobody = { roles: [] };
  const stands = { roles: ["manager", "coordinator"], reaches: OWN };
  const deputy = await enter("deputy of manager and coordinator", {}, stands);
  const former = await enter("former deputy", {}, nobody);
  const future = await enter("future deputy", {}, nobody);
  for (const userId of leaders) {
    await createDeputy(db, { userId, deputyUserId: deputy });
    const past = { fromOn: "2026-02-01", untilOn: "2026-03-01" };
    await createDeputy(db, { userId, deputyUserId: former, ...past });
    await createDeputy(db, { userId, deputyUserId: future, fromOn: "2026-03-03" });
  }
  const next = await enter("deputy of the deputy", {}, nobody);
  await createDeputy(db, { userId: deputy, deputyUserId: next });
}
