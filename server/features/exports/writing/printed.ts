import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { type ColumnType, cellValue, type ExportCell, type ExportTable } from "../table.ts";
import type { TablePaper } from "./paper.ts";

/** The table as it stands on paper, in the language of whoever asked for it. */
export function printed(
  table: ExportTable,
  { texts, formats }: { texts: Texts; formats: Formats },
): TablePaper {
  const { moneyExports: words } = texts;
  const shown = table.columns.flatMap((column, at) => (column.isOnScreenOnly ? [] : [at]));
  const columns = shown.map((at) => {
    const { header = "", type = "text", width = 0 } = table.columns[at] ?? {};
    return { header, isNumber: type !== "text", weight: width };
  });
  const treeColumn = shown.indexOf(table.treeColumn ?? -1);
  return {
    language: table.language,
    title: table.title,
    project: table.project,
    lines: [table.moment, ...table.notes],
    columns,
    rows: table.rows.map(({ cells, depth = 0, isStrong = false }) => ({
      cells: shown.map((at) =>
        cellText(cells[at] ?? null, table.columns[at]?.type ?? "text", formats),
      ),
      ...{ depth, isStrong },
    })),
    treeColumn: treeColumn < 0 ? null : treeColumn,
    empty: words.nothing,
    pageOf: words.pageOf,
    foot: `${table.title} · ${table.project} · ${formats.date(table.exportedOn)}`,
    exportedAt: table.exportedAt,
  };
}

function cellText(cell: ExportCell, type: ColumnType, formats: Formats): string {
  const value = cellValue(cell);
  if (value === null || value === "") return "";
  if (typeof value === "string") return type === "day" ? formats.date(value) : value;
  if (type === "units") return unitsText(value, formats);
  if (type === "share") return formats.share(value);
  if (type === "percent") return `${formats.scaled(value, 2)}\u00a0%`;
  return formats.scaled(value, 2);
}

/** With the decimal places that it has. */
function unitsText(unitsE4: number, formats: Formats): string {
  if (unitsE4 % 10_000 === 0) return formats.scaled(unitsE4 / 10_000, 0);
  return unitsE4 % 100 === 0 ? formats.scaled(unitsE4 / 100, 2) : formats.scaled(unitsE4, 4);
}
