import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("campaigns on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const path = () => `/projects/${projectId}/campaigns`;
  const browser = () => app.signedInAs(userId);
  const entry = (given = {}) => ({
    kind: "spot",
    title: "Spot o duševním zdraví",
    startsOn: "1. 3. 2026",
    endsOn: "31. 3. 2026",
    channels: "regionální rozhlas",
    state: "running",
    reach: "12 500",
    ...given,
  });
  const create = async (given = {}) => {
    await (await browser()).post(path(), entry(given));
    return (await app.db("campaigns").first()).id as number;
  };

  test("are written down once with their period, channels and reach", async () => {
    const one = await browser();
    await one.post(path(), entry({ _submission: SUBMISSION }));
    await one.post(path(), entry({ _submission: SUBMISSION, project_id: "9" }));
    expect(await app.db("campaigns").select("kind", "ends_on", "reach", "project_id")).toEqual([
      { kind: "spot", ends_on: "2026-03-31", reach: 12_500, project_id: projectId },
    ]);
    const { text } = await one.get(path());
    expect(text).toContain("regionální rozhlas");
    expect(text).toContain("bez dokladu");
    expect((await one.get("/agenda?who=all")).text).toContain("Konec kampaně: Spot");
    const { id } = await app.db("campaigns").first("id");
    const page = await one.get(`${path()}/${id}`);
    expect(page.text).toContain(`objectType=campaign&amp;objectId=${id}`);
  });

  test.each([
    ["without a title", { title: "" }, "title"],
    ["ending before it starts", { endsOn: "2026-02-01" }, "endsOn"],
    ["with a reach below nought", { reach: "-1" }, "reach"],
    ["with an activity of another project", { activityId: "99999" }, "activityId"],
    ["with a proof that is no address", { proofUrl: "javascript:alert(1)" }, "proofUrl"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await (await browser()).post(path(), entry({ goal: "Vyslechnout", ...given }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain("Vyslechnout");
  });

  test("are edited by one at a time, and told by their history", async () => {
    const id = await create();
    const one = await browser();
    const edit = (proof: string) => one.post(`${path()}/${id}`, entry({ version: "1", proof }));
    expect((await edit("potvrzení rozhlasu")).status).toBe(303);
    const second = await edit("jiný doklad");
    expect(second.status).toBe(409);
    expect(second.text).toContain("potvrzení rozhlasu");
    expect((await one.get(`${path()}/${id}`)).text).toContain("Kampaň upravena");
  });

  test("go to the archive and come back", async () => {
    const id = await create();
    const one = await browser();
    await one.post(`${path()}/${id}/archive`, {});
    expect((await one.get(path())).text).not.toContain("Spot o duševním");
    await one.post(`${path()}/${id}/archive/restoration`, {});
    expect((await one.get(path())).text).toContain("Spot o duševním");
  });

  test("come as a workbook, where a title is never a formula", async () => {
    const one = await browser();
    expect((await one.get(path())).text).not.toContain("format=xlsx");
    const title = '=HYPERLINK("http://zlo.test")';
    await create({ title, proofUrl: "https://kraj.test/doklad" });
    expect((await one.get(path())).text).toContain(`${path()}?format=xlsx`);
    const file = await one.get(`${path()}?format=xlsx`).responseType("blob");
    expect(file.headers["content-disposition"]).toContain("kampane.xlsx");
    const [heads, row, ...others] = await readSheet(file.body);
    expect(heads?.slice(0, 5)).toEqual(["Název", "Druh", "Stav", "Začátek", "Konec"]);
    expect(row).toEqual([
      ...[title, "spot", "probíhá", new Date("2026-03-01"), new Date("2026-03-31"), null],
      ...["regionální rozhlas", null, 12_500, null, null, "https://kraj.test/doklad"],
    ]);
    expect(others).toEqual([]);
  });

  test("are not for readers to change, nor for other projects to see", async () => {
    const id = await create();
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId, userId: reader, role: "reader" });
    expect((await (await app.signedInAs(reader)).post(path(), entry())).status).toBe(403);
    const other = await createProject(app.db);
    await addMember(app.db, { projectId: other, userId });
    expect((await (await browser()).get(`/projects/${other}/campaigns/${id}`)).status).toBe(404);
  });
});
