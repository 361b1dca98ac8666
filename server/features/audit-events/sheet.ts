import type { LoggedEvent } from "../../../db/queries/audit-log.ts";
import { presentHistory } from "../../web/history-list.ts";
import type { Column } from "../../web/workbook.ts";
import { objectText, type Words, whoDid } from "./presenter.ts";

/** Words as on the page; the changes in one cell, `field: from → to`. */
export function auditColumns(words: Words): Column<LoggedEvent>[] {
  const { columns } = words.texts.auditEvents;
  const lineOf = (event: LoggedEvent) => presentHistory([event], words)[0];
  return [
    { header: columns.when, type: "text", width: 20, value: (event) => lineOf(event)?.when ?? "" },
    { header: columns.who, type: "text", width: 24, value: (event) => whoDid(event, words.texts) },
    { header: columns.what, type: "text", value: (event) => lineOf(event)?.what ?? event.action },
    { header: columns.object, type: "text", value: (event) => objectText(event, words.texts) },
    { header: columns.project, type: "text", value: (event) => event.projectName },
    {
      header: words.texts.auditEvents.filters.outcome,
      type: "text",
      width: 14,
      value: ({ outcome }) =>
        outcome === "done" ? null : words.texts.auditEvents.outcomes[outcome],
    },
    {
      header: words.texts.frame.history.title,
      type: "text",
      width: 60,
      value: (event) =>
        (lineOf(event)?.changes ?? [])
          .map(({ field, from = "", to = "" }) => `${field}: ${from} → ${to}`)
          .join("\n"),
    },
  ];
}
