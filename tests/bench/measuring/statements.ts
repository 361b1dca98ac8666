import { createApp } from "../../../server/app.ts";
import { loadConfig } from "../../../server/config.ts";
import { closeDeps, openDeps } from "../../../server/open-deps.ts";
import { listen } from "../../support/listen.ts";
import { statementsOf } from "../../support/queries.ts";
import { entryForm, type MeasuredPage } from "./pages.ts";
import { productEnv, signIn } from "./product.ts";

/** How many statements each page sends, BEGIN and COMMIT among them; counted in this process. */
export async function countStatements(
  dataDir: string,
  pages: MeasuredPage[],
): Promise<Map<string, number>> {
  const deps = openDeps(loadConfig(productEnv(dataDir)));
  const served = await listen(createApp(deps));
  const { cookie, csrf } = await signIn(served.baseUrl);
  const today = deps.clock.today();
  const counts = new Map<string, number>();
  for (const { name, path, isPublic, isPost } of pages) {
    const headers = isPublic ? {} : { cookie };
    const ask = () =>
      isPost
        ? fetch(`${served.baseUrl}${path}`, {
            ...{ method: "POST", redirect: "manual", body: entryForm(csrf, today) },
            headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
          })
        : fetch(`${served.baseUrl}${path}`, { headers });
    await ask();
    counts.set(name, (await statementsOf(deps.db, ask)).length);
  }
  await served.close();
  await closeDeps(deps);
  return counts;
}
