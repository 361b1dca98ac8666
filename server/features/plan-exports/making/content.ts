import type { Plan } from "../../../../db/queries/plans.ts";
import type { Block, PrintedDocument } from "../../exports/writing/documents/document.ts";
import type { Sheet } from "../../exports/writing/orders.ts";
import { yearsText } from "../../plans/words.ts";
import type { PlanOrder } from "../order.ts";
import { fileTitle, type Wording } from "../words.ts";

/** What a file of a plan is made of. */
export interface Making {
  order: PlanOrder;
  plan: Plan;
  wording: Wording;
}

/** The same told as a document and as tables; only the one asked for is made. */
export interface Content {
  paper(): PrintedDocument;
  sheets(): Sheet[];
}

/** A paper of a plan: its head says which plan, of which day and what of it. */
export function paperOf(
  { order, plan, wording }: Making,
  { lines, blocks }: { lines: string[]; blocks: Block[] },
): PrintedDocument {
  const { texts, formats } = wording;
  const words = texts.planExports;
  const isPlan = order.kind === "plan";
  const name = fileTitle(order, texts);
  const about = [yearsText(plan, texts), plan.region].filter((fact) => fact !== null).join(" · ");
  const title = isPlan ? plan.title : name;
  return {
    language: formats.language,
    title: isPlan ? plan.title : `${name}: ${plan.title}`,
    subject: words.over,
    foot: isPlan ? plan.title : `${name} · ${plan.title}`,
    pageOf: words.pageOf,
    madeAt: order.asOf,
    blocks: [
      {
        kind: "title",
        over: isPlan ? words.over : plan.title,
        title,
        lines: [...(about === "" ? [] : [about]), ...lines],
      },
      ...blocks,
    ],
  };
}

export type SheetColumn = Sheet["columns"][number];

export function textColumn(header: string, width: number): SheetColumn {
  return { header, width, type: "text" };
}

export function column(type: SheetColumn["type"], header: string): SheetColumn {
  return { header, type };
}

/** The sheet that says what the others are of. */
export function aboutSheet({ order, plan, wording }: Making, notes: readonly string[] = []): Sheet {
  const { texts, formats } = wording;
  const words = texts.planExports.sheets;
  const lines: [string, string | null][] = [
    [words.plan, plan.title],
    [words.region, plan.region],
    [words.years, yearsText(plan, texts)],
    [words.state, texts.plans.states[plan.state]],
    [words.year, order.year === null ? null : String(order.year)],
    [words.madeAt, formats.dateTime(order.asOf)],
    ...notes.map((note): [string, string] => [words.note, note]),
  ];
  return {
    name: words.about,
    columns: [textColumn(words.figure, 24), textColumn(words.value, 90)],
    rows: lines
      .filter(([, value]) => value !== null)
      .map(([label, value]) => ({ cells: [label, value] })),
  };
}
