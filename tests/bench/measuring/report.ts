import { cpus, loadavg } from "node:os";
import { ATTENDANCES_PER_ENTRY } from "../filling/report-rows.ts";
import type { Durability } from "./durability.ts";
import type { PageFigures, SetFigures } from "./measure-set.ts";
import type { RegistryFigure } from "./registry.ts";

export interface MeasuredRegistry {
  participants: number;
  projects: number;
  figures: RegistryFigure[];
}

export interface MeasuredMoney {
  projects: number;
  figures: RegistryFigure[];
}

/** The registry of people: the largest in full, the growth of what is to stay as it is. */
export function reportRegistry(sets: MeasuredRegistry[], command: string): string {
  const [smallest, largest] = [sets[0], sets.at(-1)] as [MeasuredRegistry, MeasuredRegistry];
  const { participants, projects } = largest;
  const set = `${participants} participants of ${projects} projects, ${participants * 15} attendances; growth against ${smallest.participants}`;
  return figureTable(set, { smallest: smallest.figures, largest: largest.figures }, command);
}

/** Money: one large budget, and the sums over all projects. */
export function reportMoney(sets: MeasuredMoney[], command: string): string {
  const [smallest, largest] = [sets[0], sets.at(-1)] as [MeasuredMoney, MeasuredMoney];
  const set = `${largest.projects} projects with budgets, one of 1,000 lines with 10,000 expenditures; growth against ${smallest.projects} projects`;
  return figureTable(set, { smallest: smallest.figures, largest: largest.figures }, command);
}

/** Reports: the half-year that each is drafted from. */
export function reportOfReports(figures: RegistryFigure[], command: string): string {
  const set = `six months of a project, ${ATTENDANCES_PER_ENTRY} attendances to each log entry`;
  return figureTable(set, { smallest: figures, largest: figures }, command);
}

/** Months: what a closing and its summary take. */
export function reportMonths(projects: number, figures: RegistryFigure[], command: string): string {
  return figureTable(`${projects} projects`, { smallest: figures, largest: figures }, command);
}

/** Calendars that are subscribed to: what each reading of them takes. */
export function reportFeeds(figures: RegistryFigure[], command: string): string {
  const set = "one person's calendar among 200 projects, half deadlines, half events";
  return figureTable(set, { smallest: figures, largest: figures }, command);
}

/** A morning on which so many reminders come, planned by the process that serves the pages. */
export function reportReminders(figures: RegistryFigure[], command: string): string {
  const set = "200 projects, and tasks that all take a step on one morning";
  return figureTable(set, { smallest: figures, largest: figures }, command);
}

/** Annexes of plans, read by a process of their own. */
export function reportAnnexes(figures: RegistryFigure[], command: string): string {
  const set = "cards of areas by chance, double spaced, with headers and numbers of pages";
  return figureTable(set, { smallest: figures, largest: figures }, command);
}

/** A strategic plan, written at once and read as a tree. */
export function reportPlans(figures: RegistryFigure[], command: string): string {
  const set =
    "cards as wide as real ones, half of them owned, linked and spoken of for three years";
  return figureTable(set, { smallest: figures, largest: figures }, command);
}

function figureTable(
  set: string,
  { smallest, largest }: Record<"smallest" | "largest", RegistryFigure[]>,
  command: string,
): string {
  const rows = largest.map((one) => {
    const before = smallest.find(({ name }) => name === one.name);
    const growth = one.isFixed && before ? `${(one.value / before.value).toFixed(2)} ×` : "";
    return [one.name, `${one.value.toFixed(2)} ${one.unit}`, `≤ ${one.goal}`, growth];
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    `Command: \`${command}\`, ${machine()}.`,
    "",
    `Set: ${set}.`,
    "",
    line(["Figure", "measured", "goal", "growth"]),
    line(["---", "---:", "---:", "---:"]),
    ...rows.map(line),
  ].join("\n");
}

export interface MeasuredSet {
  projects: number;
  figures: SetFigures;
}

/** Everything as Markdown: the largest set in full, the smallest beside it for the growth. */
export function report(
  sets: MeasuredSet[],
  durability: Durability | undefined,
  command: string,
): string {
  const smallest = sets[0] as MeasuredSet;
  const largest = sets.at(-1) as MeasuredSet;
  return [
    `Command: \`${command}\`, ${machine()}.`,
    "",
    `Set: ${largest.projects} projects, ${largest.projects * 300} log entries; growth against ${smallest.projects}.`,
    "",
    ...pageTable(smallest, largest),
    "",
    ...processLines(sets),
    durabilityLine(durability),
  ].join("\n");
}

function machine(): string {
  const [first] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  return `Node ${process.versions.node}, ${cpus().length} × ${first?.model.trim()}, load ${load} when it ended`;
}

const HEAD = [
  "Page",
  "p50 ms",
  "p99 ms",
  "goal ms",
  "requests/s at 16",
  "CPU ms",
  "kB",
  "queries",
  "of bare Express",
  "of the floor",
  "growth",
];

function pageTable(smallest: MeasuredSet, largest: MeasuredSet): string[] {
  const rows = largest.figures.pages.map((one) => {
    const before = smallest.figures.pages.find(({ page }) => page.name === one.page.name);
    return pageRow(one, before?.alone?.p50);
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(HEAD),
    line(HEAD.map((_, index) => (index === 0 ? "---" : "---:"))),
    ...rows.map(line),
  ];
}

function pageRow(
  { page, alone, loaded, ...one }: PageFigures,
  before: number | undefined,
): string[] {
  if (!alone) return [page.name, "not there", ...HEAD.slice(2).map(() => "")];
  const { perSecond, cpuMsPerRequest, failures } = loaded ?? {};
  return [
    page.name,
    alone.p50.toFixed(1),
    alone.p99.toFixed(1),
    page.goalMs === undefined ? "" : `≤ ${page.goalMs}`,
    `${perSecond?.toFixed(0) ?? ""}${failures ? ` (${failures} failed)` : ""}`,
    cpuMsPerRequest?.toFixed(1) ?? "",
    (alone.bytes / 1_024).toFixed(0),
    String(one.statements ?? ""),
    percent(one.ofBare),
    percent(one.ofFloor),
    before === undefined ? "" : `${(alone.p50 / before).toFixed(2)} ×`,
  ];
}

function percent(share: number | undefined): string {
  return share === undefined ? "" : `${(share * 100).toFixed(0)} %`;
}

function processLines(sets: MeasuredSet[]): string[] {
  return sets.map(
    ({ projects, figures: { startMs, startMb, loadedMb } }) =>
      `- ${projects} projects: first answer ${startMs.toFixed(0)} ms after the start, ${startMb.toFixed(0)} MB then, ${loadedMb.toFixed(0)} MB after the load (proportional).`,
  );
}

function durabilityLine(durability: Durability | undefined): string {
  if (!durability) return "- Durability was not traced: strace is not installed.";
  const { answers, afterFlush } = durability;
  return `- Durability: ${afterFlush} of ${answers} answers to a POST came after the database's log had been flushed to the disk (strace).`;
}
