import { findSetting, insertSetting } from "../../../db/queries/settings.ts";
import { insertUser } from "../../../db/queries/users.ts";
import { hashPassword } from "../../access/passwords.ts";
import { change, system } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";
import { demoPassword, demoUsers } from "../accounts/demo-users.ts";

const MARK = "demonstration";

/** Whether the database was made by the demonstration: only such a one is ever started over. */
export async function isDemonstration({ db }: Pick<Deps, "db">): Promise<boolean> {
  return (await findSetting(db, MARK)) !== undefined;
}

/** Fills an empty database with the people and projects of the demonstration; a filled one is left as it is. */
export async function buildDemonstration(deps: Pick<Deps, "db" | "clock">): Promise<boolean> {
  if (await isDemonstration(deps)) return false;
  const passwordHash = await hashPassword(demoPassword);
  await change(deps, system, async ({ trx, at }) => {
    await insertSetting(trx, { key: MARK, value: at, at });
    for (const user of demoUsers) {
      await insertUser(trx, {
        name: user.name,
        sortKey: czechSortKey(user.name),
        email: user.email,
        emailFolded: foldText(user.email),
        passwordHash,
        language: "cs",
        isAdministrator: user.globalRoles.includes("administrator"),
        isManagement: user.globalRoles.includes("management"),
        isAuditor: user.globalRoles.includes("auditor"),
        isFounder: user.globalRoles.includes("founder"),
        createdAt: at,
      });
    }
  });
  return true;
}
