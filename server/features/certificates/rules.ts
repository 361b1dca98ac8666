/** What somebody has to have attended: a share of the whole in per cent, or hours in minutes of the clock. */
export type Threshold = { basis: "share"; percent: number } | { basis: "hours"; minutes: number };

export const PROPOSED_THRESHOLD: Threshold = { basis: "share", percent: 80 };

/** Minutes of the clock from which a certificate is due; undefined where the event lasts no time at all. */
export function requiredMinutes(threshold: Threshold, totalMinutes: number): number | undefined {
  if (totalMinutes === 0) return undefined;
  if (threshold.basis === "hours") return threshold.minutes;
  return Math.ceil((totalMinutes * threshold.percent) / 100);
}

export type Entitlement = "issued" | "entitled" | "below" | "absent" | "anonymised";

interface Judged {
  minutes: number;
  certificateId: number | null;
  isAnonymised: boolean;
}

/** Whether the person may get one, and if not, why. */
export function entitlementOf(person: Judged, required: number | undefined): Entitlement {
  if (person.certificateId !== null) return "issued";
  if (person.isAnonymised) return "anonymised";
  if (person.minutes === 0) return "absent";
  return required !== undefined && person.minutes >= required ? "entitled" : "below";
}

/** `12/2026`: the series of a project begins anew with each year. */
export function certificateNumber({ number, year }: { number: number; year: number }): string {
  return `${number}/${year}`;
}

/**
 * Length as the programme of the event counts it: in hours of 45 minutes only when all of its sessions are,
 * else in those of the clock. In hundredths.
 */
export function lengthOf(
  minutes: number,
  sessions: readonly { hourMinutes: 45 | 60 }[],
): { hundredths: number; isTeaching: boolean } {
  const isTeaching = sessions.length > 0 && sessions.every(({ hourMinutes }) => hourMinutes === 45);
  return { hundredths: Math.round((minutes * 100) / (isTeaching ? 45 : 60)), isTeaching };
}
