import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../../server/features/mails/delivery/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createDeputy,
  createIndicator,
  createProject,
  createUser,
} from "../../../../support/factories.ts";
import { statementsOf } from "../../../../support/queries.ts";

const NONCE = "11111111-2222-4333-8444-555555555555";

describe.each(engines)("the pages of closing a month on %s", (engine) => {
  let house: TestApp;
  let manager: Browser;
  let chief: Browser;
  let projectId: number;
  let indicatorId: number;
  let managerId: number;
  let chiefId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-04-02T08:00:00.000Z" });
    managerId = await createUser(house.db, { name: "Eva Dvořáková", email: "eva@kraj.test" });
    chiefId = await createUser(house.db, { name: "Jan Hejtman", is_management: true });
    projectId = await createProject(house.db, { short_name: "Rodiny" });
    await addMember(house.db, { projectId, userId: managerId });
    indicatorId = await createIndicator(house.db, projectId, { name: "Osoby", target: 20 });
    await house.db("document_requirements").delete();
    await signIn();
  });
  afterEach(() => house.close());

  async function signIn(): Promise<void> {
    manager = await house.signedInAs(managerId);
    chief = await house.signedInAs(chiefId);
  }
  const month = () => `/projects/${projectId}/months/2026-03`;
  const value = (value: number, valid_on: string) =>
    house.db("indicator_values").insert({
      ...{ indicator_id: indicatorId, value, valid_on, recorded_at: house.clock.now() },
    });
  const text = async (browser: Browser, path: string) => {
    const answer = await browser.get(path);
    expect(answer.status).toBe(200);
    return answer.text.replace(/\s+/g, " ");
  };
  const close = (fields: Record<string, string> = {}) =>
    manager.post(`${month()}/closing`, { isConfirmed: "true", ...fields });
  const states = () => house.db("month_figures").orderBy("id").pluck("state");
  const acts = () => house.db("month_acts").orderBy("id").pluck("act");

  test("an open month says what it lacks, with the way to each, and offers its close", async () => {
    const page = await text(manager, month());
    for (const words of ["Co v měsíci chybí", "stav projektu", "1 indikátor bez hodnoty"])
      expect(page).toContain(words);
    expect(page).toContain(`/projects/${projectId}/status`);
    expect(page).toContain(`${month()}/closing/new`);
    const running = await text(manager, `/projects/${projectId}/months/2026-04`);
    expect(running).toContain("Uzavřít lze od 1. 5. 2026.");
    expect(running).not.toContain("closing/new");
  });

  test("a month that lacks something is closed by whoever confirms it, once for a form sent twice", async () => {
    expect(await text(manager, `${month()}/closing/new`)).toContain("V měsíci ještě chybí");
    const refused = await manager.post(`${month()}/closing`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Potvrďte, že chcete měsíc uzavřít");
    expect(await acts()).toEqual([]);
    for (let sent = 0; sent < 2; sent += 1) {
      const answer = await close({ _submission: NONCE, revision: "9" });
      expect([answer.status, answer.headers.location]).toEqual([303, month()]);
    }
    expect(await acts()).toEqual(["closed"]);
    expect((await close()).status).toBe(409);
    expect((await manager.get(`${month()}/closing/new`)).status).toBe(409);
    const page = await text(manager, month());
    expect(page).toContain("Uzavřeno 2. 4. 2026 10:00 (Eva Dvořáková), verze 1.");
    expect(page).not.toContain("Co v měsíci chybí");
    expect(page).toContain("Zapracovat opravy");
    expect(await text(manager, `/projects/${projectId}/months`)).toContain("uzavřeno<span");
    expect(await text(chief, "/summaries/2026-03")).toContain("/summaries/2026-03/missing");
  });

  test("a typo is mended until the summary was mailed; afterwards the next month tells the correction", async () => {
    await value(9, "2026-03-12");
    await close();
    house.clock.advance(60_000);
    await value(1, "2026-03-13");
    expect((await manager.post(`${month()}/mending`)).status).toBe(303);
    expect(await acts()).toEqual(["closed", "mended"]);
    expect((await chief.post("/summaries/2026-03/closing")).status).toBe(303);
    house.clock.advance(60_000);
    await value(3, "2026-03-20");
    expect((await manager.post(`${month()}/mending`)).status).toBe(409);
    expect(await text(manager, month())).not.toContain("Zapracovat opravy");
    house.clock.set("2026-05-02T08:00:00.000Z");
    await signIn();
    const april = `/projects/${projectId}/months/2026-04`;
    expect(await text(manager, april)).toContain("Osoby: +3 za březen 2026");
    await manager.post(`${april}/closing`, { isConfirmed: "true" });
    house.clock.advance(60_000);
    for (const path of [april, "/summaries/2026-04/sheets"])
      expect(await text(manager, path)).toContain("Osoby: +3 za březen 2026");
  });

  test("any version is shown exactly as it was; one that is not there is missing", async () => {
    await value(9, "2026-03-12");
    await close();
    house.clock.advance(60_000);
    await value(3, "2026-03-20");
    await manager.post(`${month()}/mending`);
    const first = await text(manager, `${month()}?version=1`);
    expect(first).toContain("Verze 1, stav 2. 4. 2026 10:00.");
    expect(first).toContain(">9</td>");
    expect(first).not.toContain(">12</td>");
    expect(await text(manager, `${month()}?version=2`)).toContain(">12</td>");
    expect((await manager.get(`${month()}?version=3`)).status).toBe(404);
    expect((await manager.get(`${month()}?version=x`)).status).toBe(200);
  });

  test("a closed month is opened again with a reason, which stays on the page and in the history", async () => {
    expect((await manager.get(`${month()}/reopening/new`)).status).toBe(409);
    await close();
    expect((await manager.get(`${month()}/reopening/new`)).status).toBe(200);
    const refused = await manager.post(`${month()}/reopening`, { reason: " " });
    expect(refused.status).toBe(422);
    const reason = "Chyběla <b>listina</b>";
    expect((await manager.post(`${month()}/reopening`, { reason })).status).toBe(303);
    const page = await text(manager, month());
    expect(page).toContain("Znovu otevřeno");
    expect(page).toContain("Chyběla &lt;b&gt;listina&lt;/b&gt;");
    const history = await text(manager, `/projects/${projectId}/history`);
    expect(history).toContain("Měsíc znovu otevřen");
    expect((await close()).status).toBe(303);
    expect(await states()).toEqual(["frozen", "frozen"]);
  });

  test("only managers close; readers see where the month is, strangers nothing", async () => {
    const readerId = await createUser(house.db);
    await addMember(house.db, { projectId, userId: readerId, role: "reader" });
    const reader = await house.signedInAs(readerId);
    const stranger = await house.signedInAs(await createUser(house.db));
    for (const path of ["closing", "mending", "reopening", "nudges"]) {
      expect((await reader.post(`${month()}/${path}`)).status).toBe(403);
      expect((await stranger.post(`${month()}/${path}`)).status).toBe(404);
    }
    for (const path of ["closing", "nudges"])
      expect((await manager.post(`/summaries/2026-03/${path}`)).status).toBe(403);
    expect(await text(reader, month())).not.toContain("closing/new");
    expect(await text(stranger, "/summaries/2026-03/missing")).not.toContain("Rodiny");
    for (const path of ["2026-05/missing", "2026-13/missing", "x/missing"])
      expect((await chief.get(`/summaries/${path}`)).status).toBe(404);
  });

  test("management sees who lacks what, asks them once a day, and closes for all", async () => {
    const page = await text(chief, "/summaries/2026-03/missing");
    for (const words of ["Uzavřeno 0 z 1 projektu.", "Rodiny", "zápis v deníku", "Upozornit"])
      expect(page).toContain(words);
    const nudges = "/summaries/2026-03/nudges";
    expect((await chief.post(nudges, { projectId: String(projectId) })).status).toBe(303);
    expect((await chief.post(nudges)).status).toBe(303);
    expect((await chief.post(`${month()}/nudges`)).status).toBe(303);
    expect(await text(chief, "/summaries/2026-03/missing")).toContain("upozorněno dnes");
    await deliverMail(house, { owner: "test", wait: async () => {} });
    expect(house.mailer.sent.map(({ to, subject }) => [to.address, subject])).toEqual([
      ["eva@kraj.test", "Co chybí v projektu Rodiny za březen 2026"],
    ]);
    const [mail] = house.mailer.sent;
    expect(mail?.text).toContain("Jan Hejtman prosí o doplnění");
    expect(mail?.text).toContain("1 indikátor bez hodnoty");
    house.clock.advanceDays(1);
    await signIn();
    expect((await chief.post(nudges)).status).toBe(303);
    await chief.post("/summaries/2026-03/closing", { _submission: NONCE });
    expect((await chief.post("/summaries/2026-03/closing", { _submission: NONCE })).status).toBe(
      303,
    );
    await deliverMail(house, { owner: "test", wait: async () => {} });
    const subjects = house.mailer.sent.map(({ subject }) => subject);
    expect(subjects).toHaveLength(2);
    expect(subjects[1]).toBe("Měsíční přehled projektů: březen 2026");
    expect(house.mailer.sent[1]?.text).not.toContain("není uzavřen");
    const unsent = await house.db("outgoing_mails").where({ state: "cancelled" }).pluck("reason");
    expect(unsent).toEqual(["month-closed"]);
    const closed = await text(chief, "/summaries/2026-03/missing");
    expect(closed).toContain("Měsíc všech projektů uzavřen 3. 4. 2026 10:00 (Jan Hejtman).");
    expect((await chief.get("/summaries/2026-03/closing/new")).status).toBe(409);
    expect(await text(chief, "/summaries")).toContain(">uzavřeno</td>");
  });

  test("a manager asks the team, never themself; where there is nobody else, says so", async () => {
    expect((await manager.post(`${month()}/nudges`)).status).toBe(409);
    const userId = await createUser(house.db, { email: "koordinator@kraj.test" });
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    expect((await manager.post(`${month()}/nudges`)).status).toBe(303);
    const recipients = await house.db("month_nudges").pluck("recipient_user_id");
    expect(recipients).toEqual([userId]);
    await close();
    const refused = await manager.post(`${month()}/nudges`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("není na co upozornit");
  });

  test("whoever is away is not asked, but their deputy, once", async () => {
    const [evaId] = await house.db("memberships").where({ role: "manager" }).pluck("user_id");
    const petrId = await createUser(house.db, { email: "petr@kraj.test" });
    await createDeputy(house.db, { userId: evaId, deputyUserId: petrId });
    await addMember(house.db, { projectId, userId: petrId, role: "manager" });
    await chief.post("/summaries/2026-03/nudges");
    expect(await house.db("month_nudges").pluck("recipient_user_id")).toEqual([petrId]);
    await house.db("memberships").where({ user_id: petrId }).delete();
    await deliverMail(house, { owner: "test", wait: async () => {} });
    expect(house.mailer.sent.map(({ to }) => to.address)).toEqual(["petr@kraj.test"]);
  });

  test("nothing is asked of a deputy whose days were over before the letter left", async () => {
    const [evaId] = await house.db("memberships").where({ role: "manager" }).pluck("user_id");
    const petrId = await createUser(house.db, { email: "petr@kraj.test" });
    const id = await createDeputy(house.db, { userId: evaId, deputyUserId: petrId });
    await chief.post("/summaries/2026-03/nudges");
    await house.db("deputies").where({ id }).update({ archived_at: house.clock.now() });
    await deliverMail(house, { owner: "test", wait: async () => {} });
    expect(house.mailer.sent).toEqual([]);
  });

  test("ask the database as often for many projects as for one", async () => {
    const ask = async (path: string) =>
      (await statementsOf(house.db, () => text(chief, path))).length;
    const one = await ask("/summaries/2026-03/missing");
    for (let n = 0; n < 12; n += 1) await createProject(house.db);
    expect(await ask("/summaries/2026-03/missing")).toBe(one);
    expect(one).toBe(16);
  });
});
