import { readFileSync } from "node:fs";
import { benchUser } from "../filling/fill-database.ts";
import { type ServedProcess, serve } from "./served-process.ts";

const ENDLESS = "1000000";

/** What the product is configured with; limits are out of the way, everything else is as in production. */
export function productEnv(dataDir: string): Record<string, string> {
  return {
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    SECRET_KEY: "5e1b0f7d3c9a48261f0e7d3c9a482615",
    PUBLIC_URL: "http://localhost:3000",
    JOBS: "off",
    LOG_LEVEL: "error",
    LIMIT_READS_PER_MINUTE: ENDLESS,
    LIMIT_WRITES_PER_MINUTE: ENDLESS,
    LIMIT_ANONYMOUS_PER_MINUTE: ENDLESS,
  };
}

export function serveProduct(
  dataDir: string,
  wrapper: string[] = [],
  env: Record<string, string> = {},
): Promise<ServedProcess> {
  const command = [...wrapper, process.execPath, ...startArguments()];
  return serve(command, { ...productEnv(dataDir), ...env });
}

/** What `npm start` hands to Node: measured is what runs in earnest. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const [, given = ""] = /\bnode (.+)$/.exec(scripts.start) ?? [];
  return given.split(" ");
}

export interface SignedIn {
  cookie: string;
  csrf: string;
}

/** Signs the account of the filled set in, as a browser does. */
export async function signIn(baseUrl: string): Promise<SignedIn> {
  const page = await fetch(`${baseUrl}/sign-in`);
  const { email, password } = benchUser;
  const answer = await fetch(`${baseUrl}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(page) },
    body: new URLSearchParams({ email, password, _csrf: tokenOf(await page.text()) }),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  const session = cookiesOf(answer);
  const form = await fetch(`${baseUrl}/projects/1/progress/new`, { headers: { cookie: session } });
  const cookie = [session, cookiesOf(form)].filter(Boolean).join("; ");
  return { cookie, csrf: tokenOf(await form.text()) };
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .filter((pair) => !pair.endsWith("="))
    .join("; ");
}

function tokenOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
