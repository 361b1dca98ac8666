import { insertRows } from "../../../db/queries/whole-tables.ts";
import { seedCatalogues } from "../../../db/seeds/catalogues.ts";
import { change, system } from "../../../server/change.ts";
import { loadConfig } from "../../../server/config.ts";
import { writeCards } from "../../../server/features/cards/service.ts";
import { writeAreas } from "../../../server/features/plans/areas/service.ts";
import { createPlan } from "../../../server/features/plans/service.ts";
import { closeDeps, openDeps } from "../../../server/open-deps.ts";
import { paths } from "../../../server/paths.ts";
import { planAreas, planCards } from "../filling/plan-cards.ts";
import { latencies } from "./load.ts";
import { productEnv, serveProduct, signIn } from "./product.ts";
import type { RegistryFigure } from "./registry.ts";

const TIMES = 60;
const OWNERS = 10;
const PROJECTS = 10;

/** A plan of so many cards with what hangs on them: written, then read over HTTP. */
export async function measurePlan(
  dataDir: string,
  { cards, at }: { cards: number; at: string },
): Promise<RegistryFigure[]> {
  const { planId, cardId, seconds } = await fill(dataDir, { cards, at });
  const product = await serveProduct(dataDir);
  try {
    const { cookie } = await signIn(`http://127.0.0.1:${product.port}`);
    const page = async (name: string, path: string, goal: number): Promise<RegistryFigure> => {
      const asked = { port: product.port, path, headers: { cookie } };
      const { p50, status } = await latencies(asked, TIMES);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      return { name, value: p50, unit: "ms", goal, isFixed: false };
    };
    return [
      { name: `${cards} cards written`, value: seconds, unit: "s", goal: 2, isFixed: false },
      await page(`plan of ${cards} cards`, paths.plan(planId), 80),
      await page("the same, words looked for", `${paths.plan(planId)}?q=navaznych+sluzeb`, 80),
      await page("all plans", paths.plans(), 60),
      await page("card", paths.card(planId, cardId), 40),
    ];
  } finally {
    await product.stop();
  }
}

async function fill(dataDir: string, { cards, at }: { cards: number; at: string }) {
  const deps = openDeps(loadConfig(productEnv(dataDir)));
  try {
    await seedCatalogues(deps.db, at);
    const planId = await createPlan(deps, system, {
      ...{ title: "Plán rozvoje sociálních služeb", region: "Kraj", note: null },
      ...{ fromYear: 2024, toYear: null, state: "in-force", asksOn: "01-15" },
    });
    const began = performance.now();
    const ids = await change(deps, system, async (one) => {
      await writeAreas(one, planId, planAreas());
      return writeCards(one, planId, planCards(cards));
    });
    const seconds = (performance.now() - began) / 1_000;
    await deps.db.transaction((trx) => hangOn(trx, ids, at));
    return { planId, cardId: ids[0] ?? 0, seconds };
  } finally {
    await closeDeps(deps);
  }
}

/** Every second card has an owner, a project and three years of statements; measures are under way. */
async function hangOn(
  trx: Parameters<typeof insertRows>[0],
  ids: readonly number[],
  at: string,
): Promise<void> {
  const half = ids.filter((_, index) => index % 2 === 0);
  for (let owner = 0; owner < OWNERS; owner += 1)
    await trx("cards")
      .whereIn(
        "id",
        half.filter((_, index) => index % OWNERS === owner),
      )
      .update({ owner_user_id: owner + 1 });
  await trx("measures").whereRaw("id % 3 = 0").update({ state: "done", state_changed_at: at });
  await trx("measures").whereRaw("id % 3 = 1").update({ state: "running", state_changed_at: at });
  await insertRows(
    trx,
    "card_links",
    half.map((card_id, index) => ({
      ...{ card_id, project_id: (index % PROJECTS) + 1, origin: "hand", created_at: at },
    })),
  );
  const years = [2023, 2024, 2025];
  await insertRows(
    trx,
    "card_statements",
    half.flatMap((card_id) =>
      years.map((year) => ({
        ...{ card_id, year, state: "as-planned", text: "Postupuje podle plánu. ".repeat(20) },
        ...{ valid_on: `${year}-12-31`, recorded_at: at },
      })),
    ),
  );
}
