import type { Database, Transaction } from "../connection.ts";

export type Closing = "signed-sheet" | "login-list" | "head-count";

/** A kind of event as the product brings it; an administrator may change all but its code. */
export interface SeededEventKind {
  code: string;
  labelCs: string;
  labelEn: string;
  countsAsSupport: boolean;
  isMeeting: boolean;
  isConfidential: boolean;
  closing: Closing;
}

export interface EventKindFields extends Omit<SeededEventKind, "code"> {
  position: number;
  validFrom: string | null;
  validTo: string | null;
}

export interface EventKind extends EventKindFields {
  id: number;
  code: string;
  version: number;
}

/** All of them in their order, also those no longer offered. */
export async function listEventKinds(db: Database): Promise<EventKind[]> {
  const rows = await kinds(db).orderBy(["position", "id"]);
  return rows.map(kindOf);
}

export async function findEventKind(db: Database, id: number): Promise<EventKind | undefined> {
  const row = await kinds(db).where({ id }).first();
  return row && kindOf(row);
}

/** How many events there are of each kind. */
export async function countEventsByKind(db: Database): Promise<Map<number, number>> {
  const rows = await db("events")
    .groupBy("kind_id")
    .select({ kindId: "kind_id", count: db.raw("count(*)") });
  return new Map(rows.map(({ kindId, count }) => [kindId, Number(count)]));
}

export async function insertEventKind(
  trx: Transaction,
  kind: EventKindFields & { code: string },
): Promise<number> {
  const [row] = await trx("event_kinds")
    .insert({ ...columns(kind), code: kind.code })
    .returning("id");
  return row.id;
}

/** 0 when the kind has another version by now. */
export async function updateEventKind(
  trx: Transaction,
  key: { id: number; version: number },
  fields: EventKindFields,
): Promise<number> {
  return trx("event_kinds")
    .where(key)
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function insertMissingEventKinds(
  trx: Transaction,
  kinds: readonly SeededEventKind[],
): Promise<void> {
  const rows = kinds.map((kind, index) => ({
    code: kind.code,
    ...columns({ ...kind, position: index + 1, validFrom: null, validTo: null }),
  }));
  await trx("event_kinds").insert(rows).onConflict("code").ignore();
}

function kinds(db: Database) {
  return db("event_kinds").select({
    id: "id",
    code: "code",
    labelCs: "label_cs",
    labelEn: "label_en",
    countsAsSupport: "counts_as_support",
    isMeeting: "is_meeting",
    isConfidential: "is_confidential",
    closing: "closing",
    position: "position",
    validFrom: "valid_from",
    validTo: "valid_to",
    version: "version",
  });
}

// SQLite keeps booleans as numbers.
function kindOf(row: EventKind): EventKind {
  return {
    ...row,
    countsAsSupport: Boolean(row.countsAsSupport),
    isMeeting: Boolean(row.isMeeting),
    isConfidential: Boolean(row.isConfidential),
  };
}

function columns(kind: EventKindFields) {
  return {
    label_cs: kind.labelCs,
    label_en: kind.labelEn,
    counts_as_support: kind.countsAsSupport,
    is_meeting: kind.isMeeting,
    is_confidential: kind.isConfidential,
    closing: kind.closing,
    position: kind.position,
    valid_from: kind.validFrom,
    valid_to: kind.validTo,
  };
}
