import { plural } from "../plural.ts";

const persons = (n: number) => plural("cs")(n, { one: "osoba", few: "osoby", other: "osob" });

/** The ledger of hours of support. */
export const support = {
  hours: (hours: string) => `${hours} h`,
  ofHours: (hours: string, threshold: string) => `${hours} / ${threshold} h`,
  persons: (n: number) => `${n} ${persons(n)}`,
};
