import type { Activity } from "../../../../db/queries/activities.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { blankState, presentFormPage } from "../../../web/form-page.ts";
import { activityCode } from "../rules.ts";

export function presentArchiving(
  activity: Activity,
  parts: number,
  submission: string,
  texts: Texts,
) {
  const { archiving } = texts.activities;
  const { projectId, id } = activity;
  return presentFormPage(
    {
      title: archiving.title(activityCode(activity)),
      code: activity.title,
      lead: [archiving.text, ...(parts > 0 ? [archiving.parts(parts)] : []), archiving.restore],
      action: paths.activityArchive(projectId, id),
      sections: [],
      submit: archiving.submit,
      isDanger: true,
      cancel: { href: paths.activity(projectId, id) },
    },
    blankState(submission),
    texts,
  );
}
