import { parse } from "parse5";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createPublicPage } from "../../../support/public-page-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const FORM = {
  slug: "podpora-pece",
  fundingSentence: "Projekt je spolufinancován Evropskou unií.",
  contactFunction: "Projektový manažer",
  contactOffice: "Krajský úřad",
  version: "0",
};

describe.each(engines)("the public page on %s", (engine) => {
  let app: TestApp;
  let project: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    project = await createProject(app.db, { title: "Podpora <péče> & spol." });
    managerId = await createUser(app.db, { name: "Alena Dvořáková" });
    await addMember(app.db, { projectId: project, userId: managerId });
    const activity = await createActivity(app.db, project, { number: "1", title: "Vzdělávání" });
    await createActivity(app.db, project, { number: "a", title: "Kurzy", parent_id: activity });
  });
  afterEach(() => app.close());

  const at = (rest = "") => `/projects/${project}/public-page${rest}`;
  const version = async () =>
    String((await app.db("public_pages").where({ project_id: project }).first()).version);

  test("is written, published, read by anyone, changed, published anew and taken down", async () => {
    const manager = await app.signedInAs(managerId);
    const visitor = app.visitor();
    await manager.post(at(), FORM).then(({ status }) => expect(status).toBe(303));
    expect((await visitor.get("/public/podpora-pece")).status).toBe(404);
    const published = await manager.post(at("/publication"), { version: await version() });
    expect(published.status).toBe(303);

    const page = await visitor.get("/public/podpora-pece");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Podpora &lt;péče&gt; &amp; spol.");
    expect(page.text).toContain("Projektový manažer");
    expect(page.text).not.toContain("Alena Dvořáková");

    expect((await manager.get(at())).text).not.toContain("Od zveřejnění se v projektu změnilo");
    await app.db("projects").where({ id: project }).update({ title: "Jiný název" });
    expect((await visitor.get("/public/podpora-pece")).text).not.toContain("Jiný název");
    expect((await manager.get(at())).text).toContain("<li>název</li>");
    await manager.post(at("/publication"), { version: await version() });
    expect((await visitor.get("/public/podpora-pece?lang=en")).text).toContain("Jiný název");

    await manager.post(at("/withdrawal"), { version: await version() });
    expect((await visitor.get("/public/podpora-pece")).status).toBe(404);
    expect(await app.db("public_page_editions").pluck("number")).toEqual([1, 2]);
    const events = await app.db("audit_events").where({ object_type: "public-page" });
    expect(events.map(({ action }) => action)).toEqual([
      "public-page.created",
      "public-page.published",
      "public-page.published",
      "public-page.withdrawn",
    ]);
  });

  test("HTML to paste is well-formed, escaped and asks nothing of other sites", async () => {
    const manager = await app.signedInAs(managerId);
    await manager.post(at(), FORM);
    await manager.post(at("/publication"), { version: await version() });
    const { text } = await manager.get(at());
    const html = (/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&#34;", '"')
      .replaceAll("&amp;", "&");
    expect(html).toMatch(/^<article>[\s\S]+<\/article>\n$/);
    expect(html).toContain("Podpora &lt;péče&gt; &amp; spol.");
    expect(html).toContain("<li>Kurzy</li>");
    expect(html).not.toMatch(/<(script|style|link|iframe)|\b(class|style|on\w+)=|src="http/);
    const faults: string[] = [];
    parse(`<!doctype html><title>x</title>${html}`, {
      onParseError: ({ code }) => faults.push(code),
      sourceCodeLocationInfo: true,
    });
    expect(faults).toEqual([]);
  });

  test("an address of another project, a wrong one and a missing sentence are told beside the field", async () => {
    const other = await createProject(app.db);
    await createPublicPage(app.db, other, { slug: "obsazeno" });
    const manager = await app.signedInAs(managerId);
    const answer = async (fields: object) => {
      const { status, text } = await manager.post(at(), { ...FORM, ...fields });
      expect(status).toBe(422);
      return text;
    };
    expect(await answer({ slug: "obsazeno" })).toContain("Tuto adresu už má jiný projekt.");
    expect(await answer({ slug: "Velká Písmena" })).toContain("Adresu tvoří malá písmena");
    expect(await answer({ fundingSentence: "" })).toContain('id="fundingSentence"');
    expect(await answer({ contactEmail: "není" })).toContain("není");
    expect(await app.db("public_pages").where({ project_id: project })).toEqual([]);
  });

  test("the second of two editors sees both texts, and the second of two publishers is told", async () => {
    const manager = await app.signedInAs(managerId);
    await manager.post(at(), FORM);
    await manager.post(at(), { ...FORM, version: "1", introduction: "První" });
    const late = await manager.post(at(), { ...FORM, version: "1", introduction: "Druhý" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("První");
    expect(late.text).toContain("Druhý");
    expect((await manager.post(at("/publication"), { version: "1" })).status).toBe(409);
    expect(await app.db("public_page_editions")).toEqual([]);
  });

  test("nothing of an archived project is public", async () => {
    const manager = await app.signedInAs(managerId);
    await manager.post(at(), FORM);
    await manager.post(at("/publication"), { version: "1" });
    await app.db("projects").where({ id: project }).update({ archived_at: app.clock.now() });
    expect((await app.visitor().get("/public/podpora-pece")).status).toBe(404);
  });

  test("asks the database few questions, however much there is", async () => {
    const manager = await app.signedInAs(managerId);
    await manager.post(at(), FORM);
    await manager.post(at("/publication"), { version: "1" });
    const visitor = app.visitor();
    await visitor.get("/public/podpora-pece");
    const asked = await statementsOf(app.db, async () => visitor.get("/public/podpora-pece"));
    expect(asked.length).toBeLessThanOrEqual(1);
    const inside = await statementsOf(app.db, async () => manager.get(at()));
    // The session, the project, the page, its project, parts, activities and editions.
    expect(inside.length).toBeLessThanOrEqual(7);
  });
});
