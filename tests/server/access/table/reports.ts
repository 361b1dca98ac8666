import { MANAGERS, P, READERS, TEAM, type Who } from "./roles.ts";

const R = `${P}/reports/:reportId`;

/** Doors of implementation reports. */
export const reports: Record<string, Who> = {
  [`GET ${P}/reports`]: READERS,
  [`GET ${P}/reports/new`]: TEAM,
  [`POST ${P}/reports`]: TEAM,
  [`GET ${R}`]: READERS,
  [`GET ${R}/edit`]: TEAM,
  [`POST ${R}`]: TEAM,
  [`GET ${R}/sections/:section`]: READERS,
  [`POST ${R}/sections/:section`]: TEAM,
  [`GET ${R}/activities/:activityId`]: READERS,
  [`POST ${R}/activities/:activityId`]: TEAM,
  [`GET ${R}/drafts`]: READERS,
  [`POST ${R}/drafts`]: TEAM,
  [`GET ${R}/copy`]: READERS,
  [`GET ${R}/whole`]: READERS,
  [`GET ${R}/report.pdf`]: READERS,
  [`GET ${R}/report.docx`]: READERS,
  [`GET ${R}/submissions/:submissionNumber`]: READERS,
  [`GET ${R}/check/new`]: TEAM,
  [`POST ${R}/check`]: TEAM,
  [`GET ${R}/rework/new`]: TEAM,
  [`POST ${R}/rework`]: TEAM,
  [`GET ${R}/approval/new`]: MANAGERS,
  [`POST ${R}/approval`]: MANAGERS,
  [`GET ${R}/submission/new`]: MANAGERS,
  [`POST ${R}/submission`]: MANAGERS,
  [`GET ${R}/return/new`]: MANAGERS,
  [`POST ${R}/return`]: MANAGERS,
  [`GET ${R}/acceptance/new`]: MANAGERS,
  [`POST ${R}/acceptance`]: MANAGERS,
  [`GET ${R}/reopening/new`]: MANAGERS,
  [`POST ${R}/reopening`]: MANAGERS,
};
