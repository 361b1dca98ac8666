import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createDay, createHost, createTrainee } from "../../../support/internship-factories.ts";
import { createInternship } from "../../../support/training-factories.ts";

describe.each(engines)("a mentor's link on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  let at: Awaited<ReturnType<typeof internship>>;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-09T07:30:00Z" });
    projectId = await createProject(app.db, { title: "Reforma péče" });
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
    at = await internship();
  });
  afterEach(() => app.close());

  const internship = async () => {
    const internshipId = await createInternship(app.db, projectId, { state: "running" });
    const person = { first_name: "Božena", surname: "Kanárková" };
    const trainee = await createTrainee(app.db, { projectId, internshipId }, person);
    const hostId = await createHost(app.db, internshipId);
    await createDay(app.db, { internshipId, ...trainee, hostId }, { diary: "Tajný zápis" });
    return { internshipId, hostId, ...trainee };
  };
  const page = () => `/projects/${projectId}/internships/${at.internshipId}`;
  const ask = async (given = {}) => {
    const browser = await app.signedInAs(managerId);
    const fields = { answerBy: "20. 3. 2026", ...given };
    return browser.post(`${page()}/hosts/${at.hostId}/links`, fields);
  };
  /** The address that the coordinator sees and sends. */
  const madeLink = async (given = {}) => {
    expect((await ask(given)).status).toBe(303);
    const { text } = await (await app.signedInAs(managerId)).get(page());
    const path = /value="https?:\/\/[^/"]+(\/confirmations\/[\w-]{43})"/.exec(text)?.[1];
    if (path === undefined) throw new Error("no link on the page");
    return path;
  };
  const seenOn = (text: string) => /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? "";
  const stored = () => app.db("internship_confirmations").orderBy("id", "desc").first();

  test("shows days and hours to who holds it, and little of the person", async () => {
    const path = await madeLink();
    const answer = await app.visitor().get(path);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Božena K.");
    expect(answer.text).toContain("3. 3. 2026".replaceAll(" ", "\u00a0"));
    expect(answer.text).not.toContain("Kanárková");
    expect(answer.text).not.toContain("Tajný zápis");
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
    expect(answer.headers["x-robots-tag"]).toContain("noindex");
    const seen = await app.db("personal_data_accesses").whereNull("user_id");
    expect(seen).toMatchObject([{ route: "GET /confirmations/:token", person_count: 1 }]);
  });

  test("is stored as a hash only and uses nothing up by being opened", async () => {
    const path = await madeLink();
    const token = path.split("/").at(-1) as string;
    expect(JSON.stringify(await app.db("internship_confirmations"))).not.toContain(token);
    await app.visitor().get(path);
    expect((await app.visitor().get(path)).status).toBe(200);
    expect((await stored()).answered_at).toBeNull();
  });

  test("confirms the hours once and posts them to the ledger", async () => {
    const path = await madeLink();
    const browser = app.visitor();
    const seen = seenOn((await browser.get(path)).text);
    const sent = { seen, answer: "confirmed", name: "Marie Mentorová" };
    const answer = await browser.post(path, sent);
    expect(answer.text).toContain("Děkujeme");
    expect(await stored()).toMatchObject({
      answer: "confirmed",
      answered_name: "Marie Mentorová",
      confirmed_minutes: 480,
    });
    expect(await app.db("support_postings")).toMatchObject([{ minutes: 480 }]);
    const again = await browser.post(path, sent);
    expect(again.status).toBe(410);
    expect(again.text).toContain("už někdo odpověděl");
    expect(await app.db("support_postings")).toHaveLength(1);
    const { text } = await (await app.signedInAs(managerId)).get(page());
    expect(text).toContain("Marie Mentorová potvrzuje 8 h");
  });

  test("takes objections with a note, and posts nothing", async () => {
    const path = await madeLink();
    const browser = app.visitor();
    const sent = { seen: "", answer: "objected", name: "Marie Mentorová" };
    const silent = await browser.post(path, sent);
    expect(silent.status).toBe(422);
    const told = await browser.post(path, { ...sent, note: "V úterý tu nebyla." });
    expect(told.text).toContain("Vaše výhrady jsou uložené");
    expect(await app.db("support_postings")).toEqual([]);
    const { text } = await (await app.signedInAs(managerId)).get(page());
    expect(text).toContain("V úterý tu nebyla.");
    expect(text).toContain("Mentor má výhrady k hodinám.");
  });

  test("asks for a name and an answer and keeps what was typed", async () => {
    const path = await madeLink();
    const answer = await app.visitor().post(path, { note: "Poznámka", seen: "" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Poznámka");
    expect((await stored()).answered_at).toBeNull();
  });

  test("does not confirm hours that changed since the page was opened", async () => {
    const path = await madeLink();
    const browser = app.visitor();
    const seen = seenOn((await browser.get(path)).text);
    await app.db("internship_days").update({ minutes: 600, version: 2 });
    const sent = { seen, answer: "confirmed", name: "Marie Mentorová" };
    const answer = await browser.post(path, sent);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Hodiny se mezitím změnily");
    const fresh = await browser.post(path, { ...sent, seen: seenOn(answer.text) });
    expect(fresh.text).toContain("Děkujeme");
    expect((await stored()).confirmed_minutes).toBe(600);
  });

  test("ceases to hold after its last day, when taken back, and when replaced", async () => {
    const first = await madeLink();
    app.clock.advance(60_000);
    const second = await madeLink();
    expect((await app.visitor().get(first)).text).toContain("nahrazen novým");
    app.clock.set("2026-03-20T22:30:00Z");
    expect((await app.visitor().get(second)).status).toBe(200);
    app.clock.set("2026-03-20T23:30:00Z");
    expect((await app.visitor().get(second)).status).toBe(410);
    app.clock.set("2026-03-10T08:00:00Z");
    const { id } = await stored();
    const browser = await app.signedInAs(managerId);
    const revocation = `${page()}/confirmations/${id}/revocation`;
    expect((await browser.post(revocation)).status).toBe(303);
    expect((await app.visitor().get(second)).status).toBe(410);
    expect((await browser.post(revocation)).status).toBe(409);
  });

  test.each(["short", "A".repeat(43)])(
    "that never was is answered as missing: %s",
    async (token) => {
      expect((await app.visitor().get(`/confirmations/${token}`)).status).toBe(404);
      const post = await app.visitor().post(`/confirmations/${token}`, {
        answer: "confirmed",
        name: "Kdosi",
      });
      expect(post.status).toBe(404);
    },
  );

  test("is mailed to a mentor who agreed, without a name of a trainee", async () => {
    await madeLink({ isMailed: "true" });
    await deliverMail(app, { owner: "test", isStopping: () => false });
    expect(app.mailer.sent).toHaveLength(1);
    const [message] = app.mailer.sent;
    expect(JSON.stringify(message)).toContain("/confirmations/");
    expect(JSON.stringify(message)).not.toMatch(/Kanár|Božena|Tajný/);
  });

  test("is not mailed to who did not agree, nor after it was taken back", async () => {
    await madeLink({ isMailed: "true" });
    const { id } = await stored();
    await (await app.signedInAs(managerId)).post(`${page()}/confirmations/${id}/revocation`);
    await deliverMail(app, { owner: "test", isStopping: () => false });
    expect(app.mailer.sent).toEqual([]);
    await app.db("contacts").update({ agreed_to_mail_at: null });
    expect((await ask({ isMailed: "true" })).status).toBe(422);
  });

  test("holds for ninety days at most, and from today on", async () => {
    expect((await ask({ answerBy: "8. 3. 2026" })).text).toContain("nesmí být v minulosti");
    expect((await ask({ answerBy: "8. 6. 2026" })).text).toContain("nejvýše 90 dní");
    expect((await ask({ answerBy: "7. 6. 2026" })).status).toBe(303);
  });
});
