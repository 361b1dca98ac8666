import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { resolutionPill } from "../../resolutions/words.ts";
import type { Wording } from "../words.ts";
import type { Allowed } from "./presenter.ts";
import type { ChangePage } from "./service.ts";

/** What bodies have decided about the change, or are to decide. */
export function presentResolutions(
  { change, resolutions }: ChangePage,
  { texts, formats }: Wording,
  can: Allowed,
) {
  const { show } = texts.projectChanges;
  const { projectId, id } = change;
  return {
    rows: resolutions.map((one) => ({
      href: paths.resolution(projectId, one.id),
      title: one.title,
      note: [one.decidedBy, one.resolutionNumber].filter(Boolean).join(", "),
      pill: resolutionPill(one.state, texts),
      day: formats.date(one.decidedOn ?? one.meetsOn ?? one.submitBy),
    })),
    none: resolutions.length === 0 ? show.noResolutions : null,
    add: can.resolve
      ? {
          href: withQuery(paths.newResolution(projectId), { change: id }),
          label: show.addResolution,
        }
      : null,
  };
}
