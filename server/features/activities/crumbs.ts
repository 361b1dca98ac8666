import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { activityCode } from "./rules.ts";

/** The way from the project to the activity at hand, or to the list where there is none. */
export function activityCrumbs(res: Response): Crumb[] {
  const { activity, texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.activities.title, href: paths.activities(id) };
  if (!activity) return [list];
  return [list, { label: activityCode(activity), href: paths.activity(id, activity.id) }];
}
