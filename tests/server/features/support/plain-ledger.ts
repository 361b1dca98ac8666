export const THRESHOLD = 600;
export const CAP_PERCENT = 50;

/** One line of a plain book of hours, kept apart from the product. */
export interface Line {
  key: string;
  /** What two records of one person say of the same session counts once. */
  session: number | null;
  id: number | null;
  person: number;
  form: "in-person" | "electronic";
  on: string;
  minutes: number;
  since: string;
  until: string | null;
}

/** A book in which a line is struck out when another one takes its place. */
export class Book {
  lines: Line[] = [];
  standsFor = new Map<number, number>();

  enter(line: Omit<Line, "until">): void {
    const before = this.lines.find(({ key, until }) => key === line.key && until === null);
    if (before) before.until = line.since;
    this.lines.push({ ...line, until: null });
  }

  of(one: number, on: string, asOf: string): Line[] {
    const open = this.lines
      .filter((line) => (this.standsFor.get(line.person) ?? line.person) === one)
      .filter((line) => line.on <= on && line.since <= asOf)
      .filter((line) => line.until === null || line.until > asOf);
    const speakers = [one, ...[...this.standsFor.keys()].sort((a, b) => a - b)];
    return open.filter((line) => {
      if (line.session === null) return true;
      const ofSession = open.filter((other) => other.session === line.session && other.minutes > 0);
      const first = speakers.find((person) => ofSession.some((other) => other.person === person));
      return line.person === first;
    });
  }

  hours(one: number, on = "9999-12-31", asOf = "9999-12-31") {
    const sum = (form: Line["form"]) =>
      this.of(one, on, asOf)
        .filter((line) => line.form === form)
        .reduce((all, line) => all + line.minutes, 0);
    return { inPerson: sum("in-person"), electronic: sum("electronic") };
  }

  thresholdOn(one: number): string | null {
    const days = [...new Set(this.of(one, "9999-12-31", "9999-12-31").map(({ on }) => on))].sort();
    const reached = days.find((day) => {
      const { inPerson, electronic } = this.hours(one, day);
      return inPerson + Math.min(electronic, (THRESHOLD * CAP_PERCENT) / 100) >= THRESHOLD;
    });
    return reached ?? null;
  }
}
