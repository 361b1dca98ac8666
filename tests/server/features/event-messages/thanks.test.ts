import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findEvent } from "../../../../db/queries/events.ts";
import {
  certificateLink,
  readCertificateLink,
} from "../../../../server/features/certificates/links/rules.ts";
import { tellOfCertificate } from "../../../../server/features/event-messages/thanks/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { writeFiles } from "../../../support/document-factories.ts";
import { createCertificate } from "../../../support/event-factories.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { deliverBySmtp } from "../../../support/invited-people.ts";
import {
  type ReceivedMessage,
  startSmtpServer,
  type TestSmtpServer,
} from "../../../support/smtp.ts";
import {
  createAttendance,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("thanks after an event on %s", (engine) => {
  let house: TestApp;
  let server: TestSmtpServer;
  let browser: Browser;
  let projectId: number;
  let eventId: number;
  let registrationId: number;
  let userId: number;
  let at: string;

  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-12T09:00:00Z" });
    server = await startSmtpServer();
    userId = await createUser(house.db, { email: "karel@kraj.test" });
    projectId = await createProject(house.db);
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    browser = await house.signedInAs(userId);
    eventId = await createEvent(house.db, projectId, {
      title: "Krizová intervence",
      owner_user_id: userId,
      state: "held",
      closing: "login-list",
    });
    const sessionId = await createSession(house.db, eventId);
    registrationId = await person("byla@posta.test");
    await createAttendance(house.db, { sessionId, registrationId });
    const missing = await person("nebyla@posta.test");
    await createAttendance(house.db, { sessionId, registrationId: missing }, { state: "absent" });
    at = `/projects/${projectId}/events/${eventId}`;
  });
  afterEach(async () => {
    await server.close();
    await house.close();
  });

  async function person(email: string): Promise<number> {
    const participant_id = await createParticipant(house.db, { email });
    return createRegistration(house.db, eventId, { participant_id });
  }

  const close = async () => {
    const answer = await browser.post(`${at}/closing`, { sheetReason: "Akce se konala online" });
    expect(answer.status).toBe(303);
  };

  async function deliverOn(instant: string): Promise<ReceivedMessage[]> {
    const before = server.received.length;
    house.clock.set(instant);
    await deliverBySmtp(house, server);
    return server.received.slice(before);
  }

  /** The file lies where the service stores it. */
  async function certify(): Promise<number> {
    return createCertificate(house.db, { projectId, registrationId });
  }

  const linkIn = (mail: ReceivedMessage | undefined) =>
    /\/certificates\/links\/\S+/.exec(mail?.email.text ?? "")?.[0] ?? "";

  test("come the next morning to those who were there, once however often it is closed", async () => {
    await close();
    expect(await deliverOn("2026-03-12T15:00:00Z")).toEqual([]);
    const thanks = await deliverOn("2026-03-13T07:00:00Z");
    expect(thanks.map(({ envelope }) => envelope.to)).toEqual([["byla@posta.test"]]);
    expect(thanks[0]?.email.subject).toBe("Děkujeme: Krizová intervence");
    expect(linkIn(thanks[0])).toBe("");
    await house.db("events").where({ id: eventId }).update({ state: "held", closed_at: null });
    house.clock.set("2026-03-12T10:00:00Z");
    await close();
    expect(await deliverOn("2026-03-14T07:00:00Z")).toEqual([]);
  });

  test("do not come when it is closed more than thirty days after it, be it for a correction", async () => {
    house.clock.set("2026-04-10T09:00:00Z");
    browser = await house.signedInAs(userId);
    expect((await browser.get(`${at}/messages`)).text).toContain("skončila před víc než 30 dny");
    await close();
    expect(await deliverOn("2026-04-11T07:00:00Z")).toEqual([]);
    browser = await house.signedInAs(userId);
    const byHand = { kind: "thanks", audience: "attended", registrations: `${registrationId}` };
    expect((await browser.post(`${at}/messages`, byHand)).status).toBe(303);
    expect(await deliverOn("2026-04-11T08:00:00Z")).toHaveLength(1);
  });

  test("come for an event that ended thirty days ago, announced on its page", async () => {
    house.clock.set("2026-04-09T09:00:00Z");
    browser = await house.signedInAs(userId);
    expect((await browser.get(`${at}/messages`)).text).toContain("ráno po uzavření akce");
    await close();
    expect(await deliverOn("2026-04-10T07:00:00Z")).toHaveLength(1);
  });

  test("bring the link to a certificate that was issued by then", async () => {
    await close();
    const id = await certify();
    const [thanks] = await deliverOn("2026-03-13T07:00:00Z");
    const { token, until } = certificateLink(house.config.secretKey, {
      id,
      from: "2026-03-12T09:00:00.000Z",
    });
    expect(until).toBe("2026-04-11");
    expect(linkIn(thanks)).toBe(`/certificates/links/${token}`);
    const { rendering } = await house.db("outgoing_mails").first();
    expect(rendering).toBeNull();
  });

  test("that bring a certificate spare its own letter; one drawn later is told of once", async () => {
    await close();
    const draw = async (id: number) => {
      const event = await findEvent(house.db, { projectId, eventId });
      if (!event) throw new Error("the event is gone");
      const at = house.clock.now();
      const certificate = { id, registrationId };
      await house.db.transaction((trx) => tellOfCertificate({ trx, at }, event, certificate));
    };
    const first = await certify();
    await draw(first);
    expect(await deliverOn("2026-03-13T07:00:00Z")).toHaveLength(1);
    const [{ id }] = await house.db("certificates").select("id");
    const reissued = { replaces_id: id, replaced_reason: "Oprava" };
    const second = await createCertificate(house.db, { projectId, registrationId }, reissued);
    await draw(second);
    await draw(second);
    const letters = await deliverOn("2026-03-13T07:30:00Z");
    expect(letters.map(({ email }) => email.subject)).toEqual([
      "Osvědčení je připravené: Krizová intervence",
    ]);
    expect(linkIn(letters[0])).toContain(`/certificates/links/${second}.2026-04-12.`);
  });

  describe("a link to a certificate", () => {
    const link = async () => {
      const id = await certify();
      return certificateLink(house.config.secretKey, { id, from: house.clock.now() }).token;
    };
    const accesses = () => house.db("personal_data_accesses").where({ action: "open-document" });

    test("names nobody and puts nothing down before the button is pressed", async () => {
      const token = await link();
      const page = await house.visitor().get(`/certificates/links/${token}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain("Krizová intervence");
      expect(page.text).not.toContain("Zkušební");
      expect(page.headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
      });
      expect(await accesses()).toEqual([]);
    });

    test("gives the file and puts down that it did", async () => {
      const token = await link();
      await writeFiles(house.db, house.config.dataDir);
      const answer = await house.visitor().post(`/certificates/links/${token}`);
      expect(answer.status).toBe(200);
      expect(answer.headers["content-type"]).toContain("application/pdf");
      expect(await accesses()).toMatchObject([{ user_id: null, project_id: projectId }]);
    });

    test("dies with its certificate, after thirty days, and by any change of its text", async () => {
      const token = await link();
      const fate = async (text = token) =>
        (await house.visitor().get(`/certificates/links/${text}`)).status;
      expect(await fate(token.replace(/^\d+/, "999"))).toBe(404);
      expect(await fate(token.replace("2026-04-11", "2027-04-11"))).toBe(404);
      house.clock.set("2026-04-11T20:00:00Z");
      expect(await fate()).toBe(200);
      house.clock.set("2026-04-11T22:30:00Z");
      expect(await fate()).toBe(410);
      house.clock.set("2026-03-20T09:00:00Z");
      const [{ id }] = await house.db("certificates").select("id");
      await createCertificate(
        house.db,
        { projectId, registrationId },
        {
          replaces_id: id,
          replaced_reason: "Oprava",
        },
      );
      expect(await fate()).toBe(410);
      expect((await house.visitor().post(`/certificates/links/${token}`)).status).toBe(410);
      await house.db("participants").update({ anonymised_at: "2026-03-20T09:00:00.000Z" });
      expect(await fate()).toBe(404);
    });

    test("holds by the previous key as well", () => {
      const [secretKey, previousSecretKey] = ["the key of today", "the key of yesterday"];
      const link = certificateLink(previousSecretKey, { id: 5, from: "2026-03-12T09:00:00.000Z" });
      const signed = { id: 5, until: "2026-04-11" };
      expect(readCertificateLink(link.token, { secretKey, previousSecretKey })).toEqual(signed);
      expect(readCertificateLink(link.token, { secretKey })).toBeUndefined();
    });
  });
});
