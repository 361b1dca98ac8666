import { findLogEntryLike } from "../../../../db/queries/import-twins.ts";
import { InvalidInput } from "../../../errors.ts";
import { parse } from "../../../web/form.ts";
import { logEntrySchema } from "../../log-entries/schema.ts";
import { writeLogEntry } from "../../log-entries/service.ts";
import { activityFinder } from "./activities.ts";
import type { RowKind } from "./kind.ts";

export const logEntryKind: RowKind = {
  name: "log-entries",
  permission: "log-entry:write",
  hasNames: false,
  fields: [
    { name: "happenedOn", isRequired: true },
    { name: "body", isRequired: true },
    { name: "activities" },
    { name: "hours" },
    { name: "nextStep" },
    { name: "nextStepOn" },
  ],
  async prepare({ deps, author, projectId }) {
    const findActivity = await activityFinder(deps.db, projectId);
    return async (values) => {
      const { happenedOn, body, hours, nextStep, nextStepOn } = values;
      const names = (values.activities ?? "").split(/[,;]/).map((name) => name.trim());
      const activityIds = names.filter(Boolean).map((name) => {
        const id = findActivity(name);
        if (id === undefined) throw new InvalidInput({ activities: "unknownChoice" });
        return String(id);
      });
      const step = { nextStep, nextStepOn };
      const entry = parse(logEntrySchema, { happenedOn, body, activityIds, hours, ...step });
      const like = { projectId, happenedOn: entry.happenedOn, body: entry.body };
      const twin = await findLogEntryLike(deps.db, like);
      const recordType = "log-entry";
      if (twin !== undefined) return { outcome: "unchanged", recordType, recordId: twin };
      const id = await writeLogEntry(deps, author, projectId, entry);
      return { outcome: "created", recordType, recordId: id };
    };
  },
};
