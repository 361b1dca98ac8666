import { findMeasure } from "../../../db/queries/measures.ts";
import { type Moment, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { measureStates } from "../../../db/seeds/demo/plans/years.ts";
import { nobody } from "../../values/owner.ts";
import { editMeasure } from "../measures/service.ts";
import { measureOf, type PlansBeingTold, there } from "./told-plan.ts";

/** When measures were begun, and when those that are over were told so. */
const BEGUN: Moment = [1, 10];
const OVER: Moment = [9, 15];

/** How far measures of the newer plan have come, with the proof of those that are done. */
export function tellMeasureStates(telling: PlansBeingTold): void {
  const { story, teller } = telling;
  teller.on(workingDayOf(story, BEGUN), async () => {
    for (const { state, ...measure } of measureStates)
      if (state !== "dropped") await say(telling, { ...measure, state: "running" });
  });
  teller.on(workingDayOf(story, OVER), async () => {
    for (const measure of measureStates)
      if (measure.state !== "running") await say(telling, measure);
  });
}

async function say(
  { deps, author, newer }: PlansBeingTold,
  {
    card,
    measure,
    state,
    proof = null,
  }: Omit<(typeof measureStates)[number], "proof"> & {
    proof?: string | null;
  },
): Promise<void> {
  const { id, cardId } = measureOf(newer(), card, measure);
  const { text, dueOn, note, version } = there(await findMeasure(deps.db, { cardId, id }));
  const said = { text, dueOn, note, version, state, proof: state === "done" ? proof : null };
  const nobodyYet = {
    owner: nobody,
    ...{ contactName: null, contactFunction: null, contactEmail: null, contactAgrees: false },
  };
  const entry = { ...said, ...nobodyYet };
  await editMeasure(
    deps,
    author("manager"),
    { planId: newer().id, cardId, id },
    { entry, formOf: () => ({}) },
  );
}
