import type { BodyLine } from "../../../db/queries/bodies.ts";
import type { Texts } from "../../texts/index.ts";
import type { Column, WorkbookSheet } from "../../web/workbook.ts";
import { subgroupsBelow } from "./rules.ts";

/** The list of a project, or of all of them with whose each body is. */
export function bodySheet(
  lines: readonly BodyLine[],
  { texts }: { texts: Texts },
  { showsProject }: { showsProject: boolean },
): WorkbookSheet<BodyLine> {
  const { title, columns, form } = texts.bodies;
  const text = (
    header: string,
    width: number,
    value: (line: BodyLine) => string | null,
  ): Column<BodyLine> => ({ header, type: "text", width, value });
  return {
    name: title,
    rows: subgroupsBelow(lines),
    columns: [
      text(columns.name, 50, (line) => line.name),
      text(form.parent, 36, (line) => line.parentName),
      ...(showsProject ? [text(columns.project, 28, (line) => line.projectName)] : []),
      text(form.purpose, 50, (line) => line.purpose),
      text(columns.guarantor, 24, (line) => line.ownerName),
      { header: columns.members, type: "number", value: (line) => line.members },
      { header: columns.last, type: "day", value: (line) => line.lastMeetingOn },
      { header: columns.next, type: "day", value: (line) => line.nextMeetingOn },
      { header: columns.tasks, type: "number", value: (line) => line.openTasks },
    ],
  };
}
