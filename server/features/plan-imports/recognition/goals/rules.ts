import { foldText } from "../../../../values/fold.ts";
import { groupedBy } from "../../../../values/grouped.ts";

export interface Goal {
  code: string;
  title: string;
}

const CODE = /(?<![\p{L}\d])SC\s?(\d{1,2})(?!\d)\s*[.:\u2013-]?\s*/gu;

/** Goals as they stand one after another: each code with what follows it. What precedes the first is `lead`. */
export function straightGoals(text: string): { lead: string; goals: Goal[] } {
  const codes = [...text.matchAll(CODE)];
  const goals = codes.map((match, at) => ({
    code: `SC${Number(match[1])}`,
    title: tidy(text.slice(match.index + match[0].length, codes[at + 1]?.index ?? text.length)),
  }));
  return { lead: tidy(text.slice(0, codes[0]?.index ?? text.length)), goals };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").replace(/^[\s,;]+|[\s,;]+$/g, "");
}

export function goalLines(goals: Goal[]): string {
  return goals.map(({ code, title }) => `${code} ${title}`.trim()).join("\n");
}

/** Every code has its title and nothing precedes the first. */
export function isStraight({ lead, goals }: { lead: string; goals: Goal[] }): boolean {
  return lead === "" && goals.length > 0 && goals.every(({ title }) => title !== "");
}

/**
 * Titles of goals as most fields of the annex that are in order give them; a field in disorder tells the title
 * of a goal only where no other does.
 */
export function goalTitles(
  texts: string[],
  headed: ReadonlyMap<string, string>,
): Map<string, string> {
  const straight = texts.map(straightGoals).filter(isStraight);
  const goals = groupedBy(
    straight.flatMap((read) => read.goals),
    ({ code }) => code,
  );
  const titles = new Map([...goals].map(([code, named]) => [code, mostFrequent(named)]));
  for (const [code, title] of headed) if (title !== "") titles.set(code, title);
  addFromDisorder(titles, texts);
  return titles;
}

function addFromDisorder(titles: Map<string, string>, texts: string[]): void {
  for (const text of texts.filter((one) => !isStraight(straightGoals(one)))) {
    for (const { code, title } of untangledGoals(text, titles) ?? [])
      if (title !== "" && !titles.has(code)) titles.set(code, title);
  }
}

/** Among titles that differ by marks only, and of these the spelling that most have. */
function mostFrequent(goals: Goal[]): string {
  const folded = largest(groupedBy(goals, ({ title }) => foldText(title)));
  return largest(groupedBy(folded, ({ title }) => title))[0]?.title ?? "";
}

function largest(groups: Map<string, Goal[]>): Goal[] {
  const lengthOf = ([first]: Goal[]) => first?.title.length ?? 0;
  // Of as many the shorter: into the longer one words of another column have got.
  const isBetter = (group: Goal[], best: Goal[]) =>
    group.length > best.length ||
    (group.length === best.length && lengthOf(group) < lengthOf(best));
  return [...groups.values()].reduce((best, group) => (isBetter(group, best) ? group : best), []);
}

/**
 * Goals whose codes and titles stand in disorder (columns read across): put together by titles known from
 * elsewhere. Null where that does not account for every word.
 */
export function untangledGoals(text: string, titles: ReadonlyMap<string, string>): Goal[] | null {
  const { goals } = straightGoals(text);
  const codes = [...new Set(goals.map(({ code }) => code))];
  if (codes.length === 0) return null;
  const { found, unknown, rest } = knownGoals(text, codes, titles);
  if (unknown.length > 1 || (unknown.length === 1) !== (rest !== ""))
    return shuffledGoals(text, codes, titles);
  const [only] = unknown;
  if (only === undefined) return inOrder(codes, found);
  return (
    shuffledGoals(text, codes, titles) ?? inOrder(codes, [...found, { code: only, title: rest }])
  );
}

/** Goals whose titles stand whole in the text, and what is left of it. */
function knownGoals(text: string, codes: string[], titles: ReadonlyMap<string, string>) {
  let rest = tidy(text.replace(CODE, " "));
  const found: Goal[] = [];
  const unknown: string[] = [];
  for (const code of codes) {
    const title = titles.get(code);
    const taken = title === undefined ? null : takeOut(rest, title);
    if (taken === null) unknown.push(code);
    else {
      rest = taken.rest;
      found.push({ code, title: taken.title });
    }
  }
  return { found, unknown, rest };
}

function inOrder(codes: string[], goals: Goal[]): Goal[] {
  return codes.map((code) => goals.find((goal) => goal.code === code) as Goal);
}

/** Words of the known titles and no others, in whatever order the columns were read. */
function shuffledGoals(
  text: string,
  codes: string[],
  titles: ReadonlyMap<string, string>,
): Goal[] | null {
  const goals = codes.map((code) => ({ code, title: titles.get(code) ?? "" }));
  const wordsIn = (written: string) =>
    foldText(written)
      .split(/[^\p{L}\p{N}]+/u)
      .sort()
      .join(" ");
  const isAll = goals.every(({ title }) => title !== "");
  const known = goals.map(({ title }) => title).join(" ");
  return isAll && wordsIn(tidy(text.replace(CODE, " "))) === wordsIn(known) ? goals : null;
}

function takeOut(text: string, title: string): { rest: string; title: string } | null {
  const at = foldSameLength(text).indexOf(foldSameLength(title));
  if (at < 0) return null;
  const end = at + title.length;
  return { title: text.slice(at, end), rest: tidy(`${text.slice(0, at)} ${text.slice(end)}`) };
}

/** Folded letter by letter, so that places in it are places in the text. */
function foldSameLength(text: string): string {
  return [...text].map((sign) => sign.normalize("NFD")[0]?.toLowerCase() ?? sign).join("");
}
