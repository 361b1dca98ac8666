import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { latestStatements, listStatementMarks } from "../../../../db/queries/card-statements.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDeputy, createUser, insert } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("statements of cards on %s", (engine) => {
  let house: TestApp;
  let planId: number;
  let cardId: number;
  let ownerId: number;
  let owner: Browser;
  let editor: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2027-01-20T07:30:00Z" });
    const { db } = house;
    ownerId = await createUser(db, { name: "Alena Horká" });
    owner = await house.signedInAs(ownerId);
    editor = await house.signedInAs(await createUser(db, { is_founder: true, name: "Petr Plán" }));
    planId = await createPlan(db, { title: "Plán A", from_year: 2024, to_year: 2030 });
    const contents = [{ number: "1.1.1", measures: ["První krok"] }, { number: "1.1.2" }];
    [cardId] = (await createCards(house, planId, contents)) as [number, number];
    await db("cards").update({ owner_user_id: ownerId });
  });
  afterEach(() => house.close());

  const at = (year: number, id = cardId) => `/plans/${planId}/cards/${id}/statements/${year}`;
  const said = (given: Record<string, string> = {}) => ({
    ...{ state: "as-planned", text: "Otevřeli jsme poradnu.", nextSteps: "", version: "0" },
    ...given,
  });
  const rows = () => house.db("card_statements").orderBy("id");

  test("are given by the owner of the card, for the year that was asked", async () => {
    const form = await owner.get(`${at(2026)}/edit`);
    expect(form.status).toBe(200);
    expect(form.text).toContain("Vyjádření za rok 2026");
    expect(form.text).toContain("První krok");
    const answer = await owner.post(at(2026), said({ nextSteps: "Druhá poradna" }));
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(`/plans/${planId}/cards/${cardId}`);
    expect(await rows()).toMatchObject([
      { card_id: cardId, year: 2026, state: "as-planned", recorded_by: ownerId, corrects_id: null },
    ]);
    const history = await house.db("audit_events").where({ action: "card-statement.given" });
    expect(history).toHaveLength(1);
  });

  test("are corrected by further words; the earlier ones stay and are shown", async () => {
    await owner.post(at(2026), said());
    const [first] = await rows();
    await owner.post(
      at(2026),
      said({ state: "behind", text: "Poradna se zpozdila.", version: String(first.id) }),
    );
    expect(await rows()).toMatchObject([
      { text: "Otevřeli jsme poradnu." },
      { text: "Poradna se zpozdila.", corrects_id: first.id },
    ]);
    const { text } = await owner.get(at(2026));
    expect(text.indexOf("Poradna se zpozdila.")).toBeLessThan(
      text.indexOf("Otevřeli jsme poradnu."),
    );
    const [last] = (await rows()).slice(-1);
    await owner.post(
      at(2026),
      said({ state: "behind", text: "Poradna se zpozdila.", version: String(last.id) }),
    );
    expect(await rows()).toHaveLength(2);
  });

  test("show how the last year went, as it was put right, where no words are read", async () => {
    await owner.post(at(2025), said({ state: "done" }));
    await owner.post(at(2026), said());
    const [, last] = await rows();
    await owner.post(at(2026), said({ state: "behind", version: String(last.id) }));
    const marks = [
      { cardId, year: 2025, state: "done" },
      { cardId, year: 2026, state: "behind" },
    ];
    expect(await listStatementMarks(house.db, [cardId])).toEqual(marks);
    expect(await latestStatements(house.db, planId)).toEqual(new Map([[cardId, marks[1]]]));
    for (const page of [`/plans/${planId}`, "/cards"]) {
      expect((await owner.get(page)).text).toContain("má zpoždění");
      const asked = await statementsOf(house.db, () => owner.get(page));
      const read = asked.filter((sql) => sql.includes("card_statements"));
      expect(read.length).toBeGreaterThan(0);
      for (const sql of read) expect(sql).not.toMatch(/next_steps/);
    }
  });

  test("show what was said of the year before beside the form", async () => {
    await editor.post(at(2025), said({ text: "Loni jsme začali." }));
    expect((await owner.get(`${at(2026)}/edit`)).text).toContain("Loni jsme začali.");
  });

  test("of two who speak at once the second is told what the first has said", async () => {
    await owner.post(at(2026), said());
    const answer = await editor.post(at(2026), said({ text: "Jinak." }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Otevřeli jsme poradnu.");
    expect(answer.text).toContain("Alena Horká");
    expect(answer.text).toContain("Jinak.");
    expect(await rows()).toHaveLength(1);
  });

  test("are kept once however often the form is sent", async () => {
    const _submission = "0b9f6f3a-0c3e-4d35-9d7b-7a1f6f0c1d2e";
    expect((await owner.post(at(2026), said({ _submission }))).status).toBe(303);
    expect((await owner.post(at(2026), said({ _submission }))).status).toBe(303);
    expect(await rows()).toHaveLength(1);
  });

  test.each([
    ["state", { state: "" }],
    ["state", { state: "wonderful" }],
    ["text", { text: " " }],
    ["text", { text: "a".repeat(4_001) }],
    ["nextSteps", { nextSteps: "a".repeat(4_001) }],
  ])("with a wrong %s are refused and what was typed stays", async (field, wrong) => {
    const answer = await owner.post(at(2026), said({ nextSteps: "Dál", ...wrong }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    if (field !== "nextSteps") expect(answer.text).toContain("Dál</textarea>");
    expect(await rows()).toEqual([]);
  });

  test("are given by a deputy in the name of the owner, by nobody else", async () => {
    const deputyId = await createUser(house.db);
    const deputy = await house.signedInAs(deputyId);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await deputy.get(`${at(2026)}/edit`)).status).toBe(403);
    expect((await stranger.post(at(2026), said())).status).toBe(403);
    await createDeputy(house.db, {
      userId: ownerId,
      deputyUserId: deputyId,
      untilOn: "2027-12-31",
    });
    expect((await deputy.get(`${at(2026)}/edit`)).text).toContain(
      "Vyjadřujete se v zástupu: Alena Horká.",
    );
    expect((await deputy.post(at(2026), said())).status).toBe(303);
    const [event] = await house.db("audit_events").where({ action: "card-statement.given" });
    expect(event).toMatchObject({ actor_id: deputyId, on_behalf_of_id: ownerId });
  });

  test("are read by everybody who is signed in", async () => {
    await owner.post(at(2026), said());
    const stranger = await house.signedInAs(await createUser(house.db));
    const { status, text } = await stranger.get(at(2026));
    expect(status).toBe(200);
    expect(text).toContain("Otevřeli jsme poradnu.");
    expect(text).not.toContain("/edit");
  });

  test("of another plan's card, of years to come and of no year are not found", async () => {
    const otherId = await createPlan(house.db, { title: "Plán B" });
    expect(
      (await owner.post(`/plans/${otherId}/cards/${cardId}/statements/2026`, said())).status,
    ).toBe(404);
    for (const year of ["2028", "2023", "2031", "26", "0x7e", "2026.0"])
      expect((await owner.get(`/plans/${planId}/cards/${cardId}/statements/${year}`)).status).toBe(
        404,
      );
    expect((await owner.get(at(2027))).status).toBe(200);
  });

  test("of a plan that has ended are left to those who edit plans, of an archived one to nobody", async () => {
    await house.db("plans").update({ state: "closed" });
    expect((await owner.post(at(2026), said())).status).toBe(403);
    expect((await editor.post(at(2026), said())).status).toBe(303);
    await house.db("plans").update({ archived_at: "2027-01-20T07:00:00.000Z" });
    expect((await editor.post(at(2025), said())).status).toBe(409);
    expect(await rows()).toHaveLength(1);
  });

  test("cannot be rewritten or erased in the database", async () => {
    await owner.post(at(2026), said());
    await expect(house.db("card_statements").update({ text: "jinak" })).rejects.toThrow(
      "append-only",
    );
    await expect(house.db("card_statements").delete()).rejects.toThrow("append-only");
  });

  test("what awaits an owner stands on the page of their cards", async () => {
    await owner.post(at(2026), said());
    const { text } = await owner.get("/cards");
    const [waiting, others] = text.split("Ostatní karty");
    expect(waiting).toContain("1.1.2 ");
    expect(waiting).not.toContain("1.1.1 ");
    expect(others).toContain("1.1.1 ");
    expect(others).toContain("0 z 1 splněno");
    expect(others).toContain("Opravit 2026");
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get("/cards")).text).toContain("Neodpovídáte za žádnou kartu");
  });

  test("a deputy finds the cards of whom they stand in for among theirs", async () => {
    const deputyId = await createUser(house.db);
    await createDeputy(house.db, {
      userId: ownerId,
      deputyUserId: deputyId,
      untilOn: "2027-12-31",
    });
    const deputy = await house.signedInAs(deputyId);
    expect((await deputy.get("/cards")).text).toContain("v zástupu: Alena Horká");
  });

  test("what awaits an owner is counted on the first page until all was said", async () => {
    const waiting = async (browser: Browser) =>
      (await browser.get("/")).text.includes("Vyjádření ke kartám za rok 2026");
    expect((await owner.get("/")).text).toContain("2 karty · Plán A");
    const [first, second] = await house.db("cards").orderBy("number").pluck("id");
    await owner.post(at(2026, first), said());
    expect((await owner.get("/")).text).toContain("1 karta · Plán A");
    expect(await waiting(editor)).toBe(false);
    await owner.post(at(2026, second), said());
    expect(await waiting(owner)).toBe(false);
  });

  test("who has not spoken is seen by the year, with cards that nobody answers for", async () => {
    const contactId = await insert(house.db, "contacts", {
      name: "Obec Dolní",
      sort_key: "obec",
      created_at: "2026-01-05T08:00:00.000Z",
    });
    await owner.post(at(2026), said());
    const all = (await editor.get(`/plans/${planId}/statements`)).text;
    expect(all).toContain("1 z 2");
    expect(all.replaceAll("\u00a0", " ")).toContain("Gestoři karet byli požádáni 15. 1. 2027.");
    await house
      .db("cards")
      .where({ number: "1.1.2" })
      .update({ owner_user_id: null, owner_contact_id: contactId });
    const missing = (await editor.get(`/plans/${planId}/statements?year=2026&view=missing`)).text;
    expect(missing).toContain("Obec Dolní");
    expect(missing).toContain("bez účtu, vyjádření zapíše správce plánu");
    expect(missing).not.toContain("1.1.1 ");
    expect((await editor.get(`/plans/${planId}/statements?year=1900`)).status).toBe(404);
    expect((await owner.get(`/plans/${planId}/statements`)).text).not.toContain(">Zapsat<");
  });

  test("pages take few queries whatever the number of cards", async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ number: `1.2.${n + 1}` }));
    const count = async (path: string) =>
      (await statementsOf(house.db, async () => void (await owner.get(path)))).length;
    const pages = ["/cards", `/plans/${planId}/statements`];
    const first: number[] = [];
    for (const page of pages) first.push(await count(page));
    await createCards(house, await createPlan(house.db, { title: "C" }), many);
    await house.db("cards").update({ owner_user_id: ownerId });
    const second: number[] = [];
    for (const page of pages) second.push(await count(page));
    expect(second).toEqual(first);
  });
});
