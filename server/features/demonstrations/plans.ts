import { type ActivityName, listActivityNames } from "../../../db/queries/activities.ts";
import { listMeasurePlaces } from "../../../db/queries/measures.ts";
import { exampleActivities, type Person } from "../../../db/seeds/demo/example/activities.ts";
import { type Moment, storyOf, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { exampleProject } from "../../../db/seeds/demo/example/project.ts";
import type { DemoPlan } from "../../../db/seeds/demo/plans/demo-plan.ts";
import {
  continuations,
  type DemoLink,
  linksOf2014,
  linksOf2024,
} from "../../../db/seeds/demo/plans/links.ts";
import { planOf2014 } from "../../../db/seeds/demo/plans/of-2014/plan.ts";
import { planOf2024 } from "../../../db/seeds/demo/plans/of-2024/plan.ts";
import { cardOwners } from "../../../db/seeds/demo/plans/years.ts";
import { change, system } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { groupedBy } from "../../values/grouped.ts";
import { nobody } from "../../values/owner.ts";
import { addContinuation } from "../card-continuations/service.ts";
import { linkCard } from "../card-links/service.ts";
import type { CardContent } from "../cards/rules.ts";
import { writeCards } from "../cards/service.ts";
import { writeAreas } from "../plans/areas/service.ts";
import { createPlan } from "../plans/service.ts";
import { tellActionPlan } from "./action-plan.ts";
import { tellMeasureStates } from "./measure-states.ts";
import { tellYears } from "./plan-years.ts";
import { storyTeller } from "./story-teller.ts";
import { measureOf, type PlansBeingTold, type ToldPlan, there } from "./told-plan.ts";

/** Titles of projects and people → ids. */
interface Surroundings {
  projects: ReadonlyMap<string, number>;
  people: Record<Person, number>;
}

/** The founder brings both plans in when the example begins; projects are tied to them since. */
const BROUGHT_IN: Moment = [0, 8];
const TIED: Moment = [0, 22];

/** Tells the plans of the region with their cards, and how the newer one is fulfilled year by year. */
export async function tellPlans(
  real: Pick<Deps, "db" | "clock">,
  { projects, people }: Surroundings,
): Promise<void> {
  const story = storyOf(real.clock.today());
  const teller = storyTeller(real.clock);
  const told: ToldPlan[] = [];
  const telling: PlansBeingTold = {
    deps: { ...real, clock: teller.clock },
    ...{ story, teller },
    author: (person) => ({ ...system, userId: people[person], tellsNobody: true }),
    older: () => there(told[0]),
    newer: () => there(told[1]),
  };
  teller.on(workingDayOf(story, BROUGHT_IN), async () => {
    told.push(await enterPlan(telling, planOf2014, () => null));
    told.push(await enterPlan(telling, planOf2024, (number) => ownerOf(number, people)));
    await enterContinuations(telling);
  });
  teller.on(workingDayOf(story, TIED), async () => {
    await enterLinks(telling, telling.older(), linksOf2014, projects);
    await enterLinks(telling, telling.newer(), linksOf2024, projects);
  });
  tellMeasureStates(telling);
  tellYears(telling);
  tellActionPlan(telling);
  await teller.tell();
}

function ownerOf(number: string, people: Surroundings["people"]): number | null {
  const owner = cardOwners.find(({ numbers }) => numbers.test(number))?.owner;
  return owner ? people[owner] : null;
}

async function enterPlan(
  { deps, author }: PlansBeingTold,
  { areas, cards, ...entry }: DemoPlan,
  ownerOfCard: (number: string) => number | null,
): Promise<ToldPlan> {
  const planId = await createPlan(deps, author("manager"), entry);
  const byOwner = new Map<number | null, CardContent[]>();
  for (const card of cards) {
    const owner = ownerOfCard(card.number);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), card]);
  }
  const ids = await change(deps, author("manager"), async (one) => {
    await writeAreas(one, planId, areas);
    const written: [string, number][] = [];
    for (const [ownerUserId, theirs] of byOwner) {
      const ids = await writeCards(one, planId, theirs, { ...nobody, ownerUserId });
      written.push(...theirs.map(({ number }, at): [string, number] => [number, there(ids[at])]));
    }
    return written;
  });
  const measures = await listMeasurePlaces(
    deps.db,
    ids.map(([, id]) => id),
  );
  return { id: planId, cards: new Map(ids), measures: groupedBy(measures, ({ cardId }) => cardId) };
}

async function enterContinuations({ deps, author, older, newer }: PlansBeingTold): Promise<void> {
  for (const { from, to, note = null } of continuations)
    await addContinuation(deps, author("manager"), newer().id, {
      fromCardId: there(older().cards.get(from)),
      toCardId: there(newer().cards.get(to)),
      note,
    });
}

async function enterLinks(
  { deps, author }: PlansBeingTold,
  plan: ToldPlan,
  links: readonly DemoLink[],
  projects: Surroundings["projects"],
): Promise<void> {
  const exampleId = there(projects.get(exampleProject.title));
  const names = await listActivityNames(deps.db, exampleId);
  const by = author("manager");
  const userId = by.userId ?? 0;
  const reach = { userId, userIds: [userId], seesEverything: true, isAuditor: false };
  for (const { card, measure, project, activity, named, note = null } of links) {
    const cardId = there(plan.cards.get(card));
    await linkCard(
      deps,
      by,
      { cardId, reach },
      {
        projectId: project === undefined ? null : there(projects.get(project)),
        projectName: named?.projectName ?? null,
        registrationNumber: named?.registrationNumber ?? null,
        measureId: measure === undefined ? null : measureOf(plan, card, measure).id,
        activityId: activity === undefined ? null : activityCalled(names, activity),
        note,
      },
    );
  }
}

function activityCalled(names: readonly ActivityName[], code: string): number {
  const { title } = there(exampleActivities.find((one) => one.code === code));
  return there(names.find((one) => one.title === title)).id;
}
