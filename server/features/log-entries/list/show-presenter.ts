import type { Response } from "express";
import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import { can } from "../../../access/allow.ts";
import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { presentEntry } from "./entry-presenter.ts";
import type { LogLine } from "./service.ts";

/** One entry with its history: where a search hit and the mark of an edit lead. */
export function presentLogEntry(res: Response, line: LogLine, history: HistoryLine[]) {
  const { texts, formats } = res.locals;
  const words = texts.logEntries;
  const { id, projectId, archivedAt, happenedOn } = line.entry;
  const mayWrite = can(res, "log-entry:write");
  const edit = { href: paths.editLogEntry(projectId, id), label: words.edit, icon: "pencil" };
  const archive = {
    href: paths.logEntryArchive(projectId, id),
    label: words.archive,
    icon: "archive",
    method: "post" as const,
  };
  const restore = {
    href: paths.logEntryRestoration(projectId, id),
    label: words.restore,
    icon: "archive-off",
    method: "post" as const,
  };
  return {
    pageHeader: {
      title: words.entryOf(formats.date(happenedOn)),
      actions: {
        ...(mayWrite && archivedAt === null ? { primary: edit } : {}),
        more: mayWrite ? [archivedAt === null ? archive : restore] : [],
      },
    },
    entry: { ...presentEntry(res, line), edit: null },
    historyTitle: texts.history.title,
    historyList: presentHistory(history, { texts, formats }),
  };
}
