import type { ParticipantLine } from "../../../../db/queries/participant-list.ts";
import type { Column, WorkbookSheet } from "../../../web/workbook.ts";
import type { Wording } from "../words.ts";

/** With names for those who work with them; with codes alone for everything else. */
export function participantSheet(
  rows: ParticipantLine[],
  contents: "names" | "codes",
  { texts, formats }: Wording,
): WorkbookSheet<ParticipantLine> {
  const { sheet } = texts.participants;
  const text = (
    header: string,
    value: (row: ParticipantLine) => string | null,
    width = 16,
  ): Column<ParticipantLine> => ({ header, type: "text", value, width });
  const day = (
    header: string,
    value: (row: ParticipantLine) => string | null,
  ): Column<ParticipantLine> => ({ header, type: "day", value });
  const hours = (
    header: string,
    minutes: (row: ParticipantLine) => number,
  ): Column<ParticipantLine> => ({
    header,
    type: "scaled",
    decimals: () => 1,
    value: (row) => Math.round(minutes(row) / 6),
  });
  const names = [
    text(sheet.surname, (row) => row.surname, 20),
    text(sheet.firstName, (row) => row.firstName),
    day(sheet.bornOn, (row) => row.bornOn),
    text(sheet.municipality, (row) => row.municipality, 20),
    text(sheet.organisation, (row) => row.organisationName, 30),
  ];
  return {
    name: sheet.name,
    rows,
    columns: [
      text(sheet.code, (row) => row.code, 12),
      ...(contents === "names" ? names : []),
      text(sheet.sex, (row) => row.sex),
      { header: sheet.ageAtEntry, type: "number", value: (row) => row.ageAtEntry },
      text(sheet.labourStatus, (row) => row.labourStatus),
      text(sheet.education, (row) => row.education),
      text(
        sheet.targetGroup,
        (row) => (formats.language === "cs" ? row.targetGroupCs : row.targetGroupEn),
        40,
      ),
      day(sheet.enteredOn, (row) => row.enteredOn),
      day(sheet.exitedOn, (row) => row.exitedOn),
      text(sheet.exitCodes, (row) => row.exitCodes?.replaceAll("|", ", ") ?? null, 20),
      text(sheet.isComplete, (row) => (row.isComplete ? texts.history.yes : texts.history.no), 10),
      hours(sheet.inPerson, (row) => row.inPersonMinutes),
      hours(sheet.electronic, (row) => row.electronicMinutes),
      day(sheet.thresholdOn, (row) => row.thresholdOn),
    ],
  };
}
