import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMilestone } from "../../../../../server/features/milestones/service.ts";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../../support/factories.ts";
import { createControl } from "../../../../support/oversight-factories.ts";

interface OwnedCase {
  name: string;
  /** Below the project. */
  path: string;
  table: string;
  fields: Record<string, string>;
  owner: string;
  /** The field of its day; moved by an edit. */
  day?: string;
}

const indicator = {
  ...{ name: "Počet účastníků", unit: "osoby", kind: "output", valueType: "number" },
  ...{ behaviour: "increment", direction: "up", decimals: "0", target: "10" },
};

const OWNED: OwnedCase[] = [
  {
    ...{ name: "milestone", path: "milestones", table: "milestones", owner: "owner" },
    fields: { kind: "task", title: "Zpráva pro radu", dueOn: "2026-05-31" },
  },
  {
    ...{ name: "activity", path: "activities", table: "activities", owner: "owner" },
    fields: { title: "Vzdělávání", state: "running", number: "1" },
  },
  {
    ...{ name: "indicator", path: "indicators", table: "indicators", owner: "ownerUserId" },
    ...{ fields: { ...indicator, targetOn: "2026-12-31" }, day: "targetOn" },
  },
  {
    ...{ name: "risk", path: "risks", table: "risks", owner: "owner", day: "nextReviewOn" },
    fields: {
      ...{ title: "Neobsazená pozice", probability: "4", impact: "5" },
      ...{ validOn: "2026-03-01", nextReviewOn: "2026-04-01" },
    },
  },
  {
    ...{ name: "resolution", path: "resolutions", table: "resolutions", owner: "owner" },
    ...{ fields: { title: "Dodatek", decidedBy: "Rada", submitBy: "2026-05-01" }, day: "submitBy" },
  },
  {
    ...{ name: "remedy", path: "controls/1/findings", table: "control_findings", owner: "owner" },
    fields: { finding: "Chybí podpisy", severity: "high", remedyBy: "2026-05-01" },
    day: "remedyBy",
  },
  {
    ...{ name: "internship", path: "internships", table: "internships", owner: "owner" },
    fields: { title: "Stáž", startsOn: "2026-04-01", endsOn: "2026-04-30" },
    day: "startsOn",
  },
  {
    ...{ name: "campaign", path: "campaigns", table: "campaigns", owner: "owner", day: "endsOn" },
    fields: {
      ...{ kind: "spot", title: "Spot", state: "running" },
      ...{ startsOn: "2026-02-01", endsOn: "2026-04-30" },
    },
  },
];

describe.each(engines)("owners of things on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: number;
  let eva: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db, { short_name: "Rodiny" });
    manager = await createUser(app.db, { name: "Petr Malý" });
    eva = await createUser(app.db, { name: "Eva Dvořáková" });
    await addMember(app.db, { projectId, userId: manager });
    await addMember(app.db, { projectId, userId: eva, role: "coordinator" });
    await createControl(app.db, projectId);
  });
  afterEach(() => app.close());

  const address = (path: string) => `/projects/${projectId}/${path}`;
  const told = () =>
    app.db("notifications").orderBy("id").select({
      kind: "kind",
      what: "object_type",
      id: "object_id",
      whom: "recipient_user_id",
      by: "actor_id",
    });
  const ownerOf = ({ owner }: OwnedCase, userId: number) => ({
    [owner]: owner === "owner" ? `user-${userId}` : String(userId),
  });

  test.each(OWNED)("whoever gets a $name from another is told", async (given) => {
    const browser = await app.signedInAs(manager);
    const { path, fields, table, name } = given;
    const made = await browser.post(address(path), { ...fields, ...ownerOf(given, eva) });
    expect(made.status).toBe(303);
    const { id } = await app.db(table).first("id");
    const assigned = { kind: "assigned", what: name, id, whom: eva, by: manager };
    expect(await told()).toEqual([assigned]);
    const edit = (version: number, more: Record<string, string>) =>
      browser.post(`${address(path)}/${id}`, { ...fields, version: String(version), ...more });
    expect((await edit(1, ownerOf(given, manager))).status).toBe(303);
    expect(await told()).toHaveLength(1);
    expect((await edit(2, ownerOf(given, eva))).status).toBe(303);
    expect(await told()).toEqual([assigned, assigned]);
    if (!given.day) return;
    expect((await edit(3, { ...ownerOf(given, eva), [given.day]: "2026-03-05" })).status).toBe(303);
    expect((await told()).slice(2)).toEqual([{ ...assigned, kind: "moved" }]);
  });

  test("whoever takes a thing on themselves is not told", async () => {
    const browser = await app.signedInAs(manager);
    for (const given of OWNED) {
      const fields = { ...given.fields, ...ownerOf(given, manager) };
      expect((await browser.post(address(given.path), fields)).status).toBe(303);
    }
    expect(await told()).toEqual([]);
  });

  test("milestones handed to one person at once are told in one mail", async () => {
    const browser = await app.signedInAs(manager);
    for (const title of ["První", "Druhý"])
      await browser.post(address("milestones"), { kind: "report", title, dueOn: "2026-05-31" });
    const ids: string[] = (await app.db("milestones").pluck("id")).map(String);
    const given = { milestoneIds: ids, owner: `user-${eva}` };
    expect((await browser.post(address("milestones/assignment"), given)).status).toBe(303);
    expect(await told()).toHaveLength(2);
    expect(await app.db("outgoing_mails").pluck("template")).toEqual(["notification"]);
  });

  test.each([
    ["three working days ahead", "2026-03-05", ["moved"]],
    ["further", "2026-03-06", []],
    ["to where it is past", "2026-02-27", []],
  ])("a deadline moved %s: its owner is told of what cannot wait", async (_, dueOn, kinds) => {
    const browser = await app.signedInAs(manager);
    const fields = { kind: "report", title: "ZoR", dueOn: "2026-05-31", owner: `user-${manager}` };
    await browser.post(address("milestones"), fields);
    const { id } = await app.db("milestones").first("id");
    await app.db("milestones").where({ id }).update({ owner_user_id: eva });
    const move = { version: "1", dueOn, reason: "Dohoda", isConfirmed: "true" };
    expect((await browser.post(address(`milestones/${id}/move`), move)).status).toBe(303);
    expect((await told()).map(({ kind }) => kind)).toEqual(kinds);
  });

  test("what an import brings is no news", async () => {
    const author = { userId: manager, requestId: null, address: null, submission: null };
    const owner = { ownerUserId: eva, ownerContactId: null };
    const entry = { kind: "report" as const, title: "ZoR", dueOn: "2026-05-31", owner };
    await createMilestone(app, { ...author, tellsNobody: true }, projectId, entry);
    expect(await told()).toEqual([]);
  });
});
