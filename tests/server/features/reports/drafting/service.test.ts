import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  draftReport,
  loadReportDraft,
} from "../../../../../server/features/reports/drafting/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createDocument } from "../../../../support/document-factories.ts";
import { createMilestone, insert } from "../../../../support/factories.ts";
import {
  createHeldTraining,
  createLogEntry,
  createReportedProject,
  submitReport,
} from "../../../../support/report-draft-factories.ts";
import {
  createEvent,
  createEventKind,
  createInternship,
} from "../../../../support/training-factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

describe.each(engines)("the draft of a report on %s", (engine) => {
  let deps: TestDeps;
  let project: Awaited<ReturnType<typeof createReportedProject>>;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    project = await createReportedProject(deps.db);
  });
  afterEach(() => deps.close());

  const drafted = (periodId = project.periods.second, language: "cs" | "en" = "cs") =>
    draftReport(deps.db, { projectId: project.projectId, periodId, reportId: null, language });
  const doneIn = async (periodId = project.periods.second, language: "cs" | "en" = "cs") =>
    (await drafted(periodId, language)).get(`activities/${project.activityId}/done`);

  test("tells of a training of a part of an activity, its people, hours and the log", async () => {
    const { projectId, activityId, partId } = project;
    await createHeldTraining(deps.db, projectId, {
      ...{ on: "2025-10-10", women: 2, men: 1, activity_id: partId, place: "Liberec" },
    });
    const body = "Hodnocení kurzu 4,6 z 5";
    await createLogEntry(deps.db, projectId, {
      ...{ happened_on: "2025-10-12", body, activityIds: [activityId] },
    });

    expect(await doneIn()).toBe(
      [
        "Uskutečnilo se 1 školení. Zúčastnily se 3 osoby, z toho 2 ženy. Poskytnuto bylo 18 hodin podpory.",
        "– b) Školení „Krizová intervence“, 10. 10. 2025, Liberec: 3 osoby, z toho 2 ženy, 18 hodin podpory.",
        "Další činnosti:",
        "– 12. 10. 2025: Hodnocení kurzu 4,6 z 5.",
      ].join("\n"),
    );
    expect(await doneIn(project.periods.second, "en")).toBe(
      [
        "1 training was held. 3 persons, 2 of them women took part. 18 hours of support were given.",
        "– b) Training “Krizová intervence”, 10 Oct 2025, Liberec: 3 persons, 2 of them women, 18 hours of support.",
        "Other work:",
        "– 12 Oct 2025: Hodnocení kurzu 4,6 z 5.",
      ].join("\n"),
    );
  });

  test("has a text for every place and none that it would have to invent", async () => {
    const texts = await drafted();
    const empty = [...texts].filter(([, text]) => text === "").map(([place]) => place);
    expect(empty).toEqual([
      ...["identification/contact", "problems/problem", "problems/solution"],
      ...[`activities/${project.activityId}/purpose`, "target-group/description"],
      "horizontal-principles/equal-opportunities",
      "horizontal-principles/gender-equality",
      ...["publicity/description", "procurement/description", "income/description"],
      ...["inspections/description", "documents/list"],
    ]);
    expect(await doneIn()).toBe("V tomto období není k aktivitě zapsána žádná činnost.");
    expect(texts.get("declarations/statement")).toContain("za období 1. 7. – 31. 12. 2025");
  });

  test("tells nothing from outside its days", async () => {
    const { projectId, activityId } = project;
    for (const day of ["2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01"]) {
      const tell = { happened_on: day, body: `Zápis ${day}`, activityIds: [activityId] };
      await createLogEntry(deps.db, projectId, tell);
      await createHeldTraining(deps.db, projectId, {
        ...{ on: day, activity_id: activityId, title: `Kurz ${day}` },
      });
    }
    const text = (await doneIn()) ?? "";
    for (const day of ["2025-07-01", "2025-12-31"]) {
      expect(text).toContain(`Zápis ${day}`);
      expect(text).toContain(`Kurz ${day}`);
    }
    for (const day of ["2025-06-30", "2026-01-01"]) expect(text).not.toContain(day);
    expect(text).toContain("Uskutečnila se 2 školení. Zúčastnily se 2 osoby");
  });

  test("adds what was written too late for the last report, and only once", async () => {
    const { projectId, activityId, periods } = project;
    const at = (body: string, created_at: string) =>
      createLogEntry(deps.db, projectId, {
        ...{ happened_on: "2025-05-20", body, activityIds: [activityId], created_at },
      });
    await at("Včas zapsáno.", "2025-05-20T12:00:00.000Z");
    await submitReport(deps.db, { projectId, periodId: periods.first }, "2025-07-30T10:00:00.000Z");
    await at("Pozdě zapsáno.", "2025-08-02T12:00:00.000Z");
    await createHeldTraining(deps.db, projectId, {
      ...{ on: "2025-06-10", activity_id: activityId, postedAt: "2025-08-03T10:00:00.000Z" },
    });

    expect(await doneIn()).toBe(
      [
        "Doplnění za předchozí období (zapsáno po odevzdání minulé zprávy):",
        "– Školení „Krizová intervence“, 10. 6. 2025: 1 osoba.",
        "– Dodatečně vykázaný rozsah podpory: 6 hodin.",
        "– 20. 5. 2025: Pozdě zapsáno.",
      ].join("\n"),
    );
    await submitReport(deps.db, { projectId, periodId: periods.second }, "2026-01-30T10:00:00Z");
    expect(await doneIn(periods.third)).not.toContain("Doplnění");
  });

  test("does not repeat an event of the last report that was only closed since", async () => {
    const { projectId, activityId, periods } = project;
    const eventId = await createHeldTraining(deps.db, projectId, {
      ...{ on: "2025-06-10", activity_id: activityId, state: "held", closed_at: null },
    });
    await submitReport(deps.db, { projectId, periodId: periods.first }, "2025-07-30T10:00:00.000Z");
    const closed = { state: "closed", closed_at: "2025-08-10T10:00:00.000Z" };
    await deps.db("events").where({ id: eventId }).update(closed);
    expect(await doneIn()).not.toContain("Krizová intervence");
  });

  test("names no people and no confidential event, and tells nobody's pay", async () => {
    const { projectId, activityId, periods } = project;
    const confidential = await createEventKind(deps.db, { code: "peer-education" });
    await createHeldTraining(deps.db, projectId, {
      ...{ on: "2025-10-10", women: 3, activity_id: activityId, kind_id: confidential },
      ...{ title: "Skupina po propuštění", is_confidential: true, place: "Tajné místo" },
    });
    const userId = await insert(deps.db, "users", {
      ...{
        name: "Kanár Kanárek",
        sort_key: "k",
        email: "k@kraj.test",
        email_folded: "k@kraj.test",
      },
      created_at: CREATED_AT,
    });
    await createLogEntry(deps.db, projectId, {
      ...{ happened_on: "2025-10-12", activityIds: [activityId], author_id: userId },
    });
    const expenditureId = await insert(deps.db, "expenditures", {
      ...{ project_id: projectId, kind: "payroll", description: "Mzda Kanárek", state: "recorded" },
      ...{ amount_halere: 4_321_000, valid_on: "2025-10-31", created_at: CREATED_AT },
      ...{ contract_number: "PS-1", supplier_name: "Kanár Kanárek", activity_id: activityId },
    });
    await insert(deps.db, "expenditure_facts", {
      ...{ expenditure_id: expenditureId, project_id: projectId, state: "recorded" },
      ...{ amount_halere: 4_321_000, valid_on: "2025-10-31", recorded_at: CREATED_AT },
      activity_id: activityId,
    });

    const draft = await loadReportDraft(deps.db, {
      ...{ projectId, periodId: periods.second, reportId: null, language: "cs" },
    });
    const all = `${[...draft.texts.values()].join("\n")}${JSON.stringify(draft.figures)}`;
    for (const secret of ["Kanár", "Zkušební", "propuštění", "Tajné", "Mzda", "PS-1"])
      expect(all).not.toContain(secret);
    expect(draft.figures.activities[0]?.costsHalere).toBe(0);
    expect(all).toContain("Uskutečnilo se 1 vzdělávání peer konzultantů. Zúčastnily se 3 osoby");
  });

  test("says what went otherwise and what is planned", async () => {
    const { projectId, activityId, periods } = project;
    const kind_id = await createEventKind(deps.db, { code: "workshop" });
    await createEvent(deps.db, projectId, {
      ...{ kind_id, activity_id: activityId, title: "Nácvik rozhovoru", state: "cancelled" },
      ...{ starts_on: "2025-11-04", ends_on: "2025-11-04", cancelled_reason: "Lektor onemocněl" },
    });
    await createEvent(deps.db, projectId, {
      ...{ kind_id, activity_id: activityId, title: "Práce s rodinou", state: "confirmed" },
      ...{ starts_on: "2026-02-03", ends_on: "2026-02-03" },
    });
    const owed = { activity_id: activityId, expected_on: "2026-01-20", due_on: "2025-12-01" };
    await createMilestone(deps.db, projectId, { ...owed, title: "Metodický list" });
    await createMilestone(deps.db, projectId, {
      ...{ activity_id: activityId, title: "Druhý běh", due_on: "2026-03-31" },
    });
    const texts = await drafted(periods.second);

    expect(texts.get(`activities/${activityId}/deviations`)).toBe(
      [
        "– Zrušeno: Workshop „Nácvik rozhovoru“, 4. 11. 2025. Důvod: Lektor onemocněl.",
        "– Termín „Metodický list“ (1. 12. 2025) nebyl splněn. Splnění se předpokládá 20. 1. 2026.",
      ].join("\n"),
    );
    expect(texts.get(`activities/${activityId}/plan`)).toBe(
      [
        "Aktivita pokračuje do 30. 6. 2026 podle harmonogramu.",
        "Dále je plánováno: 1 workshop.",
        "– Workshop „Práce s rodinou“, 3. 2. 2026.",
        "Nejbližší termíny:",
        "– Metodický list: dokončit po termínu 1. 12. 2025.",
        "– Druhý běh: do 31. 3. 2026.",
      ].join("\n"),
    );
    expect(texts.get("problems/problem")).toBe(
      "Nebyly splněny tyto termíny: „Metodický list“ (1. 12. 2025).",
    );
  });

  test("calls nothing missed that is still ahead while the period runs", async () => {
    const { projectId, activityId, periods } = project;
    await createMilestone(deps.db, projectId, {
      ...{ activity_id: activityId, title: "Metodický list", due_on: "2025-12-01" },
    });
    const order = { projectId, periodId: periods.second, reportId: null, language: "cs" as const };
    const texts = await draftReport(deps.db, { ...order, today: "2025-10-01" });
    expect(texts.get("problems/problem")).toBe("");
    expect(texts.get(`activities/${activityId}/plan`)).toContain(
      "– Metodický list: do 1. 12. 2025.",
    );
  });

  test("tells outputs with who approved them, where they are and what proves them", async () => {
    const { projectId, activityId, periods } = project;
    const milestoneId = await createMilestone(deps.db, projectId, {
      ...{ kind: "output", output_kind: "methodology", activity_id: activityId },
      ...{ title: "Metodika GAF", due_on: "2025-11-30", done_on: "2025-11-20" },
      proof: "Metodika s přílohami",
    });
    const bodyId = await insert(deps.db, "bodies", {
      ...{ project_id: projectId, name: "Krajská koordinační skupina", created_at: CREATED_AT },
    });
    await insert(deps.db, "outputs", {
      ...{ project_id: projectId, milestone_id: milestoneId, state: "published", body_id: bodyId },
      ...{ approved_on: "2025-11-25", published_on: "2025-12-01", created_at: CREATED_AT },
      publication_url: "https://kraj.test/gaf",
    });
    const texts = await drafted(periods.second);
    expect(texts.get(`activities/${activityId}/outputs`)).toBe(
      [
        "Dokončené výstupy:",
        "– „Metodika GAF“ (metodika), dokončeno 20. 11. 2025, schváleno 25. 11. 2025 (Krajská koordinační skupina), zveřejněno 1. 12. 2025 na https://kraj.test/gaf, doloženo: Metodika s přílohami.",
      ].join("\n"),
    );
    expect(texts.get("documents/list")).toBe("– Výstup „Metodika GAF“.");
  });

  test("lists papers as annexes, but none by the title that people of an internship gave it", async () => {
    const { projectId, activityId, periods } = project;
    const internship = await createInternship(deps.db, projectId, { activity_id: activityId });
    const filed = { category: "report", created_at: "2025-10-10T08:00:00.000Z" };
    await createDocument(deps.db, projectId, { ...filed, title: "Evaluační zpráva" });
    await createDocument(deps.db, projectId, {
      ...{ ...filed, object_type: "internship", object_id: internship },
      title: "Zpráva ze stáže – Jana Nováková",
    });
    const texts = await drafted(periods.second);
    expect(texts.get("documents/list")).toContain("Evaluační zpráva");
    expect(texts.get("documents/list")).not.toContain("Nováková");
  });

  test("plans nothing after the last period", async () => {
    const texts = await drafted(project.periods.third);
    expect(texts.get(`activities/${project.activityId}/plan`)).toBe(
      "Realizace projektu tímto obdobím končí, další činnosti se neplánují.",
    );
    expect(texts.get("progress/description")).toMatch(/^Závěrečná zpráva č. 3 popisuje období/);
  });

  test("fits the limit of a field however much was logged", async () => {
    const { projectId, activityId, periods } = project;
    for (let day = 1; day <= 28; day += 1) {
      const happened_on = `2025-10-${String(day).padStart(2, "0")}`;
      const body = `Jednání č. ${day} s poskytovateli o síti služeb. ${"Podrobnosti jednání. ".repeat(8)}`;
      await createLogEntry(deps.db, projectId, { happened_on, body, activityIds: [activityId] });
    }
    const order = { projectId, periodId: periods.second, reportId: null, language: "cs" as const };
    const text = (await draftReport(deps.db, { ...order, limit: 1_000 })).get(
      `activities/${activityId}/done`,
    );
    expect(text?.length).toBeLessThanOrEqual(950);
    expect(text).toMatch(/Dalších \d+ záznamů je v deníku projektu\./);
  });

  test("is not found in another project", async () => {
    const other = await createReportedProject(deps.db);
    const key = { projectId: project.projectId, periodId: other.periods.first };
    await expect(draftReport(deps.db, { ...key, reportId: null, language: "cs" })).rejects.toThrow(
      "period not found",
    );
  });
});
