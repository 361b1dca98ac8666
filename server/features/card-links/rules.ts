import type { CalendarDate } from "../../values/calendar-date.ts";
import { parseRegistrationNumber } from "../../values/registration-number.ts";

/** What covers a card, the best first: a project under way, one being prepared, one that is over, a mere name. */
export const coverageStates = ["running", "planned", "finished", "named", "none"] as const;
export type CoverageState = (typeof coverageStates)[number];

export type Standing = Exclude<CoverageState, "none">;

/** The columns of a project that tell how it stands. */
export interface StandingProject {
  phase: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  archivedAt: string | null;
}

const PREPARED = ["idea", "application", "submitted"];

/**
 * How a linked project stands today. An intention that was put into the archive has never run, so it is
 * worth no more than a name; a project of the phase `running` runs on the days of its span only.
 */
export function standingOf(project: StandingProject, today: CalendarDate): Standing {
  const { phase, startsOn, endsOn, archivedAt } = project;
  if (PREPARED.includes(phase)) return archivedAt === null ? "planned" : "named";
  if (phase !== "running" || archivedAt !== null || endsOn < today) return "finished";
  return startsOn > today ? "planned" : "running";
}

/** The columns of a link's project; all null where it is only named. */
export type LinkedProject = { projectArchivedAt: string | null } & {
  [Column in "phase" | "startsOn" | "endsOn"]: string | null;
};

export function standingOfLink(link: LinkedProject, today: CalendarDate): Standing {
  const { phase, startsOn, endsOn, projectArchivedAt: archivedAt } = link;
  if (phase === null || startsOn === null || endsOn === null) return "named";
  return standingOf({ phase, startsOn, endsOn, archivedAt }, today);
}

/** The best of what a card leads to. */
export function coverageOfStandings(standings: readonly Standing[]): CoverageState {
  return coverageStates.find((state) => standings.some((one) => one === state)) ?? "none";
}

/** A number of a project as it was found in a card. */
export interface FoundNumber {
  number: string;
  /** Which of the card's measures it stands in, counted from 0; null in any other field. */
  measure: number | null;
}

/** Each number once: in a measure it tells more than in the card as a whole. */
export function distinctNumbers(found: readonly FoundNumber[]): FoundNumber[] {
  const wanted = new Map<string, FoundNumber>();
  for (const { number, measure } of found) {
    const written = parseRegistrationNumber(number) ?? number.trim();
    if (written !== "") wanted.set(`${written} ${measure}`, { number: written, measure });
  }
  const all = [...wanted.values()];
  const inMeasures = new Set(
    all.filter(({ measure }) => measure !== null).map(({ number }) => number),
  );
  return all.filter(({ number, measure }) => measure !== null || !inMeasures.has(number));
}

/** What stands in the database of a card's links, to be compared with its text. */
export interface StandingLink {
  id: number;
  measureId: number | null;
  projectId: number | null;
  registrationNumber: string | null;
  origin: "number" | "hand";
  isDeclined: boolean;
  archivedAt: string | null;
}

export interface WantedLink {
  measureId: number | null;
  registrationNumber: string;
  projectId: number | null;
}

export interface LinkDifference {
  added: WantedLink[];
  /** Ids of links that are in the archive only because the number was gone from the text. */
  returned: number[];
  /** Ids of found links whose number the text does not say any longer. */
  gone: number[];
}

/**
 * What has to be done for the links of a card to say what its text says. What somebody has taken away does not
 * come back, found or made by hand, wherever in the card its number stands; what somebody has linked by hand is
 * not linked once more.
 */
export function compareLinks(
  standing: readonly StandingLink[],
  wanted: readonly WantedLink[],
): LinkDifference {
  const kept = new Set<number>();
  const difference: LinkDifference = { added: [], returned: [], gone: [] };
  for (const want of wanted) {
    const match = bestMatch(
      standing.filter((link) => leadsThere(link, want)),
      want,
    );
    if (!match) difference.added.push(want);
    else if (match.archivedAt !== null && !match.isDeclined) difference.returned.push(match.id);
    if (match) kept.add(match.id);
  }
  difference.gone = standing
    .filter(({ id, origin, archivedAt }) => origin === "number" && !archivedAt && !kept.has(id))
    .map(({ id }) => id);
  return difference;
}

/** Of links to one project or number: the living one in that place, else the one taken away, else what was there before. */
function bestMatch(there: readonly StandingLink[], want: WantedLink): StandingLink | undefined {
  const same = there.filter(({ measureId }) => measureId === want.measureId);
  const living = same.filter(({ archivedAt }) => archivedAt === null);
  const isNowhere = there.every(({ archivedAt }) => archivedAt !== null);
  return (
    living.find(isFound) ??
    living[0] ??
    (isNowhere ? there : same).find(({ isDeclined }) => isDeclined) ??
    same.find(isFound)
  );
}

function isFound({ origin }: StandingLink): boolean {
  return origin === "number";
}

/** What was found is known by its number alone, whoever bears it by now. */
function leadsThere(link: StandingLink, want: WantedLink): boolean {
  if (link.registrationNumber === want.registrationNumber) return true;
  return !isFound(link) && link.projectId !== null && link.projectId === want.projectId;
}

/** Number and name, as lists and the history call a card. */
export function calledCard({ number, name }: { number: string; name: string }): string {
  return `${number} ${name}`;
}
