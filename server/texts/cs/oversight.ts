import { plural } from "../plural.ts";

const count = plural("cs");

/** What a project is watched by, all in one box: risks, findings of controls, resolutions. */
export const oversight = {
  box: {
    title: "Rizika, kontroly, usnesení",
    risks: (n: number) =>
      `${n} ${count(n, { one: "riziko trvá", few: "rizika trvají", other: "rizik trvá" })}`,
    findings: (n: number) =>
      `${n} ${count(n, { one: "zjištění bez nápravy", few: "zjištění bez nápravy", other: "zjištění bez nápravy" })}`,
    resolutions: (n: number) =>
      `${n} ${count(n, { one: "nerozhodnuté usnesení", few: "nerozhodnutá usnesení", other: "nerozhodnutých usnesení" })}`,
    due: {
      risk: (day: string) => `přezkoumat ${day}`,
      finding: (day: string) => `napravit do ${day}`,
      resolution: (day: string) => `předložit do ${day}`,
    },
    noDay: { risk: "riziko", finding: "zjištění kontroly", resolution: "usnesení" },
    empty: "Žádné riziko netrvá a nic nečeká na nápravu ani na předložení.",
  },
};
