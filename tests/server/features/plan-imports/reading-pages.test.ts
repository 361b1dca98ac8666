import { rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDueAnnexes } from "../../../../server/features/plan-imports/reading/running/service.ts";
import { pathOfFile } from "../../../../server/files.ts";
import { FAR_AHEAD, LONG_AGO, leaveAnnexBehind } from "../../../support/annex-steps.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createPlan } from "../../../support/plan-factories.ts";

describe.each(engines)("the page of an annex that is being read on %s", (engine) => {
  let house: TestApp;
  let planId: number;
  let founder: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine, { config: { annexPatienceMs: 0 } });
    planId = await createPlan(house.db);
    founder = await house.signedInAs(await createUser(house.db, { is_founder: true }));
  });
  afterEach(async () => {
    await readDueAnnexes(house);
    await house.close();
  });

  async function upload(text: string, name = "příloha.txt"): Promise<string> {
    const answer = await founder.upload(`/plans/${planId}/import`, Buffer.from(text), {}, name);
    expect(answer.status).toBe(303);
    return answer.headers.location ?? "";
  }
  const becomes = (page: string, status: number, words: string) =>
    expect
      .poll(
        async () => {
          const answer = await founder.get(page);
          return [answer.status, answer.text.includes(words)];
        },
        { timeout: 60_000 },
      )
      .toEqual([status, true]);
  const states = () => house.db("annex_readings").pluck("state");

  test("asks again by itself until the review is there", async () => {
    const id = await leaveAnnexBehind(house, planId, { lease_until: FAR_AHEAD });
    const page = `/plans/${planId}/import/${id}`;
    const waits = await founder.get(page);
    expect([waits.status, waits.headers.refresh]).toEqual([202, "2"]);
    expect(waits.text).toContain("<progress");
    expect((await founder.get(`/plans/${planId}/import`)).text).toContain("čte se");
    await house.db("annex_readings").update({ lease_until: LONG_AGO });
    await becomes(page, 200, "Komunitní stůl");
    expect((await founder.get(page)).headers.refresh).toBeUndefined();
  });

  test("nothing is decided of it yet", async () => {
    const id = await leaveAnnexBehind(house, planId, { lease_until: FAR_AHEAD });
    const page = `/plans/${planId}/import/${id}`;
    const answer = await founder.post(`${page}/acceptance`, { version: "1" });
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining("ještě není")]);
    expect((await founder.get(`${page}/cards/1`)).status).toBe(404);
    expect((await founder.get(`${page}/lines`)).status).toBe(200);
  });

  test("says why it could not be read, has it tried again and lets it go", async () => {
    const page = await upload("Nákupní seznam\nmléko\n", "seznam.txt");
    await becomes(page, 200, "nenašli žádnou kartu");
    const { text } = await founder.get(page);
    expect(text).toContain("Nahrajte opravený soubor");
    expect(text).not.toContain("Zkusit znovu");
    const list = await founder.get(`/plans/${planId}/import`);
    expect(list.text).toContain("nepodařilo se přečíst");
    const again = await founder.post(`${page}/reading`, { version: "1" });
    expect([again.status, again.headers.location]).toEqual([303, page]);
    await becomes(page, 200, "nenašli žádnou kartu");
    expect(await states()).toEqual(["failed"]);
    const dropped = await founder.post(`${page}/dropping`, { version: "1" });
    expect(dropped.headers.location).toBe(`/plans/${planId}/import`);
    expect((await founder.get(page)).status).toBe(404);
  });

  test("the same file sent again leads there, says so and is tried again", async () => {
    const page = await upload("Nákupní seznam\nmléko\n", "seznam.txt");
    await becomes(page, 200, "nenašli žádnou kartu");
    expect(await upload("Nákupní seznam\nmléko\n", "jinak.txt")).toBe(page);
    expect(await house.db("plan_imports").pluck("file_name")).toEqual(["jinak.txt"]);
    await becomes(page, 200, "nenašli žádnou kartu");
  });

  test("offers another try where we failed, and says that the file is kept", async () => {
    const id = await leaveAnnexBehind(house, planId, { lease_until: LONG_AGO, attempts: 3 });
    const page = `/plans/${planId}/import/${id}`;
    await becomes(page, 200, "kvůli chybě na naší straně");
    const { text } = await founder.get(page);
    expect(text).toContain("znovu ho nahrávat nemusíte");
    expect(text).toContain("Zkusit znovu");
  });

  test("asks for the file once more when it is missing from the disk", async () => {
    const id = await leaveAnnexBehind(house, planId, { lease_until: LONG_AGO });
    const { file } = await house.db("annex_readings").first("file");
    await rm(pathOfFile(house.config.dataDir, file));
    const page = `/plans/${planId}/import/${id}`;
    await becomes(page, 200, "Soubor s přílohou na disku chybí");
    const { text } = await founder.get(page);
    expect(text).toContain("Nahrajte stejný soubor ještě jednou");
    expect(text).not.toContain("Soubor jsme si nechali");
  });

  test("of a plan in the archive nothing is tried again or dropped", async () => {
    const page = await upload("Nákupní seznam\nmléko\n", "seznam.txt");
    await becomes(page, 200, "nenašli žádnou kartu");
    await house.db("plans").where({ id: planId }).update({ archived_at: "2026-01-01T00:00:00Z" });
    for (const step of ["reading", "dropping"])
      expect((await founder.post(`${page}/${step}`, { version: "1" })).status).toBe(409);
    expect((await founder.get(page)).text).not.toContain("Zahodit import");
    expect(await states()).toEqual(["failed"]);
  });
});
