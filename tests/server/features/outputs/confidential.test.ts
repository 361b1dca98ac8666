import { describe, expect, test } from "vitest";
import { openTestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createOutput, createOutputMilestone } from "../../../support/output-factories.ts";
import { createBody, createEvent } from "../../../support/training-factories.ts";

describe.each(engines)("an output on %s", (engine) => {
  test("does not name the meeting that approved it once that is confidential", async () => {
    const house = await openTestApp(engine);
    const projectId = await createProject(house.db);
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role: "reader" });
    const reader = await house.signedInAs(userId);
    const milestone_id = await createOutputMilestone(house.db, projectId);
    const outputId = await createOutput(house.db, projectId, { milestone_id });
    const body_id = await createBody(house.db, projectId, { name: "Řídicí skupina" });
    const event_id = await createEvent(house.db, projectId, {
      body_id,
      title: "Jednání o obětech",
    });
    const approval = { state: "approved", approved_on: "2026-03-02", body_id, event_id };
    await house.db("outputs").update(approval);
    const list = `/projects/${projectId}/outputs`;
    const own = async () => (await reader.get(`${list}/${outputId}`)).text;
    expect(await own()).toContain("Jednání o obětech");
    await house.db("events").update({ is_confidential: true });
    expect(await own()).toContain("Řídicí skupina");
    expect(await own()).not.toContain("Jednání o obětech");
    expect((await reader.get(list)).text).not.toContain("Jednání o obětech");
    await house.close();
  });
});
