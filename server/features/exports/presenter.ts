import type { BudgetInForce } from "../../../db/queries/budgets-in-force.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import { withQuery } from "../../web/query-string.ts";
import { type ExportKind, exportFormats, exportKinds } from "./rules.ts";

interface ExportsPage {
  projectId: number;
  /** As it stands in the address: the day of the figures, and the day they were known; empty is today. */
  asked: { on: string; asOf: string };
  budget: BudgetInForce | undefined;
  seesEsf: boolean;
}

const ICONS = { xlsx: "file-spreadsheet", pdf: "download" } as const;

export function presentExports(page: ExportsPage, { texts }: { texts: Texts }) {
  const { moneyExports: words } = texts;
  const { projectId, asked } = page;
  const asOf = asked.asOf === "" ? {} : { asOf: asked.asOf };
  const label = { xlsx: words.workbook, pdf: words.paper };
  return {
    pageHeader: { title: words.title, subtitle: words.subtitle },
    labels: words,
    moment: {
      action: paths.exports(projectId),
      fields: [
        dayField("on", words.on, { value: asked.on, hint: words.onHint }),
        dayField("asOf", words.asOf, { value: asked.asOf, hint: words.asOfHint }),
      ],
    },
    rows: exportKinds.map((kind) => ({
      name: words.kinds[kind],
      holds: words.contents[kind],
      note: noteOf(kind, page, texts),
      links: exportFormats.map((format) => ({
        href: withQuery(paths.export(projectId, `${kind}.${format}`), { on: asked.on, ...asOf }),
        label: label[format],
        name: `${words.kinds[kind]}, ${label[format]}`,
        icon: ICONS[format],
      })),
    })),
    esf: page.seesEsf ? { href: paths.esf(projectId) } : null,
  };
}

function dayField(name: string, label: string, { value, hint }: { value: string; hint: string }) {
  return { type: "date" as const, name, label, value, hint, width: "short" as const };
}

function noteOf(kind: ExportKind, { budget }: ExportsPage, { moneyExports: words }: Texts) {
  if (kind !== "budget" && kind !== "drawdown") return null;
  return budget ? words.version(budget.number) : words.noBudget;
}
