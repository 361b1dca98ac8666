import { paths } from "../../../paths.ts";
import { cardsFact } from "../../card-links/words.ts";
import { activityCode } from "../rules.ts";
import { targetGroupLabel } from "../target-groups/words.ts";
import { datesText, slipText, type Wording } from "../words.ts";
import type { ActivityPage } from "./service.ts";

/** The facts of an activity as `views/partials/definition-list.ejs` prints them. */
export function presentFacts(
  { activity, targetGroups, cards }: ActivityPage,
  projectId: number,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { activities } = texts;
  const { show } = activities;
  const missing = { text: show.missing, isMissing: true };
  const given = (text: string | null) => (text ? { text } : missing);
  const baseline = datesText(
    { startsOn: activity.baselineStartsOn, endsOn: activity.baselineEndsOn },
    wording,
  );
  const slip = slipText(activity, texts);
  const facts = [
    {
      term: show.owner,
      ...given(activity.ownerName),
      ...(activity.ownerFunction ? { note: activity.ownerFunction } : {}),
    },
    { term: show.dates, ...given(datesText(activity, wording)) },
    { term: show.baseline, ...given(baseline), ...(slip ? { note: slip } : {}) },
    {
      term: show.targetGroups,
      ...(targetGroups.length === 0
        ? missing
        : { items: targetGroups.map((group) => targetGroupLabel(group, formats)) }),
    },
    ...(cards.length === 0 ? [] : [cardsFact(projectId, cards, texts)]),
  ];
  if (activity.parentNumber === null || activity.parentId === null) return facts;
  const code = activityCode({ number: activity.parentNumber, parentNumber: null });
  const parent = {
    term: show.parent,
    text: `${code} ${activity.parentTitle}`,
    href: paths.activity(projectId, activity.parentId),
  };
  return [parent, ...facts];
}
