import { allowMail, findSubscriber, refuseMail } from "../../../../db/queries/subscribers.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";

/**
 * What a participant says to a coordinator rather than by the link in a mail: that they want only necessary
 * mails, or all of them again. Saying so again changes nothing.
 */
export async function recordRefusal(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  {
    projectId,
    participantId,
    refuses,
  }: { projectId: number; participantId: number; refuses: boolean },
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    const person = await findSubscriber(trx, { kind: "participant", id: participantId });
    if (!person) throw new NotFound("participant");
    if (person.hasStopped === refuses) return;
    if (refuses) await refuseMail(trx, { id: person.id, at });
    else await allowMail(trx, person.id);
    const action = refuses ? "participant.mails-stopped" : "participant.mails-allowed";
    record({ action, objectType: "participant", objectId: person.id, projectId });
  });
}
