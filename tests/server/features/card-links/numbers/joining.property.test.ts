import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { change, system } from "../../../../../server/change.ts";
import {
  followNumber,
  linkAllFoundNumbers,
} from "../../../../../server/features/card-links/numbers/service.ts";
import { removeLink } from "../../../../../server/features/card-links/removal/service.ts";
import { createCard } from "../../../../support/cards.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createProject } from "../../../../support/factories.ts";
import { createPlan } from "../../../../support/plan-factories.ts";

const NUMBERS = [1, 2, 3].map((n) => `CZ.03.02.02/00/22_006/000000${n}`);
const PLACES = [0, 1] as const;

type Step =
  | { kind: "write"; card: number; numbers: string[] }
  | { kind: "number"; project: number; number: string | null }
  | { kind: "remove"; card: number; number: string };

const place = fc.constantFrom(...PLACES);
const number = fc.constantFrom(...NUMBERS);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant("write" as const), card: place },
    numbers: fc.uniqueArray(number),
  }),
  fc.record({
    ...{ kind: fc.constant("number" as const), project: place },
    number: fc.option(number),
  }),
  fc.record({ kind: fc.constant("remove" as const), card: place, number }),
);

/** What ought to hold, worked out without a database: bearers of numbers, texts of cards, what was taken away. */
interface Model {
  bearers: (string | null)[];
  texts: string[][];
  declined: Set<string>;
}

/** `card number → project` of each link that is to live; -1 is a mere name. */
function expected({ bearers, texts, declined }: Model): string[] {
  return texts
    .flatMap((numbers, card) =>
      numbers
        .filter((one) => !declined.has(`${card} ${one}`))
        .map((one) => `${card} ${one} → ${bearers.indexOf(one)}`),
    )
    .sort();
}

describe.each(engines)("links found by numbers on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  const living = () =>
    deps
      .db("card_links")
      .whereNull("archived_at")
      .select({
        ...{ id: "id", cardId: "card_id", projectId: "project_id", number: "registration_number" },
      });

  async function take(step: Step, model: Model, ids: { cards: number[]; projects: number[] }) {
    if (step.kind === "write") {
      model.texts[step.card] = step.numbers;
      const found = step.numbers.map((one) => ({ number: one, measure: null }));
      const cardId = ids.cards[step.card] as number;
      return change(deps, system, (one) => linkAllFoundNumbers(one, [{ cardId, found }]));
    }
    if (step.kind === "remove") {
      const cardId = ids.cards[step.card] as number;
      const link = (await living()).find(
        (one) => one.cardId === cardId && one.number === step.number,
      );
      if (!link) return;
      model.declined.add(`${step.card} ${step.number}`);
      return removeLink(deps, system, { cardId, id: link.id });
    }
    await renumber(step, model, ids.projects[step.project] as number);
  }

  async function renumber(step: Step & { kind: "number" }, model: Model, projectId: number) {
    const { project, number: after } = step;
    const before = model.bearers[project] ?? null;
    if (after !== null && model.bearers.includes(after)) return;
    model.bearers[project] = after;
    await change(deps, system, async (one) => {
      await one.trx("projects").where({ id: projectId }).update({ registration_number: after });
      await followNumber(one, projectId, { before, after });
    });
  }

  test("lead to whoever bears the number now, whatever came first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const planId = await createPlan(deps.db);
        const ids = { cards: [] as number[], projects: [] as number[] };
        for (const _ of PLACES) {
          ids.cards.push(await createCard(deps.db, planId));
          ids.projects.push(await createProject(deps.db));
        }
        const model: Model = { bearers: [null, null], texts: [[], []], declined: new Set() };
        for (const one of steps) await take(one, model, ids);
        const links = (await living())
          .map((link) => {
            const card = ids.cards.indexOf(link.cardId);
            return `${card} ${link.number} → ${ids.projects.indexOf(link.projectId)}`;
          })
          .sort();
        expect(links).toEqual(expected(model));
        await deps.db("card_links").delete();
        await deps.db("projects").update({ registration_number: null });
      }),
      { seed: 20_261_122, numRuns: 25 },
    );
  }, 60_000);

  test("a card and its project written at the same instant do not miss each other", async () => {
    const cardId = await createCard(deps.db, await createPlan(deps.db));
    const projectId = await createProject(deps.db);
    const [number] = NUMBERS as [string];
    let linking: Promise<void> | undefined;
    await change(deps, system, async (one) => {
      await one.trx("projects").where({ id: projectId }).update({ registration_number: number });
      await followNumber(one, projectId, { before: null, after: number });
      linking = change(deps, system, (other) =>
        linkAllFoundNumbers(other, [{ cardId, found: [{ number, measure: null }] }]),
      );
      // Long enough for the other to have come to the lock.
      await new Promise((resolve) => setTimeout(resolve, 150));
    });
    await linking;
    expect(await living()).toMatchObject([{ cardId, projectId, number }]);
  });
});
