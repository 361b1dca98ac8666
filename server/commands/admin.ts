import { parseArgs } from "node:util";
import { loadConfig } from "../config.ts";
import type { Deps } from "../deps.ts";
import { inviteAdministrator } from "../features/users/administrators/service.ts";
import { closeDeps, openDeps } from "../open-deps.ts";
import { checkDatabase, checkPlaces, reasonOf } from "../start-checks.ts";
import { parseEmailAddress } from "../values/email-address.ts";

const USAGE = `usage: npm run admin -- invite EMAIL [--name "NAME SURNAME"]

  Makes the person an administrator and prints a link, valid once, at which they set a password.
  It works without mail: for the first administrator, and when nobody else can sign in.`;

const asked = readCommand();
if (!asked) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const config = loadConfig();
  if (!config.secretKey) throw new Error("SECRET_KEY: missing, the link is signed with it");
  checkPlaces(config);
  const deps = await checkDatabase(config, () => openDeps(config));
  await invite(deps, asked).finally(() => closeDeps(deps));
} catch (error) {
  console.error(`Nobody was invited: ${reasonOf(error)}`);
  process.exit(1);
}

async function invite(deps: Deps, person: { email: string; name?: string }): Promise<void> {
  const { url, isNew } = await inviteAdministrator(deps, person);
  console.log(
    `${person.email} is ${isNew ? "a new administrator" : "an administrator"}. The link is valid once, for seven days:\n\n  ${url}\n`,
  );
}

function readCommand(): { email: string; name?: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { name: { type: "string" } },
    });
    const [command, typed = "", ...others] = positionals;
    const email = parseEmailAddress(typed);
    if (command !== "invite" || !email || others.length > 0) return undefined;
    const name = values.name?.trim();
    return name ? { email, name } : { email };
  } catch {
    return undefined;
  }
}
