import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCardsInPlans, listLinkedCards } from "../../../../db/queries/card-continuations.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the comparison of two plans on %s", (engine) => {
  let house: TestApp;
  let editor: Browser;
  let reader: Browser;
  let older: number;
  let newer: number;
  let oldCards: number[];
  let newCards: number[];
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-11-22T09:00:00.000Z" });
    const { db } = house;
    editor = await house.signedInAs(await createUser(db, { is_founder: true }));
    reader = await house.signedInAs(await createUser(db));
    // The newer one is written first: years decide.
    newer = await createPlan(db, { title: "Nový plán" });
    const years = { from_year: 2014, to_year: 2017, state: "closed" };
    older = await createPlan(db, { title: "Starý plán", ...years });
    newCards = await createCards(house, newer, [
      { number: "1.1.1", name: "Rozvoj terénní péče pro seniory" },
      { number: "1.1.2", name: "Hospicová péče" },
    ]);
    oldCards = await createCards(house, older, [
      { number: "A01", name: "Terénní péče o seniory" },
      { number: "A02", name: "Sociální podnikání" },
    ]);
  });
  afterEach(() => house.close());

  const page = (planId = newer) => `/plans/${planId}/comparison`;
  const [first, second] = [0, 1];
  const pair = (from: number, to: number) => ({
    ...{ fromCardId: String(oldCards[from]), toCardId: String(newCards[to]) },
  });
  const confirm = (fields: Record<string, string>, browser = editor, planId = newer) =>
    browser.post(`/plans/${planId}/continuations`, { with: String(older), ...fields });
  const links = () => house.db("card_continuations").orderBy("id").select("*");

  test("offers titles alike with the reason and takes one click to confirm and to take back", async () => {
    const asked = await editor.get(page());
    expect(asked.status).toBe(200);
    expect(asked.text).toContain("společná slova: Terénní, péče, seniory");
    expect(asked.text).toContain("bez pokračování");
    const answer = await confirm({ ...pair(first, first), show: "offered" });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(`/plans/${newer}/comparison?with=${older}&show=offered`);
    expect(await links()).toMatchObject([{ from_card_id: oldCards[0], to_card_id: newCards[0] }]);
    const told = await editor.get(page());
    expect(told.text).toContain("Zrušit návaznost");
    expect(told.text).not.toContain("společná slova");
    const [{ id }] = await links();
    const removal = await editor.post(`/plans/${newer}/continuations/${id}/removal`, { with: "x" });
    expect(removal.headers.location).toBe(`/plans/${newer}/comparison`);
    expect(await links()).toEqual([]);
    const again = await editor.post(`/plans/${newer}/continuations/${id}/removal`);
    expect(again.status).toBe(404);
  });

  test("links cards by hand with a note, once however often it is sent, and both histories tell it", async () => {
    const fields = { ...pair(second, second), note: "=jen zčásti" };
    for (const planId of [newer, older])
      expect((await confirm(fields, editor, planId)).status).toBe(303);
    expect(await links()).toHaveLength(1);
    const events = await house.db("audit_events").where({ action: "card-continuation.added" });
    expect(events.map(({ object_id }) => Number(object_id)).toSorted()).toEqual(
      [oldCards[1], newCards[1]].toSorted(),
    );
    expect(await listLinkedCards(house.db, newCards[1] as number)).toMatchObject([
      { direction: "earlier", number: "A02", planTitle: "Starý plán", note: "=jen zčásti" },
    ]);
    const card = await reader.get(`/plans/${newer}/cards/${newCards[1]}`);
    expect(card.text).toContain("A02 Sociální podnikání");
    expect((await reader.get(page(older))).text).toContain("=jen zčásti");
  });

  const dismiss = (fields: Record<string, string>, browser = editor, planId = newer) =>
    browser.post(`/plans/${planId}/continuations/dismissals`, { with: String(older), ...fields });
  const dismissed = () => house.db("dismissed_continuations").orderBy("id").select("*");
  const offerAgain = (id: number, planId = newer, browser = editor) =>
    browser.post(`/plans/${planId}/continuations/dismissals/${id}/removal`, {
      with: String(older),
    });

  test("an offer that is none is dismissed for good, told in both histories, and may be taken back", async () => {
    expect((await editor.get(page())).text).toContain("Není pokračování");
    for (let times = 0; times < 2; times += 1) {
      const answer = await dismiss({ ...pair(first, first), show: "offered" });
      expect(answer.status).toBe(303);
      expect(answer.headers.location).toBe(`/plans/${newer}/comparison?with=${older}&show=offered`);
    }
    expect(await dismissed()).toHaveLength(1);
    const shown = await editor.get(page());
    expect(shown.text).not.toContain("společná slova");
    expect(shown.text).toContain("Nabízet znovu");
    expect((await reader.get(page())).text).not.toContain("Nabízet znovu");
    const [{ id }] = await dismissed();
    expect((await offerAgain(id, older)).status).toBe(303);
    expect((await offerAgain(id)).status).toBe(404);
    expect((await editor.get(page())).text).toContain("společná slova");
    for (const objectId of [oldCards[0], newCards[0]]) {
      const told = await house
        .db("audit_events")
        .where({ object_type: "card", object_id: String(objectId) })
        .whereLike("action", "card-continuation.%")
        .orderBy("id");
      expect(told.map(({ action }) => action)).toEqual([
        "card-continuation.dismissed",
        "card-continuation.offered",
      ]);
    }
  });

  test("what was dismissed stays so when years are put right, and until it is linked by hand", async () => {
    await dismiss(pair(first, first));
    await house.db("plans").where({ id: older }).update({ from_year: 2030, to_year: 2031 });
    const turned = await editor.get(`${page()}?with=${older}`);
    expect(turned.text).not.toContain("společná slova");
    expect(turned.text).toContain("Nabízet znovu");
    const linked = {
      fromCardId: String(newCards[0]),
      toCardId: String(oldCards[0]),
    };
    expect((await confirm(linked)).status).toBe(303);
    expect(await dismissed()).toEqual([]);
    expect((await dismiss(linked)).status).toBe(409);
    expect(await dismissed()).toEqual([]);
  });

  test("only who edits plans dismisses, and only what could be a continuation", async () => {
    expect((await dismiss(pair(first, first), reader)).status).toBe(403);
    const wrong = { fromCardId: String(newCards[0]), toCardId: String(oldCards[0]) };
    expect((await dismiss(wrong)).status).toBe(422);
    expect((await dismiss({ fromCardId: "x", toCardId: "" })).status).toBe(422);
    expect((await dismiss({ ...pair(first, first), toCardId: "999999" })).status).toBe(422);
    const third = await createPlan(house.db, { title: "Třetí", from_year: 2018, to_year: 2020 });
    expect((await dismiss(pair(first, first), editor, third)).status).toBe(422);
    expect(await dismissed()).toEqual([]);
    await dismiss(pair(first, first));
    const [{ id }] = await dismissed();
    expect((await offerAgain(id, newer, reader)).status).toBe(403);
    expect((await offerAgain(id, third)).status).toBe(404);
    await house.db("plans").where({ id: older }).update({ archived_at: house.clock.now() });
    expect((await offerAgain(id)).status).toBe(409);
    expect((await dismiss(pair(first, second))).status).toBe(409);
    expect(await dismissed()).toHaveLength(1);
  });

  test("refuses what is no continuation and keeps what was chosen", async () => {
    const wrong = { fromCardId: String(newCards[0]), toCardId: String(oldCards[0]) };
    const turned = await confirm({ ...wrong, note: "Obráceně" });
    expect(turned.status).toBe(422);
    expect(turned.text).toContain("Vyberte kartu novějšího plánu, která na starší navazuje.");
    expect(turned.text).toContain('value="Obráceně"');
    expect((await confirm({ fromCardId: "", toCardId: "" })).status).toBe(422);
    expect((await confirm({ ...pair(first, first), fromCardId: "999999" })).status).toBe(422);
    const same = { fromCardId: String(oldCards[0]), toCardId: String(oldCards[1]) };
    expect((await confirm(same, editor, older)).status).toBe(422);
    const third = await createPlan(house.db, { title: "Třetí", from_year: 2018, to_year: 2020 });
    expect((await confirm(pair(first, first), editor, third)).status).toBe(422);
    await house.db("cards").where({ id: newCards[0] }).update({ archived_at: house.clock.now() });
    expect((await confirm(pair(first, first))).status).toBe(422);
    expect(await links()).toEqual([]);
  });

  test("is read by everybody, changed by those who edit plans, and an archived plan by nobody", async () => {
    const shown = await reader.get(page());
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain("Potvrdit návaznost");
    expect(shown.text).not.toContain("Spojit jiné karty");
    expect((await confirm(pair(first, first), reader)).status).toBe(403);
    await confirm(pair(first, first));
    const [{ id }] = await links();
    expect((await reader.post(`/plans/${newer}/continuations/${id}/removal`)).status).toBe(403);
    const third = await createPlan(house.db, { from_year: 2030, to_year: 2031 });
    expect((await editor.post(`/plans/${third}/continuations/${id}/removal`)).status).toBe(404);
    await house.db("plans").where({ id: older }).update({ archived_at: house.clock.now() });
    expect((await confirm(pair(second, second))).status).toBe(409);
    expect((await editor.post(`/plans/${older}/continuations/${id}/removal`)).status).toBe(409);
    expect(await links()).toHaveLength(1);
    expect((await reader.get(`${page()}?with=${older}`)).status).toBe(200);
  });

  test("asks which plan where there are more, and says where there is none", async () => {
    const third = await createPlan(house.db, {
      title: "Třetí plán",
      from_year: 2018,
      to_year: 2020,
    });
    const asked = await reader.get(page());
    expect(asked.text).toContain("Vyberte plán, se kterým chcete tento srovnat.");
    expect((await reader.get(`${page()}?with=${third}`)).text).toContain("2018–2020");
    expect((await reader.get(`${page()}?with=999999`)).status).toBe(404);
    expect((await reader.get(`${page()}?with=nic`)).status).toBe(404);
    expect((await reader.get(`${page()}?with=${older}&show=nic`)).status).toBe(200);
    for (const show of ["continued", "offered", "ended", "fresh"])
      expect((await reader.get(`${page()}?with=${older}&show=${show}`)).status).toBe(200);
    await house.db("plans").whereNot({ id: newer }).update({ archived_at: house.clock.now() });
    expect((await reader.get(page())).text).toContain("Není s čím srovnávat.");
  });

  test("stays true to the years of plans when they are put right, and costs the same for many cards", async () => {
    await confirm(pair(first, first));
    const few = await statementsOf(house.db, () => reader.get(page()));
    await house.db("plans").where({ id: older }).update({ from_year: 2030, to_year: 2031 });
    const turned = await reader.get(`${page()}?with=${older}&show=continued`);
    expect(turned.text).toContain("Terénní péče o seniory");
    const more = Array.from({ length: 30 }, (_, at) => ({
      number: `1.1.${at + 5}`,
      name: `Péče ${at}`,
    }));
    await createCards(house, newer, more);
    expect(await statementsOf(house.db, () => reader.get(page()))).toHaveLength(few.length);
    const [card] = await findCardsInPlans(house.db, [newCards[0] as number]);
    expect(card).toMatchObject({ number: "1.1.1", planTitle: "Nový plán", archivedAt: null });
  });
});
