import { type IndicatorTogether, moneyTogether } from "../../card-fulfilment/rules.ts";
import type { FulfillingProject, Fulfilment } from "../../card-fulfilment/service.ts";
import { indicatorTexts, moneyTexts } from "../../card-fulfilment/words.ts";
import type { Block, Cell } from "../../exports/writing/documents/document.ts";
import type { Wording } from "../words.ts";

/** Each project once with its money and the cards it fulfils. */
export function projectBlocks({ projects, sums }: Fulfilment, wording: Wording): Block[] {
  const { texts } = wording;
  const words = texts.cardFulfilment.projects;
  const heading: Block = { kind: "heading", level: 1, text: words.title };
  if (projects.length === 0) return [heading, { kind: "text", text: words.none, isSoft: true }];
  const { columns } = words;
  return [
    heading,
    {
      kind: "table",
      columns: [
        { header: columns.project, weight: 40 },
        { header: columns.standing, weight: 14 },
        { header: columns.cards, weight: 24 },
        { header: columns.total, weight: 0, isNumber: true },
        { header: columns.spent, weight: 0, isNumber: true },
        { header: columns.claimed, weight: 0, isNumber: true },
      ],
      rows: [
        ...projects.map((project) => ({ cells: projectCells(project, wording) })),
        {
          isStrong: true,
          cells: [{ text: words.sum }, { text: "" }, { text: "" }, ...moneyOf(sums.money, wording)],
        },
      ],
    },
  ];
}

function projectCells(project: FulfillingProject, wording: Wording): Cell[] {
  const { texts } = wording;
  const number = project.registrationNumber ?? texts.cardFulfilment.projects.noNumber;
  return [
    { text: project.title, note: number },
    { text: texts.cardLinks.shortStates[project.standing] },
    { text: project.cards.map((card) => card.number).join(", ") },
    ...moneyOf(moneyTogether([project]), wording),
  ];
}

function moneyOf(money: Parameters<typeof moneyTexts>[0], wording: Wording): Cell[] {
  const told = moneyTexts(money, wording);
  return [{ text: told?.total ?? "" }, { text: told?.spent ?? "" }, { text: told?.claimed ?? "" }];
}

/** Indicators that projects share added up, then those of each project. */
export function indicatorBlocks({ indicators, projects }: Fulfilment, wording: Wording): Block[] {
  const words = wording.texts.cardFulfilment.indicators;
  const shared = indicators.filter((one) => one.projects > 1);
  const groups = [
    ...(shared.length > 0 ? [{ title: words.together, rows: shared }] : []),
    ...projects
      .filter((project) => project.indicators.length > 0)
      .map((project) => ({ title: project.shortName, rows: project.indicators })),
  ];
  if (groups.length === 0) return [];
  const { columns } = words;
  return [
    { kind: "heading", level: 1, text: words.title },
    {
      kind: "table",
      columns: [
        { header: columns.indicator, weight: 60 },
        { header: columns.target, weight: 12, isNumber: true },
        { header: columns.achieved, weight: 12, isNumber: true },
        { header: columns.fulfilment, weight: 14 },
      ],
      rows: groups.flatMap(({ title, rows }) => [
        { isStrong: true, cells: [{ text: title }] },
        ...rows.map((row) => ({ cells: indicatorCells(row, wording) })),
      ]),
    },
  ];
}

type Indicator = IndicatorTogether | FulfillingProject["indicators"][number];

function indicatorCells(row: Indicator, wording: Wording): Cell[] {
  const shown = indicatorTexts(row, wording);
  const name = [row.code, row.name].filter(Boolean).join(" ");
  return [
    { text: name, note: row.unit },
    { text: shown.target },
    { text: shown.achieved },
    shown.fulfilment
      ? { text: shown.fulfilment.label, bar: { percent: shown.fulfilment.width } }
      : { text: "" },
  ];
}
