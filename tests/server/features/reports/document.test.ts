import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareDue } from "../../../../server/features/prepared-files/service.ts";
import { engines } from "../../../support/databases.ts";
import { formsOf } from "../../../support/forms.ts";
import { statementsOf } from "../../../support/queries.ts";
import { unzipped } from "../../../support/unzipped.ts";
import { openReportWorld, type ReportWorld } from "./world.ts";

const TEXT = "Příliš žluťoučký kůň úpěl.\n=SUM(A1:A9) není vzorec <b>ani značka</b>.";

describe.each(engines)("the report as a whole on %s", (engine) => {
  let world: ReportWorld;
  let id: number;
  beforeEach(async () => {
    world = await openReportWorld(engine);
    await world.house.db("indicator_values").insert({
      ...{ indicator_id: world.indicatorId, value: 12, valid_on: "2025-10-01" },
      recorded_at: "2025-10-01T08:00:00.000Z",
    });
    id = await world.begin();
    await world.write(id, "/sections/progress", { "progress/description": TEXT });
  });
  afterEach(() => world.house.close());

  const submit = async () => {
    await world.take(id, "check");
    await world.take(id, "approval");
    await world.take(id, "submission", { submittedOn: "2026-02-09", isConfirmed: "true" });
  };
  const pdf = async (address = "/report.pdf") => {
    const ask = () => world.manager.get(world.at(id, address)).responseType("blob");
    let answer = await ask();
    if (answer.status === 202) {
      await prepareDue(world.house);
      answer = await ask();
    }
    expect(answer.status).toBe(200);
    return answer.body as Buffer;
  };
  const textOf = async (file: Buffer) => {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), {
      mergePages: true,
    });
    return text.replaceAll(/\s+/g, " ");
  };

  test("is read back from PDF and DOCX with every letter of its texts", async () => {
    const paper = await textOf(await pdf());
    for (const words of [
      "Příliš žluťoučký kůň úpěl.",
      "=SUM(A1:A9) není vzorec <b>ani značka</b>.",
      "Zpráva o realizaci č. 1",
      "KA1 Vzdělávání",
      "Rovné příležitosti žen a mužů",
      "Pracovní verze, nebyla podána.",
    ])
      expect(paper).toContain(words);
    const file = await pdf("/report.docx");
    const document = (await unzipped(file)).get("word/document.xml")?.toString("utf8") ?? "";
    expect(document).toContain("Příliš žluťoučký kůň úpěl.");
    expect(document).toContain("&lt;b&gt;ani značka&lt;/b&gt;");
    expect(document).not.toContain("<b>");
  });

  test("speaks the reader's language around texts that stay as they are", async () => {
    const paper = await textOf(await pdf("/report.pdf?lang=en"));
    expect(paper).toContain("Implementation report no. 1");
    expect(paper).toContain("Příliš žluťoučký kůň úpěl.");
  });

  test("once handed in stays what it was, whatever changes afterwards", async () => {
    await submit();
    const before = {
      pdf: await pdf(),
      docx: await pdf("/report.docx"),
      page: (await world.manager.get(world.at(id, "/whole"))).text,
    };
    const { db } = world.house;
    await db("indicator_values").insert({
      ...{ indicator_id: world.indicatorId, value: 7, valid_on: "2025-11-01" },
      recorded_at: "2026-02-10T08:00:00.000Z",
    });
    await db("activities").where({ id: world.activityId }).update({ title: "Jiný název" });
    await db("indicators").where({ id: world.indicatorId }).update({ target: 99 });
    await db("report_texts").where({ report_id: id }).update({ body: "Přepsáno v databázi." });
    world.house.clock.advance(40 * 60_000);
    expect((await pdf()).equals(before.pdf)).toBe(true);
    expect((await pdf("/report.docx")).equals(before.docx)).toBe(true);
    const page = (await world.manager.get(world.at(id, "/whole"))).text;
    expect(articleOf(page)).toBe(articleOf(before.page));
    const shown = await world.manager.get(world.at(id, "/submissions/1"));
    expect(articleOf(shown.text)).toBe(articleOf(before.page));
    expect(shown.text).toContain("KA1 Vzdělávání");
  });

  test("is frozen under a hash that anybody can reckon again, and refuses to be changed", async () => {
    await submit();
    const { db } = world.house;
    const frozen = await db("report_submissions").first();
    const { createHash } = await import("node:crypto");
    expect(frozen.hash).toBe(createHash("sha256").update(frozen.facts).digest("hex"));
    const facts = JSON.parse(frozen.facts);
    expect(facts.texts).toContainEqual({ place: "progress/description", body: TEXT });
    expect(facts.figures.indicators[0]).toMatchObject({ cumulative: 12, increment: 12 });
    await expect(db("report_submissions").update({ facts: "{}" })).rejects.toThrow(/append-only/);
    await expect(db("report_states").delete()).rejects.toThrow(/append-only/);
  });

  test("is copied out field by field in the official order, new lines counted as two", async () => {
    const page = await world.manager.get(world.at(id, "/copy"));
    const order = [...page.text.matchAll(/<textarea[^>]* id="text-([a-z0-9-]+)"/g)].map(
      ([, name]) => name,
    );
    expect(order.slice(0, 6)).toEqual([
      "identification-contact",
      "progress-description",
      "problems-problem",
      "problems-solution",
      `activities-${world.activityId}-done`,
      `activities-${world.activityId}-purpose`,
    ]);
    expect(order.at(-1)).toBe("documents-list");
    expect(page.text.replaceAll("\u00a0", " ")).toContain(`${TEXT.length + 1} z 2 000 znaků`);
    expect(page.text).toContain(`id="number-${world.indicatorId}-increment" value="12"`);
    expect(formsOf(page.text).some(({ action }) => action.includes("/reports/"))).toBe(false);
  });

  test("of a submission that never was is not found", async () => {
    expect((await world.manager.get(world.at(id, "/submissions/1"))).status).toBe(404);
    expect((await world.manager.get(world.at(id, "/submissions/x"))).status).toBe(404);
  });

  test("takes as many queries with much in it as with little", async () => {
    const open = (address: string) =>
      statementsOf(world.house.db, async () => {
        expect((await world.manager.get(world.at(id, address))).status).toBe(200);
      });
    const addresses = ["", "/sections/progress", "/copy", "/whole", "/drafts"];
    const few: number[] = [];
    for (const address of addresses) few.push((await open(address)).length);
    const { db, projectId } = { db: world.house.db, projectId: world.projectId };
    for (let n = 2; n < 8; n += 1) {
      await db("activities").insert({
        ...{ project_id: projectId, number: String(n), position: n, title: `Aktivita ${n}` },
        created_at: "2026-01-05T08:00:00.000Z",
      });
      await db("log_entries").insert({
        ...{ project_id: projectId, happened_on: "2025-10-01", body: `Zápis ${n}` },
        created_at: "2026-01-05T08:00:00.000Z",
      });
    }
    const many: number[] = [];
    for (const address of addresses) many.push((await open(address)).length);
    expect(many).toEqual(few);
  });
});

function articleOf(html: string): string {
  return /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? "";
}
