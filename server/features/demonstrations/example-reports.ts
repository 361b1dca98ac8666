import { listPeriods } from "../../../db/queries/periods.ts";
import { findReport } from "../../../db/queries/reports.ts";
import { type Moment, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { exampleProject } from "../../../db/seeds/demo/example/project.ts";
import {
  examplePublicPage,
  exampleReportRuns,
  exampleReportTexts,
} from "../../../db/seeds/demo/example/reports.ts";
import { fieldName } from "../reports/content/rules.ts";
import { writtenContent } from "../reports/content/service.ts";
import { createReport } from "../reports/service.ts";
import { editionOf, writeSheet } from "../reports/sheets/service.ts";
import {
  acceptReport,
  approveReport,
  checkReport,
  returnReport,
  submitReport,
} from "../reports/steps/service.ts";
import type { Example } from "./example-project.ts";
import { enterPublicPage } from "./public-page.ts";

/** The public page; the report of the first period, accepted, and that of the second one, returned and waiting for an answer. */
export function tellReports(example: Example): void {
  const { deps, story, teller } = example;
  const { programme } = exampleProject;
  teller.on(workingDayOf(story, examplePublicPage.at), () =>
    enterPublicPage(deps, example.author("manager"), {
      ...{ projectId: example.id(), programme },
      ...examplePublicPage,
    }),
  );
  for (const run of exampleReportRuns) tellReport(example, run);
}

function tellReport(example: Example, run: (typeof exampleReportRuns)[number]): void {
  const { deps } = example;
  const author = example.author("manager");
  let id = 0;
  const key = () => ({ projectId: example.id(), id });
  const versionNow = async () => (await findReport(deps.db, key()))?.version ?? 1;
  const of = () => ({ key: key(), project: projectOf(example) });
  const on = (at: Moment, happening: () => Promise<unknown>) =>
    example.teller.on(workingDayOf(example.story, at), happening);

  on(run.begun, async () => {
    const periods = await listPeriods(deps.db, example.id());
    const periodId = periods.find(({ number }) => number === run.period)?.id ?? 0;
    const entry = { periodId, language: "cs" as const, fileNumber: null };
    id = await createReport(deps, author, example.id(), entry);
    await writeByHand(example, id);
  });
  on(run.checked, async () => {
    await checkReport(deps, author, of(), { version: await versionNow(), note: null });
    await approveReport(deps, author, of(), { version: await versionNow(), note: null });
  });
  on(run.submitted, async () => {
    await submitReport(deps, author, of(), {
      ...{ version: await versionNow(), submittedOn: deps.clock.today() },
      ...{ note: "IS KP21+", isConfirmed: true },
    });
  });
  const { returned, accepted } = run;
  if (returned)
    on(returned.at, async () => {
      await returnReport(deps, author, key(), {
        ...{ version: await versionNow(), returnedOn: deps.clock.today(), note: returned.note },
        answerBy: workingDayOf(example.story, returned.answerBy),
      });
    });
  if (accepted)
    on(accepted.at, async () => {
      const acceptedOn = deps.clock.today();
      const { note } = accepted;
      await acceptReport(deps, author, key(), { version: await versionNow(), acceptedOn, note });
    });
}

/** What only people know; the rest stays as it was drafted. */
async function writeByHand(example: Example, id: number): Promise<void> {
  const { deps } = example;
  const report = await findReport(deps.db, { projectId: example.id(), id });
  if (!report) return;
  const project = projectOf(example);
  const { fields } = await writtenContent(deps.db, report, project, deps.clock.today());
  const written = fields.filter(({ place }) => exampleReportTexts[place] !== undefined);
  await writeSheet(
    deps,
    example.author("manager"),
    { project, report, sheet: { name: "report", fields: written, told: ({ place }) => place } },
    {
      entry: {
        ...{ version: editionOf(written), next: false },
        texts: written.map((field) => ({
          ...{ name: fieldName(field), body: exampleReportTexts[field.place] ?? "", seen: "" },
        })),
      },
      formOf: () => ({}),
    },
  );
}

function projectOf(example: Example) {
  const { title, shortName, registrationNumber, programme } = exampleProject;
  const { startsOn } = example.story;
  return {
    id: example.id(),
    title,
    shortName,
    registrationNumber,
    programme,
    startsOn,
    decidedOn: null,
  };
}
