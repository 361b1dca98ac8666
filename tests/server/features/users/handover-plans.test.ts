import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

describe.each(engines)("cards of somebody who leaves on %s", (engine) => {
  let house: TestApp;
  let admin: Browser;
  let leaverId: number;
  let heirId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    const { db } = house;
    admin = await house.signedInAs(await createUser(db, { is_administrator: true }));
    leaverId = await createUser(db, { name: "Alena Horká" });
    heirId = await createUser(db, { name: "Bořek Dub" });
    const planId = await createPlan(db);
    await createCards(house, planId, [{ number: "1.1.1", measures: ["Poradna"] }]);
    const closedId = await createPlan(db, { title: "Starý plán", state: "closed" });
    await createCards(house, closedId, [{ number: "9.9.9" }]);
    await db("cards").update({ owner_user_id: leaverId });
    await db("measures").update({ owner_user_id: leaverId });
  });
  afterEach(() => house.close());

  const leave = (everything: string) =>
    admin.post(`/admin/users/${leaverId}/deactivation`, { everything });
  const owners = () => house.db("cards").orderBy("number").pluck("owner_user_id");

  test("are told of, and go with their measures to whoever takes everything", async () => {
    const page = await admin.get(`/admin/users/${leaverId}/deactivation/new`);
    expect(page.text).toContain("Z toho ve strategických plánech: 2");
    expect((await leave(String(heirId))).status).toBe(303);
    expect(await owners()).toEqual([heirId, leaverId]);
    expect(await house.db("measures").pluck("owner_user_id")).toEqual([heirId]);
    for (const action of ["card.owner-changed", "measure.edited"]) {
      const [event] = await house.db("audit_events").where({ action });
      expect(JSON.stringify(event.changes)).toContain("Bořek Dub");
    }
  });

  test("keep the access open until somebody is chosen", async () => {
    for (const wrong of ["", "999999", String(leaverId)]) {
      expect((await leave(wrong)).status).toBe(422);
      expect(await owners()).toEqual([leaverId, leaverId]);
    }
    const left = await house.db("users").where({ id: leaverId }).first();
    expect(left.deactivated_at).toBeNull();
  });
});
