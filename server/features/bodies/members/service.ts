import {
  type BodyMember,
  findBodyMember,
  insertBodyMember,
  listBodyMembers,
  updateBodyMember,
} from "../../../../db/queries/body-members.ts";
import { type Author, change } from "../../../change.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { isSameOwner, nobody } from "../../../values/owner.ts";
import { resolveOwner } from "../../owners/service.ts";
import type { EditedMember, NewMember } from "../schema.ts";
import { type BodyKey, liveBody, told, type Writing } from "../service.ts";

/** Whoever comes again is a further membership, begun after the earlier one has ended. */
export async function addBodyMember(
  deps: Writing,
  author: Author,
  key: BodyKey,
  entry: NewMember,
): Promise<number> {
  return change(deps, author, async (one) => {
    await liveBody(one, key);
    checkSpan(entry);
    const person = await resolveOwner(one, key.projectId, entry);
    if (isSameOwner(person, nobody)) throw new InvalidInput({ owner: "required" });
    const members = await listBodyMembers(one.trx, key.id);
    const overlaps = members.some(
      (member) =>
        isSameOwner(member, person) &&
        (member.untilOn === null || member.untilOn >= entry.sinceOn) &&
        (entry.untilOn === null || member.sinceOn <= entry.untilOn),
    );
    if (overlaps) throw new InvalidInput({ owner: "alreadyBodyMember" });
    const { role, sinceOn, untilOn } = entry;
    const span = { role, sinceOn, untilOn };
    const id = await insertBodyMember(one.trx, {
      ...person,
      ...span,
      bodyId: key.id,
      createdAt: one.at,
    });
    told(one, key, "body.member-added", { sinceOn: [null, sinceOn] });
    return id;
  });
}

export async function editBodyMember(
  deps: Writing,
  author: Author,
  key: BodyKey,
  edit: { memberId: number; entry: EditedMember; formOf: FormOf<BodyMember> },
): Promise<void> {
  const { memberId, entry, formOf } = edit;
  await change(deps, author, async (one) => {
    await liveBody(one, key);
    checkSpan(entry);
    const member = await findBodyMember(one.trx, { bodyId: key.id, id: memberId });
    if (!member) throw new NotFound("member");
    const opened = { id: memberId, version: entry.version };
    if ((await updateBodyMember(one.trx, opened, entry)) === 0)
      throw await editedMeanwhile(one.trx, {
        objectType: "body",
        objectId: key.id,
        version: member.version,
        values: formOf(member),
      });
    told(one, key, "body.member-edited", {
      sinceOn: [member.sinceOn, entry.sinceOn],
      untilOn: [member.untilOn, entry.untilOn],
    });
  });
}

function checkSpan({ sinceOn, untilOn }: Pick<NewMember, "sinceOn" | "untilOn">): void {
  if (untilOn !== null && untilOn < sinceOn) throw new InvalidInput({ untilOn: "endBeforeStart" });
}
