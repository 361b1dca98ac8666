import type { EventLine } from "../../../../db/queries/event-list.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { titleFor } from "../rules.ts";
import { codeOfActivity, kindLabel, type Wording } from "../words.ts";
import { placeText } from "./presenter.ts";

/** A file goes from hand to hand: confidential events bear no title in it, whoever makes it. */
export function eventSheet(
  lines: EventLine[],
  { texts, formats }: Wording,
): WorkbookSheet<EventLine> {
  const { sheet, columns, states, title } = texts.events;
  const nobody = { viewerId: null };
  return {
    name: title,
    rows: lines,
    columns: [
      { header: sheet.startsOn, type: "day", value: (line) => line.startsOn },
      { header: sheet.endsOn, type: "day", value: (line) => line.endsOn },
      {
        header: columns.title,
        type: "text",
        width: 60,
        value: (line) => titleFor(line, null, texts),
      },
      { header: sheet.kind, type: "text", width: 24, value: (line) => kindLabel(line, formats) },
      { header: columns.state, type: "text", width: 14, value: (line) => states[line.state] },
      {
        header: columns.activity,
        type: "text",
        width: 40,
        value: (line) => {
          const code = codeOfActivity(line);
          return code && `${code} ${line.activityTitle}`;
        },
      },
      {
        header: columns.place,
        type: "text",
        width: 30,
        value: (line) => placeText(line, { texts }, nobody),
      },
      { header: sheet.sessions, type: "number", value: (line) => line.sessions },
      { header: sheet.supportMinutes, type: "number", value: (line) => line.supportMinutes },
      { header: sheet.registered, type: "number", value: (line) => line.registered },
      { header: sheet.capacity, type: "number", value: (line) => line.capacity },
      { header: columns.owner, type: "text", width: 24, value: (line) => line.ownerName },
    ],
  };
}
