// The figures of a month once more, in loops over everything ever stored; knows nothing of the product's code.

interface Fact {
  id: number;
  valid_on: string;
  recorded_at: string;
}

export interface StoredHistory {
  /** The first indicator adds up, the second is a state. */
  values: (Fact & { place: number; value: number; corrects_id: number | null })[];
  percents: (Fact & { place: number; percent: number })[];
  spends: (Fact & { spent_halere: number })[];
  milestones: { id: number; due_on: string; valid_on?: string; recorded_at?: string }[];
}

const SHARES = [30, 70];

export function plainFigures(history: StoredHistory, { on, asOf }: { on: string; asOf: string }) {
  const before = dayAfter(`${on.slice(0, 7)}-01`, -1);
  const values = history.values.filter(
    (value) =>
      value.recorded_at <= asOf &&
      !history.values.some((c) => c.corrects_id === value.id && c.recorded_at <= asOf),
  );
  const figure = (place: number, day: string) => {
    const counted = values.filter((value) => value.place === place && value.valid_on <= day);
    if (counted.length === 0) return null;
    if (place === 1) return last(counted)?.value ?? null;
    let sum = 0;
    for (const value of counted) sum += value.value;
    return sum;
  };
  const inMonth = (place: number) => {
    const [now, then] = [figure(place, on), figure(place, before)];
    if (place === 0) return (now ?? 0) - (then ?? 0);
    return now === null || then === null ? null : now - then;
  };
  const physical = (day: string) => {
    const percents = [0, 1].map(
      (place) =>
        last(
          history.percents.filter(
            (one) => one.place === place && one.valid_on <= day && one.recorded_at <= asOf,
          ),
        )?.percent,
    );
    if (percents.every((percent) => percent === undefined)) return null;
    return percents.reduce<number>((sum, p, place) => sum + (p ?? 0) * (SHARES[place] ?? 0), 0);
  };
  const isOver = asOf.slice(0, 10) > on;
  const firstOpenDay = isOver ? dayAfter(on, 1) : on;
  const doneOn = ({ valid_on, recorded_at }: StoredHistory["milestones"][number]) =>
    valid_on && recorded_at && valid_on <= on && recorded_at <= asOf ? valid_on : null;
  const ids = (keep: (one: StoredHistory["milestones"][number]) => boolean) =>
    history.milestones.filter(keep).map(({ id }) => id);
  return {
    achieved: [figure(0, on), figure(1, on)],
    inMonth: [inMonth(0), inMonth(1)],
    previous: [figure(0, before), figure(1, before)],
    physicalBp: physical(on),
    previousPhysicalBp: physical(before),
    spent:
      last(history.spends.filter((one) => one.valid_on <= on && one.recorded_at <= asOf))
        ?.spent_halere ?? null,
    finished: ids((one) => (doneOn(one) ?? "").startsWith(on.slice(0, 7))),
    missed: ids((one) => doneOn(one) === null && one.due_on < firstOpenDay),
    ahead: ids(
      (one) =>
        doneOn(one) === null &&
        one.due_on >= firstOpenDay &&
        one.due_on <= dayAfter(firstOpenDay, 30),
    ),
  };
}

function last<Row extends Fact>(rows: Row[]): Row | undefined {
  let latest: Row | undefined;
  for (const row of rows) {
    const key = (one: Row) =>
      `${one.valid_on} ${one.recorded_at} ${String(one.id).padStart(9, "0")}`;
    if (latest === undefined || key(row) > key(latest)) latest = row;
  }
  return latest;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
