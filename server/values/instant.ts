/** Arithmetic on instants written as ISO text in UTC, the only form in which they are kept. */
export type Instant = string;

export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return addMilliseconds(instant, seconds * 1_000);
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return addMilliseconds(instant, minutes * 60_000);
}

export function addHours(instant: Instant, hours: number): Instant {
  return addMilliseconds(instant, hours * 3_600_000);
}

export function secondsBetween(from: Instant, to: Instant): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1_000);
}

/** A calendar day as spreadsheets take it: its midnight in UTC. */
export function midnightOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
