import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { createPeriod, createProject } from "../../../support/factories.ts";
import { createReport } from "../../../support/report-factories.ts";
import { fieldsOf, named, openReportWorld, type ReportWorld } from "./world.ts";

const PROGRESS = "/sections/progress";

describe.each(engines)("implementation reports on %s", (engine) => {
  let world: ReportWorld;
  beforeEach(async () => {
    world = await openReportWorld(engine);
  });
  afterEach(() => world.house.close());

  const textsOf = (reportId: number) =>
    world.house.db("report_texts").where({ report_id: reportId }).orderBy("id");
  const dutyDone = async () =>
    (await world.house.db("milestones").where({ id: world.dutyId }).first("done_on")).done_on;
  const statesOf = async (reportId: number) =>
    world.house.db("report_states").where({ report_id: reportId }).orderBy("id").pluck("state");

  describe("begin", () => {
    test("for a period each, numbered as the period is", async () => {
      const id = await world.begin(world.nextPeriodId, { fileNumber: "KUMSK 12/2026" });
      expect(await world.stored(id)).toMatchObject({
        ...{ number: 2, state: "draft", language: "cs", file_number: "KUMSK 12/2026" },
        period_id: world.nextPeriodId,
      });
      expect(await statesOf(id)).toEqual(["draft"]);
      const list = await world.manager.get(`/projects/${world.projectId}/reports`);
      expect(list.text).toContain("Zpráva o realizaci č. 2");
      expect(list.text).toContain("nezaložena");
    });

    test("in a list that comes as a workbook, a row for each period", async () => {
      await world.begin(world.nextPeriodId);
      const address = `/projects/${world.projectId}/reports`;
      const reader = await world.as("reader");
      expect((await reader.get(address)).text).toContain(`${address}?format=xlsx`);
      const file = await reader.get(`${address}?format=xlsx`).responseType("blob");
      expect(file.headers["content-disposition"]).toContain("zpravy-o-realizaci.xlsx");
      const [heads, ...rows] = await readSheet(file.body);
      expect(heads?.slice(0, 5)).toEqual([
        ...["Zpráva", "Sledované období", "Období od", "Období do", "Stav"],
      ]);
      const day = (date: string) => new Date(date);
      const [missing, begun, ...others] = rows;
      expect(missing).toEqual([
        ...[null, 1, day("2025-07-01"), day("2025-12-31"), "nezaložena", day("2026-02-28")],
        ...[null, null, null, null],
      ]);
      expect(begun?.slice(0, 2)).toEqual(["Zpráva o realizaci č. 2", 2]);
      expect(begun?.slice(4)).toEqual(["rozpracovaná", null, null, null, null, 0]);
      expect(others).toEqual([]);
      expect((await (await world.as(null)).get(`${address}?format=xlsx`)).status).toBe(404);
    });

    test("once for a period, whoever is the second", async () => {
      await world.begin();
      const again = { periodId: String(world.periodId), language: "cs" };
      const answer = await world.manager.post(`/projects/${world.projectId}/reports`, again);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("Za toto období už zpráva je.");
    });

    test("for periods of the project alone", async () => {
      const elsewhere = await createProject(world.house.db);
      const foreign = await createPeriod(world.house.db, elsewhere);
      for (const periodId of [String(foreign), "", "nic"]) {
        const sent = { periodId, language: "cs", fileNumber: "MSK 7" };
        const answer = await world.manager.post(`/projects/${world.projectId}/reports`, sent);
        expect(answer.status).toBe(422);
        expect(answer.text).toContain("MSK 7");
      }
    });

    test("once when the form is sent twice", async () => {
      const _submission = "5d0a1b6e-61d7-4f0c-a8f1-111111111111";
      const sent = { periodId: String(world.periodId), language: "cs", _submission };
      const [one, other] = await Promise.all([
        world.manager.post(`/projects/${world.projectId}/reports`, sent),
        world.manager.post(`/projects/${world.projectId}/reports`, sent),
      ]);
      expect([one.status, other.status]).toEqual([303, 303]);
      expect(one.headers.location).toBe(other.headers.location);
    });

    test("not by readers, and strangers do not learn of them", async () => {
      const address = `/projects/${world.projectId}/reports`;
      const sent = { periodId: String(world.periodId), language: "cs" };
      expect((await (await world.as("reader")).post(address, sent)).status).toBe(403);
      expect((await (await world.as(null)).get(address)).status).toBe(404);
    });
  });

  describe("texts", () => {
    test("are drafts until somebody changes them, and only what was changed is kept", async () => {
      const id = await world.begin();
      const untouched = await world.write(id, PROGRESS, {});
      expect(untouched.status).toBe(303);
      expect(await textsOf(id)).toEqual([]);
      await world.write(id, PROGRESS, { "progress/description": "Projekt běží podle plánu." });
      expect(await textsOf(id)).toMatchObject([
        { place: "progress/description", body: "Projekt běží podle plánu.", version: 1 },
      ]);
    });

    test("keep what somebody wrote whatever the draft says later", async () => {
      const id = await world.begin();
      const sheet = `/activities/${world.activityId}`;
      const place = `activities/${world.activityId}/done`;
      await world.write(id, sheet, { [place]: "Proběhlo školení." });
      await world.house.db("log_entries").insert({
        ...{ project_id: world.projectId, happened_on: "2025-11-10", body: "Kulatý stůl v Opavě" },
        created_at: "2026-02-09T08:00:00.000Z",
      });
      const page = await world.manager.get(world.at(id, sheet));
      expect(page.text).toContain("Proběhlo školení.");
      expect(await textsOf(id)).toHaveLength(1);
    });

    test("of two editors: the second one sees both", async () => {
      const id = await world.begin();
      const address = world.at(id, PROGRESS);
      const opened = fieldsOf((await world.manager.get(address)).text);
      const colleague = await world.as("coordinator");
      const first = named({ "progress/description": "První." });
      expect((await colleague.post(address, { ...opened, ...first })).status).toBe(303);
      const second = named({ "progress/description": "Druhý." });
      const answer = await world.manager.post(address, { ...opened, ...second });
      expect(answer.status).toBe(409);
      expect(answer.text).toContain("První.");
      expect(answer.text).toContain("Druhý.");
    });

    test("of two sections are written beside each other", async () => {
      const id = await world.begin();
      const opened = fieldsOf((await world.manager.get(world.at(id, PROGRESS))).text);
      await world.write(id, "/sections/publicity", { "publicity/description": "Plakát visí." });
      const mine = named({ "progress/description": "Text." });
      const answer = await world.manager.post(world.at(id, PROGRESS), { ...opened, ...mine });
      expect(answer.status).toBe(303);
      expect(await textsOf(id)).toHaveLength(2);
    });

    test("may be too long for the official form for a while, not to be ready", async () => {
      const id = await world.begin();
      const long = `${"a".repeat(1_999)}\nb`;
      await world.write(id, PROGRESS, { "progress/description": long });
      const page = await world.manager.get(world.at(id));
      expect(page.text).toContain("zkrátit o 2 znaky");
      await world.take(id, "check");
      const refused = await world.take(id, "approval");
      expect(refused.status).toBe(422);
      expect(refused.text).toContain("delší, než IS KP21+ přijme");
    });

    test("take neither control characters nor a whole book", async () => {
      const id = await world.begin();
      for (const body of ["zvonek\u0007", "a".repeat(10_001)])
        expect((await world.write(id, PROGRESS, { "progress/description": body })).status).toBe(
          422,
        );
      expect(await textsOf(id)).toEqual([]);
    });

    test("of an activity of another project, or of a section that is none, are not found", async () => {
      const id = await world.begin();
      const elsewhere = await createProject(world.house.db);
      const foreign = await createReport(world.house.db, elsewhere);
      for (const address of [
        world.at(id, "/activities/999999"),
        world.at(id, "/sections/activities"),
        world.at(id, "/sections/nic"),
        world.at(foreign),
      ])
        expect((await world.manager.get(address)).status).toBe(404);
    });
  });

  describe("go", () => {
    test("from a draft to acceptance, and the duty of the period is done on the way", async () => {
      const id = await world.begin();
      await world.write(id, PROGRESS, { "progress/description": "Vše podle plánu." });
      expect((await world.take(id, "check", { note: "Prosím o kontrolu." })).status).toBe(303);
      expect((await world.take(id, "approval")).status).toBe(303);
      const submitted = { submittedOn: "2026-02-09", isConfirmed: "true" };
      expect((await world.take(id, "submission", submitted)).status).toBe(303);
      expect(await world.stored(id)).toMatchObject({
        ...{ state: "submitted", submitted_on: "2026-02-09", accepted_on: null },
      });
      expect(await dutyDone()).toBe("2026-02-09");
      expect((await world.take(id, "acceptance", { acceptedOn: "2026-02-10" })).status).toBe(303);
      expect(await world.stored(id)).toMatchObject({
        state: "accepted",
        accepted_on: "2026-02-10",
      });
      expect(await statesOf(id)).toEqual(["draft", "checking", "ready", "submitted", "accepted"]);
      const page = await world.manager.get(world.at(id));
      expect(page.text).toContain("Prosím o kontrolu.");
    });

    test("nowhere without saying what is known to be missing", async () => {
      const id = await world.begin();
      await world.take(id, "check");
      await world.take(id, "approval");
      const refused = await world.take(id, "submission", { submittedOn: "2026-02-09" });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain("Potvrďte, že víte, co ve zprávě chybí.");
      expect(await world.house.db("report_submissions").select("id")).toEqual([]);
      expect(await dutyDone()).toBeNull();
    });

    test("only from where a step begins, and on no day to come", async () => {
      const id = await world.begin();
      expect((await world.take(id, "approval")).status).toBe(409);
      expect((await world.take(id, "submission", { submittedOn: "2026-02-09" })).status).toBe(409);
      await world.take(id, "check");
      await world.take(id, "approval");
      const late = { submittedOn: "2026-02-11", isConfirmed: "true" };
      expect((await world.take(id, "submission", late)).status).toBe(422);
      expect((await world.manager.get(world.at(id, "/acceptance/new"))).status).toBe(409);
    });

    test("back to be answered, with both submissions kept as they were", async () => {
      const id = await submittedReport("První znění.");
      const sent = { returnedOn: "2026-02-10", answerBy: "2026-02-20", note: "Doplňte publicitu." };
      expect((await world.take(id, "return", sent)).status).toBe(303);
      expect(await world.stored(id)).toMatchObject({ state: "returned", answer_by: "2026-02-20" });
      const owed = "Doplnit vrácenou zprávu o realizaci č. 1";
      expect((await world.manager.get("/agenda")).text).toContain(owed);
      await world.write(id, PROGRESS, { "progress/description": "Druhé znění." });
      await world.take(id, "check");
      expect(await world.stored(id)).toMatchObject({ answer_by: "2026-02-20" });
      await world.take(id, "approval");
      await world.take(id, "submission", { submittedOn: "2026-02-10", isConfirmed: "true" });
      expect(await world.stored(id)).toMatchObject({
        ...{ state: "submitted", answer_by: null, submitted_on: "2026-02-10" },
      });
      expect((await world.manager.get("/agenda")).text).not.toContain(owed);
      const facts = await world.house.db("report_submissions").orderBy("number").pluck("facts");
      expect(facts).toHaveLength(2);
      expect(facts[0]).toContain("První znění.");
      expect(facts[1]).toContain("Druhé znění.");
    });

    test("with what is asked for and by when in order", async () => {
      const id = await submittedReport("Text.");
      const asked = { returnedOn: "2026-02-10", answerBy: "2026-02-20", note: "Doplňte." };
      for (const wrong of [
        { note: "" },
        { returnedOn: "2026-02-12" },
        { returnedOn: "2026-02-01" },
        { answerBy: "2026-02-09" },
      ])
        expect((await world.take(id, "return", { ...asked, ...wrong })).status).toBe(422);
      const { state } = await world.stored(id);
      expect(state).toBe("submitted");
    });

    test("back by a correction, which opens the duty again and keeps what was frozen", async () => {
      const id = await submittedReport("Text.");
      await world.take(id, "acceptance", { acceptedOn: "2026-02-10" });
      await world.take(id, "reopening", { note: "Schválena byla jiná zpráva." });
      expect(await world.stored(id)).toMatchObject({
        ...{ state: "submitted", submitted_on: "2026-02-09", accepted_on: null },
      });
      expect(await dutyDone()).toBe("2026-02-09");
      await world.take(id, "reopening", { note: "Ještě nebyla podána." });
      expect(await world.stored(id)).toMatchObject({ state: "ready", submitted_on: null });
      expect(await dutyDone()).toBeNull();
      expect(await world.house.db("report_submissions").select("id")).toHaveLength(1);
    });

    test("by whom the project has named: others write, the manager hands in", async () => {
      const id = await world.begin();
      const coordinator = await world.as("coordinator");
      const { version } = await world.stored(id);
      const check = { version: String(version) };
      expect((await coordinator.post(world.at(id, "/check"), check)).status).toBe(303);
      const next = { version: String(Number(version) + 1) };
      expect((await coordinator.post(world.at(id, "/approval"), next)).status).toBe(403);
      const reader = await world.as("reader");
      expect((await reader.get(world.at(id, PROGRESS))).status).toBe(200);
      expect((await reader.post(world.at(id, PROGRESS), {})).status).toBe(403);
    });
  });

  async function submittedReport(text: string): Promise<number> {
    const id = await world.begin();
    await world.write(id, PROGRESS, { "progress/description": text });
    await world.take(id, "check");
    await world.take(id, "approval");
    await world.take(id, "submission", { submittedOn: "2026-02-09", isConfirmed: "true" });
    return id;
  }
});
