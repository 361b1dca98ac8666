/** A time of a Prague clock, `HH:MM`; as text it compares, sorts and is stored as it stands. */
export type TimeOfDay = string;

/** Reads a time as people write it: `9`, `9:00`, `9.30`, `0930`, `13:45 h`. */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  const parts = /^(\d{1,2})(?:[:.]?([0-5]\d))?(?: ?h)?$/i.exec(text.trim());
  if (!parts || Number(parts[1]) > 23) return undefined;
  return `${(parts[1] ?? "").padStart(2, "0")}:${parts[2] ?? "00"}`;
}

/** Minutes since midnight. */
export function minutesOf(time: TimeOfDay): number {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return hours * 60 + minutes;
}

export function minutesBetween(from: TimeOfDay, to: TimeOfDay): number {
  return minutesOf(to) - minutesOf(from);
}
