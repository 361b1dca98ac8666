import type { MeasurePlace } from "../../../db/queries/measures.ts";
import type { Person } from "../../../db/seeds/demo/example/activities.ts";
import type { Story } from "../../../db/seeds/demo/example/moments.ts";
import type { Author } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import type { StoryTeller } from "./story-teller.ts";

/** A plan that is told: the ids of what is in it. */
export interface ToldPlan {
  id: number;
  /** Number of a card → its id. */
  cards: ReadonlyMap<string, number>;
  /** Id of a card → its measures in their order. */
  measures: ReadonlyMap<number, MeasurePlace[]>;
}

export interface PlansBeingTold {
  deps: Pick<Deps, "db" | "clock">;
  story: Story;
  teller: StoryTeller;
  author(person: Person): Author;
  older(): ToldPlan;
  newer(): ToldPlan;
}

/** The measure at a place of a card, from 1. */
export function measureOf(plan: ToldPlan, card: string, place: number): MeasurePlace {
  return there(plan.measures.get(there(plan.cards.get(card)))?.[place - 1]);
}

export function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the plan of the demonstration lacks something");
  return value;
}
