import type { Connection } from "../../db/connection.ts";
import { czechSortKey } from "../../server/values/fold.ts";
import { counter } from "./counting.ts";
import { insert } from "./factories.ts";
import { cardContent, createPlan } from "./plan-factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";
const nextNumber = counter();

type Row = Record<string, unknown>;

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
  const count = nextNumber();
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

/** An action plan of 2026 with the card in it, one in the archive, and words of catalogues that are nobody's. */
async function createYearParts(db: Connection, planId: number, cardId: number) {
  const created_at = CREATED_AT;
  const action_plan_id = await insert(db, "action_plans", {
    plan_id: planId,
    year: 2026,
    created_at,
  });
  const gone = { plan_id: planId, year: 2030, created_at, archived_at: created_at };
  const labels = { label_cs: "Pojem", label_en: "Word" };
  const names = { name_cs: "Služba", name_en: "Service" };
  return {
    actionPlanId: await insert(db, "action_plans", gone),
    actionItemId: await insert(db, "action_plan_items", {
      ...{ action_plan_id, card_id: cardId, created_at },
    }),
    serviceId: await insert(db, "social_services", {
      ...{
        section: `9${planId}`,
        ...names,
        kind: "care",
        position: 1,
        source: "Zákon",
        created_at,
      },
    }),
    termId: await insert(db, "plan_terms", {
      ...{ kind: "body", code: `term-${planId}`, ...labels, position: 1, created_at },
    }),
  };
}

/** An annex of one card that nobody has decided about. */
async function createReadAnnex(db: Connection, planId: number) {
  const content = cardContent();
  const found = { isPlaceholder: false, registrationNumbers: [], warnings: [], repairs: [] };
  const counts = { field: 0, heading: 0, noise: 0, unrecognised: 0, blank: 0 };
  const head = { layout: "areas", title: null, region: null, fromYear: null, toYear: null };
  const planImportId = await insert(db, "plan_imports", {
    ...{ plan_id: planId, state: "read", file_name: "příloha.txt", sha256: "0", lines: "[]" },
    findings: JSON.stringify({ ...head, areas: [], warnings: [], counts, shared: [] }),
    read_at: CREATED_AT,
  });
  await insert(db, "plan_import_cards", {
    ...{ import_id: planImportId, ordinal: 1, number: content.number, outcome: "new" },
    recognised: JSON.stringify({ ordinal: 1, content, ...found }),
  });
  return { planImportId, ordinal: 1 };
}

/** The card goes on as a card of a newer plan, and not as another one. */
async function createContinuation(db: Connection, cardId: number) {
  const newerId = await createPlan(db, { title: "Další plán", from_year: 2027, to_year: 2029 });
  const to_card_id = await createCard(db, newerId);
  const other = await createCard(db, newerId);
  const row = { from_card_id: cardId, created_at: CREATED_AT };
  return {
    continuationId: await insert(db, "card_continuations", { ...row, to_card_id }),
    dismissalId: await insert(db, "dismissed_continuations", { ...row, to_card_id: other }),
  };
}

/** A plan with a card, a measure and both kinds of links, by the names of parameters of addresses. */
export async function createPlanParts(
  db: Connection,
  projectId: number,
): Promise<Record<string, number>> {
  const planId = await createPlan(db);
  const areaId = await createPlanArea(db, planId);
  const cardId = await createCard(db, planId, { area_id: areaId });
  return {
    planId,
    areaId,
    cardId,
    measureId: await createMeasure(db, cardId),
    linkId: await createCardLink(db, cardId, { project_name: "Nový dům" }),
    cardLinkId: await createCardLink(db, cardId, { project_id: projectId }),
    ...(await createContinuation(db, cardId)),
    ...(await createYearParts(db, planId, cardId)),
    ...(await createReadAnnex(db, planId)),
  };
}
