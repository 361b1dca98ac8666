import { listMilestonesLike } from "../../../../db/queries/import-twins.ts";
import { listPossibleOwners, type PossibleOwner } from "../../../../db/queries/owners.ts";
import { InvalidInput } from "../../../errors.ts";
import { foldText } from "../../../values/fold.ts";
import { ownerKey } from "../../../values/owner.ts";
import { parse } from "../../../web/form.ts";
import { completionSchema } from "../../milestones/completion/schema.ts";
import { recordCompletion } from "../../milestones/completion/service.ts";
import { newMilestoneSchema } from "../../milestones/schema.ts";
import { createMilestone } from "../../milestones/service.ts";
import { activityFinder } from "./activities.ts";
import { codeOfWord, type RowKind, type Writing, type Written } from "./kind.ts";

type Values = Record<string, string>;

export const milestoneKind: RowKind = {
  name: "milestones",
  permission: "milestone:edit",
  hasNames: false,
  fields: [
    { name: "title", isRequired: true },
    { name: "dueOn", isRequired: true },
    { name: "kind" },
    { name: "activity" },
    { name: "owner" },
    { name: "expectedOn" },
    { name: "note" },
    { name: "doneOn" },
    { name: "cancelledOn" },
    { name: "proof" },
    { name: "proofUrl" },
  ],
  async prepare(writing) {
    const findActivity = await activityFinder(writing.deps.db, writing.projectId);
    const twins = await twinsIn(writing);
    const owners = await listPossibleOwners(writing.deps.db, writing.projectId);
    return (values) => {
      const activityId = values.activity ? findActivity(values.activity) : undefined;
      if (values.activity && activityId === undefined)
        throw new InvalidInput({ activity: "unknownChoice" });
      const entry = parse(newMilestoneSchema, {
        title: values.title,
        dueOn: values.dueOn,
        kind: codeOfWord(values.kind || "milestone", (texts) => texts.milestones.kinds),
        activityId: String(activityId ?? ""),
        expectedOn: values.expectedOn,
        note: values.note,
        ...ownerOf(values.owner ?? "", owners),
      });
      return write(writing, twins, values, entry);
    };
  },
};

/** Somebody of the project by name, else a contact, who is written down as by the form. */
function ownerOf(name: string, owners: readonly PossibleOwner[]): Values {
  if (name === "") return {};
  const known = owners.find((one) => foldText(one.name) === foldText(name));
  return known ? { owner: ownerKey(known) } : { owner: "new-contact", contactName: name };
}

/** Ids of the milestones there are, by kind, title and day; read once, for rows may be many. */
async function twinsIn({ deps, projectId }: Writing): Promise<Map<string, number>> {
  const twins = new Map<string, number>();
  for (const one of await listMilestonesLike(deps.db, projectId)) {
    twins.set(twinKey(one), one.id);
    twins.set(twinKey({ ...one, dueOn: one.baselineDueOn }), one.id);
  }
  return twins;
}

function twinKey({ kind, title, dueOn }: { kind: string; title: string; dueOn: string }): string {
  return JSON.stringify([kind, title, dueOn]);
}

async function write(
  { deps, author, projectId }: Writing,
  twins: Map<string, number>,
  values: Values,
  entry: Parameters<typeof createMilestone>[3],
): Promise<Written> {
  const key = twinKey(entry);
  const twin = twins.get(key);
  if (twin !== undefined) return { outcome: "unchanged", recordType: "milestone", recordId: twin };
  if (values.cancelledOn) throw new InvalidInput({ cancelledOn: "importCancelled" });
  const id = await createMilestone(deps, author, projectId, entry);
  if (values.doneOn) {
    const { doneOn, proof, proofUrl } = values;
    const completion = parse(completionSchema, { doneOn, proof, proofUrl, version: "1" });
    await recordCompletion(deps, author, { projectId, id }, completion);
  }
  twins.set(key, id);
  return { outcome: "created", recordType: "milestone", recordId: id };
}
