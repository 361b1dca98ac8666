import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { agendaTitle } from "../../../../server/features/agenda/rules.ts";
import { agendaHref, listAgenda } from "../../../../server/features/agenda/service.ts";
import { textsFor } from "../../../../server/texts/index.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createNominationLink } from "../../../support/event-factories.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import { createHost } from "../../../support/internship-factories.ts";
import { createControl } from "../../../support/oversight-factories.ts";
import {
  createEvent,
  createInternship,
  createOrganisation,
  createParticipation,
} from "../../../support/training-factories.ts";

const today = "2026-03-02";
const AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

describe.each(engines)("what is awaited stands in the agenda on %s", (engine) => {
  let deps: TestDeps;
  let managerId: number;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    managerId = await createUser(deps.db, { name: "Eva Dvořáková" });
    projectId = await createProject(deps.db, { ends_on: "2026-03-31" });
    await addMember(deps.db, { projectId, userId: managerId });
  });
  afterEach(() => deps.close());

  const told = async (scope: object = {}) =>
    (await listAgenda(deps.db, { today, ...scope })).map((row) => {
      const title = agendaTitle(row, textsFor("cs"));
      return `${row.dueOn} ${title} (${row.ownerName})`;
    });

  test("an internship by its last day, if it lasts longer than one", async () => {
    const internship = (given: Row) => createInternship(deps.db, projectId, given);
    await internship({ title: "A", state: "running", starts_on: "2026-02-02", ends_on: today });
    await internship({ title: "B", state: "finished", starts_on: "2026-02-02", ends_on: today });
    await internship({
      title: "C",
      state: "running",
      starts_on: "2026-02-02",
      ends_on: "2026-03-01",
    });
    await internship({
      title: "D",
      state: "agreed",
      starts_on: "2026-03-05",
      ends_on: "2026-03-05",
    });
    expect(await told()).toEqual([
      "2026-03-02 Konec stáže: A (Eva Dvořáková)",
      "2026-03-05 D (Eva Dvořáková)",
    ]);
  });

  test("a control by the day it begins, as long as it has not", async () => {
    const control = { state: "announced", starts_on: "2026-03-20", subject: "Publicita" };
    await createControl(deps.db, projectId, control);
    await createControl(deps.db, projectId, { ...control, state: "running" });
    await createControl(deps.db, projectId, { ...control, starts_on: "2026-03-01" });
    expect(await told()).toEqual(["2026-03-20 Začátek kontroly: Publicita (Eva Dvořáková)"]);
  });

  test("an organisation that was asked for people, until it answers or the event begins", async () => {
    const organisation_id = await createOrganisation(deps.db, { name: "Obec Semily" });
    const event = {
      title: "Školení",
      starts_on: "2026-03-10",
      ends_on: "2026-03-10",
      close_by: "2027-01-01",
    };
    const ask = async (given: Row, link: Row = {}) =>
      createNominationLink(deps.db, await createEvent(deps.db, projectId, { ...event, ...given }), {
        ...{ organisation_id, answer_by: "2026-02-27", ...link },
      });
    await ask({});
    await ask({ is_confidential: true });
    await ask({}, { answered_at: AT, answer: "declined" });
    await ask({}, { revoked_at: AT });
    await ask({ state: "cancelled" });
    await ask({ starts_on: "2026-02-28", ends_on: "2026-03-10" });
    const asked = await told({ objectTypes: ["nomination"] });
    expect(asked).toEqual([
      "2026-02-27 Odpověď na výzvu k nominaci: Obec Semily – Školení (Eva Dvořáková)",
      "2026-02-27 Odpověď na výzvu k nominaci: Důvěrná akce (Eva Dvořáková)",
    ]);
  });

  test("a mentor's confirmation until it is given, taken back or asked for anew", async () => {
    const internship_id = await createInternship(deps.db, projectId, {
      title: "Stáž",
      state: "running",
    });
    const ask = async (given: Row = {}) => {
      const host_id = await createHost(deps.db, internship_id);
      return insert(deps.db, "internship_confirmations", {
        ...{ internship_id, host_id, token_hash: `h${host_id}`, answer_by: "2026-03-04" },
        ...{ created_at: AT, ...given },
      });
    };
    const id = await ask();
    await ask({ revoked_at: AT });
    await ask({ answered_at: AT, answer: "confirmed" });
    const scope = { today, objectTypes: ["internship-confirmation"] as const };
    const awaited = await listAgenda(deps.db, scope);
    expect(awaited.map(({ objectId, dueOn, pageId }) => [objectId, dueOn, pageId])).toEqual([
      [id, "2026-03-04", internship_id],
    ]);
    const { host_id } = await deps.db("internship_confirmations").where({ id }).first();
    await insert(deps.db, "internship_confirmations", {
      ...{ internship_id, host_id, answered_at: AT, answer: "confirmed", created_at: AT },
    });
    expect(await listAgenda(deps.db, scope)).toEqual([]);
  });

  test("people who have not left by four weeks after the end, counted and never named", async () => {
    const enter = (given: Row = {}) => createParticipation(deps.db, projectId, given);
    const stays = await enter();
    await enter();
    await enter({ exited_on: "2026-02-20" });
    await enter({ merged_into_id: stays });
    await enter({ archived_at: AT });
    await createParticipation(deps.db, await createProject(deps.db, { ends_on: "2027-12-31" }));
    const rows = await listAgenda(deps.db, { today, to: "2026-04-28" });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      objectType: "exit",
      title: null,
      count: 2,
      dueOn: "2026-04-28",
    });
    expect(await told({ to: "2026-04-28" })).toEqual([
      "2026-04-28 Doplnit data výstupu účastníků: 2 osoby (Eva Dvořáková)",
    ]);
    const [exit] = rows;
    expect(exit && agendaHref(exit)).toBe(`/projects/${projectId}/participants?stay=in`);
    await deps.db("participations").update({ exited_on: "2026-03-01" });
    expect(await told({ projectId })).toEqual([]);
  });

  test("nothing of an archived project is awaited", async () => {
    await createParticipation(deps.db, projectId);
    await createControl(deps.db, projectId, { state: "announced", starts_on: "2026-03-20" });
    await deps.db("awaited_documents").insert({ project_id: projectId, missing: 2, due_on: today });
    expect(await told({ to: "2026-12-31" })).toHaveLength(3);
    await deps.db("projects").where({ id: projectId }).update({ archived_at: AT });
    expect(await told({ to: "2026-12-31" })).toEqual([]);
  });
});
