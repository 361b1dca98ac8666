import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { changeCode, changePill, differenceText, type Wording } from "../words.ts";

interface ChangeList {
  projectId: number;
  changes: readonly ChangeWithBudget[];
  /** How many fields each sets, by its id. */
  items: ReadonlyMap<number, number>;
}

export function presentChanges(
  { projectId, changes, items }: ChangeList,
  wording: Wording,
  can: { edit: boolean; budget: boolean },
) {
  const { projectChanges } = wording.texts;
  const add = { href: paths.newChange(projectId), label: projectChanges.new, icon: "plus" };
  const start = {
    href: paths.budget(projectId),
    label: projectChanges.startBudget,
    icon: "coins",
  };
  const versions = {
    href: paths.budgetVersions(projectId),
    label: projectChanges.versions,
    icon: "history",
  };
  const workbook = {
    href: withQuery(paths.changes(projectId), { format: "xlsx" }),
    label: projectChanges.workbook,
    icon: "file-spreadsheet",
  };
  const isDrafted = changes.some(({ state }) => state === "draft");
  return {
    pageHeader: {
      title: projectChanges.title,
      subtitle: projectChanges.subtitle,
      actions: {
        primary: can.edit && !isDrafted ? add : null,
        more: [versions, ...(changes.length > 0 ? [workbook] : [])],
      },
    },
    columns: projectChanges.columns,
    rows: changes.map((change) => presentRow(change, items.get(change.id) ?? 0, wording)),
    emptyState:
      changes.length > 0
        ? null
        : {
            ...projectChanges.empty,
            icon: "file-text",
            ...(can.budget ? { action: start } : {}),
            ...(can.edit ? { second: add } : {}),
          },
  };
}

function presentRow(change: ChangeWithBudget, items: number, wording: Wording) {
  const { texts, formats } = wording;
  const { projectChanges } = texts;
  const content = [
    ...(change.versionId === null ? [] : [projectChanges.budget]),
    ...(items === 0 ? [] : [projectChanges.items(items)]),
  ];
  return {
    href: paths.change(change.projectId, change.id),
    code: changeCode(change, wording),
    title: change.title,
    kind: projectChanges.kinds[change.kind],
    pill: changePill(change.state, texts),
    effectiveOn: change.effectiveOn === null ? "–" : formats.date(change.effectiveOn),
    isProposed: change.state !== "approved",
    content: content.join(", ") || projectChanges.noContent,
    difference: differenceOf(change, wording),
  };
}

function differenceOf(change: ChangeWithBudget, wording: Wording): string {
  const { eligibleHalere, basedOnEligibleHalere } = change;
  if (eligibleHalere === null) return "–";
  if (basedOnEligibleHalere === null) return wording.formats.money(eligibleHalere);
  return differenceText(eligibleHalere - basedOnEligibleHalere, wording);
}
