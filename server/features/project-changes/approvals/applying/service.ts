import type { SubjectRecord } from "../../../../../db/queries/project-change-items.ts";
import type { Change } from "../../../../change.ts";
import { InvalidInput } from "../../../../errors.ts";
import { parseDecimal } from "../../../../values/decimal.ts";
import { type ActivityAmendment, amendActivity } from "../../../activities/service.ts";
import { amendTarget, type TargetAmendment } from "../../../indicators/targets/service.ts";
import { moveWithin } from "../../../milestones/moves/service.ts";
import { amendProject, type ProjectAmendment } from "../../../projects/service.ts";
import type { ItemNow } from "../../items/service.ts";

/**
 * Sets everything that an approved change says beside its budget, each record by its own service and with
 * the reason in its own history. What is so already is let be.
 * @throws InvalidInput of the form when a record was closed or would contradict itself
 */
export async function applyItems(
  one: Change,
  projectId: number,
  { items, reason }: { items: readonly ItemNow[]; reason: string },
): Promise<void> {
  const open = items.filter(({ presentValue, toValue }) => presentValue !== toValue);
  const records = new Set(open.map(({ record }) => record));
  for (const record of records) {
    if (!record.isOpen) throw new InvalidInput({ form: `changedRecordGone:${record.title}` });
    const own = open.filter((item) => item.record === record);
    const values = Object.fromEntries(own.map(({ field, toValue }) => [field, toValue]));
    await applied(record, () =>
      applyTo(one, { projectId, id: record.objectId }, record, values, reason),
    );
  }
}

/** What a service has against the values is told on the form of the approval, with the record it is about. */
async function applied(record: SubjectRecord, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput({ form: `changedRecordRefused:${record.title}` });
  }
}

type Values = Record<string, string | null>;

async function applyTo(
  one: Change,
  key: { projectId: number; id: number },
  record: SubjectRecord,
  values: Values,
  reason: string,
): Promise<void> {
  switch (record.subject) {
    case "project":
      return amendProject(one, key.projectId, { ...(values as ProjectAmendment), reason });
    case "activity":
      return amendActivity(one, key, { ...(values as ActivityAmendment), reason });
    case "indicator":
      return amendTarget(one, key, { ...targetOf(record, values), reason });
    case "milestone":
      return moveWithin(one, key, { dueOn: values.dueOn ?? "", reason });
  }
}

function targetOf({ valueType, decimals }: SubjectRecord, values: Values): TargetAmendment {
  const { target, ...day } = values as { target?: string | null; targetOn?: string | null };
  if (target === undefined) return day;
  if (valueType === "text") return { ...day, targetText: target };
  const scaled = target === null ? null : parseDecimal(target, decimals);
  // The indicator has fewer decimals by now than the target put down.
  if (scaled === undefined) throw new InvalidInput({ target: "validNumber" });
  return { ...day, target: scaled };
}
