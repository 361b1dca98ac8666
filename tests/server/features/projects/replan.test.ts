import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { formsOf, sentFields } from "../../../support/forms.ts";

type Fields = Record<string, string | string[]>;
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe.each(engines)("a project whose days change on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2023-05-02T07:30:00Z" });
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db, {
      ...{ title: "Reforma", short_name: "Reforma", decided_on: "2023-04-12" },
      ...{ starts_on: "2023-05-01", ends_on: "2026-04-30" },
    });
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId });
    manager = await app.signedInAs(userId);
    const duties = [1, 2, 3, 4, 5, 6].map((number) => `${number}-report`);
    const generation = { months: "6", isConfirmed: "true" };
    await manager.post(`/projects/${projectId}/periods/generation`, {
      ...{ ...generation, duties: [...duties, "timesheets", "participant-exits", "poster"] },
    });
  });
  afterEach(() => app.close());

  const edit = (fields: Fields) =>
    manager.post(`/projects/${projectId}`, {
      ...{ title: "Reforma", shortName: "Reforma", programme: "OPZ+", phase: "running" },
      ...{ startsOn: "2023-05-01", endsOn: "2026-04-30", decidedOn: "2023-04-12", version: "1" },
      ...fields,
    });
  /** The preview sent as it stands, with what is left out or added. */
  const confirm = (html: string, change: (fields: Fields) => Fields = (fields) => fields) => {
    const form = formsOf(html).find((one) => one.fields.some(({ name }) => name === "isReplanned"));
    if (!form) throw new Error("no preview");
    return manager.post(`/projects/${projectId}`, change(sentFields(form)));
  };
  const project = () => app.db("projects").where({ id: projectId }).first();
  const periods = async () =>
    (await app.db("monitoring_periods").orderBy("number")).map(
      ({ starts_on, ends_on }) => `${starts_on}–${ends_on}`,
    );
  const duties = async () =>
    (await app.db("milestones").whereNotNull("duty").orderBy("id")).map(
      ({ title, due_on, cancelled_on }) => `${title}: ${cancelled_on ? "cancelled" : due_on}`,
    );

  test("what was shown is applied, or nothing: a rule that changed meanwhile is shown anew", async () => {
    const preview = await edit({ endsOn: "2026-10-31" });
    const before = await duties();
    await app
      .db("programme_rules")
      .where({ kind: "final-report-offset", programme: "OPZ+" })
      .update({ value: "3 months month-end unshifted project-end" });
    const refused = await confirm(preview.text);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("mezitím změnil");
    expect((await project()).ends_on).toBe("2026-04-30");
    expect(await duties()).toEqual(before);
  });

  test("a later end shows what moves and what appears before anything is saved", async () => {
    const preview = await edit({ endsOn: "2026-10-31", vision: "Zvýšit <kvalitu>" });
    expect(preview.status).toBe(200);
    const text = spaced(preview.text);
    for (const told of [
      "30. 4. 2026",
      "31. 10. 2026",
      "7. období",
      "nové období",
      "Závěrečná zpráva o realizaci č. 6: z 30. 6. 2026 na 31. 5. 2026",
      "Závěrečná zpráva o realizaci č. 7: 31. 12. 2026",
      "Doplnit data výstupu všech účastníků: z 30. 6. 2026 na 31. 12. 2026",
      "Výkazy práce za měsíc: opakovat do 10. 11. 2026",
    ])
      expect(text).toContain(told);
    expect(text).not.toContain("Zpráva o realizaci č. 1");
    expect(text).not.toContain("Plán aktivit");
    expect(await project()).toMatchObject({ ends_on: "2026-04-30", vision: null, version: 1 });

    expect((await confirm(preview.text)).headers.location).toBe(`/projects/${projectId}`);
    expect(await project()).toMatchObject({ ends_on: "2026-10-31", vision: "Zvýšit <kvalitu>" });
    expect((await periods()).at(-1)).toBe("2026-05-01–2026-10-31");
    const after = await duties();
    expect(after).toContain("Zpráva o realizaci č. 6: 2026-05-31");
    expect(after).toContain("Závěrečná zpráva o realizaci č. 7: 2026-12-31");
    expect(after).toContain("Doplnit data výstupu všech účastníků: 2026-12-31");
    const [series] = await app.db("milestones").where({ duty: "timesheets" });
    expect(series.recurs_until).toBe("2026-11-10");
  });

  test("an earlier end removes periods and cancels what hung on them; the done one stays as it is", async () => {
    const [first] = await app.db("milestones").where({ duty: "report" }).orderBy("due_on");
    await app.db("milestones").where({ id: first.id }).update({ done_on: "2023-11-20" });
    const preview = await edit({ endsOn: "2024-09-15" });
    const text = spaced(preview.text);
    expect(text).toContain("zruší se");
    expect(text).toContain("Zpráva o realizaci č. 5: 30. 11. 2025");
    expect((await confirm(preview.text)).status).toBe(303);
    expect(await periods()).toEqual([
      "2023-05-01–2023-10-31",
      "2023-11-01–2024-04-30",
      "2024-05-01–2024-09-15",
    ]);
    const after = await duties();
    expect(after.slice(0, 6)).toEqual([
      "Zpráva o realizaci č. 1: 2023-11-30",
      "Zpráva o realizaci č. 2: 2024-05-31",
      "Závěrečná zpráva o realizaci č. 3: 2024-11-15",
      "Zpráva o realizaci č. 4: cancelled",
      "Zpráva o realizaci č. 5: cancelled",
      "Závěrečná zpráva o realizaci č. 6: cancelled",
    ]);
  });

  test("only what is ticked follows; without fitting the periods, what hangs on them stays too", async () => {
    const preview = await edit({ endsOn: "2026-10-31" });
    const left = await confirm(preview.text, ({ fitsPeriods: _, ...fields }) => fields);
    expect(left.status).toBe(303);
    expect(await periods()).toHaveLength(6);
    expect((await project()).ends_on).toBe("2026-10-31");
    expect(await duties()).toHaveLength(9);
  });

  test("a later start moves every period and the publicity along", async () => {
    const preview = await edit({ startsOn: "2023-07-01", endsOn: "2026-06-30" });
    expect(spaced(preview.text)).toContain("Vyvěsit plakát A3: z 1. 5. 2023 na 1. 7. 2023");
    expect((await confirm(preview.text)).status).toBe(303);
    expect((await periods())[0]).toBe("2023-07-01–2023-12-31");
    expect(await duties()).toContain("Vyvěsit plakát A3: 2023-07-01");
  });

  test("a day set by hand is told to stay, and stays", async () => {
    const report = await app
      .db("milestones")
      .where({ duty: "report" })
      .orderBy("id", "desc")
      .first();
    await manager.post(`/projects/${projectId}/milestones/${report.id}/move`, {
      ...{ dueOn: "2026-07-15", reason: "ŘO prodloužil", isConfirmed: "true", version: "1" },
    });
    const preview = await edit({ endsOn: "2026-10-31" });
    expect(preview.text).toContain("Jeden splněný nebo ručně určený termín zůstává.");
    await confirm(preview.text);
    const after = await app.db("milestones").where({ id: report.id }).first();
    expect(after.due_on).toBe("2026-07-15");
  });

  test("periods that targets refer to are not removed, and the page says so", async () => {
    const last = await app.db("monitoring_periods").orderBy("number", "desc").first();
    const indicator_id = await createIndicator(app.db, projectId);
    await app.db("indicator_targets").insert({ indicator_id, period_id: last.id, target: 5 });
    const preview = await edit({ endsOn: "2025-10-31" });
    expect(preview.text).toContain("Období 6 nelze");
    expect(preview.text).not.toContain('name="fitsPeriods"');
    expect((await confirm(preview.text)).status).toBe(303);
    expect(await periods()).toHaveLength(6);
    expect((await project()).ends_on).toBe("2025-10-31");
  });

  test("going back to the form keeps everything typed and saves nothing", async () => {
    const preview = await edit({ endsOn: "2026-10-31", vision: "Nová vize" });
    const back = await confirm(preview.text, (fields) => ({ ...fields, isBack: "true" }));
    expect(back.status).toBe(200);
    expect(back.text).toContain("Nová vize");
    expect(back.text).toContain('value="2026-10-31"');
    expect(back.text).not.toContain("isReplanned");
    expect((await project()).version).toBe(1);
  });

  test("sent twice they are saved once, and the second of two editors sees both texts", async () => {
    const _submission = randomUUID();
    const preview = await edit({ endsOn: "2026-10-31", _submission });
    await confirm(preview.text);
    expect((await confirm(preview.text)).status).toBe(303);
    expect(await periods()).toHaveLength(7);
    const late = await confirm(preview.text, (fields) => ({
      ...fields,
      _submission: randomUUID(),
    }));
    expect(late.status).toBe(409);
  });

  test("ticks that were never offered change nothing", async () => {
    const preview = await edit({ endsOn: "2026-10-31" });
    const wrong = await confirm(preview.text, (fields) => ({ ...fields, duties: "99-report" }));
    expect(wrong.status).toBe(422);
    const foreign = await confirm(preview.text, (fields) => ({ ...fields, cancelIds: "999" }));
    expect(foreign.status).toBe(422);
    expect(await project()).toMatchObject({ ends_on: "2026-04-30", version: 1 });
    expect(await periods()).toHaveLength(6);
  });

  test("a change of other fields is saved at once, and so is one that nothing follows from", async () => {
    expect((await edit({ vision: "Jiná vize" })).status).toBe(303);
    expect((await edit({ decidedOn: "2023-04-20", version: "2" })).status).toBe(303);
    expect(await project()).toMatchObject({ decided_on: "2023-04-20", version: 3 });
  });

  test("another decision may bring other rules, and their days", async () => {
    await app
      .db("programme_rules")
      .where({ kind: "interim-report-offset", programme: "OPZ+" })
      .update({
        valid_to: "2023-04-30",
      });
    await app.db("programme_rules").insert({
      ...{ programme: "OPZ+", kind: "interim-report-offset", valid_from: "2023-05-01" },
      ...{ value: "20 working-days same-day unshifted period-end", source: "Pravidla, vydání 7" },
      created_at: app.clock.now(),
    });
    const preview = await edit({ decidedOn: "2023-05-10" });
    expect(spaced(preview.text)).toContain(
      "Zpráva o realizaci č. 1: z 30. 11. 2023 na 29. 11. 2023",
    );
    await confirm(preview.text);
    expect(await duties()).toContain("Zpráva o realizaci č. 1: 2023-11-29");
  });
});
