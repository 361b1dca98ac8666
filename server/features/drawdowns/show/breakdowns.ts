import type { ProjectSource } from "../../../../db/queries/project-sources.ts";
import { distribute } from "../../../values/money.ts";
import { canSplit } from "../../funding/sources/rules.ts";
import type { Chapter } from "../chapters/rules.ts";
import { byYear, type DrawnInYear, type PlannedBy } from "../series/rules.ts";
import {
  crownsOf,
  type FigureRow,
  type FigureTable,
  figureColumns,
  type Reading,
} from "../words.ts";
import { type AmountGroup, emptyPicture, moneyBars, type Picture, type Shown } from "./pictures.ts";

type Amounts = Required<Pick<AmountGroup, "label">> & {
  amounts: Record<"total" | "planned" | "spent" | "claimed" | "approved", number | null>;
};

/** What was drawn of each source: every sum split by itself, so that each column makes its whole. */
export function sourcesPicture({ facts }: Shown, reading: Reading): Picture {
  const { sources: words, legend, figures, table } = reading.texts.drawdowns;
  const { plan, cap } = facts;
  const sources: readonly ProjectSource[] = facts.sources;
  if (!canSplit(sources)) return emptyPicture("sources", words.title, words.empty);
  const shares = sources.map(({ sharePpm }) => sharePpm);
  const split = (sum: number | null) => (sum === null ? null : distribute(sum, shares));
  const wholes = {
    total: cap,
    spent: facts.drawdown.spent,
    claimed: facts.claimed,
    approved: facts.approved,
  };
  const parts = {
    total: split(wholes.total),
    spent: split(wholes.spent),
    claimed: split(wholes.claimed),
    approved: split(wholes.approved),
  };
  const plannedOf = (sourceId: number) => {
    const own = plan.filter((amount) => amount.sourceId === sourceId);
    return own.length === 0 ? null : own.reduce((sum, { halere }) => sum + halere, 0);
  };
  const groups: Amounts[] = sources.map(({ id, name }, index) => ({
    label: name,
    amounts: {
      total: parts.total?.[index] ?? null,
      planned: plannedOf(id),
      spent: parts.spent?.[index] ?? null,
      claimed: parts.claimed?.[index] ?? null,
      approved: parts.approved?.[index] ?? null,
    },
  }));
  const planned = plan.length === 0 ? null : plan.reduce((sum, { halere }) => sum + halere, 0);
  const whole: Amounts = { label: words.total, amounts: { ...wholes, planned } };
  const columns = [legend.total, legend.planned, figures.spent, figures.claimed, figures.approved];
  return {
    ...pictureOf("sources", words, groups, reading),
    table: {
      label: table(words.title),
      columns: figureColumns(words.source, ...columns),
      rows: groups.map((group) => rowOf(group, reading)),
      footer: [rowOf(whole, reading)],
    },
  };
}

function rowOf({ label, amounts }: Amounts, reading: Reading): FigureRow {
  const { total, planned, spent, claimed, approved } = amounts;
  return {
    head: label,
    cells: [total, planned, spent, claimed, approved].map((one) => crownsOf(one, reading)),
  };
}

function pictureOf(
  id: string,
  words: { title: string; label: string; note?: string },
  groups: readonly AmountGroup[],
  reading: Reading,
): Omit<Picture, "table"> {
  return {
    ...{ id, title: words.title, lines: null, isFolded: false, emptyState: null },
    ...moneyBars(words.label, groups, reading),
    note: [words.note, reading.texts.drawdowns.inCrowns].filter(Boolean).join(" "),
  };
}

/** The budget of each chapter beside what was recorded, claimed and approved of it. */
export function chaptersPicture({ facts }: Shown, reading: Reading): Picture {
  const { chapters: words, legend, figures, table } = reading.texts.drawdowns;
  const { chapters } = facts;
  if (chapters.length === 0) return emptyPicture("chapters", words.title, words.empty);
  const nameOf = (chapter: Chapter) => chapterName(chapter, words);
  const groups = chapters.map((chapter) => ({
    label: nameOf(chapter),
    amounts: {
      total: chapter.planned,
      spent: chapter.recorded,
      claimed: chapter.claimed,
      approved: chapter.approved,
    },
  }));
  const eligible = chapters.filter(({ kind }) => kind !== "ineligible");
  const sum = (of: (chapter: Chapter) => number) =>
    eligible.reduce((sofar, chapter) => sofar + of(chapter), 0);
  const whole = {
    planned: sum(({ planned }) => planned),
    recorded: sum(({ recorded }) => recorded),
    claimed: sum(({ claimed }) => claimed),
    approved: sum(({ approved }) => approved),
  };
  const cells = (one: Omit<Chapter, "kind" | "code" | "name">) =>
    [one.planned, one.recorded, one.claimed, one.approved].map((amount) =>
      crownsOf(amount, reading),
    );
  const full: FigureTable = {
    label: table(words.title),
    columns: figureColumns(
      words.chapter,
      ...[legend.total, figures.spent, figures.claimed, figures.approved],
    ),
    rows: chapters.map((chapter) => ({ head: nameOf(chapter), cells: cells(chapter) })),
    footer: [{ head: words.total, cells: cells(whole) }],
  };
  return { ...pictureOf("chapters", words, groups, reading), table: full };
}

function chapterName(
  { kind, code, name }: Chapter,
  words: Reading["texts"]["drawdowns"]["chapters"],
): string {
  if (kind === "line") return `${code} ${name}`;
  return { flat: words.flat, ineligible: words.ineligible, "without-line": words.withoutLine }[
    kind
  ];
}

/** What was drawn in each calendar year; the plan counts to the year its period ends in. */
export function yearsPicture({ facts }: Shown, reading: Reading): Picture {
  const { years: words, legend, figures, table } = reading.texts.drawdowns;
  const drawn = new Map(byYear(facts.series).map((year) => [year.year, year]));
  const planned = plannedByYear(facts.planned);
  const years = [...new Set([...drawn.keys(), ...planned.keys()])].toSorted();
  if (years.length === 0) return emptyPicture("years", words.title, words.empty);
  const amountsOf = (year: string) => ({
    planned: planned.get(year) ?? null,
    ...amounts(drawn.get(year)),
  });
  const groups = years.map((year) => ({ label: year, amounts: amountsOf(year) }));
  const sum = (values: (number | null)[]) =>
    values.reduce<number>((sofar, one) => sofar + (one ?? 0), 0);
  const cells = ({ planned: plan, spent, claimed, approved }: ReturnType<typeof amountsOf>) =>
    [plan, spent, claimed, approved].map((amount) => crownsOf(amount, reading));
  const all = groups.map((group) => group.amounts);
  const whole = {
    planned: planned.size === 0 ? null : sum(all.map((one) => one.planned)),
    spent: sum(all.map(({ spent }) => spent)),
    claimed: sum(all.map(({ claimed }) => claimed)),
    approved: sum(all.map(({ approved }) => approved)),
  };
  return {
    ...pictureOf("years", words, groups, reading),
    table: {
      label: table(words.title),
      columns: figureColumns(
        words.year,
        ...[legend.planned, figures.spent, figures.claimed, figures.approved],
      ),
      rows: groups.map((group) => ({ head: group.label, cells: cells(group.amounts) })),
      footer: [{ head: words.total, cells: cells(whole) }],
    },
  };
}

function amounts(year: DrawnInYear | undefined) {
  return {
    spent: year?.spent ?? null,
    claimed: year?.claimed ?? null,
    approved: year?.approved ?? null,
  };
}

function plannedByYear(planned: readonly PlannedBy[]): Map<string, number> {
  const years = new Map<string, number>();
  let before = 0;
  for (const { on, planned: sofar } of planned) {
    const year = on.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + sofar - before);
    before = sofar;
  }
  return years;
}
