import { hundredthsOfHour } from "../../../values/duration.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import type { Wording } from "../../events/words.ts";
import type { PersonProspect } from "../prospects.ts";
import { totalMinutes } from "../rules.ts";

export function hoursSheet(
  people: PersonProspect[],
  { texts }: Wording,
): WorkbookSheet<PersonProspect> {
  const { sheet, columns, outlooks } = texts.support;
  const hours = (header: string, minutes: (one: PersonProspect) => number) => ({
    header,
    type: "scaled" as const,
    decimals: () => 2,
    value: (one: PersonProspect) => hundredthsOfHour(minutes(one)),
  });
  const text = (header: string, width: number, value: (one: PersonProspect) => string | null) => ({
    header,
    type: "text" as const,
    width,
    value,
  });
  return {
    name: sheet.name,
    rows: people,
    columns: [
      text(sheet.code, 12, ({ person }) => person.code),
      text(sheet.surname, 20, ({ person }) => person.surname),
      text(sheet.firstName, 16, ({ person }) => person.firstName),
      text(sheet.organisation, 32, ({ person }) => person.organisationName),
      hours(columns.inPerson, ({ posted }) => posted.inPerson),
      hours(columns.electronic, ({ posted }) => posted.electronic),
      hours(columns.pending, ({ pending }) => totalMinutes(pending)),
      hours(columns.booked, ({ booked }) => totalMinutes(booked)),
      { header: columns.reached, type: "day", value: ({ person }) => person.thresholdOn },
      text(columns.outlook, 22, ({ outlook }) => outlook && outlooks[outlook]),
    ],
  };
}
