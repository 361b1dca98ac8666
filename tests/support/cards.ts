import type { Connection } from "../../db/connection.ts";
import { czechSortKey } from "../../server/values/fold.ts";
import { insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";
let count = 0;

type Row = Record<string, unknown>;

/** A strategic plan in force. */
export function createPlan(db: Connection, given: Row = {}): Promise<number> {
  const title = String(given.title ?? "Plán rozvoje sociálních služeb 2024–2026");
  return insert(db, "plans", {
    title,
    sort_key: czechSortKey(title),
    from_year: 2024,
    to_year: 2026,
    state: "in-force",
    created_at: CREATED_AT,
    ...given,
  });
}

export function createPlanArea(db: Connection, planId: number, given: Row = {}): Promise<number> {
  const code = String(given.code ?? "1");
  return insert(db, "plan_areas", {
    plan_id: planId,
    kind: "area",
    code,
    title: `Oblast ${code}`,
    sort_key: czechSortKey(code),
    created_at: CREATED_AT,
    ...given,
  });
}

/** A card as a bare row: for what hangs on cards, not for what is understood of their texts. */
export function createCard(db: Connection, planId: number, given: Row = {}): Promise<number> {
  count += 1;
  const number = String(given.number ?? `1.1.${count}`);
  return insert(db, "cards", {
    plan_id: planId,
    number,
    name: `Terénní služby ${number}`,
    sort_key: czechSortKey(number),
    created_at: CREATED_AT,
    ...given,
  });
}

export function createMeasure(db: Connection, cardId: number, given: Row = {}): Promise<number> {
  return insert(db, "measures", {
    card_id: cardId,
    position: 1,
    text: "Rozšířit kapacitu",
    created_at: CREATED_AT,
    ...given,
  });
}

export function createCardLink(db: Connection, cardId: number, given: Row = {}): Promise<number> {
  return insert(db, "card_links", {
    card_id: cardId,
    origin: "hand",
    created_at: CREATED_AT,
    ...given,
  });
}
