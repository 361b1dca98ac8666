import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f32";
const NUMBER = "CZ.03.02.02/00/22_006/0001329";

describe.each(engines)("cards typed by hand on %s", (engine) => {
  let app: TestApp;
  let founder: Browser;
  let planId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    founder = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    planId = await createPlan(app.db);
    await createCards(app, planId, []);
  });
  afterEach(() => app.close());

  const path = () => `/plans/${planId}/cards`;
  const card = (number: string) => app.db("cards").where({ plan_id: planId, number }).first();
  const entry = (given = {}) => ({
    number: "1.1.7",
    name: "Podpora pečujících",
    areaCode: "1.1",
    targetGroups: "S, OZP",
    services: "Odlehčovací služby (§ 44)",
    period: "2024+",
    responsible: "LK, obce",
    costs: "2,5–3 mil. Kč ročně",
    funding: "EU, LK",
    description: "Kurzy a půjčovny.",
    measures: "• Otevřít půjčovnu\n- v každém okrese\n\nVyškolit lektory",
    ...given,
  });

  test("are written once, with measures a line each", async () => {
    await founder.post(path(), entry({ _submission: SUBMISSION }));
    await founder.post(
      path(),
      entry({ _submission: SUBMISSION, owner_user_id: "1", version: "9" }),
    );
    expect(await app.db("cards").select("number", "from_year", "version", "owner_user_id")).toEqual(
      [{ number: "1.1.7", from_year: 2024, version: 1, owner_user_id: null }],
    );
    expect(await app.db("measures").orderBy("position").pluck("text")).toEqual([
      ...["Otevřít půjčovnu\n– v každém okrese", "Vyškolit lektory"],
    ]);
  });

  test("are edited in boxes as high as what they say", async () => {
    const description = `${"slovo ".repeat(100)}\n${"Krátký řádek\n".repeat(10)}`;
    await founder.post(path(), entry({ description, funding: "EU" }));
    const { id } = await card("1.1.7");
    const { text } = await founder.get(`${path()}/${id}/edit`);
    const rowsOf = (name: string) =>
      text.match(new RegExp(`<textarea[^>]*rows="(\\d+)"[^>]*name="${name}"`))?.[1];
    expect([rowsOf("description"), rowsOf("funding")]).toEqual(["18", "2"]);
    await founder.post(path(), entry({ number: "1.1.8", description: "řádek\n".repeat(500) }));
    const long = (await founder.get(`${path()}/${(await card("1.1.8")).id}/edit`)).text;
    expect(long).toContain('rows="24"');
  });

  test("are shown in their own words beside what is understood of them", async () => {
    const { insertMissingServices } = await import("../../../../db/queries/social-services.ts");
    const { socialServices } = await import("../../../../db/seeds/social-services.ts");
    await app.db.transaction((trx) => insertMissingServices(trx, socialServices, app.clock.now()));
    const wrong = { services: "Osobní asistence (§ 44), Kouzelník" };
    await founder.post(path(), entry(wrong));
    const { id } = await card("1.1.7");
    const { text } = await founder.get(`${path()}/${id}`);
    for (const part of [
      "Osobní asistence (§ 44), Kouzelník",
      "v kartě § 44, této službě patří § 39",
      "v zákoně takovou službu nenacházíme",
      "od 2024",
      "ročně",
      "1 Rodiny a děti › 1.1 Podpora rodin",
      "Kartu zatím nikdo nemá na starosti.",
    ])
      expect(text).toContain(part);
    const english = (await founder.get(`${path()}/${id}?lang=en`)).headers.location ?? "";
    expect((await founder.get(english || `${path()}/${id}`)).status).toBe(200);
  });

  test.each([
    ["without a number", { number: "" }, "number"],
    ["without a name", { name: " " }, "name"],
    ["in an area that is not of the plan", { areaCode: "9.9" }, "areaCode"],
    ["with a description longer than a card", { description: "x".repeat(20_001) }, "description"],
    ["with signs that no text has", { services: "a\u0000b" }, "services"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await founder.post(path(), entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain("Vyškolit lektory");
    expect(await app.db("cards").first()).toBeUndefined();
  });

  test("do not take a number that the plan has", async () => {
    await createCards(app, planId, [{ number: "1.1.7" }]);
    const answer = await founder.post(path(), entry());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Karta s tímto číslem už v plánu je.");
  });

  test("are edited however much an annex has brought", async () => {
    const long = { targetGroups: `${"senioři, ".repeat(400)}rodiny`, period: "2024+, ".repeat(60) };
    const [id] = await createCards(app, planId, [{ ...long, name: "Péče ".repeat(80).trim() }]);
    const given = { ...long, name: "Péče ".repeat(80), version: "1" };
    expect((await founder.post(`${path()}/${id}`, entry(given))).status).toBe(303);
    const lost = { ...given, version: "2", goals: "a".repeat(20_001) };
    expect((await founder.post(`${path()}/${id}`, entry(lost))).status).toBe(422);
  });

  test("are edited by one at a time, their measures stay", async () => {
    await founder.post(path(), entry());
    const { id } = await card("1.1.7");
    const change = (name: string) =>
      founder.post(`${path()}/${id}`, entry({ name, version: "1", measures: "Jiné" }));
    expect((await change("První")).status).toBe(303);
    const second = await change("Druhý");
    expect(second.status).toBe(409);
    expect(second.text).toContain("První");
    expect(await card("1.1.7")).toMatchObject({ name: "První", version: 2 });
    expect(await app.db("measures").pluck("archived_at")).toEqual([null, null]);
  });

  test("lead to a project whose number stands in them", async () => {
    const projectId = await createProject(app.db, { registration_number: NUMBER });
    await founder.post(path(), entry({ measures: `Rozvoj (reg. č. ${NUMBER})` }));
    expect(await app.db("card_links").first()).toMatchObject({ project_id: projectId });
  });

  test("of another plan, and of none, are not found", async () => {
    const [id] = await createCards(app, planId, [{}]);
    const other = await createPlan(app.db);
    expect((await founder.get(`/plans/${other}/cards/${id}`)).status).toBe(404);
    expect((await founder.post(`/plans/${other}/cards/${id}`, entry())).status).toBe(404);
    expect((await founder.get(`${path()}/999999`)).status).toBe(404);
    expect((await founder.get(`${path()}/nula`)).status).toBe(404);
  });

  test("go to the archive with their number, and back while it is free", async () => {
    const [id] = await createCards(app, planId, [{ number: "1.1.7" }]);
    expect((await founder.post(`${path()}/${id}/archiving`)).status).toBe(303);
    expect((await founder.get(`/plans/${planId}`)).text).not.toContain("1.1.7");
    expect((await founder.post(`${path()}/${id}`, entry({ version: "2" }))).status).toBe(409);
    await founder.post(path(), entry());
    expect((await founder.post(`${path()}/${id}/archiving/restoration`)).status).toBe(409);
    await app.db("cards").whereNot({ id }).update({ number: "2" });
    expect((await founder.post(`${path()}/${id}/archiving/restoration`)).status).toBe(303);
    expect((await founder.get(`/plans/${planId}`)).text).toContain("1.1.7");
  });

  test("have the cards before and after them a step away", async () => {
    const [first, second] = await createCards(app, planId, [{ number: "1" }, { number: "2" }]);
    const { text } = await founder.get(`${path()}/${first}`);
    expect(text).toContain("Další karta 2");
    expect(text).not.toContain("Předchozí karta");
    expect((await founder.get(`${path()}/${second}`)).text).toContain("Předchozí karta 1");
  });
});

describe.each(engines)("owners of cards on %s", (engine) => {
  let app: TestApp;
  let founder: Browser;
  let planId: number;
  let cardId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    founder = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    planId = await createPlan(app.db);
    [cardId = 0] = await createCards(app, planId, [{}]);
  });
  afterEach(() => app.close());

  const path = () => `/plans/${planId}/cards/${cardId}/owner`;
  const card = () => app.db("cards").where({ id: cardId }).first();

  test("are people with an account, and are told in the tree", async () => {
    const userId = await createUser(app.db, { name: "Jana Nová" });
    const answer = await founder.post(path(), { version: "1", owner: `user-${userId}` });
    expect(answer.status).toBe(303);
    expect(await card()).toMatchObject({ owner_user_id: userId, version: 2 });
    expect((await founder.get(`/plans/${planId}`)).text).toContain("Jana Nová");
    const event = await app.db("audit_events").where({ action: "card.owner-changed" }).first();
    expect(JSON.parse(event.changes)).toEqual({ owner: [null, "Jana Nová"] });
  });

  test("may have no account, and are not written down twice", async () => {
    const person = {
      owner: "new-contact",
      contactName: "Petr Malý",
      contactEmail: "petr@obec.test",
    };
    await founder.post(path(), { version: "1", ...person });
    await founder.post(path(), { version: "2", ...person });
    expect(await app.db("contacts").select("name", "email")).toEqual([
      { name: "Petr Malý", email: "petr@obec.test" },
    ]);
    expect((await card()).owner_contact_id).not.toBeNull();
  });

  test.each([
    [
      "of an account that has ended",
      async (db: TestApp["db"]) => {
        const id = await createUser(db, { deactivated_at: "2026-01-01T00:00:00.000Z" });
        return { owner: `user-${id}` };
      },
      "owner",
    ],
    ["that nobody knows", async () => ({ owner: "contact-99999" }), "owner"],
    ["typed without a name", async () => ({ owner: "new-contact" }), "contactName"],
  ])("are not taken %s", async (_case, given, field) => {
    const answer = await founder.post(path(), { version: "1", ...(await given(app.db)) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(await card()).toMatchObject({ owner_user_id: null, owner_contact_id: null });
  });

  test("are chosen by one at a time", async () => {
    const userId = await createUser(app.db);
    await founder.post(path(), { version: "1", owner: `user-${userId}` });
    expect((await founder.post(path(), { version: "1", owner: "" })).status).toBe(409);
  });
});
