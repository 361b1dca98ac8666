import {
  type EventKind,
  type EventKindFields,
  findEventKind,
  insertEventKind,
  listEventKinds,
  updateEventKind,
} from "../../../db/queries/event-kinds.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import type { EditedKindEntry, NewKindEntry } from "./schema.ts";

export async function createKind(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  entry: NewKindEntry,
): Promise<number> {
  return change(deps, author, async ({ trx, record }) => {
    const kinds = await listEventKinds(trx);
    if (kinds.some(({ code }) => code === entry.code)) throw new InvalidInput({ code: "taken" });
    const id = await insertEventKind(trx, entry);
    record({ action: "event-kind.created", objectType: "event-kind", objectId: id });
    return id;
  });
}

/** What the kind proposes changes for events to come; those there are have decided. */
export async function editKind(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  edit: { id: number; entry: EditedKindEntry; formOf: FormOf<EventKind> },
): Promise<void> {
  const { id, entry, formOf } = edit;
  await change(deps, author, async ({ trx, record }) => {
    const before = await findEventKind(trx, id);
    if (!before) throw new NotFound("event kind");
    const { version, ...fields } = entry;
    if ((await updateEventKind(trx, { id, version }, fields)) === 0)
      throw await editedMeanwhile(trx, {
        objectType: "event-kind",
        objectId: id,
        version: before.version,
        values: formOf(before),
      });
    const changes = changedFields(comparable(before), comparable(fields));
    record({ action: "event-kind.edited", objectType: "event-kind", objectId: id, changes });
  });
}

function comparable(kind: EventKindFields): EventKindFields {
  const { labelCs, labelEn, countsAsSupport, isMeeting, isConfidential, closing } = kind;
  const { position, validFrom, validTo } = kind;
  return {
    ...{ labelCs, labelEn, countsAsSupport, isMeeting, isConfidential, closing },
    ...{ position, validFrom, validTo },
  };
}
