/** A card as its annex tells it; what it is about is in our words. */
export interface CardOf2014 {
  number: string;
  name: string;
  /** Codes of the goals that it is tied to beside its own. */
  goals: string[];
  targetGroups: string;
  services: string;
  period: string;
  responsible: string;
  funding: string;
  /** Whether the one field of money speaks of the cost too. */
  hasCost: boolean;
  description: string;
}

const WHOLE_PLAN = { period: "2014-2017", hasCost: false };

export const card = (
  number: string,
  name: string,
  told: Omit<CardOf2014, "number" | "name" | keyof typeof WHOLE_PLAN> & Partial<CardOf2014>,
): CardOf2014 => ({ number, name, ...WHOLE_PLAN, ...told });
