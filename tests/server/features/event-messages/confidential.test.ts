import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { type EventScene, openEventScene } from "../../../support/event-scene.ts";
import { createUser } from "../../../support/factories.ts";
import { alternativeIn } from "../../../support/invited-people.ts";
import type { ReceivedMessage } from "../../../support/smtp.ts";
import { createSession } from "../../../support/training-factories.ts";

const SECRETS = ["Základy krizové intervence", "Krajský úřad", "Krizové centrum", "Tajné téma"];

describe.each(engines)(
  "an event that became confidential after invitations left on %s",
  (engine) => {
    let scene: EventScene;
    beforeEach(async () => {
      scene = await openEventScene(engine);
      await scene.register([await scene.person("Pozvaná")]);
      await scene.deliverSettled();
      await scene.db("events").where({ id: scene.eventId }).update({ is_confidential: true });
      await scene.register([await scene.person("Pozdní")]);
      await scene.placed("Tichá");
    });
    afterEach(() => scene.close());

    function expectNothingTold(mail: ReceivedMessage): void {
      const said = [mail.email.subject, mail.email.text, mail.email.html];
      const entry = alternativeIn(mail);
      for (const secret of SECRETS) {
        expect(said.join(" ")).not.toContain(secret);
        expect(JSON.stringify(entry)).not.toContain(secret);
      }
    }

    test("tells those invited of its new time and of nothing else; the others hear nothing", async () => {
      const moved = { heldOn: "2026-03-11", topic: "Tajné téma", place: "Krizové centrum" };
      expect((await scene.editSession(moved)).status).toBe(303);
      const mails = await scene.deliverSettled();
      expect(mails.map(({ envelope }) => envelope.to)).toEqual([["pozvana@posta.test"]]);
      const [mail] = mails as [ReceivedMessage];
      expect(mail.email.subject).toBe("Změna akce, na kterou jste zváni");
      expect(mail.email.text).toMatch(/11\.\s(března|3\.)\s2026/);
      expectNothingTold(mail);
      expect(alternativeIn(mail)).toMatchObject({
        method: "REQUEST",
        uid: `session-${scene.sessionId}@localhost`,
        sequence: 1,
        title: "Akce",
        startsAt: "2026-03-11T08:00:00.000Z",
      });
    });

    test("tells them that it is cancelled, and takes it out of their calendars", async () => {
      const fields = { reason: "Lektor onemocněl", version: await scene.versionNow() };
      expect((await scene.post("/cancellation", fields)).status).toBe(303);
      const mails = await scene.deliverSettled();
      expect(mails.map(({ envelope }) => envelope.to)).toEqual([["pozvana@posta.test"]]);
      const [mail] = mails as [ReceivedMessage];
      expect(mail.email.subject).toBe("Akce, na kterou jste zváni, se nekoná");
      expectNothingTold(mail);
      expect(alternativeIn(mail)).toMatchObject({ method: "CANCEL", status: "CANCELLED" });
    });

    test("tells them of a dropped day, and who loses a place that it is so", async () => {
      const other = await createSession(scene.db, scene.eventId, { held_on: "2026-03-17" });
      await scene.db("events").where({ id: scene.eventId }).update({ ends_on: "2026-03-17" });
      await scene.post(`/sessions/${other}/deletion`);
      const [dropped] = await scene.deliverSettled();
      expect(dropped?.email.subject).toBe("Zrušený termín akce, na kterou jste zváni");
      for (const { id } of await scene.db("registrations").orderBy("id").select("id"))
        expect((await scene.post(`/registrations/${id}/removal`)).status).toBe(303);
      const gone = await scene.deliverSettled();
      expect(gone.map(({ envelope }) => envelope.to)).toEqual([["pozvana@posta.test"]]);
      for (const mail of [dropped, ...gone]) if (mail) expectNothingTold(mail);
    });

    test("says nothing of another topic alone", async () => {
      expect((await scene.editSession({ topic: "Tajné téma" })).status).toBe(303);
      expect(await scene.deliverSettled()).toEqual([]);
    });

    test("tells whoever was merged with another record since", async () => {
      const invited = await scene.db("participants").where({ surname: "Pozvaná" }).first("id");
      const email = "pozvana@posta.test";
      const kept = await scene.person("Pozvaná", { email });
      await scene.db("participants").where(invited).update({ merged_into_id: kept });
      await scene.editSession({ startsAt: "10:00" });
      const mails = await scene.deliverSettled();
      expect(mails.map(({ envelope }) => envelope.to)).toEqual([[email]]);
    });

    test("can be silenced by its coordinator, who reads what would leave", async () => {
      const page = await scene.get("/messages");
      expect(page.text).toContain("Vypnout automatické zprávy");
      expect(page.text).toContain("že akce je a kdy, bez názvu");
      expect((await scene.post("/messages/mailing", { sendsMails: "false" })).status).toBe(303);
      await scene.editSession({ startsAt: "10:00" });
      expect(await scene.deliverSettled()).toEqual([]);
    });

    test("is not read in the letters that left before by administrators", async () => {
      const house = scene.house;
      const admin = await house.signedInAs(await createUser(scene.db, { is_administrator: true }));
      const { id } = await scene.db("outgoing_mails").where({ state: "sent" }).first("id");
      const page = await admin.get(`/admin/mail/${id}`);
      expect(page.text).toContain("Zpráva je o důvěrné akci");
      for (const secret of SECRETS) expect(page.text).not.toContain(secret);
      expect((await admin.get(`/admin/mail/${id}/letter`)).status).toBe(404);
    });

    test("says nothing of a new title, and reminds and thanks nobody", async () => {
      expect(await scene.remindedOn("2026-03-09T07:00:00Z")).toEqual([]);
      await scene.db("events").where({ id: scene.eventId }).update({ state: "held" });
      await scene.db("events").where({ id: scene.eventId }).update({ state: "closed" });
      expect(await scene.deliverSettled()).toEqual([]);
    });

    test("keeps to itself also a change that waited to leave to somebody never invited", async () => {
      await scene.db("events").where({ id: scene.eventId }).update({ is_confidential: false });
      await scene.editSession({ startsAt: "10:00" });
      await scene.db("events").where({ id: scene.eventId }).update({ is_confidential: true });
      const mails = await scene.deliverSettled();
      expect(mails.map(({ envelope }) => envelope.to)).toEqual([["pozvana@posta.test"]]);
    });
  },
);
