import type { Plan } from "../../../db/queries/plans.ts";
import { paths } from "../../paths.ts";
import { withQuery } from "../../web/query-string.ts";
import { planFileFormats } from "./rules.ts";
import type { OfferedFile } from "./service.ts";
import { fileTitle, type Wording } from "./words.ts";

const ICONS = { pdf: "download", docx: "file-text", xlsx: "file-spreadsheet" } as const;

/** Files of a plan with the way to each in each of its formats. */
export function presentPlanFiles(plan: Plan, offered: readonly OfferedFile[], { texts }: Wording) {
  const words = texts.planExports;
  return {
    pageHeader: { title: words.title, subtitle: plan.title },
    lead: words.lead,
    columns: words.columns,
    rows: offered.map((file) => {
      const name = fileTitle(file, texts);
      return {
        name,
        holds: words.holds[file.kind],
        links: planFileFormats.map((format) => ({
          href: withQuery(paths.planFile(plan.id, file.kind, format), { year: file.year }),
          label: words.formats[format],
          name: `${name}, ${words.formats[format]}`,
          icon: ICONS[format],
        })),
      };
    }),
  };
}
