import { findFinding } from "../../../db/queries/control-findings.ts";
import { findControl } from "../../../db/queries/controls.ts";
import { findResolution } from "../../../db/queries/resolutions.ts";
import { dayOf, type Moment, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import {
  type ExampleRisk,
  exampleControl,
  exampleResolutions,
  exampleRisks,
} from "../../../db/seeds/demo/example/oversight.ts";
import { createFinding } from "../controls/findings/service.ts";
import { recordRemedy } from "../controls/remedies/service.ts";
import { createControl, editControl } from "../controls/service.ts";
import { createResolution } from "../resolutions/service.ts";
import { decideResolution, submitResolution } from "../resolutions/steps/service.ts";
import { assessRisk } from "../risks/assessments/service.ts";
import { createRisk } from "../risks/service.ts";
import type { Example } from "./example-project.ts";

/** Risks with their assessments, a control on the spot with what it found, resolutions of the region. */
export function tellOversight(example: Example): void {
  for (const risk of exampleRisks) tellRisk(example, risk);
  tellControl(example);
  for (const resolution of exampleResolutions) tellResolution(example, resolution);
}

function on({ story, teller }: Example, at: Moment, happening: () => Promise<unknown>): void {
  teller.on(workingDayOf(story, at), happening);
}

function tellRisk(example: Example, risk: ExampleRisk): void {
  const { deps, story } = example;
  const author = example.author(risk.owner);
  const [first, ...later] = risk.assessed;
  if (!first) return;
  let id = 0;
  on(example, first.at, async () => {
    id = await createRisk(deps, author, example.id(), {
      ...{ title: risk.title, description: risk.description, measure: risk.measure },
      activityId: risk.activity === undefined ? null : example.activity(risk.activity),
      nextReviewOn: dayOf(story, risk.nextReview),
      ...typed(example, risk.owner),
      ...{ probability: first.probability, impact: first.impact, validOn: deps.clock.today() },
    });
  });
  for (const { at, probability, impact, note = null, isClosed = false } of later)
    on(example, at, () =>
      assessRisk(
        deps,
        author,
        { projectId: example.id(), id },
        {
          ...{ state: isClosed ? "closed" : "open", probability, impact, note },
          validOn: deps.clock.today(),
          nextReviewOn: isClosed ? null : dayOf(story, risk.nextReview),
        },
      ),
    );
}

function tellControl(example: Example): void {
  const { deps, story } = example;
  const author = example.author("manager");
  const { at, endsAt, kind, controllingBody, subject, fileNumber, conclusion } = exampleControl;
  let controlId = 0;
  const entry = () => ({
    ...{ kind, controllingBody, subject, fileNumber },
    ...{ startsOn: workingDayOf(story, at), endsOn: workingDayOf(story, endsAt) },
  });
  on(example, at, async () => {
    const begun = { ...entry(), state: "running" as const, conclusion: null };
    controlId = await createControl(deps, author, example.id(), begun);
  });
  on(example, endsAt, async () => {
    const key = { projectId: example.id(), id: controlId };
    const { version = 1 } = (await findControl(deps.db, key)) ?? {};
    const closed = { ...entry(), state: "closed" as const, conclusion, version };
    await editControl(deps, author, key, { entry: closed, formOf: () => ({}) });
  });
  for (const finding of exampleControl.findings) {
    let id = 0;
    const key = () => ({ projectId: example.id(), controlId });
    on(example, endsAt, async () => {
      id = await createFinding(deps, author, key(), {
        ...{ finding: finding.finding, severity: finding.severity, amount: null },
        ...{ remedy: finding.remedy, remedyBy: dayOf(story, finding.remedyBy) },
        ...typed(example, "coordinator"),
      });
    });
    const { remediedAt, proof = null } = finding;
    if (!remediedAt) continue;
    on(example, remediedAt, async () => {
      const { version = 1 } = (await findFinding(deps.db, { controlId, id })) ?? {};
      const remedy = { version, remediedOn: deps.clock.today(), proof };
      await recordRemedy(deps, author, { ...key(), id }, remedy);
    });
  }
}

function tellResolution(example: Example, resolution: (typeof exampleResolutions)[number]): void {
  const { deps, story } = example;
  const author = example.author("manager");
  const { title, decidedBy, written, submitBy, submittedAt, decidedAt, meets } = resolution;
  let id = 0;
  const key = () => ({ projectId: example.id(), id });
  const versionNow = async () => (await findResolution(deps.db, key()))?.version ?? 1;
  on(example, written, async () => {
    id = await createResolution(deps, author, example.id(), {
      ...{ title, decidedBy, fileNumber: null, changeId: null, note: null },
      ...{ submitBy: workingDayOf(story, submitBy), meetsOn: workingDayOf(story, meets) },
      ...typed(example, "manager"),
    });
  });
  if (submittedAt)
    on(example, submittedAt, async () => {
      await submitResolution(deps, author, key(), {
        ...{ version: await versionNow(), submittedOn: deps.clock.today() },
        ...{ meetsOn: workingDayOf(story, meets), fileNumber: resolution.fileNumber ?? null },
      });
    });
  if (decidedAt)
    on(example, decidedAt, async () => {
      await decideResolution(deps, author, key(), {
        ...{ version: await versionNow(), outcome: "adopted" as const },
        ...{ decidedOn: deps.clock.today(), resolutionNumber: resolution.number ?? null },
      });
    });
}

function typed(example: Example, person: Parameters<Example["owner"]>[0]) {
  return {
    owner: example.owner(person),
    ...{ contactName: null, contactFunction: null, contactEmail: null, contactAgrees: false },
  };
}
