import type { Campaign } from "../../../db/queries/campaigns.ts";
import type { WorkbookSheet } from "../../web/workbook.ts";
import { codeOfActivity } from "../milestones/words.ts";
import type { Wording } from "./presenter.ts";

export function campaignSheet(
  all: readonly Campaign[],
  { texts }: Pick<Wording, "texts">,
): WorkbookSheet<Campaign> {
  const { title, form, kinds, states } = texts.campaigns;
  const text = (header: string, width: number, value: (one: Campaign) => string | null) =>
    ({ header, type: "text", width, value }) as const;
  return {
    name: title,
    rows: all,
    columns: [
      text(form.title, 50, (one) => one.title),
      text(form.kind, 12, (one) => kinds[one.kind]),
      text(form.state, 16, (one) => states[one.state]),
      { header: form.startsOn, type: "day", value: (one) => one.startsOn },
      { header: form.endsOn, type: "day", value: (one) => one.endsOn },
      text(form.activity, 30, (one) => {
        const code = codeOfActivity(one);
        return code && `${code} ${one.activityTitle}`;
      }),
      text(form.channels, 40, (one) => one.channels),
      text(form.outputs, 40, (one) => one.outputs),
      { header: form.reach, type: "number", value: (one) => one.reach },
      text(form.reachNote, 36, (one) => one.reachNote),
      text(form.proof, 36, (one) => one.proof),
      text(form.proofUrl, 40, (one) => one.proofUrl),
    ],
  };
}
