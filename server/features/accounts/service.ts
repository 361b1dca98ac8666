import { findUserForSignIn } from "../../../db/queries/users.ts";
import { passwordFits } from "../../access/passwords.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput } from "../../errors.ts";
import { foldText } from "../../values/fold.ts";

/** The user whose e-mail and password these are; one and the same refusal for all that is wrong. */
export async function checkCredentials(
  { db }: Pick<Deps, "db">,
  given: { email: string; password: string },
): Promise<number> {
  const user = await findUserForSignIn(db, foldText(given.email));
  const fits = await passwordFits(given.password, user?.passwordHash ?? null);
  if (!user || !fits || user.deactivatedAt !== null)
    throw new InvalidInput({ form: "wrongSignIn" });
  return user.id;
}
