import type { Moment } from "../../../../../server/features/indicators/rules.ts";

export interface Line {
  id: number;
  at: string;
  on: string;
  person: number;
  minutes: number;
  isElectronic: boolean;
  corrects: number | null;
}

/** What happened to the people of a project, kept apart from the product. */
export interface Life {
  lines: Line[];
  records: { at: string; person: number; isComplete: boolean }[];
  /** Who each person really is: a merged one is the one they were merged into. */
  identity: number[];
}

export interface PlainRule {
  hours: number;
  /** How much of the hours may be electronic, in per cent. */
  cap: number;
}

/** Real persons over and under the threshold, by nothing but loops over the whole book. */
export function plainCount(life: Life, { on, asOf }: Moment, rule: PlainRule) {
  const known = life.lines.filter((line) => line.at <= asOf);
  const standing = known.filter(
    (line) => line.on <= on && !known.some((other) => other.corrects === line.id),
  );
  const counts = { over: 0, under: 0 };
  for (const person of new Set(life.identity)) {
    const own = standing.filter((line) => life.identity[line.person] === person);
    const told = life.records.filter((record) => record.person === person && record.at <= asOf);
    const { total, counted } = plainMinutes(own, rule);
    if (total === 0) continue;
    if (counted < rule.hours * 60) counts.under += 1;
    else if (told.at(-1)?.isComplete) counts.over += 1;
  }
  return counts;
}

function plainMinutes(lines: readonly Line[], { hours, cap }: PlainRule) {
  let inPerson = 0;
  let electronic = 0;
  for (const line of lines) {
    if (line.isElectronic) electronic += line.minutes;
    else inPerson += line.minutes;
  }
  const most = (hours * 60 * cap) / 100;
  return { total: inPerson + electronic, counted: inPerson + Math.min(electronic, most) };
}
