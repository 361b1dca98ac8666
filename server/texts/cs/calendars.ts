import { plural } from "../plural.ts";

const further = (n: number) =>
  plural("cs")(n, { one: "další akce", few: "další akce", other: "dalších akcí" });

/** The calendar of events over all projects within reach. */
export const calendars = {
  title: "Kalendář akcí",
  tools: "Zobrazení a posun kalendáře",
  views: { month: "Měsíc", week: "Týden" },
  previous: { month: "Předchozí měsíc", week: "Předchozí týden" },
  next: { month: "Další měsíc", week: "Další týden" },
  now: (date: string) => `Dnes ${date}`,
  today: "dnes",
  holiday: "státní svátek",
  nothing: "V této době se nekoná žádná akce.",
  more: (n: number) => `${n} ${further(n)}`,
  tentative: "nepotvrzeno",
  internship: (until: string) => `stáž do ${until}`,
  mine: "Moje akce",
  filter: { who: "Odpovídá", project: "Projekt", kind: "Druh" },
  all: { who: "všichni", project: "všechny projekty", kind: "všechny druhy" },
};
