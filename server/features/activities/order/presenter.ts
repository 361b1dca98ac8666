import type { ActivityName } from "../../../../db/queries/activities.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { activityCode, inTreeOrder } from "../rules.ts";

export function presentOrder(names: ActivityName[], projectId: number, { activities }: Texts) {
  const { order } = activities;
  return {
    pageHeader: {
      title: order.title,
      subtitle: order.hint,
      actions: { primary: { href: paths.activities(projectId), label: order.done } },
    },
    labels: { activity: activities.columns.activity, place: order.place },
    rows: inTreeOrder(names).map((activity) => {
      const siblings = names.filter(({ parentId }) => parentId === activity.parentId);
      const place = siblings.findIndex(({ id }) => id === activity.id);
      const parent = names.find(({ id }) => id === activity.parentId) ?? null;
      const code = activityCode({ ...activity, parentNumber: parent?.number ?? null });
      return {
        id: `activity-${activity.id}`,
        code,
        title: activity.title,
        isSub: activity.isSub,
        action: paths.activityPosition(projectId, activity.id),
        up: { label: order.up(code), isDisabled: place === 0 },
        down: { label: order.down(code), isDisabled: place === siblings.length - 1 },
      };
    }),
  };
}
