import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { draftReport } from "../../../../../server/features/reports/drafting/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import {
  createActivity,
  createPeriod,
  createProject,
  insert,
} from "../../../../support/factories.ts";
import {
  createAttendance,
  createEvent,
  createEventKind,
  createParticipation,
  createPosting,
  createRegistration,
  createSession,
} from "../../../../support/training-factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

describe.each(engines)("the draft of a report on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("tells of a training, its people, hours and the log", async () => {
    const { db } = deps;
    const projectId = await createProject(db);
    const activityId = await createActivity(db, projectId, { number: "1", title: "Vzdělávání" });
    const periodId = await createPeriod(db, projectId, {
      starts_on: "2026-01-01",
      ends_on: "2026-06-30",
    });
    const eventId = await createEvent(db, projectId, {
      kind_id: await createEventKind(db, { code: "training" }),
      activity_id: activityId,
      title: "Krizová intervence",
      place: "Liberec",
      state: "closed",
    });
    const sessionId = await createSession(db, eventId);
    for (const sex of ["POHZENY", "POHMUZI"]) {
      const participantId = await insert(db, "participants", {
        ...{ code: sex, first_name: "Jan", surname: "Zkušební", sort_key: "x", sex },
        created_at: CREATED_AT,
      });
      const participationId = await createParticipation(db, projectId, {
        participant_id: participantId,
      });
      const registrationId = await createRegistration(db, eventId, {
        participant_id: participantId,
      });
      await createAttendance(db, { sessionId, registrationId });
      await createPosting(db, participationId, { session_id: sessionId });
    }
    const entryId = await insert(db, "log_entries", {
      ...{ project_id: projectId, happened_on: "2026-03-12", body: "Hodnocení kurzu 4,6 z 5" },
      created_at: CREATED_AT,
    });
    await insert(db, "log_entry_activities", {
      ...{ log_entry_id: entryId, activity_id: activityId },
    });

    const texts = await draftReport(db, { projectId, periodId, reportId: null, language: "cs" });

    expect(texts.get(`activities/${activityId}/done`)).toBe(
      [
        "Uskutečnilo se 1 školení. Zúčastnily se 2 osoby, z toho 1 žena. Poskytnuto bylo 12 hodin podpory.",
        "– Školení „Krizová intervence“, 10. 3. 2026, Liberec: 2 osoby, z toho 1 žena, 12 hodin podpory.",
        "Další činnosti:",
        "– 12. 3. 2026: Hodnocení kurzu 4,6 z 5.",
      ].join("\n"),
    );
  });
});
