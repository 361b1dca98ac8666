import type { Database } from "../../../../db/connection.ts";
import {
  type ChangeItem,
  type ChangeSubject,
  listChangeItems,
  listSubjectRecords,
  replaceChangeItems,
  type SubjectRecord,
} from "../../../../db/queries/project-change-items.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { changeAt } from "../drafts/service.ts";
import { presentValue } from "./rules.ts";

export interface RecordKey {
  projectId: number;
  subject: ChangeSubject;
  objectId: number;
}

/** The record as it stands; one of another project is missing. */
export async function findSubject(
  db: Database,
  { projectId, subject, objectId }: RecordKey,
): Promise<SubjectRecord> {
  const records = await recordsOf(db, projectId, [{ subject, objectId }]);
  const record = records.find((one) => one.subject === subject && one.objectId === objectId);
  if (!record) throw new NotFound(subject);
  return record;
}

/** Records that these items are about. */
export async function recordsOf(
  db: Database,
  projectId: number,
  items: readonly Pick<ChangeItem, "subject" | "objectId">[],
): Promise<SubjectRecord[]> {
  const idsOf = (subject: ChangeSubject) => [
    ...new Set(items.filter((one) => one.subject === subject).map(({ objectId }) => objectId)),
  ];
  return listSubjectRecords(db, {
    projectId,
    ids: {
      project: [],
      activity: idsOf("activity"),
      indicator: idsOf("indicator"),
      milestone: idsOf("milestone"),
    },
  });
}

/** One item with the record it is about and what stands there now. */
export interface ItemNow extends ChangeItem {
  record: SubjectRecord;
  presentValue: string | null;
  /** What stands there is neither what was put down nor what is to be. */
  hasMoved: boolean;
}

export async function listItemsNow(
  db: Database,
  key: { projectId: number; changeId: number },
): Promise<ItemNow[]> {
  const items = await listChangeItems(db, key.changeId);
  const records = await recordsOf(db, key.projectId, items);
  return items.flatMap((item) => {
    const record = records.find(
      ({ subject, objectId }) => subject === item.subject && objectId === item.objectId,
    );
    if (!record) return [];
    const now = presentValue(record, item.field);
    const hasMoved = now !== item.fromValue && now !== item.toValue;
    return [{ ...item, record, presentValue: now, hasMoved }];
  });
}

/**
 * Puts down what a draft is to set of a record: fields that differ from how they stand. A field set to what
 * it is leaves the change.
 */
export async function setItems(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: RecordKey & { changeId: number },
  wanted: Record<string, string | null>,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    const draft = await changeAt(trx, { projectId: key.projectId, id: key.changeId });
    if (draft.state !== "draft") throw new Conflict("changeNotDraft");
    const record = await findSubject(trx, key);
    if (!record.isOpen) throw new Conflict("changedRecordClosed");
    const items = Object.entries(wanted).flatMap(([field, toValue]) => {
      const fromValue = presentValue(record, field);
      return toValue === fromValue ? [] : [{ field, fromValue, toValue }];
    });
    const before = await listChangeItems(trx, key.changeId);
    await replaceChangeItems(trx, key, items);
    one.record({
      action: "project-change.items-set",
      objectType: "project-change",
      objectId: key.changeId,
      projectId: key.projectId,
      changes: {
        record: [null, record.title],
        ...told(before.filter(isOf(key)), items),
      },
    });
  });
}

function isOf({ subject, objectId }: RecordKey) {
  return (item: ChangeItem) => item.subject === subject && item.objectId === objectId;
}

type Told = Pick<ChangeItem, "field" | "toValue">;

/** For the history: what the change asked for before and what it asks for now, by field. */
function told(before: readonly Told[], after: readonly Told[]): Record<string, [unknown, unknown]> {
  const fields = new Set([...before, ...after].map(({ field }) => field));
  const asked = (items: readonly Told[], field: string) =>
    items.find((item) => item.field === field)?.toValue ?? null;
  return Object.fromEntries(
    [...fields]
      .map((field): [string, [unknown, unknown]] => [
        field,
        [asked(before, field), asked(after, field)],
      ])
      .filter(([, [was, is]]) => was !== is),
  );
}
