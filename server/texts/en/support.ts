import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const persons = (n: number) => plural("en")(n, { one: "person", other: "persons" });

export const support: Texts["support"] = {
  hours: (hours: string) => `${hours} h`,
  ofHours: (hours: string, threshold: string) => `${hours} / ${threshold} h`,
  persons: (n: number) => `${n} ${persons(n)}`,
};
