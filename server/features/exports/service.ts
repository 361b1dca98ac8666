import type { ProjectInReach } from "../../../db/queries/projects.ts";
import type { Deps } from "../../deps.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import type { ExportFormat, ExportKind } from "./rules.ts";
import type { ExportTable } from "./table.ts";
import { type Asked, tables } from "./tables.ts";
import type { Order } from "./writing/orders.ts";
import { printed } from "./writing/printed.ts";
import { writeFile } from "./writing/service.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** A table of a project's money with all that is to be said about it. */
export async function exportTable(
  { db, clock }: Pick<Deps, "db" | "clock">,
  kind: ExportKind,
  { project, asked }: { project: ProjectInReach; asked: Omit<Asked, "project"> },
  { texts, formats }: Wording,
): Promise<ExportTable> {
  const { moneyExports: words } = texts;
  const table = await tables[kind](db, { ...asked, project }, texts);
  const at = clock.now();
  const { on, asOf } = asked.moment;
  return {
    ...table,
    language: formats.language,
    title: words.kinds[kind],
    project: [project.title, project.registrationNumber].filter(Boolean).join(" · "),
    moment: words.moment(formats.date(on), formats.dateTime(asOf)),
    exportedAt: at,
    exportedOn: pragueDay(at),
  };
}

/** The bytes of the file. */
export function writeExport(
  table: ExportTable,
  format: ExportFormat,
  wording: Wording,
): Promise<Buffer> {
  const order: Order =
    format === "pdf"
      ? { kind: "paper", paper: printed(table, wording) }
      : { kind: "workbook", workbook: { table, about: aboutOf(table, wording) } };
  return writeFile(order);
}

function aboutOf(table: ExportTable, { texts, formats }: Wording) {
  const { about: words } = texts.moneyExports;
  return {
    sheet: words.sheet,
    lines: [
      { label: words.project, text: table.project },
      { label: words.moment, text: table.moment },
      ...table.notes.map((text) => ({ label: words.note, text })),
      { label: words.exportedAt, text: formats.dateTime(table.exportedAt) },
    ],
  };
}
