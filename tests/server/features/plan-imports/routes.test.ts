import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { readDueAnnexes } from "../../../../server/features/plan-imports/reading/running/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { type AnnexCard, annexText, PLAIN } from "../../../support/plan-annexes.ts";
import { createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const NONCE = "0a6fbb4e-5d0d-4f0f-9d52-6a4a3d8c7b11";

describe.each(engines)("the pages of an annex on %s", (engine) => {
  let house: TestApp;
  let planId: number;
  let founder: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine);
    await seedCatalogues(house.db, house.clock.now());
    planId = await createPlan(house.db);
    const userId = await createUser(house.db, { is_founder: true });
    founder = await house.signedInAs(userId);
  });
  afterEach(() => house.close());

  const list = () => `/plans/${planId}/import`;
  const upload = (text: string | Buffer, name = "příloha.txt", fields = {}) =>
    founder.upload(list(), Buffer.from(text), fields, name);

  async function read(cards: readonly AnnexCard[] = PLAIN): Promise<string> {
    const answer = await upload(annexText(cards));
    expect(answer.status).toBe(303);
    return answer.headers.location ?? "";
  }

  /** Fields of the form on the page that goes to the address. */
  async function fieldsOf(page: string, action: string): Promise<Record<string, string>> {
    const { text } = await founder.get(page);
    const [, form = ""] = text.split(`action="${action}"`);
    const own = form.split("</form>")[0] ?? "";
    const pairs = [...own.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const named = pairs.map(([, name, value]) => [name, value]);
    return Object.fromEntries(named.filter(([name]) => name !== "_csrf"));
  }

  const cards = () => house.db("cards").orderBy("number").pluck("number");

  test("a file leads to its review, and confirmed to the cards in the plan", async () => {
    const page = await read();
    expect(page).toMatch(new RegExp(`^/plans/${planId}/import/\\d+$`));
    const review = await founder.get(page);
    expect(review.status).toBe(200);
    for (const { name } of PLAIN) expect(review.text).toContain(name);
    const fields = await fieldsOf(page, `${page}/application`);
    const answer = await founder.post(`${page}/application`, fields);
    expect([answer.status, answer.headers.location]).toEqual([303, page]);
    expect(await cards()).toEqual(PLAIN.map(({ number }) => number));
    expect((await founder.get(page)).text).toContain("3 nové karty");
  });

  test("a text may be pasted instead, as long as a whole annex is", async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      ...{ number: `1.1.${at + 1}`, name: `Aktivita ${at + 1}` },
      description: "Příliš žluťoučký kůň úpěl ďábelské ódy. ".repeat(80),
    }));
    const { db } = house;
    const empty = await founder.upload(list(), Buffer.alloc(0), { text: annexText(many) }, "");
    const location = empty.headers.location ?? "";
    expect([empty.status, location]).toEqual([303, expect.stringContaining(list())]);
    expect(await db("plan_import_cards").count({ n: "*" }).first()).toEqual({ n: 60 });
  });

  test.each([
    ["nothing", "", "", "Vyberte soubor, nebo vložte text přílohy."],
    ["an empty file", "", "prázdná.txt", "Soubor je prázdný."],
    [
      "a file that is no plan",
      "Nákupní seznam\nmléko\nchléb\n",
      "seznam.txt",
      "nenašli žádnou kartu",
    ],
    ["a file of another kind", "GIF89a", "obrázek.gif", "Přílohu plánu načteme"],
    ["a document that is none", "nic", "plán.docx", "neodpovídá jeho příponě"],
    ["a PDF that is none", "nic", "plán.pdf", "neodpovídá jeho příponě"],
  ])("%s is refused beside the field", async (_, text, name, sentence) => {
    const answer = name === "" ? await founder.post(list()) : await upload(text, name);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(await house.db("plan_imports").select()).toEqual([]);
  });

  test("a file and a text at once are not guessed between; the text stays", async () => {
    const answer = await upload(annexText(PLAIN), "příloha.txt", { text: "Číslo aktivity: 1.1.1" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Zvolte jedno");
    expect(answer.text).toContain("Číslo aktivity: 1.1.1</textarea>");
  });

  test("the source stands beside the result, each line with its number", async () => {
    const page = await read();
    const { text } = await founder.get(`${page}/cards/2`);
    expect(text).toContain("Název aktivity: Doprovod k lékaři");
    expect(text).toContain("§ 39 Osobní asistence");
    expect(text).toContain(`rel="next" data-shortcut="j"`);
    const lines = await founder.get(`${page}/lines?fate=all`);
    expect(lines.text).toContain("1.1 Sousedská výpomoc");
  });

  test("a decision goes on to the next card of the list", async () => {
    const page = await read();
    const one = `${page}/cards/1`;
    const fields = await fieldsOf(one, `${one}/decision`);
    const answer = await founder.post(`${one}/decision`, { ...fields, choice: "skipped" });
    expect([answer.status, answer.headers.location]).toEqual([303, `${page}/cards/2`]);
    const again = await founder.post(`${one}/decision`, {
      ...fields,
      choice: "accepted",
      _submission: NONCE,
    });
    expect(again.status).toBe(409);
  });

  test("an edited card is saved; what is wrong is told beside its field", async () => {
    const page = await read();
    const one = `${page}/cards/1`;
    const fields = {
      ...{ version: "1", number: "1.1.1", name: "Nový název", areaCode: "1.1", show: "all" },
      ...{ targetGroups: "", services: "", period: "", responsible: "", costs: "" },
      ...{ funding: "", description: "", measures: "• Jedno\n– pod ním" },
    };
    const wrong = await founder.post(one, { ...fields, number: "" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Nový název");
    const unknown = await founder.post(one, { ...fields, areaCode: "9.9" });
    expect(unknown.status).toBe(422);
    const saved = await founder.post(one, { ...fields, decision: "skipped", planId: "77" });
    expect([saved.status, saved.headers.location]).toEqual([303, `${page}/cards/2`]);
    const second = await founder.post(one, { ...fields, name: "Ještě jiný" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Ještě jiný");
    const row = await house.db("plan_import_cards").where({ ordinal: 1 }).first();
    expect(row.decision).toBe("edited");
    expect(JSON.parse(row.edited)).toMatchObject({ measures: ["Jedno\n– pod ním"] });
  });

  test("the form sent twice reads the file once", async () => {
    const send = () => upload(annexText(PLAIN), "příloha.txt", { _submission: NONCE });
    const [one, two] = [await send(), await send()];
    expect(one.headers.location).toBe(two.headers.location);
    expect(await house.db("plan_imports").select("id")).toHaveLength(1);
  });

  test("a file whose import is open leads back there and says so", async () => {
    const page = await read();
    const again = await upload(annexText(PLAIN), "znovu.txt");
    expect(again.headers.location).toBe(page);
    expect(String(again.headers["set-cookie"])).toContain("annexKnown");
    expect((await founder.get(page)).text).toContain("Tento soubor už tu je");
  });

  test("the badge says whose turn it is", async () => {
    const glued = ["Podpora setkání", "Zapojení obcí Podpora dobrovolníků", "Podpora pečujících"];
    const page = await read([{ number: "1.1.1", name: "Stůl", measures: glued }]);
    expect((await founder.get(page)).text).toContain("čeká na projití");
    const one = `${page}/cards/1`;
    const fields = await fieldsOf(one, `${one}/decision`);
    await founder.post(`${one}/decision`, { ...fields, choice: "accepted" });
    const decided = (await founder.get(page)).text;
    expect(decided).toContain("připraveno k zápisu");
    expect(decided).not.toContain("čeká na projití");
    expect((await founder.get(list())).text).toContain("zatím nezapsáno");
    const again = await fieldsOf(one, `${one}/decision`);
    await founder.post(`${one}/decision`, { ...again, choice: "skipped" });
    expect((await founder.get(page)).text).toContain("není co zapsat");
  });

  test("an import that was dropped is over", async () => {
    const page = await read();
    const fields = await fieldsOf(page, `${page}/dropping`);
    expect((await founder.post(`${page}/dropping`, fields)).status).toBe(303);
    delete fields._submission;
    expect(
      (await founder.post(`${page}/application`, { ...fields, fingerprint: "x" })).status,
    ).toBe(409);
    const answer = await founder.post(`${page}/cards/1/decision`, {
      version: "1",
      choice: "accepted",
    });
    expect(answer.status).toBe(409);
    expect((await founder.get(`${page}/cards/1`)).status).toBe(200);
    expect(await cards()).toEqual([]);
  });

  test("imports belong to their plan, cards to their import", async () => {
    const page = await read();
    const other = await createPlan(house.db, { title: "Jiný plán" });
    const foreign = page.replace(`/plans/${planId}/`, `/plans/${other}/`);
    for (const address of [
      foreign,
      `${foreign}/lines`,
      `${foreign}/cards/1`,
      `${page}/cards/99`,
      `${page}/cards/x`,
    ])
      expect([address, (await founder.get(address)).status]).toEqual([address, 404]);
    expect((await founder.post(`${foreign}/dropping`, { version: "1" })).status).toBe(404);
  });

  test("whoever only reads plans has no door to imports", async () => {
    const page = await read();
    const reader = await house.signedInAs(await createUser(house.db));
    for (const address of [
      list(),
      page,
      `${page}/lines`,
      `${page}/cards/1`,
      `${page}/cards/1/edit`,
    ])
      expect([address, (await reader.get(address)).status]).toEqual([address, 403]);
    expect((await reader.post(`${page}/application`, { version: "1" })).status).toBe(403);
  });

  test("nothing is read into a plan of the archive", async () => {
    await house.db("plans").where({ id: planId }).update({ archived_at: "2026-01-01T00:00:00Z" });
    expect((await upload(annexText(PLAIN))).status).toBe(409);
  });

  test("the pages take a fixed number of queries", async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      number: `1.1.${at + 1}`,
      name: `Karta ${at + 1}`,
    }));
    const [few, lots] = [await read(PLAIN), await read(many)];
    // Whoever reads annexes looks for another one after the last; two are read at once, so two turns wait for all.
    await Promise.all([readDueAnnexes(house), readDueAnnexes(house)]);
    for (const part of ["", "/cards/1", "/lines"]) {
      const small = await statementsOf(house.db, () => founder.get(few + part));
      const large = await statementsOf(house.db, () => founder.get(lots + part));
      expect([part, large.length]).toEqual([part, small.length]);
      expect(large.length).toBeLessThan(18);
    }
  });
});
