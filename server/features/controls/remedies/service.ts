import { updateRemedied } from "../../../../db/queries/control-findings.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { type FindingKey, findingAt, recordFinding } from "../findings/service.ts";
import type { RemedyEntry } from "../schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** @throws Conflict `remedyDone` when somebody was quicker */
export async function recordRemedy(
  deps: Doing,
  author: Author,
  key: FindingKey,
  { version, remediedOn, proof }: RemedyEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { finding, control } = await findingAt(one, key);
    if (finding.remediedOn !== null) throw new Conflict("remedyDone");
    if (remediedOn > pragueDay(one.at)) throw new InvalidInput({ remediedOn: "notInFuture" });
    if (remediedOn < control.startsOn) throw new InvalidInput({ remediedOn: "beforeControl" });
    const remedied = { remediedOn, remediedAt: one.at, proof };
    const updated = await updateRemedied(one.trx, { id: key.id, version }, remedied);
    if (updated === 0) throw new Conflict("changedMeanwhile");
    recordFinding(one, key, "finding.remedied", {
      remediedOn: [null, remediedOn],
      ...(proof === null ? {} : { proof: [null, proof] }),
    });
  });
}

/** The remedy was no remedy; it is owed again. */
export async function withdrawRemedy(
  deps: Doing,
  author: Author,
  key: FindingKey,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { finding } = await findingAt(one, key);
    if (finding.remediedOn === null) throw new Conflict("remedyNotDone");
    const owed = { remediedOn: null, remediedAt: null, proof: null };
    const updated = await updateRemedied(one.trx, { id: key.id, version }, owed);
    if (updated === 0) throw new Conflict("changedMeanwhile");
    recordFinding(one, key, "finding.remedy-withdrawn", {
      remediedOn: [finding.remediedOn, null],
      reason: [null, reason],
    });
  });
}
