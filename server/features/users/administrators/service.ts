import { insertAccount } from "../../../../db/queries/user-accounts.ts";
import { findUserForSignIn, grantAdministration } from "../../../../db/queries/users.ts";
import { type Change, change, system } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { czechSortKey, foldText } from "../../../values/fold.ts";
import { unlockAccount } from "../../accounts/attempts/service.ts";
import { linkToken } from "../../accounts/links/rules.ts";
import { createAccountLink } from "../../accounts/links/service.ts";

/**
 * Makes somebody an administrator and gives the address at which they set their password, for whoever has
 * the machine itself: the first administrator, and the way back in when nobody else is left.
 */
export async function inviteAdministrator(
  deps: Pick<Deps, "db" | "clock" | "config">,
  { email, name }: { email: string; name?: string },
): Promise<{ url: string; isNew: boolean }> {
  const { config } = deps;
  const { link, isNew } = await change(deps, system, async (one) => {
    const { userId, isNew } = await administratorOf(one, { email, name: name ?? email }, config);
    await unlockAccount(one.trx, email);
    one.record({ action: "user.made-administrator", objectType: "user", objectId: userId });
    const link = await createAccountLink(one, { userId, kind: "invitation", createdBy: null });
    return { link, isNew };
  });
  return {
    url: `${config.publicUrl}${paths.invitation(linkToken(config.secretKey, link))}`,
    isNew,
  };
}

async function administratorOf(
  { trx, at }: Change,
  { email, name }: { email: string; name: string },
  { defaultLanguage }: Deps["config"],
): Promise<{ userId: number; isNew: boolean }> {
  const emailFolded = foldText(email);
  const known = await findUserForSignIn(trx, emailFolded);
  if (known?.deactivatedAt) throw new Conflict("alreadyDeactivated");
  if (known) {
    await grantAdministration(trx, known.id);
    return { userId: known.id, isNew: false };
  }
  const nothingElse = { isManagement: false, isFounder: false, isAuditor: false };
  const userId = await insertAccount(trx, {
    ...nothingElse,
    isAdministrator: true,
    auditsFromOn: null,
    auditsUntilOn: null,
    name,
    sortKey: czechSortKey(name),
    email,
    emailFolded,
    language: defaultLanguage,
    createdAt: at,
  });
  if (userId === undefined) throw new Conflict("emailTaken");
  return { userId, isNew: true };
}
