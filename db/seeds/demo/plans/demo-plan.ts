import type { CardContent } from "../../../../server/features/cards/rules.ts";

/** A plan of the demonstration: facts of its annex as they are printed there, also where they are wrong. */
export interface DemoPlan {
  title: string;
  region: string;
  fromYear: number;
  toYear: number | null;
  state: "in-force" | "closed";
  note: string;
  /** Month and day on which owners of cards are asked for the past year. */
  asksOn: string;
  areas: DemoArea[];
  cards: CardContent[];
}

export interface DemoArea {
  code: string;
  title: string;
  parentCode: string | null;
  kind: "area" | "sub-area" | "goal";
}

/** What nobody published is made up, and the plan says so. */
export const MADE_UP =
  "Gestoři, vyjádření, akční plán, stav opatření a propojení jsou smyšlené pro ukázku.";
