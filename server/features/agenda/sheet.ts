import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { WorkbookSheet } from "../../web/workbook.ts";
import { kindText, responsibleName } from "./presenter.ts";
import { agendaTitle, sectionOf } from "./rules.ts";
import type { AgendaRow } from "./service.ts";

export function agendaSheet(
  rows: AgendaRow[],
  { texts, today }: { texts: Texts; today: CalendarDate },
): WorkbookSheet<AgendaRow> {
  const { columns, sections, title } = texts.agenda;
  const section = (row: AgendaRow) => {
    const found = sectionOf(row.dueOn, today);
    return found ? sections[found] : null;
  };
  return {
    name: title,
    rows,
    columns: [
      { header: columns.due, type: "day", value: (row) => row.dueOn },
      { header: columns.section, type: "text", width: 14, value: section },
      { header: columns.thing, type: "text", width: 60, value: (row) => agendaTitle(row, texts) },
      { header: columns.kind, type: "text", width: 20, value: (row) => kindText(row.kind, texts) },
      { header: columns.project, type: "text", width: 28, value: (row) => row.projectName },
      {
        header: columns.owner,
        type: "text",
        width: 28,
        value: (row) => responsibleName(row, texts),
      },
    ],
  };
}
