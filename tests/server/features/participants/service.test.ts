import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Transaction } from "../../../../db/connection.ts";
import { insertExit } from "../../../../db/queries/participation-exits.ts";
import {
  joinProject,
  refreshCompleteness,
  refreshExit,
  registerPerson,
} from "../../../../server/features/participants/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createParticipant, createParticipation } from "../../../support/training-factories.ts";

const AT = "2026-03-02T07:30:00.000Z";
const written = { at: AT, userId: null };
const now = { at: AT, today: "2026-03-02" };
const ALENA = { firstName: "Alena", surname: "Žďárská", bornOn: "1980-05-01" };

describe.each(engines)("participants on %s", (engine) => {
  let deps: TestDeps;
  const inOne = <T>(work: (trx: Transaction) => Promise<T>) => deps.db.transaction(work);
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("a person is known again whatever the case, diacritics and blanks", async () => {
    const first = await inOne((trx) => registerPerson(trx, ALENA, now));
    const given = { ...ALENA, firstName: " ALENA ", surname: "Zdarska" };
    const again = await inOne((trx) => registerPerson(trx, given, now));
    expect(first.isNew).toBe(true);
    expect(again).toEqual({ participantId: first.participantId, isNew: false });
    const [row] = await deps.db("participants");
    expect(row).toMatchObject({
      first_name: "Alena",
      surname: "Žďárská",
      search_text: "zdarska alena",
    });
    expect(row.code).toBe(`U-${String(first.participantId).padStart(6, "0")}`);
  });

  test("nobody is taken for somebody else without a day of birth, or with another", async () => {
    const unknown = { ...ALENA, bornOn: null };
    await inOne((trx) => registerPerson(trx, ALENA, now));
    for (const person of [unknown, unknown, { ...ALENA, bornOn: "1980-05-02" }]) {
      expect((await inOne((trx) => registerPerson(trx, person, now))).isNew).toBe(true);
    }
  });

  test("whoever was merged is found as the one who stands for them", async () => {
    const kept = await createParticipant(deps.db);
    const { participantId } = await inOne((trx) => registerPerson(trx, ALENA, now));
    await deps.db("participants").where({ id: participantId }).update({ merged_into_id: kept });
    const again = await inOne((trx) => registerPerson(trx, ALENA, now));
    expect(again).toEqual({ participantId: kept, isNew: false });
  });

  test("who comes again takes part in the participation they had, from the first entry on", async () => {
    const projectId = await createProject(deps.db);
    const participantId = await createParticipant(deps.db, { born_on: "1980-05-01" });
    const join = (enteredOn: string) =>
      inOne((trx) => joinProject(trx, { participantId, projectId, enteredOn }, written));
    const id = await join("2026-02-10");
    expect(await deps.db("participations").where({ id }).first()).toMatchObject({
      entered_on: "2026-02-10",
      age_at_entry: 45,
    });
    await inOne(async (trx) => {
      const exit = { isWithdrawn: false, codes: "SPUKV", note: null, correctsId: null };
      const times = { validOn: "2026-02-20", recordedAt: AT, recordedBy: null };
      await insertExit(trx, { participationId: id, ...exit, ...times });
      await refreshExit(trx, id);
    });
    expect(await join("2026-01-15")).toBe(id);
    expect(await deps.db("participations").where({ id }).first()).toMatchObject({
      entered_on: "2026-01-15",
      exited_on: "2026-02-20",
      exit_codes: "SPUKV",
    });
    expect(await join("2026-03-01")).toBe(id);
    expect(await deps.db("participations").where({ id }).first()).toMatchObject({
      entered_on: "2026-01-15",
      exited_on: null,
      exit_codes: null,
    });
  });

  test("the record says when it became complete and when it ceased to be", async () => {
    const participantId = await createParticipant(deps.db, { municipality: "Liberec" });
    const projectId = await createProject(deps.db);
    const id = await createParticipation(deps.db, projectId, { participant_id: participantId });
    const refresh = () => inOne((trx) => refreshCompleteness(trx, id, written));
    const completions = () => deps.db("participation_completions").orderBy("id").pluck("missing");
    await refresh();
    expect(await completions()).toEqual([]);
    const filled = { labour_status: "TPZAMCI", education: "VZISCED5-8" };
    await deps
      .db("participations")
      .where({ id })
      .update({ ...filled, is_disadvantage_settled: true });
    await refresh();
    await refresh();
    expect(await completions()).toEqual([""]);
    await deps.db("participations").where({ id }).update({ education: null });
    await refresh();
    expect(await completions()).toEqual(["", "education"]);
    const kept = await deps.db("participations").where({ id }).first("is_complete");
    expect(Boolean(kept.is_complete)).toBe(false);
  });
});
