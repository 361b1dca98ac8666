import { access } from "./access.ts";
import { accounts } from "./accounts.ts";
import { activities } from "./activities.ts";
import { agenda } from "./agenda.ts";
import { auditEvents } from "./audit-events.ts";
import { copies } from "./copies.ts";
import { errors } from "./errors.ts";
import { flash } from "./flash.ts";
import { frame } from "./frame.ts";
import { history } from "./history.ts";
import { indicatorDefinitions } from "./indicator-definitions.ts";
import { indicators } from "./indicators.ts";
import { logEntries } from "./log-entries.ts";
import { mails } from "./mails.ts";
import { milestones } from "./milestones.ts";
import { outbox } from "./outbox.ts";
import { owners } from "./owners.ts";
import { periods } from "./periods.ts";
import { projectForm } from "./project-form.ts";
import { projects } from "./projects.ts";
import { searches } from "./searches.ts";
import { spends } from "./spends.ts";
import { standings } from "./standings.ts";
import { statuses } from "./statuses.ts";
import { timelines } from "./timelines.ts";
import { users } from "./users.ts";

export const cs = {
  access,
  activities,
  agenda,
  accounts,
  auditEvents,
  copies,
  errors,
  flash,
  frame,
  history,
  indicatorDefinitions,
  indicators,
  logEntries,
  mails,
  milestones,
  outbox,
  owners,
  periods,
  projects,
  users,
  standings,
  timelines,
  projectForm,
  searches,
  statuses,
  spends,
};
