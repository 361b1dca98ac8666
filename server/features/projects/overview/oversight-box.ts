import type { Watched } from "../../../../db/queries/oversight.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import type { Pill } from "../../../web/health-pill.ts";
import { stateOfFinding } from "../../controls/rules.ts";
import { findingPill } from "../../controls/words.ts";
import { resolutionPill } from "../../resolutions/words.ts";
import { levelPill } from "../../risks/words.ts";
import type { Reading } from "./presenter.ts";
import type { OverviewFacts } from "./service.ts";

/** What endangers the project and what bodies and controllers wait for, the gravest first. */
export function presentOversightBox(
  project: ProjectInReach,
  { watched }: OverviewFacts,
  reading: Reading,
) {
  const { box } = reading.texts.oversight;
  const count = (type: Watched["objectType"]) =>
    watched.find(({ objectType }) => objectType === type)?.total ?? 0;
  return {
    title: box.title,
    rows: watched.map((one) => presentWatched(project.id, one, reading)),
    links: [
      { href: paths.risks(project.id), label: box.risks(count("risk")) },
      { href: paths.controls(project.id), label: box.findings(count("finding")) },
      { href: paths.resolutions(project.id), label: box.resolutions(count("resolution")) },
    ],
    empty: watched.length === 0 ? box.empty : null,
  };
}

function presentWatched(projectId: number, one: Watched, reading: Reading) {
  const { texts, formats, today } = reading;
  const { box } = texts.oversight;
  const { objectType, dueOn } = one;
  const on = dueOn === null ? null : formats.date(dueOn);
  return {
    href: PAGES[objectType](projectId, one.pageId),
    title: one.title,
    note: on === null ? box.noDay[objectType] : box.due[objectType](on),
    // What was submitted waits for others.
    isLate: one.state !== "submitted" && dueOn !== null && dueOn < today,
    pill: PILLS[objectType](one, reading),
  };
}

const PAGES: Record<Watched["objectType"], (projectId: number, id: number) => string> = {
  risk: paths.risk,
  finding: paths.control,
  resolution: paths.resolution,
};

const PILLS: Record<Watched["objectType"], (one: Watched, reading: Reading) => Pill> = {
  risk: ({ probability, impact }, reading) =>
    levelPill({ probability: probability ?? 1, impact: impact ?? 1 }, reading),
  finding: ({ dueOn: remedyBy }, { texts, today }) =>
    findingPill(stateOfFinding({ remediedOn: null, remedyBy }, today), texts),
  resolution: ({ state }, { texts }) =>
    resolutionPill(state === "submitted" ? "submitted" : "planned", texts),
};
