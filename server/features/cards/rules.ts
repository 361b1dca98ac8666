/**
 * What a card says, each field as it was written: lines of a paragraph joined, paragraphs and bullets on
 * lines of their own. What is understood of the texts (services, years, cost, sources …) is worked out when
 * a card is written, by one set of rules, whether it was typed or imported.
 */
export interface CardContent {
  number: string;
  name: string;
  /** Code of the innermost area, sub-area or goal that it stands under. */
  areaCode: string | null;
  goals: string;
  targetGroups: string;
  services: string;
  period: string;
  responsible: string;
  costs: string;
  funding: string;
  description: string;
  /** Bullets in their order; a sub-bullet is a further line of its bullet, begun with a dash. */
  measures: string[];
}

/** Characters that a card may have: what an annex brings may be edited afterwards, so both forms take as much. */
export const longest = { number: 50, name: 1_000, text: 20_000 } as const;

export const textFields = [
  "name",
  "goals",
  "targetGroups",
  "services",
  "period",
  "responsible",
  "costs",
  "funding",
  "description",
] as const satisfies readonly (keyof CardContent)[];

export type TextField = (typeof textFields)[number];
