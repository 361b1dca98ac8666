import {
  type ActionPlanItem,
  listActionPlanItems,
} from "../../../../db/queries/action-plan-items.ts";
import { type ActionPlan, findActionPlan } from "../../../../db/queries/action-plans.ts";
import { listAreas, type PlanArea } from "../../../../db/queries/plan-areas.ts";
import { NotFound } from "../../../errors.ts";
import { branchesOf } from "../../card-fulfilment/branches/rules.ts";
import { areaTitle } from "../../card-fulfilment/words.ts";
import type { Block, TableBlock } from "../../exports/writing/documents/document.ts";
import type { Sheet } from "../../exports/writing/orders.ts";
import type { PreparingDeps } from "../../prepared-files/kinds.ts";
import { placesOf } from "../cards/sheets.ts";
import {
  aboutSheet,
  type Content,
  column,
  type Making,
  paperOf,
  textColumn,
} from "../making/content.ts";

interface YearContent {
  actionPlan: ActionPlan;
  items: ActionPlanItem[];
  areas: PlanArea[];
}

/** What is to be done in a year, by whom and until when, and what came of it. */
export async function actionPlanContent({ db }: PreparingDeps, making: Making): Promise<Content> {
  const { planId, year } = making.order;
  const actionPlan = await findActionPlan(db, { planId, year: year ?? 0 });
  if (!actionPlan) throw new NotFound("action plan");
  const [items, areas] = await Promise.all([
    listActionPlanItems(db, actionPlan.id),
    listAreas(db, planId),
  ]);
  const content = { actionPlan, items, areas };
  const note = actionPlan.note === null ? [] : [actionPlan.note];
  return {
    paper: () =>
      paperOf(making, { lines: linesOf(content, making), blocks: blocksOf(content, making) }),
    sheets: () => [itemSheet(content, making), aboutSheet(making, note)],
  };
}

function linesOf({ actionPlan }: YearContent, { wording }: Making): string[] {
  const { texts, formats } = wording;
  const words = texts.planExports.actionPlan;
  const { approvedOn, note } = actionPlan;
  const state = approvedOn === null ? words.draft : words.approved(formats.date(approvedOn));
  return [state, ...(note === null ? [] : [note])];
}

function blocksOf({ items, areas }: YearContent, { wording }: Making): Block[] {
  const { texts, formats } = wording;
  const words = texts.actionPlans;
  if (items.length === 0) return [{ kind: "text", text: words.nothingChosen, isSoft: true }];
  const rows: TableBlock["rows"] = branchesOf(areas, items).flatMap(({ area, cards }) => [
    { isStrong: true, cells: [{ text: areaTitle(area, texts) }] },
    ...cards.map((item) => ({
      cells: [
        { text: `${item.cardNumber} ${item.cardName}`, note: item.measureText ?? words.wholeCard },
        { text: item.task ?? "" },
        { text: item.dueOn === null ? "" : formats.date(item.dueOn) },
        { text: item.ownerName ?? "" },
        { text: item.result ?? "" },
      ],
    })),
  ]);
  return [
    {
      kind: "table",
      columns: [
        { header: words.columns.item, weight: 36 },
        { header: words.columns.task, weight: 28 },
        { header: words.columns.due, weight: 0, isNumber: true },
        { header: words.columns.owner, weight: 14 },
        { header: words.columns.result, weight: 22 },
      ],
      rows,
    },
  ];
}

function itemSheet({ items, areas }: YearContent, { wording }: Making): Sheet {
  const { texts } = wording;
  const { sheets: words } = texts.planExports;
  const { columns } = texts.actionPlans;
  const { fields } = texts.cards;
  const placeOf = placesOf(areas);
  return {
    name: words.items,
    columns: [
      ...[textColumn(words.area, 30), textColumn(words.subArea, 30)],
      ...[textColumn(fields.number, 12), textColumn(fields.name, 40)],
      ...[textColumn(fields.measures, 50), textColumn(words.state, 14)],
      ...[textColumn(columns.task, 50), column("day", columns.due)],
      ...[textColumn(columns.owner, 24), textColumn(columns.result, 50)],
    ],
    rows: items.map((item) => ({
      cells: [
        ...placeOf(item),
        ...[item.cardNumber, item.cardName, item.measureText],
        item.measureState === null ? null : texts.cards.measures.states[item.measureState],
        ...[item.task, item.dueOn, item.ownerName, item.result],
      ],
    })),
  };
}
