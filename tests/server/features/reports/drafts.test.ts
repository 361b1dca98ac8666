import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { formsOf } from "../../../support/forms.ts";
import { openReportWorld, type ReportWorld } from "./world.ts";

describe.each(engines)("newer drafts of a report on %s", (engine) => {
  let world: ReportWorld;
  let place: string;
  let id: number;
  beforeEach(async () => {
    world = await openReportWorld(engine);
    place = `activities/${world.activityId}/done`;
    await log("2025-09-10", "Školení pracovníků v Opavě");
    id = await world.begin();
  });
  afterEach(() => world.house.close());

  async function log(happenedOn: string, body: string): Promise<void> {
    const { db } = world.house;
    const [entry] = await db("log_entries")
      .insert({
        ...{ project_id: world.projectId, happened_on: happenedOn, body },
        created_at: "2026-02-09T08:00:00.000Z",
      })
      .returning("id");
    await db("log_entry_activities").insert({
      ...{ log_entry_id: entry.id, activity_id: world.activityId },
    });
  }

  const textOf = async () => world.house.db("report_texts").where({ report_id: id, place }).first();
  const offersOf = async () => {
    const page = await world.manager.get(world.at(id, "/drafts"));
    return formsOf(page.text)
      .filter(({ action }) => action.endsWith("/drafts"))
      .map(({ fields }) => Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  };
  const answer = (sent: Record<string, string>, choice: string) => {
    const { _csrf: _, ...fields } = sent;
    return world.manager.post(world.at(id, "/drafts"), { ...fields, choice });
  };

  test("follow the project by themselves while nobody has touched the text", async () => {
    const sheet = world.at(id, `/activities/${world.activityId}`);
    expect((await world.manager.get(sheet)).text).toContain("Školení pracovníků v Opavě");
    await log("2025-10-10", "Kulatý stůl v Karviné");
    expect((await world.manager.get(sheet)).text).toContain("Kulatý stůl v Karviné");
    expect(await offersOf()).toEqual([]);
  });

  test("are offered beside what somebody wrote, and the text stays", async () => {
    await world.write(id, `/activities/${world.activityId}`, { [place]: "Můj text." });
    expect(await offersOf()).toEqual([]);
    await log("2025-10-10", "Kulatý stůl v Karviné");
    const [offer] = await offersOf();
    expect(offer?.place).toBe(place);
    const page = await world.manager.get(world.at(id, "/drafts"));
    expect(page.text).toContain("Kulatý stůl v Karviné");
    expect((await textOf()).body).toBe("Můj text.");
  });

  test("are taken over as a draft that nobody has edited", async () => {
    await world.write(id, `/activities/${world.activityId}`, { [place]: "Můj text." });
    await log("2025-10-10", "Kulatý stůl v Karviné");
    const [offer] = await offersOf();
    expect((await answer(offer ?? {}, "adopt")).status).toBe(303);
    const text = await textOf();
    expect(text.body).toContain("Kulatý stůl v Karviné");
    expect(Boolean(text.is_edited)).toBe(false);
    expect(await offersOf()).toEqual([]);
  });

  test("are not offered again once they were refused, until there is a newer one", async () => {
    await world.write(id, `/activities/${world.activityId}`, { [place]: "Můj text." });
    await log("2025-10-10", "Kulatý stůl v Karviné");
    const [offer] = await offersOf();
    await answer(offer ?? {}, "keep");
    expect((await textOf()).body).toBe("Můj text.");
    expect(await offersOf()).toEqual([]);
    await log("2025-11-11", "Seminář v Bruntále");
    expect(await offersOf()).toHaveLength(1);
  });

  test("are taken over only as they were shown", async () => {
    await world.write(id, `/activities/${world.activityId}`, { [place]: "Můj text." });
    await log("2025-10-10", "Kulatý stůl v Karviné");
    const [offer] = await offersOf();
    await log("2025-11-11", "Seminář v Bruntále");
    expect((await answer(offer ?? {}, "adopt")).status).toBe(409);
    expect((await textOf()).body).toBe("Můj text.");
  });

  test("wait for a word once the report is being checked, and are taken over together", async () => {
    await world.take(id, "check");
    const pinned = (await textOf()).body;
    await log("2025-10-10", "Kulatý stůl v Karviné");
    expect((await textOf()).body).toBe(pinned);
    const [all] = await offersOf();
    expect(all?.isForAll).toBe("true");
    expect((await answer(all ?? {}, "adopt")).status).toBe(303);
    expect((await textOf()).body).toContain("Kulatý stůl v Karviné");
  });

  test("change nothing of a report that is ready", async () => {
    await world.take(id, "check");
    await log("2025-10-10", "Kulatý stůl v Karviné");
    const [all] = await offersOf();
    await world.take(id, "approval");
    expect((await answer(all ?? {}, "adopt")).status).toBe(409);
  });
});
