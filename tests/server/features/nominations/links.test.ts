import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createUser } from "../../../support/factories.ts";
import { ANSWER, JANA, type Nominating, openNominating } from "./nominating.ts";

let at: Nominating;

describe.each(engines)("a nomination link on %s", (engine) => {
  beforeEach(async () => {
    at = await openNominating(engine);
  });
  afterEach(() => at.house.close());

  test("is shown to the coordinator, and only its print is stored", async () => {
    const address = await at.link({ email: "info@raj.test" });
    const page = await at.browser.get(at.list);
    expect(page.text).toContain(address);
    expect(page.text).toContain("čeká na odpověď");
    const token = address.split("/").at(-1) ?? "";
    const rows = await at.house.db("nomination_links").select();
    expect(JSON.stringify(rows)).not.toContain(token);
    await deliverMail(at.house, { owner: "test", wait: async () => {} });
    const [mail] = at.house.mailer.sent;
    expect(mail?.to.address).toBe("info@raj.test");
    expect(mail?.text).toContain(address);
    expect(JSON.stringify(await at.house.db("outgoing_mails").select())).not.toContain(token);
  });

  test("needs an organisation, places and a day that is ahead, and keeps what was typed", async () => {
    const answer = await at.ask({ organisation: "", places: "0", answerBy: "31. 2. 2026" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("31. 2. 2026");
    expect((await at.ask({ answerBy: "2026-03-01" })).status).toBe(422);
    expect((await at.ask({ answerBy: "2026-12-01" })).status).toBe(422);
    expect(await at.house.db("nomination_links").select()).toEqual([]);
  });

  test("of the same organisation takes the earlier one back", async () => {
    const first = await at.link();
    const second = await at.link();
    expect((await at.visitor.get(first)).status).toBe(410);
    expect((await at.visitor.get(second)).status).toBe(200);
  });

  test("made twice by one form is one", async () => {
    const _submission = "0f8fad5b-d9cb-469f-a165-70867728950e";
    await at.ask({ _submission });
    await at.ask({ _submission });
    expect(await at.house.db("nomination_links").select()).toHaveLength(1);
  });

  test("is reminded of once a day, only while nobody answered", async () => {
    const address = await at.link({ email: "info@raj.test" });
    const { id } = await at.house.db("nomination_links").first();
    const nudge = () => at.browser.post(`${at.list}/${id}/nudges`);
    expect((await nudge()).status).toBe(409);
    at.house.clock.set("2026-03-03T08:00:00Z");
    at.browser = await at.house.signedInAs((await at.house.db("users").first()).id);
    expect((await nudge()).status).toBe(303);
    expect((await nudge()).status).toBe(409);
    await deliverMail(at.house, { owner: "test", wait: async () => {} });
    expect(at.house.mailer.sent.map(({ subject }) => subject)).toEqual([
      "Nominace účastníků: Základy krizové intervence",
      "Připomínáme nominaci účastníků: Základy krizové intervence",
    ]);
    await at.visitor.post(address, { ...ANSWER, answer: "declined" });
    at.house.clock.set("2026-03-04T08:00:00Z");
    at.browser = await at.house.signedInAs((await at.house.db("users").first()).id);
    expect((await nudge()).status).toBe(409);
  });

  test("that was revoked answers nobody, and its mail does not leave", async () => {
    const address = await at.link({ email: "info@raj.test" });
    const { id } = await at.house.db("nomination_links").first();
    expect((await at.browser.post(`${at.list}/${id}/revocation`)).status).toBe(303);
    await deliverMail(at.house, { owner: "test", wait: async () => {} });
    expect(at.house.mailer.sent).toEqual([]);
    const page = await at.visitor.get(address);
    expect(page.status).toBe(410);
    expect(page.text).not.toContain("Základy krizové intervence");
    await at.visitor.post(address, { ...ANSWER, ...JANA });
    expect(await at.people()).toEqual([]);
  });

  test("is for coordinators, and of a confidential event there is none", async () => {
    const readerId = await createUser(at.house.db);
    await addMember(at.house.db, { projectId: at.projectId, userId: readerId, role: "reader" });
    expect((await (await at.house.signedInAs(readerId)).get(at.list)).status).toBe(403);
    expect(
      (await (await at.house.signedInAs(await createUser(at.house.db))).get(at.list)).status,
    ).toBe(404);
    const owner = (await at.house.db("users").orderBy("id").first()).id;
    await at.openEvent({ is_confidential: true, owner_user_id: owner });
    expect((await at.browser.get(at.list)).text).toContain("nemá nominační odkazy");
    expect((await at.ask()).status).toBe(409);
  });
});
