import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Computation } from "../../../../../server/features/indicators/computing/rules.ts";
import { refreshComputedIndicators } from "../../../../../server/features/indicators/computing/service.ts";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../../support/factories.ts";
import { statementsOf } from "../../../../support/queries.ts";
import {
  createAttendance,
  createEvent,
  createParticipant,
  createParticipation,
  createPosting,
  createRegistration,
  createSession,
  createSupportRules,
} from "../../../../support/training-factories.ts";

const RECORDED = "2026-01-05T08:00:00.000Z";

describe.each(engines)("the facts behind a number on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;

  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db);
    managerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: managerId, role: "manager" });
    await createSupportRules(app.db);
  });
  afterEach(() => app.close());

  async function readerOf(role: string) {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  }
  const computed = async (computation: Computation, given = {}) => {
    const id = await createIndicator(app.db, projectId, {
      ...{ origin: "computed", computation, target: 10 },
      ...given,
    });
    await app.db.transaction((trx) => refreshComputedIndicators(trx, projectId));
    return id;
  };
  const address = (id: number, query = "") =>
    `/projects/${projectId}/indicators/${id}/facts${query}`;

  async function somebodyOver(
    on: string,
    { surname = "Utajená", isComplete = true, ...given } = {},
  ) {
    const participant_id = await createParticipant(app.db, { surname, ...given });
    const id = await createParticipation(app.db, projectId, { participant_id });
    await createPosting(app.db, id, { minutes: 1_440, valid_on: "2026-01-10" });
    await createPosting(app.db, id, { minutes: 990, valid_on: on });
    const record = { participation_id: id, is_complete: isComplete, recorded_at: RECORDED };
    await insert(app.db, "participation_completions", record);
    return { id, participantId: participant_id };
  }

  test("are as many as the number, on any day", async () => {
    await somebodyOver("2026-02-10");
    await somebodyOver("2026-02-20");
    const id = await computed("persons-over-threshold");
    const browser = await app.signedInAs(managerId);
    const both = (await browser.get(address(id))).text;
    expect(both.match(/scope="row" class="table__main[^"]*"/g)).toHaveLength(2);
    expect(both).toContain("40,5");
    const then = (await browser.get(address(id, "?on=2026-02-15"))).text;
    expect(then.match(/scope="row" class="table__main[^"]*"/g)).toHaveLength(1);
    expect((await app.db("indicators").where({ id }).first()).achieved).toBe(2);
    expect((await browser.get(address(id, "?on=rubbish&page=99"))).status).toBe(200);
  });

  test("name people only to who may read names, and that is put down", async () => {
    await somebodyOver("2026-02-10");
    const id = await computed("persons-over-threshold");
    for (const role of ["finance", "reader"]) {
      const page = await (await readerOf(role)).get(address(id));
      expect(page.text).not.toContain("Utajená");
      expect(page.text).toMatch(/T-\d{6}/);
    }
    expect(await app.db("personal_data_accesses")).toEqual([]);
    const page = await (await app.signedInAs(managerId)).get(address(id));
    expect(page.text).toContain("Utajená");
    expect(await app.db("personal_data_accesses")).toMatchObject([
      {
        action: "view",
        person_count: 1,
        project_id: projectId,
        route: "GET /projects/:projectId/indicators/:indicatorId/facts",
      },
    ]);
    const sheet = await (await app.signedInAs(managerId)).get(address(id, "?format=xlsx"));
    expect(sheet.status).toBe(200);
    const noted = await app.db("personal_data_accesses").orderBy("id").pluck("action");
    expect(noted).toEqual(["view", "export"]);
  });

  test("say who has crossed the threshold and does not count yet", async () => {
    await somebodyOver("2026-02-10", { isComplete: false });
    const id = await computed("persons-over-threshold");
    const page = (await (await app.signedInAs(managerId)).get(address(id))).text;
    expect(page).toContain("1 osoba překročila práh");
  });

  test("tell attendances from persons, and of a confidential event only how many", async () => {
    const open = await createEvent(app.db, projectId, { title: "Krizová intervence I" });
    const secret = await createEvent(app.db, projectId, {
      ...{ title: "Peer skupina Naděje", is_confidential: true },
    });
    const people = [
      await createParticipant(app.db, { surname: "Otevřená" }),
      await createParticipant(app.db, { surname: "Skrytá" }),
    ];
    for (const [eventId, attending] of [
      [open, people.slice(0, 1)],
      [secret, people],
    ] as const) {
      const sessionId = await createSession(app.db, eventId, { held_on: "2026-02-10" });
      for (const participant_id of attending) {
        const registrationId = await createRegistration(app.db, eventId, { participant_id });
        await createAttendance(app.db, { sessionId, registrationId });
      }
    }
    const id = await computed("attendances");
    const page = (await (await app.signedInAs(managerId)).get(address(id))).text;
    expect(page).toContain("3 účasti / 2 osoby");
    expect(page).toContain("Otevřená");
    expect(page).toContain("Důvěrná akce");
    for (const leak of ["Peer skupina", "Skrytá"]) expect(page).not.toContain(leak);
  });

  test("of support from a confidential event say no title", async () => {
    const { id: participationId } = await somebodyOver("2026-02-10");
    const eventId = await createEvent(app.db, projectId, {
      ...{ title: "Peer skupina Naděje", is_confidential: true },
    });
    const session_id = await createSession(app.db, eventId, { held_on: "2026-02-11" });
    await createPosting(app.db, participationId, { session_id, valid_on: "2026-02-11" });
    const id = await computed("persons-supported");
    const page = (await (await app.signedInAs(managerId)).get(address(id))).text;
    expect(page).toContain("Důvěrná akce");
    expect(page).not.toContain("Peer skupina");
  });

  test("of a declared indicator are the values entered by hand, each with who entered it", async () => {
    const id = await createIndicator(app.db, projectId, { target: 10 });
    await insert(app.db, "indicator_values", {
      ...{ indicator_id: id, value: 4, valid_on: "2026-02-01", recorded_at: RECORDED },
      ...{ note: "Prezenční listiny", recorded_by: managerId },
    });
    const page = (await (await readerOf("reader")).get(address(id))).text;
    expect(page).toContain("Prezenční listiny");
    expect(page).toContain("Indikátor se zapisuje ručně");
  });

  test("are documents with their proof where documents are counted", async () => {
    const milestone = await createMilestone(app.db, projectId, {
      ...{ kind: "output", output_kind: "document", title: "Krajský plán péče" },
      ...{ proof: "Zveřejněno na webu kraje", done_on: "2026-02-01" },
    });
    const state = { milestone_id: milestone, state: "done", valid_on: "2026-02-01" };
    await insert(app.db, "milestone_states", { ...state, recorded_at: RECORDED });
    const id = await computed("documents-published");
    const page = (await (await readerOf("reader")).get(address(id))).text;
    expect(page).toContain("Krajský plán péče");
    expect(page).toContain("Zveřejněno na webu kraje");
  });

  test("broken down add up to the number, what nobody told included", async () => {
    await somebodyOver("2026-02-10");
    const { id: other } = await somebodyOver("2026-02-11");
    const women = { sex: "POHZENY" };
    await app.db("participants").update(women);
    await app
      .db("participations")
      .where({ id: other })
      .update({ education: "VZ0", age_at_entry: 40 });
    const id = await computed("persons-over-threshold");
    const page = (
      await (await app.signedInAs(managerId)).get(`/projects/${projectId}/indicators/${id}`)
    ).text;
    const from = page.indexOf('id="breakdown-title"');
    const card = page.slice(from, page.indexOf("</tfoot>", from));
    const counts = [...card.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, count]) => count);
    // Sex, two ages, two kinds of education, labour status, target group, and the total.
    expect(counts).toEqual(["2", "1", "1", "1", "1", "2", "2", "2"]);
    expect(card).toContain("neuvedeno");
    expect(card).toContain("30–54 let");
  });

  test("are asked for in as many statements for sixty people as for one", async () => {
    await somebodyOver("2026-02-10");
    const id = await computed("persons-over-threshold");
    const browser = await app.signedInAs(managerId);
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get(address(id))))).length;
    const one = await count();
    for (let index = 0; index < 59; index += 1) await somebodyOver("2026-02-11");
    expect(await count()).toBe(one);
    expect(one).toBeLessThanOrEqual(12);
    const second = (await browser.get(address(id, "?page=2"))).text;
    expect(second.match(/scope="row" class="table__main[^"]*"/g)).toHaveLength(10);
    expect(second).toContain("51–60 z 60");
  });

  test("of another project are missing", async () => {
    const foreign = await createIndicator(app.db, await createProject(app.db));
    const browser = await app.signedInAs(managerId);
    expect((await browser.get(address(foreign))).status).toBe(404);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(address(await computed("events-held")))).status).toBe(404);
  });
});
