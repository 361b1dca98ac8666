import { clampPercent, percentOf } from "../../../values/percent.ts";
import type { RegionFigures } from "../ranking/rules.ts";
import { changeOf } from "../ranking/rules.ts";
import { signed, type Wording } from "../words.ts";

export interface RegionTile {
  label: string;
  value: string;
  note: string;
  tone?: "red";
  bar?: { percent: number };
}

/** The five figures of the region, each with how it moved since the month it is compared with. */
export function regionTiles(
  region: RegionFigures,
  before: RegionFigures | null,
  wording: Wording,
): RegionTile[] {
  const { texts, formats } = wording;
  const words = texts.summaries.region;
  const moved = (of: (figures: RegionFigures) => number | null) =>
    movedText(of(region), before && of(before), wording);
  const count = (n: number | null) => (n === null ? texts.months.missing : formats.number(n));
  const { offTrack, atRisk, contradicted, overThreshold, crossedInMonth, events } = region;
  return [
    {
      label: words.projects,
      value: count(region.projects),
      note: note(
        words.projectsNote(offTrack, atRisk, contradicted),
        moved((of) => of.projects),
      ),
    },
    spentTile(region, wording),
    {
      label: words.overThreshold,
      value: count(overThreshold),
      note:
        overThreshold === null
          ? ""
          : note(
              words.overThresholdNote(count(crossedInMonth)),
              moved((of) => of.overThreshold),
            ),
    },
    {
      label: words.overdue,
      value: count(region.overdue),
      note: note(
        words.overdueNote(region.overdue),
        moved((of) => of.overdue),
      ),
      ...(region.overdue > 0 ? { tone: "red" as const } : {}),
    },
    {
      label: words.events,
      value: count(events),
      note: note(
        eventsNote(region, wording),
        moved((of) => of.events),
      ),
    },
  ];
}

function note(text: string, change: string | null): string {
  return change === null ? text : `${text} (${change})`;
}

function movedText(now: number | null, before: number | null, { formats }: Wording) {
  const change = changeOf(now, before);
  if (!change || change.direction === "same") return null;
  return signed(formats.number(Math.abs(change.by)), change);
}

/** What was spent against what was to be spent by now; where nobody plans, of the whole. */
function spentTile(region: RegionFigures, { texts, formats }: Wording): RegionTile {
  const words = texts.summaries.region;
  const { plannedHalere, spentOfPlannedHalere, spentHalere, totalHalere } = region;
  const hasPlan = plannedHalere !== null && plannedHalere > 0 && spentOfPlannedHalere !== null;
  const [spent, of] = hasPlan ? [spentOfPlannedHalere, plannedHalere] : [spentHalere, totalHalere];
  const share = percentOf(spent, of);
  const told = hasPlan ? words.spentOfPlanNote : words.spentNote;
  return {
    label: hasPlan ? words.spentOfPlan : words.spent,
    value: share === undefined ? texts.months.missing : formats.percent(share),
    note: share === undefined ? "" : told(formats.wholeMoney(spent), formats.wholeMoney(of)),
    ...(share === undefined ? {} : { bar: { percent: Math.round(clampPercent(share) / 100) } }),
  };
}

function eventsNote({ events, eventPersons }: RegionFigures, { texts, formats }: Wording): string {
  const words = texts.summaries.region;
  if (events === null) return "";
  return eventPersons === null
    ? words.eventsPlain
    : words.eventsNote(formats.number(eventPersons), eventPersons);
}

const ORDER = ["offTrack", "atRisk", "onHold", "onTrack"] as const;
const HEALTHS = {
  offTrack: "off-track",
  atRisk: "at-risk",
  onHold: "on-hold",
  onTrack: "on-track",
} as const;
const TONES = { offTrack: "red", atRisk: "yellow", onHold: "blue", onTrack: "green" } as const;

export interface HealthPart {
  tone: "red" | "yellow" | "blue" | "green" | "grey";
  label: string;
  count: number;
  /** In hundredths of the whole width. */
  x: number;
  width: number;
}

/** How many projects are called what, as parts of one bar; those without a status come last. */
export function healthParts(region: RegionFigures, { texts }: Wording): HealthPart[] {
  const { healths } = texts.projects;
  const told = ORDER.map((key) => ({
    tone: TONES[key] as HealthPart["tone"],
    label: healths[HEALTHS[key]],
    count: region[key],
  }));
  const rest = region.projects - told.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  return [...told, { tone: "grey" as const, label: healths.none, count: rest }]
    .filter(({ count }) => count > 0)
    .map((part) => {
      const width = (part.count * 100) / region.projects;
      const placed = {
        ...part,
        x: Math.round(x * 100) / 100,
        width: Math.round(width * 100) / 100,
      };
      x += width;
      return placed;
    });
}
